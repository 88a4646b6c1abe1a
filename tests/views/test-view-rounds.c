/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "jipyo-datum-text.h"

#include <string.h>

#include <math.h>

static void
add_round (JipyoLedger *ledger, const char *id, const char *day)
{
  static const struct {
    const char *id;
    int max_points;
  } criteria[] = { { "benchmark", 40 }, { "expert", 35 }, { "user", 25 } };
  JipyoRound *round = g_new0 (JipyoRound, 1);

  round->id = g_strdup (id);
  round->name = jipyo_text_new ("평가", id);
  round->date = fixture_date (day);
  round->published = round->date;
  round->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_criterion_free);
  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++) {
    JipyoCriterion *criterion = g_new0 (JipyoCriterion, 1);

    criterion->id = g_strdup (criteria[i].id);
    criterion->label = jipyo_text_new (criteria[i].id, criteria[i].id);
    criterion->max_points = criteria[i].max_points;
    g_ptr_array_add (round->criteria, criterion);
  }
  jipyo_ledger_take_round (ledger, round);
}

static void
add_outcome (JipyoLedger *ledger, const char *team, JipyoEventKind kind, const char *reason)
{
  g_autofree char *id = g_strdup_printf ("%s.outcome", team);
  JipyoEvent *event = fixture_add_event (ledger, id, kind, "2026-01-15");

  event->team = g_strdup (team);
  event->round = g_strdup ("r1");
  event->reason = jipyo_text_new (reason, reason);
}

/* "a" has all parts, "b" one part and the total, "c" the total alone, "d" nothing. */
static void
fill (Fixture *fixture)
{
  static const char *const teams[] = { "d", "c", "b", "a" };
  JipyoLedger *ledger = fixture->whole;

  for (guint i = 0; i < G_N_ELEMENTS (teams); i++)
    fixture_add_team (ledger, teams[i]);
  add_round (ledger, "r1", "2026-01-15");
  add_outcome (ledger, "a", JIPYO_EVENT_ADVANCED, NULL);
  add_outcome (ledger, "b", JIPYO_EVENT_ADVANCED, NULL);
  add_outcome (ledger, "c", JIPYO_EVENT_OUT_SCORE, "lowest");
  add_outcome (ledger, "d", JIPYO_EVENT_DISQUALIFIED, "origin");
  fixture_add_points (ledger, "a", "score-benchmark", "2026-01-15", "33.6");
  fixture_add_points (ledger, "a", "score-expert", "2026-01-15", "31.6");
  fixture_add_points (ledger, "a", "score-user", "2026-01-15", "25");
  fixture_add_points (ledger, "a", "score-total", "2026-01-15", "90.2");
  fixture_add_points (ledger, "b", "score-expert", "2026-01-15", "29.5");
  fixture_add_points (ledger, "b", "score-total", "2026-01-15", "69");
  fixture_add_points (ledger, "c", "score-total", "2026-01-15", "65.8");
  fixture_add_points (ledger, "r1", "average-expert", "2026-01-15", "28.56");
  JipyoEvent *joined = fixture_add_event (ledger, "joins", JIPYO_EVENT_JOINED, "2026-02-20");
  fixture_add_team (ledger, "e");
  joined->team = g_strdup ("e");
}

static void
test_table (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-03-01");
  fill (&fixture);
  JipyoView *view = fixture_build (&fixture, "rounds");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 7);
  fixture_assert_code (view, 0, "row", "maximum");
  fixture_assert_value (view, 0, "benchmark", "40");
  fixture_assert_value (view, 0, "total", "100");

  guint a = fixture_find_row (view, "team", "a");
  fixture_assert_code (view, a, "outcome", "advanced");
  fixture_assert_value (view, a, "user", "25");
  fixture_assert_value (view, a, "total", "90.2");

  guint d = fixture_find_row (view, "team", "d");
  fixture_assert_code (view, d, "outcome", "disqualified");
  fixture_assert_text (view, d, "reason", "origin");
  fixture_assert_value (view, d, "total", NULL);
  fixture_assert_text (view, d, "total", "not disclosed");
  g_assert_cmpstr (jipyo_table_peek (view->table, d, "total")->text.ko, ==, "비공개");

  guint average = fixture_find_row (view, "row", "average");
  fixture_assert_value (view, average, "expert", "28.56");
  fixture_assert_value (view, average, "total", NULL);
  fixture_assert_code (view, 6, "row", "joined");
  fixture_assert_code (view, 6, "team", "e");
  g_assert_cmpstr (view->sentence.en, ==,
                   "r1: a first with 90.2 points, 24.4 points ahead of c, which left");
  g_assert_cmpstr (view->sentence.ko, ==, "평가: 1위 a 90.2점, 탈락한 c와 차이는 24.4점");
  fixture_clear (&fixture);
}

static const JipyoPlotSeries *
find_series (const JipyoPlot *plot, const char *id)
{
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);

    if (g_str_equal (series->id, id))
      return series;
  }
  g_error ("no series %s", id);
}

/* Nothing undisclosed is drawn as zero; what is left of a total is told apart. */
static void
test_plot (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-03-01");
  fill (&fixture);
  const JipyoSheet *sheet = fixture_build (&fixture, "rounds")->sheet;
  const JipyoPlot *plot = g_ptr_array_index (sheet->plots, 0);

  g_assert_cmpfloat (plot->value.high, ==, 100);
  g_assert_cmpuint (plot->position.bands->len, ==, 5);
  g_assert_cmpstr (g_ptr_array_index (plot->position.bands, 0), ==, "a");
  g_assert_cmpstr (g_ptr_array_index (plot->position.bands, 3), ==, "d");
  g_assert_cmpuint (find_series (plot, "benchmark")->data->len, ==, 1);
  g_assert_cmpuint (find_series (plot, "expert")->data->len, ==, 3);
  /* The card lists it among the criteria, by its name. */
  g_assert_cmpstr (jipyo_datum_text_get_series_name (find_series (plot, "total")), ==, "Total");
  const GArray *totals = find_series (plot, "total")->data;
  g_assert_cmpuint (totals->len, ==, 4);
  g_assert_cmpfloat (g_array_index (totals, JipyoDatum, 3).position, ==, 3);
  g_assert_true (isnan (g_array_index (totals, JipyoDatum, 3).value));
  g_assert_cmpstr (g_array_index (totals, JipyoDatum, 3).text, ==, "not disclosed");
  const GArray *rest = find_series (plot, "undisclosed")->data;
  g_assert_cmpuint (rest->len, ==, 2);
  g_assert_cmpfloat (g_array_index (rest, JipyoDatum, 0).value, ==, 39.5);
  g_assert_cmpint (g_array_index (rest, JipyoDatum, 0).kind, ==, JIPYO_DATUM_DERIVED);
  g_assert_cmpfloat (g_array_index (rest, JipyoDatum, 1).value, ==, 65.8);
  g_assert_cmpint (g_array_index (rest, JipyoDatum, 1).kind, ==, JIPYO_DATUM_VALUE);
  fixture_clear (&fixture);
}

static void
test_none (void)
{
  Fixture fixture;
  JipyoProgramme *programme = g_new0 (JipyoProgramme, 1);

  fixture_init (&fixture, "2025-08-05");
  fill (&fixture);
  programme->id = g_strdup ("p");
  programme->review_months = 6;
  jipyo_ledger_take_programme (fixture.whole, programme);
  JipyoView *view = fixture_build (&fixture, "rounds");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 0);
  g_assert_cmpstr (view->sentence.en, ==,
                   "No round has taken place yet: a review every 6 months was announced");
  fixture_clear (&fixture);
}

/* A team's profile from the same record. */
static void
test_team (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-03-01");
  fill (&fixture);
  JipyoView *view = fixture_build (&fixture, "team:c");
  guint row = fixture_find_row (view, "section", "standing");

  fixture_assert_code (view, row, "item", "out");
  fixture_assert_text (view, row, "note", "lowest");
  fixture_assert_text (view, row, "date", "2026-01-15");
  fixture_assert_value (view, fixture_find_row (view, "section", "score"), "value", "65.8");
  g_assert_cmpstr (view->sentence.en, ==, "c: out by score on 15 Jan 2026; r1, 65.8 points");
  view = fixture_build (&fixture, "team:e");
  g_assert_cmpstr (view->sentence.en, ==, "e: in play since 20 Feb 2026, no score yet");

  fixture.as_of = "2026-02-01";
  view = fixture_build (&fixture, "team:e");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 0);
  g_assert_cmpstr (view->sentence.en, ==, "Not part of the programme on this date");
  fixture_expect_error (&fixture, "team:nobody", JIPYO_VIEW_ERROR_NOT_FOUND);
  fixture_expect_error (&fixture, "team", JIPYO_VIEW_ERROR_OPTION);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/rounds/table", test_table);
  g_test_add_func ("/views/rounds/plot", test_plot);
  g_test_add_func ("/views/rounds/none", test_none);
  g_test_add_func ("/views/team/standing", test_team);
  return g_test_run ();
}
