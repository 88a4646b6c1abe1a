/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The views on the record as it ships: the figures that readers will quote.
 */

#include "fixture.h"

#include "jipyo-ledger-file.h"

#include <string.h>

static JipyoLedger *
load (void)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  JipyoLedger *ledger = jipyo_ledger_new ();

  g_assert_true (jipyo_ledger_load_shipped (ledger, problems));
  g_assert_cmpuint (problems->len, ==, 0);
  return ledger;
}

/* Takes the record. */
static void
init_with (Fixture *fixture, JipyoLedger *record, const char *as_of)
{
  fixture_init (fixture, as_of);
  jipyo_ledger_unref (fixture->whole);
  fixture->whole = record;
}

static void
init (Fixture *fixture, const char *as_of)
{
  init_with (fixture, load (), as_of);
}

static void
test_models_country (void)
{
  Fixture fixture;
  JipyoView *view;

  init (&fixture, "2026-11-23");
  view = fixture_build (&fixture, "models-country");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 5);
  fixture_assert_value (view, fixture_find_row (view, "id", "us"), "models", "128");
  fixture_assert_value (view, fixture_find_row (view, "id", "us"), "share", "47.2");
  fixture_assert_value (view, fixture_find_row (view, "id", "cn"), "models", "95");
  fixture_assert_value (view, fixture_find_row (view, "id", "kr"), "models", "14");
  fixture_assert_value (view, fixture_find_row (view, "id", "other"), "models", "34");
  fixture_assert_code (view, fixture_find_row (view, "id", "other"), "status", "derived");
  fixture_assert_value (view, fixture_find_row (view, "id", "world"), "models", "271");
  fixture_clear (&fixture);
  /* Before SPRi's second report the first one was what was known. */
  init (&fixture, "2024-12-31");
  view = fixture_build (&fixture, "models-country");
  fixture_assert_value (view, fixture_find_row (view, "id", "world"), "models", "144");
  fixture_clear (&fixture);
}

static void
test_models_year (void)
{
  static const char *const models[] = { "2", "9", "29", "109", "122" };
  Fixture fixture;
  JipyoView *view;
  guint row;

  init (&fixture, "2025-08-05");
  view = fixture_build (&fixture, "models-year");
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    fixture_assert_value (view, i, "models", models[i]);
  row = fixture_find_row (view, "id", "cagr-stated");
  fixture_assert_value (view, row, "cagr", "179.5");
  row = fixture_find_row (view, "id", "cagr-recomputed");
  fixture_assert_value (view, row, "cagr", "179.5");
  fixture_assert_value (view, row, "intervals", "4");
  fixture_clear (&fixture);
}

static void
test_budget (void)
{
  Fixture fixture;
  JipyoView *view;
  guint row;

  init (&fixture, "2026-11-23");
  view = fixture_build (&fixture, "budget");
  row = fixture_find_row (view, "choice", "shown");
  fixture_assert_code (view, row, "line", "total");
  fixture_assert_value (view, row, "amount", "213600000000");
  row = fixture_find_row (view, "source", "GLOBALEPIC");
  fixture_assert_value (view, row, "amount", "213900000000");
  fixture_assert_code (view, row, "choice", "rival");
  row = fixture_find_row (view, "line", "gpu");
  fixture_assert_value (view, row, "amount", "158600000000");
  fixture_assert_value (view, row, "share", "74.3");
  row = fixture_find_row (view, "line", "per-team");
  fixture_assert_value (view, row, "amount", "71200000000");
  fixture_assert_code (view, row, "status", "derived");
  row = fixture_find_row (view, "line", "per-team-of-the-year");
  fixture_assert_value (view, row, "amount", "42720000000");
  g_assert_cmpuint (view->conflicts->len, >=, 3);
  g_assert_nonnull (strstr (view->sentence.ko, "2,136억 원"));
  g_assert_nonnull (strstr (view->sentence.ko, "글로벌에픽은 총액을 2,139억 원으로 적는다"));
  fixture_clear (&fixture);
}

/* On the day of the article its figure was the latest, and five teams would have shared it. */
static void
test_budget_of_the_article (void)
{
  Fixture fixture;
  JipyoView *view;

  init (&fixture, "2025-08-05");
  view = fixture_build (&fixture, "budget");
  fixture_assert_value (view, fixture_find_row (view, "choice", "shown"), "amount", "213900000000");
  fixture_assert_value (view, fixture_find_row (view, "line", "per-team"), "amount", "42780000000");
  fixture_clear (&fixture);
}

static void
test_pledges (void)
{
  Fixture fixture;
  JipyoView *view;
  const JipyoCell *cell;
  guint row;

  init (&fixture, "2026-11-23");
  view = fixture_build (&fixture, "pledges");
  row = fixture_find_row (view, "pledge", "pledge.gpus");
  cell = jipyo_table_peek (view->table, row, "amount");
  g_assert_cmpstr (cell->value, ==, "50000");
  g_assert_cmpint (cell->qualifier, ==, JIPYO_QUALIFIER_AT_LEAST);
  fixture_assert_value (view, row + 1, "amount", "13136");
  fixture_assert_value (view, row + 1, "progress", "26.3");
  row = fixture_find_row (view, "pledge", "pledge.investment");
  fixture_assert_value (view, row, "amount", "100000000000000");
  fixture_assert_code (view, row + 1, "side", "delivered");
  fixture_assert_value (view, row + 1, "amount", NULL);
  fixture_clear (&fixture);
}

static void
test_world (void)
{
  Fixture fixture;
  JipyoView *view;
  guint row;

  init (&fixture, "2026-11-23");
  view = fixture_build (&fixture, "world");
  row = fixture_find_row (view, "id", "us.stargate");
  fixture_assert_value (view, row, "converted", "500000000000");
  g_assert_cmpint (jipyo_table_peek (view->table, row, "converted")->qualifier, ==,
                   JIPYO_QUALIFIER_TARGET);
  fixture_assert_value (view, row, "years", "4");
  row = fixture_find_row (view, "id", "uk.14");
  fixture_assert_value (view, row, "amount", "14000000000");
  fixture_assert_value (view, row, "converted", NULL);
  row = fixture_find_row (view, "id", "fr.109");
  fixture_assert_text (view, row, "rate-date", "2025-02-09");
  g_assert_cmpint (jipyo_table_peek (view->table, row, "converted")->status, ==,
                   JIPYO_STATUS_DERIVED);
  fixture_clear (&fixture);
}

static void
test_investment (void)
{
  Fixture fixture;
  JipyoView *view;

  init (&fixture, "2026-11-23");
  view = fixture_build (&fixture, "investment");
  g_assert_cmpuint (view->sheet->plots->len, ==, 2);
  fixture_set_option (&fixture, "family", "ai-index");
  view = fixture_build (&fixture, "investment");
  g_assert_cmpuint (view->sheet->plots->len, ==, 1);
  for (guint i = 0; i < jipyo_table_get_n_rows (view->table); i++)
    fixture_assert_code (view, i, "family", "ai-index");
  fixture_clear (&fixture);
}

static void
test_models_programme (void)
{
  Fixture fixture;
  JipyoView *view;
  guint row;

  init (&fixture, "2026-11-23");
  view = fixture_build (&fixture, "models-programme");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 10);
  row = fixture_find_row (view, "id", "ax-k2");
  fixture_assert_value (view, row, "parameters-total", "688000000000");
  fixture_assert_value (view, row, "parameters-active", NULL);
  fixture_assert_text (view, row, "parameters-active", "—");
  row = fixture_find_row (view, "id", "ax-k1");
  fixture_assert_value (view, row, "parameters-active", "33000000000");
  fixture_assert_code (view, row, "team", "sk-telecom");
  fixture_clear (&fixture);
  init (&fixture, "2025-08-05");
  view = fixture_build (&fixture, "models-programme");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 0);
  fixture_clear (&fixture);
}

static void
test_overview (void)
{
  Fixture fixture;
  JipyoView *view;
  guint row;

  init (&fixture, "2026-11-23");
  view = fixture_build (&fixture, "overview");
  row = fixture_find_row (view, "id", "teams-in-play");
  fixture_assert_value (view, row, "value", "3");
  fixture_assert_text (view, row, "note", "of 6 ever selected");
  g_assert_cmpstr (view->sentence.ko, ==,
                   "다섯 팀에서 세 팀으로: 세 팀이 떠났고, 한 팀이 나중에 들어왔다");
  g_assert_cmpuint (view->sheet->tiles->len, ==, 4);
  g_assert_cmpuint (view->sheet->plots->len, ==, 3);
  fixture_assert_value (view, fixture_find_row (view, "id", "krx:KOSPI"), "value", "3198");
  fixture_clear (&fixture);
  init (&fixture, "2025-08-05");
  view = fixture_build (&fixture, "overview");
  row = fixture_find_row (view, "id", "teams-in-play");
  fixture_assert_value (view, row, "value", "5");
  g_assert_cmpstr (view->sentence.en, ==, "Five teams are in play, and none has left yet");
  fixture_clear (&fixture);
}

/* Whatever day is read: both languages speak, and no source or claim is younger than the day. */
static void
test_any_day (void)
{
  static const char *const days[] = { "2024-08-20", "2025-02-14", "2025-08-05",
                                      "2026-01-15", "2026-02-20", "2026-08-18" };
  g_autoptr (JipyoLedger) record = load ();
  guint n_views = 0;
  const JipyoViewInfo *infos = jipyo_view_list (&n_views);

  for (guint d = 0; d < G_N_ELEMENTS (days); d++) {
    for (guint i = 0; i < n_views; i++) {
      Fixture fixture;
      JipyoView *view;

      if (infos[i].per_team || infos[i].per_instrument)
        continue;
      init_with (&fixture, jipyo_ledger_ref (record), days[d]);
      fixture.lang = i % 2 == 0 ? JIPYO_LANG_KO : JIPYO_LANG_EN;
      view = fixture_build (&fixture, infos[i].name);
      g_assert_true (view->sentence.ko != NULL && view->sentence.en != NULL);
      for (guint c = 0; c < view->conflicts->len; c++) {
        JipyoDate known = jipyo_claim_known_from (g_ptr_array_index (view->conflicts, c));
        g_assert_true (jipyo_date_is_by (known, fixture_date (days[d])));
      }
      fixture_clear (&fixture);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/shipped/models-country", test_models_country);
  g_test_add_func ("/views/shipped/models-year", test_models_year);
  g_test_add_func ("/views/shipped/budget", test_budget);
  g_test_add_func ("/views/shipped/budget-of-the-article", test_budget_of_the_article);
  g_test_add_func ("/views/shipped/pledges", test_pledges);
  g_test_add_func ("/views/shipped/world", test_world);
  g_test_add_func ("/views/shipped/investment", test_investment);
  g_test_add_func ("/views/shipped/models-programme", test_models_programme);
  g_test_add_func ("/views/shipped/overview", test_overview);
  g_test_add_func ("/views/shipped/any-day", test_any_day);
  return g_test_run ();
}
