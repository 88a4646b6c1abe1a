/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record in memory. A reading shares the records of the ledger that it was read from and holds
 * a reference to it; only the lists differ.
 */

#include "jipyo-ledger.h"

/* What the lists hold, in the order of the table below. */
typedef enum {
  KIND_SOURCE,
  KIND_CLAIM,
  KIND_ORGANISATION,
  KIND_TEAM,
  KIND_EVENT,
  KIND_ROUND,
  KIND_MODEL,
  KIND_PLEDGE,
  KIND_INITIATIVE,
  KIND_PROGRAMME,
  KIND_PRINTED_QUOTE,
  N_KINDS
} Kind;

struct _JipyoLedger {
  gatomicrefcount references;
  JipyoLedger *origin; /* owned; NULL for a ledger that owns its records */
  GPtrArray *lists[N_KINDS];
  GHashTable *ids[N_KINDS]; /* id → record, both borrowed from the list */
  JipyoDate as_of;
};

/* Every record begins with its id, so one function serves all lists. */
static const char *
record_id (gconstpointer record)
{
  return *(const char *const *) record;
}

static const GDestroyNotify record_free[N_KINDS] = {
  [KIND_SOURCE] = (GDestroyNotify) jipyo_source_free,
  [KIND_CLAIM] = (GDestroyNotify) jipyo_claim_free,
  [KIND_ORGANISATION] = (GDestroyNotify) jipyo_organisation_free,
  [KIND_TEAM] = (GDestroyNotify) jipyo_team_free,
  [KIND_EVENT] = (GDestroyNotify) jipyo_event_free,
  [KIND_ROUND] = (GDestroyNotify) jipyo_round_free,
  [KIND_MODEL] = (GDestroyNotify) jipyo_model_free,
  [KIND_PLEDGE] = (GDestroyNotify) jipyo_pledge_free,
  [KIND_INITIATIVE] = (GDestroyNotify) jipyo_initiative_free,
  [KIND_PROGRAMME] = (GDestroyNotify) jipyo_programme_free,
  [KIND_PRINTED_QUOTE] = (GDestroyNotify) jipyo_printed_quote_free,
};

G_STATIC_ASSERT (G_STRUCT_OFFSET (JipyoSource, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (JipyoClaim, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (JipyoOrganisation, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (JipyoTeam, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (JipyoEvent, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (JipyoRound, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (JipyoModel, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (JipyoPledge, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (JipyoInitiative, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (JipyoProgramme, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (JipyoPrintedQuote, instrument) == 0);

static JipyoLedger *
ledger_new (JipyoLedger *origin)
{
  JipyoLedger *self = g_new0 (JipyoLedger, 1);

  g_atomic_ref_count_init (&self->references);
  self->origin = origin != NULL ? jipyo_ledger_ref (origin) : NULL;
  for (Kind kind = 0; kind < N_KINDS; kind++) {
    self->lists[kind] = g_ptr_array_new_with_free_func (origin != NULL ? NULL : record_free[kind]);
    self->ids[kind] = g_hash_table_new (g_str_hash, g_str_equal);
  }
  return self;
}

JipyoLedger *
jipyo_ledger_new (void)
{
  return ledger_new (NULL);
}

JipyoLedger *
jipyo_ledger_ref (JipyoLedger *ledger)
{
  g_return_val_if_fail (ledger != NULL, NULL);
  g_atomic_ref_count_inc (&ledger->references);
  return ledger;
}

void
jipyo_ledger_unref (JipyoLedger *ledger)
{
  if (ledger == NULL || !g_atomic_ref_count_dec (&ledger->references))
    return;
  for (Kind kind = 0; kind < N_KINDS; kind++) {
    g_hash_table_unref (ledger->ids[kind]);
    g_ptr_array_unref (ledger->lists[kind]);
  }
  jipyo_ledger_unref (ledger->origin);
  g_free (ledger);
}

/* Appends the record, or puts it in the place of the one with its id. */
static void
put (JipyoLedger *self, Kind kind, gpointer record)
{
  const char *id = record_id (record);
  gpointer earlier = g_hash_table_lookup (self->ids[kind], id);
  guint index = 0;

  g_hash_table_replace (self->ids[kind], (gpointer) id, record);
  if (earlier == NULL) {
    g_ptr_array_add (self->lists[kind], record);
    return;
  }
  g_ptr_array_find (self->lists[kind], earlier, &index);
  if (self->origin == NULL)
    record_free[kind](earlier);
  g_ptr_array_index (self->lists[kind], index) = record;
}

void
jipyo_ledger_take_source (JipyoLedger *self, JipyoSource *source)
{
  put (self, KIND_SOURCE, source);
}

void
jipyo_ledger_take_claim (JipyoLedger *self, JipyoClaim *claim)
{
  put (self, KIND_CLAIM, claim);
}

void
jipyo_ledger_take_organisation (JipyoLedger *self, JipyoOrganisation *organisation)
{
  put (self, KIND_ORGANISATION, organisation);
}

void
jipyo_ledger_take_team (JipyoLedger *self, JipyoTeam *team)
{
  put (self, KIND_TEAM, team);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const JipyoEvent *left = *(const JipyoEvent *const *) a;
  const JipyoEvent *right = *(const JipyoEvent *const *) b;
  int order = jipyo_date_compare (left->date, right->date);

  return order != 0 ? order : g_strcmp0 (left->id, right->id);
}

void
jipyo_ledger_take_event (JipyoLedger *self, JipyoEvent *event)
{
  put (self, KIND_EVENT, event);
  g_ptr_array_sort (self->lists[KIND_EVENT], compare_events);
}

void
jipyo_ledger_take_round (JipyoLedger *self, JipyoRound *round)
{
  put (self, KIND_ROUND, round);
}

void
jipyo_ledger_take_model (JipyoLedger *self, JipyoModel *model)
{
  put (self, KIND_MODEL, model);
}

void
jipyo_ledger_take_pledge (JipyoLedger *self, JipyoPledge *pledge)
{
  put (self, KIND_PLEDGE, pledge);
}

void
jipyo_ledger_take_initiative (JipyoLedger *self, JipyoInitiative *initiative)
{
  put (self, KIND_INITIATIVE, initiative);
}

void
jipyo_ledger_take_programme (JipyoLedger *self, JipyoProgramme *programme)
{
  put (self, KIND_PROGRAMME, programme);
}

void
jipyo_ledger_take_printed_quote (JipyoLedger *self, JipyoPrintedQuote *quote)
{
  put (self, KIND_PRINTED_QUOTE, quote);
}

/* From when on a reader could know the record; an unknown date means it is not news, such as what
 * an organisation is called. */
static JipyoDate
known_from (const JipyoLedger *self, Kind kind, gconstpointer record)
{
  const JipyoClaim *claim = NULL;

  switch (kind) {
  case KIND_CLAIM:
    return jipyo_claim_known_from (record);
  case KIND_EVENT:
    return ((const JipyoEvent *) record)->published;
  case KIND_ROUND:
    return ((const JipyoRound *) record)->published;
  case KIND_MODEL:
    return ((const JipyoModel *) record)->published;
  case KIND_PRINTED_QUOTE:
    return ((const JipyoPrintedQuote *) record)->published;
  case KIND_INITIATIVE:
    claim = jipyo_ledger_find_claim (self, ((const JipyoInitiative *) record)->claim);
    return claim != NULL ? jipyo_claim_known_from (claim)
                         : ((const JipyoInitiative *) record)->announced;
  case KIND_PLEDGE:
    claim = jipyo_ledger_find_claim (self, ((const JipyoPledge *) record)->promised);
    return claim != NULL ? jipyo_claim_known_from (claim) : (JipyoDate){ 0 };
  case KIND_SOURCE:
  case KIND_ORGANISATION:
  case KIND_TEAM:
  case KIND_PROGRAMME:
  case N_KINDS:
    break;
  }
  return (JipyoDate){ 0 };
}

JipyoLedger *
jipyo_ledger_read_as_of (JipyoLedger *self, JipyoDate date)
{
  JipyoLedger *reading = ledger_new (self);

  reading->as_of = date;
  for (Kind kind = 0; kind < N_KINDS; kind++)
    for (guint i = 0; i < self->lists[kind]->len; i++) {
      gpointer record = g_ptr_array_index (self->lists[kind], i);
      JipyoDate known = known_from (self, kind, record);

      if (!jipyo_date_is_known (date) || !jipyo_date_is_known (known)
          || jipyo_date_is_by (known, date))
        put (reading, kind, record);
    }
  return reading;
}

JipyoDate
jipyo_ledger_get_as_of (const JipyoLedger *self)
{
  return self->as_of;
}

JipyoDate
jipyo_ledger_find_last_day (const JipyoLedger *self)
{
  JipyoDate last = { 0 };

  for (Kind kind = 0; kind < N_KINDS; kind++)
    for (guint i = 0; i < self->lists[kind]->len; i++) {
      JipyoDate known = known_from (self, kind, g_ptr_array_index (self->lists[kind], i));

      if (jipyo_date_is_known (known)
          && (!jipyo_date_is_known (last)
              || jipyo_date_last_day (known) > jipyo_date_last_day (last)))
        last = known;
    }
  return jipyo_date_is_known (last) ? jipyo_date_from_day (jipyo_date_last_day (last)) : last;
}

const GPtrArray *
jipyo_ledger_get_sources (const JipyoLedger *self)
{
  return self->lists[KIND_SOURCE];
}

const GPtrArray *
jipyo_ledger_get_claims (const JipyoLedger *self)
{
  return self->lists[KIND_CLAIM];
}

const GPtrArray *
jipyo_ledger_get_organisations (const JipyoLedger *self)
{
  return self->lists[KIND_ORGANISATION];
}

const GPtrArray *
jipyo_ledger_get_teams (const JipyoLedger *self)
{
  return self->lists[KIND_TEAM];
}

const GPtrArray *
jipyo_ledger_get_events (const JipyoLedger *self)
{
  return self->lists[KIND_EVENT];
}

const GPtrArray *
jipyo_ledger_get_rounds (const JipyoLedger *self)
{
  return self->lists[KIND_ROUND];
}

const GPtrArray *
jipyo_ledger_get_models (const JipyoLedger *self)
{
  return self->lists[KIND_MODEL];
}

const GPtrArray *
jipyo_ledger_get_pledges (const JipyoLedger *self)
{
  return self->lists[KIND_PLEDGE];
}

const GPtrArray *
jipyo_ledger_get_initiatives (const JipyoLedger *self)
{
  return self->lists[KIND_INITIATIVE];
}

const GPtrArray *
jipyo_ledger_get_printed_quotes (const JipyoLedger *self)
{
  return self->lists[KIND_PRINTED_QUOTE];
}

const JipyoProgramme *
jipyo_ledger_get_programme (const JipyoLedger *self)
{
  const GPtrArray *programmes = self->lists[KIND_PROGRAMME];

  return programmes->len > 0 ? g_ptr_array_index (programmes, 0) : NULL;
}

static gconstpointer
find (const JipyoLedger *self, Kind kind, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->ids[kind], id) : NULL;
}

const JipyoSource *
jipyo_ledger_find_source (const JipyoLedger *self, const char *id)
{
  return find (self, KIND_SOURCE, id);
}

const JipyoClaim *
jipyo_ledger_find_claim (const JipyoLedger *self, const char *id)
{
  return find (self, KIND_CLAIM, id);
}

const JipyoOrganisation *
jipyo_ledger_find_organisation (const JipyoLedger *self, const char *id)
{
  return find (self, KIND_ORGANISATION, id);
}

const JipyoTeam *
jipyo_ledger_find_team (const JipyoLedger *self, const char *id)
{
  return find (self, KIND_TEAM, id);
}

const JipyoRound *
jipyo_ledger_find_round (const JipyoLedger *self, const char *id)
{
  return find (self, KIND_ROUND, id);
}

const JipyoModel *
jipyo_ledger_find_model (const JipyoLedger *self, const char *id)
{
  return find (self, KIND_MODEL, id);
}
