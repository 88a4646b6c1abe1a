/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables follow the order of the structs.
 */

#include "jipyo-ledger-shape.h"

#define FIELD(kind, Record, member)                                                                \
  {                                                                                                \
    JIPYO_FIELD_##kind, G_STRUCT_OFFSET (Record, member), NULL                                     \
  }
#define STRING(Record, member) FIELD (STRING, Record, member)
#define TEXT(Record, member) FIELD (STRING, Record, member.ko), FIELD (STRING, Record, member.en)
#define INT(Record, member) FIELD (INT, Record, member)
#define DATE(Record, member) FIELD (DATE, Record, member)
#define DECIMAL(Record, member) FIELD (DECIMAL, Record, member)
#define STRINGS(Record, member) FIELD (STRINGS, Record, member)
#define RECORDS(Record, member, shape)                                                             \
  {                                                                                                \
    JIPYO_FIELD_RECORDS, G_STRUCT_OFFSET (Record, member), &shape                                  \
  }

#define SHAPE(Record, record, taken, listed)                                                       \
  {                                                                                                \
    sizeof (Record), record##_fields, G_N_ELEMENTS (record##_fields),                              \
      (GDestroyNotify) jipyo_##record##_free, taken, listed                                        \
  }
#define PART(Record, record) SHAPE (Record, record, NULL, NULL)
#define LISTED(Record, record, plural)                                                             \
  SHAPE (Record, record, (TakeFunc) jipyo_ledger_take_##record, jipyo_ledger_get_##plural)

typedef void (*TakeFunc) (JipyoLedger *ledger, gpointer record);

static const JipyoLedgerField member_fields[] = {
  STRING (JipyoMember, organisation), TEXT (JipyoMember, role),     DATE (JipyoMember, joined),
  DATE (JipyoMember, published),      STRING (JipyoMember, source),
};
static const JipyoLedgerShape member_shape = PART (JipyoMember, member);

static const JipyoLedgerField criterion_fields[] = {
  STRING (JipyoCriterion, id),
  TEXT (JipyoCriterion, label),
  INT (JipyoCriterion, max_points),
};
static const JipyoLedgerShape criterion_shape = PART (JipyoCriterion, criterion);

static const JipyoLedgerField source_fields[] = {
  STRING (JipyoSource, id),     TEXT (JipyoSource, publisher), TEXT (JipyoSource, title),
  STRING (JipyoSource, author), DATE (JipyoSource, published), DATE (JipyoSource, retrieved),
  STRING (JipyoSource, url),    STRING (JipyoSource, licence), INT (JipyoSource, redistributable),
};
static const JipyoLedgerShape source_shape = LISTED (JipyoSource, source, sources);

static const JipyoLedgerField organisation_fields[] = {
  STRING (JipyoOrganisation, id),     TEXT (JipyoOrganisation, name),
  INT (JipyoOrganisation, kind),      STRING (JipyoOrganisation, code),
  STRING (JipyoOrganisation, market),
};
static const JipyoLedgerShape organisation_shape =
  LISTED (JipyoOrganisation, organisation, organisations);

static const JipyoLedgerField team_fields[] = {
  STRING (JipyoTeam, id),   TEXT (JipyoTeam, name),     TEXT (JipyoTeam, short_name),
  STRING (JipyoTeam, lead), INT (JipyoTeam, colour),    INT (JipyoTeam, dash),
  INT (JipyoTeam, marker),  TEXT (JipyoTeam, strategy), RECORDS (JipyoTeam, members, member_shape),
};
static const JipyoLedgerShape team_shape = LISTED (JipyoTeam, team, teams);

static const JipyoLedgerField programme_fields[] = {
  STRING (JipyoProgramme, id),         TEXT (JipyoProgramme, name),
  TEXT (JipyoProgramme, ministry),     DATE (JipyoProgramme, published),
  INT (JipyoProgramme, review_months), INT (JipyoProgramme, final_teams),
};
static const JipyoLedgerShape programme_shape =
  SHAPE (JipyoProgramme, programme, (TakeFunc) jipyo_ledger_take_programme, NULL);

static const JipyoLedgerField pledge_fields[] = {
  STRING (JipyoPledge, id),
  TEXT (JipyoPledge, label),
  STRING (JipyoPledge, promised),
  STRINGS (JipyoPledge, delivered),
};
static const JipyoLedgerShape pledge_shape = LISTED (JipyoPledge, pledge, pledges);

static const JipyoLedgerField initiative_fields[] = {
  STRING (JipyoInitiative, id),      STRING (JipyoInitiative, country),
  TEXT (JipyoInitiative, name),      INT (JipyoInitiative, kind),
  INT (JipyoInitiative, years),      INT (JipyoInitiative, not_only_ai),
  DATE (JipyoInitiative, announced), STRING (JipyoInitiative, claim),
};
static const JipyoLedgerShape initiative_shape = LISTED (JipyoInitiative, initiative, initiatives);

static const JipyoLedgerField round_fields[] = {
  STRING (JipyoRound, id),     TEXT (JipyoRound, name),
  DATE (JipyoRound, date),     DATE (JipyoRound, published),
  STRING (JipyoRound, source), RECORDS (JipyoRound, criteria, criterion_shape),
};
static const JipyoLedgerShape round_shape = LISTED (JipyoRound, round, rounds);

static const JipyoLedgerField model_fields[] = {
  STRING (JipyoModel, id),      STRING (JipyoModel, name),    STRING (JipyoModel, team),
  DATE (JipyoModel, released),  DATE (JipyoModel, published), STRING (JipyoModel, context),
  STRING (JipyoModel, licence), STRING (JipyoModel, source),
};
static const JipyoLedgerShape model_shape = LISTED (JipyoModel, model, models);

static const JipyoLedgerField event_fields[] = {
  STRING (JipyoEvent, id),       INT (JipyoEvent, kind),        DATE (JipyoEvent, date),
  DATE (JipyoEvent, published),  INT (JipyoEvent, planned),     STRING (JipyoEvent, team),
  STRING (JipyoEvent, round),    TEXT (JipyoEvent, title),      TEXT (JipyoEvent, reason),
  STRING (JipyoEvent, source),   STRING (JipyoEvent, replaces), INT (JipyoEvent, outcome),
  INT (JipyoEvent, second_hand),
};
static const JipyoLedgerShape event_shape = LISTED (JipyoEvent, event, events);

static const JipyoLedgerField claim_fields[] = {
  STRING (JipyoClaim, id),
  STRING (JipyoClaim, subject),
  STRING (JipyoClaim, metric),
  STRING (JipyoClaim, vintage),
  TEXT (JipyoClaim, label),
  DECIMAL (JipyoClaim, quantity.value),
  DECIMAL (JipyoClaim, quantity.upper),
  INT (JipyoClaim, quantity.known),
  INT (JipyoClaim, quantity.has_upper),
  INT (JipyoClaim, quantity.unit),
  INT (JipyoClaim, quantity.qualifier),
  TEXT (JipyoClaim, text),
  DATE (JipyoClaim, true_for.from),
  DATE (JipyoClaim, true_for.to),
  DATE (JipyoClaim, published),
  DATE (JipyoClaim, retrieved),
  STRING (JipyoClaim, source),
  STRING (JipyoClaim, fragment),
  TEXT (JipyoClaim, note),
  INT (JipyoClaim, status),
  STRING (JipyoClaim, formula),
  STRINGS (JipyoClaim, inputs),
  INT (JipyoClaim, preferred),
  TEXT (JipyoClaim, reason),
};
static const JipyoLedgerShape claim_shape = LISTED (JipyoClaim, claim, claims);

static const JipyoLedgerField printed_quote_fields[] = {
  STRING (JipyoPrintedQuote, instrument), STRING (JipyoPrintedQuote, last),
  STRING (JipyoPrintedQuote, change),     STRING (JipyoPrintedQuote, basis),
  DATE (JipyoPrintedQuote, date),         DATE (JipyoPrintedQuote, published),
  STRING (JipyoPrintedQuote, source),     INT (JipyoPrintedQuote, venue_inferred),
};
static const JipyoLedgerShape printed_quote_shape =
  LISTED (JipyoPrintedQuote, printed_quote, printed_quotes);

const JipyoLedgerShape *const *
jipyo_ledger_shapes (guint *n_shapes)
{
  static const JipyoLedgerShape *const shapes[] = {
    &source_shape, &organisation_shape, &team_shape,          &programme_shape,
    &pledge_shape, &initiative_shape,   &round_shape,         &model_shape,
    &event_shape,  &claim_shape,        &printed_quote_shape,
  };

  *n_shapes = G_N_ELEMENTS (shapes);
  return shapes;
}

static gsize
round_up (gsize value, gsize to)
{
  return (value + to - 1) / to * to;
}

gboolean
jipyo_ledger_shape_is_whole (const JipyoLedgerShape *shape)
{
  static const struct {
    gsize size;
    gsize alignment;
  } kinds[JIPYO_N_FIELD_KINDS] = {
    [JIPYO_FIELD_STRING] = { sizeof (char *), _Alignof(char *) },
    [JIPYO_FIELD_INT] = { sizeof (int), _Alignof(int) },
    [JIPYO_FIELD_DATE] = { sizeof (JipyoDate), _Alignof(JipyoDate) },
    [JIPYO_FIELD_DECIMAL] = { sizeof (JipyoDecimal), _Alignof(JipyoDecimal) },
    [JIPYO_FIELD_STRINGS] = { sizeof (char **), _Alignof(char **) },
    [JIPYO_FIELD_RECORDS] = { sizeof (GPtrArray *), _Alignof(GPtrArray *) },
  };
  gsize end = 0;

  for (guint i = 0; i < shape->n_fields; i++) {
    const JipyoLedgerField *field = &shape->fields[i];

    if (field->offset != round_up (end, kinds[field->kind].alignment))
      return FALSE;
    if (field->element != NULL && !jipyo_ledger_shape_is_whole (field->element))
      return FALSE;
    end = field->offset + kinds[field->kind].size;
  }
  return round_up (end, _Alignof(char *)) == shape->size;
}
