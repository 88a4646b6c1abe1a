/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every id that a record names must be one of a record, staged or in the base.
 */

#include "jipyo-ledger-check.h"

#include <glib/gi18n.h>

typedef struct {
  const JipyoLedgerStaging *staging;
  JipyoSection section; /* of the record that names */
  const JipyoStaged *staged;
} Place;

static void
expect (const Place *place, const char *member, JipyoSection section, const char *id)
{
  static const char *const kinds[JIPYO_N_SECTIONS] = {
    [JIPYO_SECTION_SOURCES] =
      N_ ("source"), [JIPYO_SECTION_ORGANISATIONS] = N_ ("organisation"),
                       [JIPYO_SECTION_TEAMS] =
                         N_ ("team"), [JIPYO_SECTION_PROGRAMMES] = N_ ("programme"),
                                        [JIPYO_SECTION_PLEDGES] =
                                          N_ ("pledge"), [JIPYO_SECTION_INITIATIVES] = N_ ("initiative"),
                                                           [JIPYO_SECTION_ROUNDS] = N_ ("round"),
                                                             [JIPYO_SECTION_MODELS] = N_ ("model"),
                                                               [JIPYO_SECTION_EVENTS] = N_ ("event"),
                                                                 [JIPYO_SECTION_CLAIMS] = N_ ("claim"),
                                                                   [JIPYO_SECTION_PRINTED_QUOTES] =
                                                                     N_ ("printed quote"),
                                                                   };

  if (id != NULL && !jipyo_ledger_staging_has (place->staging, section, id))
    jipyo_ledger_staging_complain (place->staging, place->section, place->staged, member,
                                   _ ("there is no %s \"%s\""), _ (kinds[section]), id);
}

static void
expect_all (const Place *place, const char *member, JipyoSection section, char **ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++) {
    g_autofree char *element = g_strdup_printf ("%s/%u", member, i);

    expect (place, element, section, ids[i]);
  }
}

/* A claim may be about anything that the record knows, an instrument or a currency. */
static gboolean
is_subject (const JipyoLedgerStaging *staging, const char *id)
{
  static const JipyoSection subjects[] = {
    JIPYO_SECTION_TEAMS,   JIPYO_SECTION_ORGANISATIONS,  JIPYO_SECTION_MODELS,
    JIPYO_SECTION_ROUNDS,  JIPYO_SECTION_PROGRAMMES,     JIPYO_SECTION_INITIATIVES,
    JIPYO_SECTION_PLEDGES, JIPYO_SECTION_PRINTED_QUOTES,
  };
  JipyoUnit unit;

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (jipyo_ledger_staging_has (staging, subjects[i], id))
      return TRUE;
  return jipyo_unit_parse (id, &unit) && jipyo_unit_is_money (unit);
}

static void
check_claim (const Place *place, const JipyoClaim *claim)
{
  if (claim->subject != NULL && !is_subject (place->staging, claim->subject))
    jipyo_ledger_staging_complain (
      place->staging, place->section, place->staged, "subject",
      _ ("there is no team, organisation, model or other subject \"%s\""), claim->subject);
  expect (place, "source", JIPYO_SECTION_SOURCES, claim->source);
  expect_all (place, "inputs", JIPYO_SECTION_CLAIMS, claim->inputs);
}

static void
check_team (const Place *place, const JipyoTeam *team)
{
  expect (place, "lead", JIPYO_SECTION_ORGANISATIONS, team->lead);
  for (guint i = 0; i < team->members->len; i++) {
    const JipyoMember *member = g_ptr_array_index (team->members, i);
    g_autofree char *organisation = g_strdup_printf ("members/%u/organisation", i);
    g_autofree char *source = g_strdup_printf ("members/%u/source", i);

    expect (place, organisation, JIPYO_SECTION_ORGANISATIONS, member->organisation);
    expect (place, source, JIPYO_SECTION_SOURCES, member->source);
  }
}

static void
check_event (const Place *place, const JipyoEvent *event)
{
  const JipyoEvent *plan = NULL;

  expect (place, "team", JIPYO_SECTION_TEAMS, event->team);
  expect (place, "round", JIPYO_SECTION_ROUNDS, event->round);
  expect (place, "source", JIPYO_SECTION_SOURCES, event->source);
  expect (place, "replaces", JIPYO_SECTION_EVENTS, event->replaces);
  if (event->replaces == NULL)
    return;
  plan = jipyo_ledger_staging_find (place->staging, JIPYO_SECTION_EVENTS, event->replaces);
  if (plan != NULL && !plan->planned)
    jipyo_ledger_staging_complain (place->staging, place->section, place->staged, "replaces",
                                   _ ("\"%s\" is no plan, so nothing can replace it"),
                                      event->replaces);
}

static void
check_record (const Place *place, gconstpointer record)
{
  const JipyoModel *model = record;
  const JipyoPledge *pledge = record;
  const JipyoInitiative *initiative = record;

  switch (place->section) {
  case JIPYO_SECTION_CLAIMS:
    check_claim (place, record);
    return;
  case JIPYO_SECTION_TEAMS:
    check_team (place, record);
    return;
  case JIPYO_SECTION_EVENTS:
    check_event (place, record);
    return;
  case JIPYO_SECTION_ROUNDS:
    expect (place, "source", JIPYO_SECTION_SOURCES, ((const JipyoRound *) record)->source);
    return;
  case JIPYO_SECTION_MODELS:
    expect (place, "team", JIPYO_SECTION_TEAMS, model->team);
    expect (place, "source", JIPYO_SECTION_SOURCES, model->source);
    return;
  case JIPYO_SECTION_PLEDGES:
    expect (place, "promised", JIPYO_SECTION_CLAIMS, pledge->promised);
    expect_all (place, "delivered", JIPYO_SECTION_CLAIMS, pledge->delivered);
    return;
  case JIPYO_SECTION_INITIATIVES:
    expect (place, "country", JIPYO_SECTION_ORGANISATIONS, initiative->country);
    expect (place, "claim", JIPYO_SECTION_CLAIMS, initiative->claim);
    return;
  case JIPYO_SECTION_PRINTED_QUOTES:
    expect (place, "source", JIPYO_SECTION_SOURCES, ((const JipyoPrintedQuote *) record)->source);
    return;
  case JIPYO_SECTION_SOURCES:
  case JIPYO_SECTION_ORGANISATIONS:
  case JIPYO_SECTION_PROGRAMMES:
  case JIPYO_N_SECTIONS:
    break;
  }
}

void
jipyo_ledger_check_references (const JipyoLedgerStaging *staging)
{
  for (JipyoSection section = 0; section < JIPYO_N_SECTIONS; section++)
    for (guint i = 0; i < staging->staged[section]->len; i++) {
      Place place = { .staging = staging,
                      .section = section,
                      .staged = &g_array_index (staging->staged[section], JipyoStaged, i) };

      check_record (&place, place.staged->record);
    }
}
