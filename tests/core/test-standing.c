/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-standing.h"

static JipyoDate
date (const char *text)
{
  JipyoDate parsed = { 0 };

  g_assert_true (jipyo_date_parse (text, &parsed));
  return parsed;
}

static void
add_team (JipyoLedger *ledger, const char *id)
{
  JipyoTeam *team = g_new0 (JipyoTeam, 1);

  team->id = g_strdup (id);
  jipyo_ledger_take_team (ledger, team);
}

static void
add_event (JipyoLedger *ledger, const char *team, JipyoEventKind kind, const char *day)
{
  JipyoEvent *event = g_new0 (JipyoEvent, 1);

  event->id = g_strdup_printf ("%s-%s-%s", team, day, jipyo_event_kind_id (kind));
  event->team = g_strdup (team);
  event->kind = kind;
  event->date = date (day);
  event->published = date (day);
  jipyo_ledger_take_event (ledger, event);
}

static void
add_total (JipyoLedger *ledger, const char *team, const char *day, gint64 tenths)
{
  JipyoClaim *claim = g_new0 (JipyoClaim, 1);

  claim->id = g_strdup_printf ("%s-%s-total", team, day);
  claim->subject = g_strdup (team);
  claim->metric = g_strdup ("score-total");
  g_assert_true (jipyo_period_parse (day, &claim->true_for));
  claim->published = date (day);
  claim->quantity = (JipyoQuantity){ .value = { .digits = tenths, .scale = 1 },
                                     .known = tenths > 0,
                                     .unit = JIPYO_UNIT_POINTS };
  jipyo_ledger_take_claim (ledger, claim);
}

/* Three enter; b is disqualified; d joins late; a leaves by score in the second round. */
static JipyoLedger *
history (void)
{
  static const char *const first[] = { "a", "b", "c" };
  JipyoLedger *ledger = jipyo_ledger_new ();

  for (guint i = 0; i < G_N_ELEMENTS (first); i++) {
    add_team (ledger, first[i]);
    add_event (ledger, first[i], JIPYO_EVENT_SELECTED, "2025-08-04");
  }
  add_team (ledger, "d");
  add_team (ledger, "never-heard-of");
  add_event (ledger, "b", JIPYO_EVENT_DISQUALIFIED, "2026-01-15");
  add_event (ledger, "a", JIPYO_EVENT_ADVANCED, "2026-01-15");
  add_event (ledger, "c", JIPYO_EVENT_ADVANCED, "2026-01-15");
  add_event (ledger, "d", JIPYO_EVENT_JOINED, "2026-02-20");
  add_event (ledger, "a", JIPYO_EVENT_OUT_SCORE, "2026-08-18");
  add_event (ledger, "c", JIPYO_EVENT_ADVANCED, "2026-08-18");
  add_event (ledger, "d", JIPYO_EVENT_ADVANCED, "2026-08-18");
  add_total (ledger, "c", "2026-01-15", 0);
  add_total (ledger, "a", "2026-08-18", 658);
  add_total (ledger, "c", "2026-08-18", 699);
  add_total (ledger, "d", "2026-08-18", 706);
  return ledger;
}

static char *
describe (JipyoLedger *ledger, const char *day)
{
  g_autoptr (JipyoLedger) reading = jipyo_ledger_read_as_of (ledger, date (day));
  g_autoptr (GArray) standings = jipyo_ledger_compute_standings (reading);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < standings->len; i++) {
    const JipyoStanding *standing = &g_array_index (standings, JipyoStanding, i);
    g_autofree char *since = jipyo_date_format (standing->since);

    g_string_append_printf (text, "%s %s %s %d;", standing->team->id,
                            jipyo_standing_state_id (standing->state), since, standing->rank);
  }
  return g_string_free (text, FALSE);
}

static void
test_any_date (void)
{
  static const struct {
    const char *day;
    const char *expected;
  } cases[] = {
    { "2025-08-03", "" },
    { "2025-08-05", "a in 2025-08-04 0;b in 2025-08-04 0;c in 2025-08-04 0;" },
    { "2026-01-20", "a in 2026-01-15 0;c in 2026-01-15 0;b out 2026-01-15 0;" },
    { "2026-03-01", "a in 2026-01-15 0;c in 2026-01-15 0;d in 2026-02-20 0;b out 2026-01-15 0;" },
    { "2026-09-01", "d in 2026-08-18 1;c in 2026-08-18 2;a out 2026-08-18 3;b out 2026-01-15 0;" },
  };
  g_autoptr (JipyoLedger) ledger = history ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = describe (ledger, cases[i].day);

    g_assert_cmpstr (text, ==, cases[i].expected);
  }
}

/* A team that left may come back: nothing forbids it. */
static void
test_return (void)
{
  g_autoptr (JipyoLedger) ledger = history ();
  JipyoStanding standing;

  add_event (ledger, "b", JIPYO_EVENT_JOINED, "2026-10-01");
  g_assert_true (jipyo_ledger_compute_standing (ledger, "b", &standing));
  g_assert_cmpint (standing.state, ==, JIPYO_STANDING_IN);
  g_assert_false (jipyo_ledger_compute_standing (ledger, "nobody", &standing));
  g_assert_false (jipyo_ledger_compute_standing (ledger, "never-heard-of", &standing));
}

/* What is only announced for a later day decides nothing, not even on that day. */
static void
test_planned (void)
{
  g_autoptr (JipyoLedger) ledger = history ();
  JipyoEvent *event = g_new0 (JipyoEvent, 1);
  JipyoStanding standing;

  event->id = g_strdup ("c-out");
  event->team = g_strdup ("c");
  event->kind = JIPYO_EVENT_OUT_SCORE;
  event->date = date ("2026-12-31");
  event->published = date ("2026-09-01");
  event->planned = TRUE;
  jipyo_ledger_take_event (ledger, event);
  g_assert_true (jipyo_ledger_compute_standing (ledger, "c", &standing));
  g_assert_cmpint (standing.state, ==, JIPYO_STANDING_IN);
  g_assert_cmpint (jipyo_date_compare (standing.since, date ("2026-08-18")), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/standing/any-date", test_any_date);
  g_test_add_func ("/core/standing/return", test_return);
  g_test_add_func ("/core/standing/planned", test_planned);
  return g_test_run ();
}
