/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "jipyo-plan.h"

static void
test_shift (void)
{
  static const struct {
    const char *planned, *actual;
    int days;
    const char *ko, *en;
  } cases[] = {
    { "2026-02", "2026-01-15", -17, "적어도 17일 빠름", "at least 17 days early" },
    { "2026-08", "2026-08-18", 0, "계획한 때에", "at the planned time" },
    { "2026-12", "2027-02", 32, "적어도 32일 늦음", "at least 32 days late" },
    { "2026-03-01", "2026-03-02", 1, "1일 늦음", "1 day late" },
    { "2024-02-28", "2024-03-01", 2, "2일 늦음", "2 days late" },
    { "2027", "2027-02", 0, "계획한 때에", "at the planned time" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    JipyoDate planned = fixture_date (cases[i].planned);
    JipyoDate actual = fixture_date (cases[i].actual);
    g_autofree char *ko = jipyo_plan_format_shift (planned, actual, JIPYO_LANG_KO);
    g_autofree char *en = jipyo_plan_format_shift (planned, actual, JIPYO_LANG_EN);

    g_assert_cmpint (jipyo_plan_compute_shift (planned, actual), ==, cases[i].days);
    g_assert_cmpstr (ko, ==, cases[i].ko);
    g_assert_cmpstr (en, ==, cases[i].en);
  }
}

static JipyoEvent *
add_plan (JipyoLedger *ledger, const char *id, const char *day, const char *published)
{
  JipyoEvent *plan = fixture_add_event (ledger, id, JIPYO_EVENT_PLAN, day);

  plan->published = fixture_date (published);
  plan->planned = TRUE;
  return plan;
}

/* A review is planned, and held early; the end is planned, and moved. */
static void
fill (JipyoLedger *ledger)
{
  fixture_add_event (ledger, "call", JIPYO_EVENT_CALL, "2025-06-20");
  add_plan (ledger, "review (half a year)", "2026-02", "2025-08-05");
  fixture_add_event (ledger, "result", JIPYO_EVENT_REVIEW, "2026-01-15")->replaces =
    g_strdup ("review (half a year)");
  add_plan (ledger, "end", "2026-12", "2025-08-05");
  add_plan (ledger, "later end", "2027-02", "2026-06-05")->replaces = g_strdup ("end");
  add_plan (ledger, "forgotten", "2026-03", "2025-08-05");
}

static void
test_table (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fill (fixture.whole);
  JipyoView *view = fixture_build (&fixture, "timeline");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 6);
  fixture_assert_text (view, 0, "event", "call");
  guint row = fixture_find_row (view, "event", "result");
  fixture_assert_code (view, row, "state", "none");
  fixture_assert_text (view, row, "planned-for", "2026-02");
  fixture_assert_text (view, row, "shift", "at least 17 days early");
  fixture_assert_code (view, fixture_find_row (view, "event", "review (half a year)"), "state",
                       "done");
  fixture_assert_code (view, fixture_find_row (view, "event", "end"), "state", "moved");
  fixture_assert_code (view, fixture_find_row (view, "event", "later end"), "state", "open");
  fixture_assert_code (view, fixture_find_row (view, "event", "forgotten"), "state", "overdue");
  g_assert_cmpstr (view->sentence.en, ==,
                   "review: at least 17 days early · 2 plans ahead, next Feb 2027: later end");
  fixture_clear (&fixture);
}

/* On the day of the plans nothing of what followed is known. */
static void
test_as_of (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2025-08-05");
  fill (fixture.whole);
  JipyoView *view = fixture_build (&fixture, "timeline");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 4);
  fixture_assert_code (view, fixture_find_row (view, "event", "end"), "state", "open");
  g_assert_cmpstr (view->sentence.en, ==, "1 event · 3 plans ahead, next Feb 2026: review");
  fixture.as_of = "2025-01-01";
  view = fixture_build (&fixture, "timeline");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 0);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/plan/shift", test_shift);
  g_test_add_func ("/views/timeline/table", test_table);
  g_test_add_func ("/views/timeline/as-of", test_as_of);
  return g_test_run ();
}
