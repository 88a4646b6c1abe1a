/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "jipyo-plan.h"

/* A plan, and what followed it: something that happened, or another plan. */
typedef struct {
  const char *planned, *after;
  gboolean is_plan;
  JipyoOutcome outcome;
  int days;
  const char *ko, *en;
} Case;

static void
check_case (const Case *self)
{
  JipyoEvent plan = { .date = fixture_date (self->planned), .planned = TRUE };
  JipyoEvent after = { .date = fixture_date (self->after),
                       .planned = self->is_plan,
                       .outcome = self->outcome };
  g_autofree char *ko = jipyo_plan_format_outcome (&plan, &after, JIPYO_LANG_KO);
  g_autofree char *en = jipyo_plan_format_outcome (&plan, &after, JIPYO_LANG_EN);

  g_assert_cmpint (jipyo_plan_compute_shift (plan.date, after.date), ==, self->days);
  g_assert_cmpstr (ko, ==, self->ko);
  g_assert_cmpstr (en, ==, self->en);
}

static void
test_outcome (void)
{
  static const Case cases[] = {
    { "2026-02", "2026-01-15", FALSE, 0, -17, "적어도 17일 빠름", "at least 17 days early" },
    { "2026-08", "2026-08-18", FALSE, 0, 0, "계획한 때에", "at the planned time" },
    { "2026-12", "2027-02", TRUE, 0, 32, "적어도 32일 연기", "moved back at least 32 days" },
    { "2027-02", "2026-12", TRUE, JIPYO_OUTCOME_MOVED, -32, "적어도 32일 앞당김",
      "brought forward at least 32 days" },
    { "2026-03-01", "2026-03-02", FALSE, JIPYO_OUTCOME_DONE, 1, "1일 늦음", "1 day late" },
    { "2024-02-28", "2024-03-01", FALSE, 0, 2, "2일 늦음", "2 days late" },
    { "2027", "2027-02", FALSE, 0, 0, "계획한 때에", "at the planned time" },
    { "2026-08", "2026-08", TRUE, JIPYO_OUTCOME_CONFIRMED, 0, "확정", "confirmed" },
    { "2025-12", "2025-12-28", FALSE, JIPYO_OUTCOME_DROPPED, 0, "취소", "dropped" },
    { "2025-12", "2025-11-02", FALSE, JIPYO_OUTCOME_DROPPED, -29, "취소", "dropped" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

static JipyoEvent *
add_plan (JipyoLedger *ledger, const char *id, const char *day, const char *published)
{
  JipyoEvent *plan = fixture_add_event (ledger, id, JIPYO_EVENT_PLAN, day);

  plan->published = fixture_date (published);
  plan->planned = TRUE;
  return plan;
}

/* A review is planned, and held early; a vote is planned, and dropped; the end is planned, and
 * moved.
 */
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
  add_plan (ledger, "vote", "2025-12", "2025-08-05");
  JipyoEvent *no_vote = fixture_add_event (ledger, "no vote", JIPYO_EVENT_REVIEW, "2025-12-28");
  no_vote->replaces = g_strdup ("vote");
  no_vote->outcome = JIPYO_OUTCOME_DROPPED;
}

static void
test_table (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fill (fixture.whole);
  JipyoView *view = fixture_build (&fixture, "timeline");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 8);
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
  fixture_assert_code (view, fixture_find_row (view, "event", "vote"), "state", "dropped");
  fixture_assert_text (view, fixture_find_row (view, "event", "no vote"), "shift", "dropped");
  g_assert_cmpstr (view->sentence.en, ==, "end: moved from Dec 2026 to Feb 2027");
  g_assert_cmpstr (view->sentence.ko, ==, "end는 2026년 12월에서 2027년 2월로 미뤄졌다");
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
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 5);
  fixture_assert_code (view, fixture_find_row (view, "event", "end"), "state", "open");
  fixture_assert_code (view, fixture_find_row (view, "event", "vote"), "state", "open");
  g_assert_cmpstr (view->sentence.en, ==, "4 plans ahead, next: vote, Dec 2025");
  fixture.as_of = "2025-12-31";
  view = fixture_build (&fixture, "timeline");
  g_assert_cmpstr (view->sentence.en, ==, "vote: dropped · next: review, Feb 2026");
  g_assert_cmpstr (view->sentence.ko, ==, "vote는 취소되었다 · 다음은 2026년 2월 review");
  fixture.as_of = "2026-01-20";
  view = fixture_build (&fixture, "timeline");
  g_assert_cmpstr (view->sentence.en, ==,
                   "review: at least 17 days early · next: forgotten, Mar 2026");
  fixture.as_of = "2025-01-01";
  view = fixture_build (&fixture, "timeline");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 0);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/plan/outcome", test_outcome);
  g_test_add_func ("/views/timeline/table", test_table);
  g_test_add_func ("/views/timeline/as-of", test_as_of);
  return g_test_run ();
}
