/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Budget, pledges, programmes of the world, private investment, models of the teams and the
 * overview on small made-up records: bounds, conflicts, gaps, another order of events.
 */

#include "claim-fixture.h"
#include "fixture.h"

#include <string.h>

static const ClaimSpec budget[] = {
  { "official", "sovereign-ai", "budget", "2025", "2025-05-01", "1000", "KRW", .inputs = "gpu data",
    .preferred = TRUE },
  { "press", "sovereign-ai", "budget", "2025", "2025-08-05", "1100", "KRW", .vintage = NULL },
  { "copy", "sovereign-ai", "budget", "2025", "2025-10-01", "1000", "KRW",
    .status = "second-hand" },
  { "gpu", "sovereign-ai", "budget-gpu", "2025", "2025-05-01", "750", "KRW", .vintage = NULL },
  { "data", "sovereign-ai", "budget-data", "2025", "2025-05-01", "250", "KRW", .vintage = NULL },
  { NULL },
};

static void
add_team_event (JipyoLedger *ledger, const char *team, JipyoEventKind kind, const char *day)
{
  g_autofree char *id = g_strdup_printf ("%s.%s", team, day);

  fixture_add_event (ledger, id, kind, day)->team = g_strdup (team);
}

/* Two begin; one leaves in the next year, and comes back the year after with a third. */
static void
add_teams (JipyoLedger *ledger)
{
  static const char *const teams[] = { "a", "b", "c" };

  for (guint i = 0; i < G_N_ELEMENTS (teams); i++)
    fixture_add_team (ledger, teams[i]);
  add_team_event (ledger, "a", JIPYO_EVENT_SELECTED, "2025-08-04");
  add_team_event (ledger, "b", JIPYO_EVENT_SELECTED, "2025-08-04");
  add_team_event (ledger, "b", JIPYO_EVENT_DISQUALIFIED, "2026-02-01");
  add_team_event (ledger, "b", JIPYO_EVENT_JOINED, "2027-01-02");
  add_team_event (ledger, "c", JIPYO_EVENT_JOINED, "2027-01-02");
}

static void
test_budget (void)
{
  Fixture fixture;
  guint row;

  fixture_init (&fixture, "2026-03-01");
  add_teams (fixture.whole);
  claim_fixture_add_all (fixture.whole, budget);
  JipyoView *view = fixture_build (&fixture, "budget");
  row = fixture_find_row (view, "choice", "shown");
  fixture_assert_value (view, row, "amount", "1000");
  fixture_assert_value (view, fixture_find_row (view, "choice", "rival"), "amount", "1100");
  row = fixture_find_row (view, "choice", "agrees");
  fixture_assert_code (view, row, "status", "second-hand");
  row = fixture_find_row (view, "line", "gpu");
  fixture_assert_value (view, row, "share", "75");
  g_assert_cmpint (jipyo_table_peek (view->table, row, "share")->status, ==, JIPYO_STATUS_DERIVED);
  fixture_assert_value (view, fixture_find_row (view, "line", "per-team"), "amount", "1000");
  row = fixture_find_row (view, "line", "per-team-of-the-year");
  fixture_assert_value (view, row, "amount", "500");
  g_assert_cmpuint (view->conflicts->len, ==, 3);
  fixture.as_of = "2027-02-01";
  view = fixture_build (&fixture, "budget");
  fixture_assert_value (view, fixture_find_row (view, "line", "per-team"), "amount", "333");
  fixture.as_of = "2025-05-01";
  view = fixture_build (&fixture, "budget");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 3);
  g_assert_cmpuint (view->conflicts->len, ==, 0);
  fixture.as_of = "2025-04-30";
  view = fixture_build (&fixture, "budget");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 0);
  fixture_clear (&fixture);
}

static void
add_pledge (JipyoLedger *ledger, const char *id, const char *delivered)
{
  JipyoPledge *pledge = g_new0 (JipyoPledge, 1);

  pledge->id = g_strdup (id);
  pledge->label = jipyo_text_new (id, id);
  pledge->promised = g_strdup_printf ("%s.promised", id);
  pledge->delivered = g_strsplit (delivered, " ", -1);
  jipyo_ledger_take_pledge (ledger, pledge);
}

static const ClaimSpec pledges[] = {
  { "floor.promised", "kr", "p1", "2025", "2025-08-05", "200", "GPUs", .qualifier = "at-least" },
  { "floor.done", "kr", "d1", "2025", "2025-09-01", "50", "GPUs", .vintage = NULL },
  { "ceiling.promised", "kr", "p2", "2025", "2025-08-05", "100", "GPUs", .qualifier = "at-most" },
  { "ceiling.done", "kr", "d2", "2025", "2025-09-01", "90", "GPUs", .vintage = NULL },
  { "other-unit.promised", "kr", "p3", "2025", "2025-08-05", "100", "GPUs", .vintage = NULL },
  { "other-unit.done", "kr", "d3", "2025", "2025-09-01", "99", "KRW", .vintage = NULL },
  { "silent.promised", "kr", "p4", "2025", "2025-08-05", "100", "KRW", .vintage = NULL },
  { NULL },
};

/* A share of a floor is at most that; a ceiling and another unit have no share. */
static void
test_pledges (void)
{
  Fixture fixture;
  guint row;

  fixture_init (&fixture, "2025-12-31");
  claim_fixture_add_all (fixture.whole, pledges);
  add_pledge (fixture.whole, "floor", "floor.done");
  add_pledge (fixture.whole, "ceiling", "ceiling.done");
  add_pledge (fixture.whole, "other-unit", "other-unit.done");
  add_pledge (fixture.whole, "silent", "");
  JipyoView *view = fixture_build (&fixture, "pledges");
  row = fixture_find_row (view, "what", "floor.done");
  fixture_assert_value (view, row, "progress", "25");
  fixture_assert_text (view, row, "progress", "up to 25 %");
  fixture_assert_value (view, fixture_find_row (view, "what", "ceiling.done"), "progress", NULL);
  fixture_assert_value (view, fixture_find_row (view, "what", "other-unit.done"), "progress", NULL);
  row = fixture_find_row (view, "what", "No delivered figure is known");
  fixture_assert_code (view, row, "pledge", "silent");
  fixture_assert_value (view, row, "amount", NULL);
  g_assert_nonnull (strstr (view->sentence.en, "up to 25 %"));
  g_assert_nonnull (strstr (view->sentence.en, "; of 4 pledges, 1 without a figure of delivery"));
  g_assert_nonnull (strstr (view->sentence.ko, "; 공약 4건 가운데 1건은 이행 수치가 없다"));
  fixture.as_of = "2025-08-05";
  view = fixture_build (&fixture, "pledges");
  g_assert_cmpstr (view->sentence.en, ==, "4 pledges, and no figure yet to measure them by");
  fixture_clear (&fixture);
}

static void
add_initiative (JipyoLedger *ledger, const char *id, const char *country, gboolean not_only_ai)
{
  JipyoInitiative *initiative = g_new0 (JipyoInitiative, 1);

  initiative->id = g_strdup (id);
  initiative->country = g_strdup (country);
  initiative->name = jipyo_text_new (id, id);
  initiative->kind = JIPYO_INITIATIVE_FUND;
  initiative->announced = fixture_date ("2025-01-01");
  initiative->not_only_ai = not_only_ai;
  initiative->claim = g_strdup_printf ("%s.amount", id);
  jipyo_ledger_take_initiative (ledger, initiative);
}

static const ClaimSpec world[] = {
  { "wide.amount", "wide", "initiative-amount", "2025", "2025-01-01", "900", "USD",
    .vintage = NULL },
  { "ours.amount", "ours", "initiative-amount", "2025", "2025-01-01", "1000", "KRW",
    .qualifier = "at-least" },
  { "theirs.amount", "theirs", "initiative-amount", "2025", "2025-01-01", "500", "USD",
    .qualifier = "target" },
  { "apart.amount", "apart", "initiative-amount", "2025", "2025-01-01", "7", "GBP",
    .vintage = NULL },
  { "rate", "KRW", "usd-rate", "2025-01-01", "2025-01-01", "10", "KRW", .vintage = NULL },
  { "later rate", "KRW", "usd-rate", "2026-01-01", "2026-01-01", "20", "KRW", .vintage = NULL },
  { NULL },
};

static void
init_world (Fixture *fixture, const char *as_of)
{
  fixture_init (fixture, as_of);
  claim_fixture_add_all (fixture->whole, world);
  claim_fixture_add_country (fixture->whole, "us", "미국", "United States");
  claim_fixture_add_country (fixture->whole, "kr", "한국", "Korea");
  add_initiative (fixture->whole, "wide", "us", TRUE);
  add_initiative (fixture->whole, "ours", "kr", FALSE);
  add_initiative (fixture->whole, "theirs", "us", FALSE);
  add_initiative (fixture->whole, "apart", "us", FALSE);
}

/* The largest for AI alone leads; bounds stay bounds; what has no rate is not converted. */
static void
test_world (void)
{
  Fixture fixture;
  guint row;

  init_world (&fixture, "2025-06-01");
  JipyoView *view = fixture_build (&fixture, "world");
  fixture_assert_text (view, 0, "id", "wide");
  fixture_assert_code (view, 0, "scope", "not-only-ai");
  row = fixture_find_row (view, "id", "ours");
  fixture_assert_value (view, row, "converted", "100");
  fixture_assert_text (view, row, "rate-date", "2025-01-01");
  g_assert_cmpint (jipyo_table_peek (view->table, row, "converted")->status, ==,
                   JIPYO_STATUS_DERIVED);
  g_assert_cmpint (jipyo_table_peek (view->table, row, "converted")->qualifier, ==,
                   JIPYO_QUALIFIER_AT_LEAST);
  row = fixture_find_row (view, "id", "apart");
  fixture_assert_value (view, row, "converted", NULL);
  fixture_assert_value (view, row, "amount", "7");
  g_assert_cmpstr (view->sentence.en, ==,
                   "The largest for AI alone: theirs (target $500); in Korea: ours (at least "
                   "$100)");
  fixture.as_of = "2026-06-01";
  view = fixture_build (&fixture, "world");
  fixture_assert_value (view, fixture_find_row (view, "id", "ours"), "converted", "50");
  fixture_clear (&fixture);
}

static const ClaimSpec investment[] = {
  { "a24kr", "kr", "private-investment", "2024", "2025-04-01", "10", "USD", .vintage = "ai-index" },
  { "a24us", "us", "private-investment", "2024", "2025-04-01", "820", "USD",
    .vintage = "ai-index" },
  { "a25us", "us", "private-investment", "2025", "2026-04-01", "2000", "USD",
    .vintage = "ai-index" },
  { "c24kr", "kr", "private-investment", "2024", "2026-05-01", "20", "USD",
    .vintage = "cset-owid" },
  { "c24us", "us", "private-investment", "2024", "2026-05-01", "1240", "USD",
    .vintage = "cset-owid" },
  { "c25kr", "kr", "private-investment", "2025", "2026-05-01", "8", "USD", .vintage = "cset-owid",
    .status = "inferred" },
  { "c25us", "us", "private-investment", "2025", "2026-05-01", "2600", "USD",
    .vintage = "cset-owid", .status = "inferred" },
  { NULL },
};

/* No series of the picture holds points of both families. */
static void
assert_unspliced (const JipyoView *view)
{
  guint n_points = 0;

  for (guint p = 0; p < view->sheet->plots->len; p++) {
    const JipyoPlot *plot = g_ptr_array_index (view->sheet->plots, p);

    for (guint s = 0; s < plot->series->len; s++) {
      const JipyoPlotSeries *series = g_ptr_array_index (plot->series, s);
      char family = '\0';

      for (guint d = 0; d < series->data->len; d++) {
        const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, d);

        if (datum->claim == NULL)
          continue;
        n_points++;
        g_assert_true (family == '\0' || family == datum->claim[0]);
        family = datum->claim[0];
      }
    }
  }
  g_assert_cmpuint (n_points, >=, 2);
}

static void
test_investment (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  claim_fixture_add_country (fixture.whole, "us", "미국", "United States");
  claim_fixture_add_country (fixture.whole, "kr", "한국", "Korea");
  claim_fixture_add_all (fixture.whole, investment);
  JipyoView *view = fixture_build (&fixture, "investment");
  assert_unspliced (view);
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 7);
  /* 2025 has no Korean figure in one family and only a projection in the other. */
  g_assert_cmpstr (view->sentence.ko, ==,
                   "한국의 민간 AI 투자는 미국의 82분의 1(AI 인덱스 2024년), 62분의 1(CSET "
                   "2024년)이다");
  fixture_set_option (&fixture, "family", "cset-owid");
  view = fixture_build (&fixture, "investment");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 4);
  g_hash_table_remove_all (fixture.options);
  fixture.as_of = "2025-12-31";
  view = fixture_build (&fixture, "investment");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 2);
  g_assert_null (strstr (view->sentence.en, "CSET"));
  fixture_clear (&fixture);
}

static void
add_model (JipyoLedger *ledger, const char *id, const char *team, const char *day)
{
  JipyoModel *model = g_new0 (JipyoModel, 1);

  model->id = g_strdup (id);
  model->name = g_strdup (id);
  model->team = g_strdup (team);
  model->released = model->published = fixture_date (day);
  jipyo_ledger_take_model (ledger, model);
}

static const ClaimSpec models[] = {
  { "m1.total", "m1", "parameters-total", "2026-01-01", "2026-01-01", "200", "parameters",
    .vintage = NULL },
  { "m1.active", "m1", "parameters-active", "2026-01-01", "2026-01-01", "50", "parameters",
    .vintage = NULL },
  { "m2.total", "m2", "parameters-total", "2026-02-01", "2026-02-01", "300", "parameters",
    .vintage = NULL },
  { NULL },
};

/* A model without figures keeps its row; a share needs both numbers. */
static void
test_models (void)
{
  Fixture fixture;
  guint row;

  fixture_init (&fixture, "2026-03-01");
  add_teams (fixture.whole);
  claim_fixture_add_all (fixture.whole, models);
  add_model (fixture.whole, "m2", "b", "2026-02-01");
  add_model (fixture.whole, "m1", "a", "2026-01-01");
  add_model (fixture.whole, "m3", "a", "2026-02-20");
  JipyoView *view = fixture_build (&fixture, "models-programme");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 3);
  row = fixture_find_row (view, "id", "m1");
  fixture_assert_value (view, row, "active-share", "25");
  fixture_assert_value (view, fixture_find_row (view, "id", "m2"), "active-share", NULL);
  fixture_assert_value (view, fixture_find_row (view, "id", "m3"), "parameters-total", NULL);
  g_assert_nonnull (strstr (view->sentence.en, "m2"));
  fixture.as_of = "2026-01-15";
  view = fixture_build (&fixture, "models-programme");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 1);
  g_assert_null (strstr (view->sentence.en, "m2"));
  fixture_clear (&fixture);
}

/* Any history: who left may come back, and nothing known is no zero. */
static void
test_overview (void)
{
  Fixture fixture;
  guint row;

  fixture_init (&fixture, "2025-12-31");
  add_teams (fixture.whole);
  JipyoView *view = fixture_build (&fixture, "overview");
  row = fixture_find_row (view, "id", "teams-in-play");
  fixture_assert_value (view, row, "value", "2");
  fixture_assert_code (view, row, "status", "derived");
  fixture.as_of = "2026-03-01";
  view = fixture_build (&fixture, "overview");
  row = fixture_find_row (view, "id", "teams-in-play");
  fixture_assert_value (view, row, "value", "1");
  fixture.as_of = "2027-02-01";
  view = fixture_build (&fixture, "overview");
  row = fixture_find_row (view, "id", "teams-in-play");
  fixture_assert_value (view, row, "value", "3");
  row = fixture_find_row (view, "id", "models-home");
  fixture_assert_value (view, row, "value", NULL);
  row = fixture_find_row (view, "id", "budget");
  fixture_assert_value (view, row, "value", NULL);
  fixture.as_of = "2025-01-01";
  fixture_build (&fixture, "overview");
  fixture_clear (&fixture);
}

static const char *
get_strip_text (Fixture *fixture, guint row, guint column)
{
  const JipyoGrid *grid = fixture_build (fixture, "overview")->sheet->grid;
  const GArray *cells = g_ptr_array_index (grid->rows, row);

  return g_array_index (cells, JipyoGridCell, column).text;
}

/* The strip says how old a price is, not how lately it was heard, and of a closed market when it
 * closed. */
static void
test_overview_when (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture.quotes = fixture_new_quotes ();
  JipyoQuote *index = fixture_add_quote (fixture.quotes, "krx:KOSPI", "4000", 2);
  JipyoQuote *coin = fixture_add_quote (fixture.quotes, "upbit:KRW-BTC", "103458000", 3);

  index->state = JIPYO_QUOTE_CLOSED;
  index->venue_time_us = FIXTURE_NOW_US - 20 * G_TIME_SPAN_HOUR - 30 * G_TIME_SPAN_MINUTE;
  coin->venue_time_us = FIXTURE_NOW_US - 8 * G_TIME_SPAN_MINUTE;
  g_assert_cmpstr (get_strip_text (&fixture, 1, 0), ==, "2026-11-22");
  g_assert_cmpstr (get_strip_text (&fixture, 1, 1), ==, "8 min ago");
  coin->venue_time_us = 0;
  g_assert_cmpstr (get_strip_text (&fixture, 1, 1), ==, "3 s ago");
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/budget/shares", test_budget);
  g_test_add_func ("/views/pledges/bounds", test_pledges);
  g_test_add_func ("/views/world/scope-and-rates", test_world);
  g_test_add_func ("/views/investment/families", test_investment);
  g_test_add_func ("/views/models-programme/gaps", test_models);
  g_test_add_func ("/views/overview/histories", test_overview);
  g_test_add_func ("/views/overview/when", test_overview_when);
  return g_test_run ();
}
