/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

static void
add_team_event (JipyoLedger *ledger, const char *team, JipyoEventKind kind, const char *day)
{
  g_autofree char *id = g_strdup_printf ("%s %s", team, jipyo_event_kind_id (kind));

  fixture_add_event (ledger, id, kind, day)->team = g_strdup (team);
}

/* "a" stays, "b" leaves; a budget is stated, contradicted by a claim that becomes the preferred
 * one, and disputed by a third. */
static void
fill (JipyoLedger *ledger)
{
  JipyoClaim *claim;

  fixture_add_team (ledger, "a");
  fixture_add_team (ledger, "b");
  add_team_event (ledger, "a", JIPYO_EVENT_SELECTED, "2025-08-04");
  add_team_event (ledger, "b", JIPYO_EVENT_SELECTED, "2025-08-04");
  add_team_event (ledger, "b", JIPYO_EVENT_OUT_SCORE, "2026-01-15");
  fixture_add_points (ledger, "p", "budget", "2025", "2139")->published =
    fixture_date ("2025-08-05");
  claim = fixture_add_points (ledger, "p", "budget", "2025", "2136");
  claim->published = fixture_date ("2025-10-26");
  claim->preferred = TRUE;
  claim->status = JIPYO_STATUS_SECOND_HAND;
  fixture_add_points (ledger, "p", "budget", "2025", "2454")->published =
    fixture_date ("2026-02-01");
  fixture_add_points (ledger, "q", "gpus", "2026", "512")->published = fixture_date ("2026-03-01");
}

static void
test_default (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fill (fixture.whole);
  JipyoView *view = fixture_build (&fixture, "changes");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 4);
  fixture_assert_code (view, 0, "change", "standing");
  fixture_assert_code (view, 0, "subject", "b");
  fixture_assert_code (view, 0, "before", "in");
  fixture_assert_code (view, 0, "after", "out");
  fixture_assert_code (view, 1, "change", "figure");
  fixture_assert_value (view, 1, "before", "2139");
  fixture_assert_value (view, 1, "after", "2136");
  fixture_assert_text (view, 1, "date", "2025-10-26");
  fixture_assert_code (view, 2, "change", "conflict");
  fixture_assert_value (view, 2, "before", "2136");
  fixture_assert_value (view, 2, "after", "2454");
  fixture_assert_code (view, 3, "change", "claim");
  fixture_assert_value (view, 3, "before", NULL);
  fixture_assert_value (view, 3, "after", "512");
  g_assert_cmpstr (view->sentence.en, ==, "Since 2025-08-05: 2 teams to 1, 0 events, 1 new figure");
  fixture_clear (&fixture);
}

static void
test_dates (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fill (fixture.whole);
  fixture_set_option (&fixture, "from", "2026-01-01");
  fixture_set_option (&fixture, "to", "2026-01-31");
  JipyoView *view = fixture_build (&fixture, "changes");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 1);
  fixture_assert_code (view, 0, "after", "out");

  fixture_set_option (&fixture, "to", "2026-01-14");
  view = fixture_build (&fixture, "changes");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 0);
  g_assert_cmpstr (view->sentence.en, ==, "Nothing became known from 2026-01-01 to 2026-01-14");
  fixture_set_option (&fixture, "to", "2025-12-31");
  fixture_expect_error (&fixture, "changes", JIPYO_VIEW_ERROR_OPTION);
  fixture_set_option (&fixture, "to", "2026-12-31");
  fixture_expect_error (&fixture, "changes", JIPYO_VIEW_ERROR_OPTION);
  fixture_set_option (&fixture, "to", "soon");
  fixture_expect_error (&fixture, "changes", JIPYO_VIEW_ERROR_OPTION);
  fixture_clear (&fixture);
}

static void
test_claims (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fill (fixture.whole);
  JipyoView *view = fixture_build (&fixture, "claims");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 4);
  fixture_assert_value (view, 0, "figure", "2136");
  fixture_assert_code (view, 0, "conflict", "shown");
  fixture_assert_code (view, 0, "status", "second-hand");
  fixture_assert_code (view, 1, "conflict", "rival");
  fixture_assert_value (view, 3, "figure", "512");
  fixture_assert_code (view, 3, "conflict", NULL);
  g_assert_cmpstr (view->sentence.en, ==, "4 claims; sources disagree on 1 matter");
  g_assert_cmpuint (view->conflicts->len, ==, 3);

  fixture_set_option (&fixture, "status", "second-hand");
  view = fixture_build (&fixture, "claims");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 1);
  fixture_set_option (&fixture, "status", "all");
  fixture_set_option (&fixture, "subject", "q");
  view = fixture_build (&fixture, "claims");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 1);
  fixture_assert_value (view, 0, "figure", "512");
  fixture_set_option (&fixture, "metric", "budget");
  view = fixture_build (&fixture, "claims");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 0);
  g_assert_cmpstr (view->sentence.en, ==, "No claim matches");
  fixture_set_option (&fixture, "status", "guessed");
  fixture_expect_error (&fixture, "claims", JIPYO_VIEW_ERROR_OPTION);
  fixture_clear (&fixture);
}

/* Before the preferred claim was known the reading shows another, and the marks follow it. */
static void
test_claims_as_of (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2025-08-05");
  fill (fixture.whole);
  JipyoView *view = fixture_build (&fixture, "claims");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 1);
  fixture_assert_value (view, 0, "figure", "2139");
  fixture_assert_code (view, 0, "conflict", NULL);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/changes/default", test_default);
  g_test_add_func ("/views/changes/dates", test_dates);
  g_test_add_func ("/views/claims/all", test_claims);
  g_test_add_func ("/views/claims/as-of", test_claims_as_of);
  return g_test_run ();
}
