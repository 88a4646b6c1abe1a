/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The views of programme, markets and claims on the shipped record, then and now.
 */

#include "fixture.h"
#include "jipyo-ledger-file.h"
#include "jipyo-problem.h"

#include <string.h>

static void
init (Fixture *fixture, const char *as_of)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();

  fixture_init (fixture, as_of);
  g_assert_true (jipyo_ledger_load_shipped (fixture->whole, problems));
}

static void
test_rounds (void)
{
  static const struct {
    const char *team, *outcome, *total, *rank;
  } first[] = {
    { "lg-ai-research", "advanced", "90.2", "1" }, { "sk-telecom", "advanced", NULL, "2" },
    { "upstage", "advanced", NULL, "3" },          { "naver-cloud", "disqualified", NULL, "4" },
    { "nc-ai", "out-score", NULL, "5" },
  };
  static const struct {
    const char *team, *total;
  } second[] = {
    { "sk-telecom", "70.6" }, { "upstage", "69.9" }, { "lg-ai-research", "69" }, { "motif", "65.8" }
  };
  Fixture fixture;

  init (&fixture, "2026-11-23");
  JipyoView *view = fixture_build (&fixture, "rounds");
  for (guint i = 0; i < G_N_ELEMENTS (first); i++) {
    fixture_assert_code (view, 1 + i, "team", first[i].team);
    fixture_assert_code (view, 1 + i, "outcome", first[i].outcome);
    fixture_assert_value (view, 1 + i, "total", first[i].total);
    fixture_assert_value (view, 1 + i, "rank", first[i].rank);
  }
  fixture_assert_code (view, 6, "row", "average");
  fixture_assert_value (view, 6, "expert", "28.56");
  fixture_assert_code (view, 7, "row", "joined");
  fixture_assert_code (view, 7, "team", "motif");
  for (guint i = 0; i < G_N_ELEMENTS (second); i++) {
    fixture_assert_code (view, 9 + i, "team", second[i].team);
    fixture_assert_value (view, 9 + i, "total", second[i].total);
  }
  fixture_assert_value (view, 12, "benchmark", "24.6");
  fixture_assert_value (view, 9, "benchmark", NULL);
  g_assert_cmpstr (view->sentence.ko, ==,
                   "2차 평가: 1위 SK텔레콤 70.6점, 탈락한 모티프와 차이는 4.8점");
  fixture_clear (&fixture);
}

/* As known with the article: five teams, no round, and nothing of 2026. */
static void
test_article_day (void)
{
  static const char *const teams[] = { "lg-ai-research", "naver-cloud", "upstage", "sk-telecom",
                                       "nc-ai" };
  Fixture fixture;

  init (&fixture, "2025-08-05");
  g_assert_cmpuint (jipyo_table_get_n_rows (fixture_build (&fixture, "rounds")->table), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (teams); i++) {
    g_autofree char *name = g_strdup_printf ("team:%s", teams[i]);
    JipyoView *view = fixture_build (&fixture, name);

    fixture_assert_code (view, 0, "item", "in");
    fixture_assert_text (view, 0, "date", "2025-08-04");
    for (guint row = 0; row < jipyo_table_get_n_rows (view->table); row++) {
      const JipyoCell *date = jipyo_table_peek (view->table, row, "date");

      g_assert_false (g_str_has_prefix (jipyo_text_get (&date->text, JIPYO_LANG_EN), "2026"));
    }
  }
  JipyoView *motif = fixture_build (&fixture, "team:motif");
  g_assert_cmpuint (jipyo_table_get_n_rows (motif->table), ==, 0);
  JipyoView *timeline = fixture_build (&fixture, "timeline");
  for (guint row = 0; row < jipyo_table_get_n_rows (timeline->table); row++)
    g_assert_cmpstr (jipyo_table_peek (timeline->table, row, "published")->text.en, <=,
                     "2025-08-05");
  fixture_clear (&fixture);
}

static void
test_teams_now (void)
{
  Fixture fixture;

  init (&fixture, "2026-11-23");
  JipyoView *view = fixture_build (&fixture, "team:lg-ai-research");
  fixture_assert_code (view, 0, "item", "in");
  guint elice = fixture_find_row (view, "item", "Elice");
  fixture_assert_text (view, elice, "date", "2026-02-25");
  view = fixture_build (&fixture, "team:naver-cloud");
  fixture_assert_code (view, 0, "item", "out");
  fixture_assert_text (view, 0, "date", "2026-01-15");
  g_assert_nonnull (strstr (jipyo_table_peek (view->table, 0, "note")->text.ko, "큐웬"));
  view = fixture_build (&fixture, "team:upstage");
  guint model = fixture_find_row (view, "item", "Solar Open 2");
  fixture_assert_value (view, model, "value", "250000000000");
  fixture_assert_text (view, model, "unit", "parameters");
  view = fixture_build (&fixture, "team:sk-telecom");
  fixture_assert_text (view, fixture_find_row (view, "item", "SK Telecom"), "code", "017670");
  /* The number of active parameters was never published. */
  model = fixture_find_row (view, "item", "A.X K2");
  g_assert_nonnull (
    strstr (jipyo_table_peek (view->table, model, "note")->text.en, "active parameters not known"));
  fixture_clear (&fixture);
}

static void
test_timeline (void)
{
  Fixture fixture;

  init (&fixture, "2026-11-23");
  JipyoView *view = fixture_build (&fixture, "timeline");
  guint row = fixture_find_row (view, "event", "Result of round 1");

  fixture_assert_text (view, row, "planned-for", "2026-02");
  fixture_assert_text (view, row, "shift", "at least 17 days early");
  row = fixture_find_row (view, "event", "Choice of the final two (February 2027)");
  fixture_assert_code (view, row, "state", "open");
  fixture_assert_text (view, row, "shift", "moved back at least 32 days");
  row = fixture_find_row (view, "event", "Public leaderboard");
  fixture_assert_code (view, row, "state", "dropped");
  g_assert_cmpstr (view->sentence.ko, ==,
                   "최종 두 팀 선정은 2026년 12월에서 2027년 2월로 미뤄졌다");
  g_assert_cmpstr (view->sentence.en, ==,
                   "Choice of the final two: moved from Dec 2026 to Feb 2027");
  fixture_clear (&fixture);
}

static void
test_markets (void)
{
  Fixture fixture;

  init (&fixture, "2025-08-05");
  JipyoView *view = fixture_build (&fixture, "market-crypto");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 11);
  guint btc = fixture_find_row (view, "coin", "BTC");
  fixture_assert_value (view, btc, "spread", "50000");
  fixture_assert_value (view, btc, "spread-percent", "0.031");
  fixture_assert_value (view, fixture_find_row (view, "coin", "QTUM"), "spread-percent", "0.346");
  g_assert_cmpint (jipyo_table_peek (view->table, btc, "upbit-price")->status, ==,
                   JIPYO_STATUS_INFERRED);
  view = fixture_build (&fixture, "market-indices");
  fixture_assert_value (view, 0, "previous-close", "3147.75");
  fixture_assert_value (view, 1, "previous-close", "784.06");
  fixture_assert_value (view, 2, "previous-close", "424.79");
  fixture_assert_value (view, 1, "change-percent", "1.85");
  fixture_clear (&fixture);
}

static void
test_changes (void)
{
  Fixture fixture;

  init (&fixture, "2026-11-23");
  JipyoView *view = fixture_build (&fixture, "changes");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), >, 100);
  for (guint i = 0; i < 3; i++) {
    fixture_assert_code (view, i, "change", "standing");
    fixture_assert_code (view, i, "after", "out");
  }
  g_assert_nonnull (strstr (view->sentence.ko, "5팀에서 3팀으로"));
  fixture_clear (&fixture);
}

static void
test_claims (void)
{
  Fixture fixture;

  init (&fixture, "2026-11-23");
  JipyoView *view = fixture_build (&fixture, "claims");
  guint n = jipyo_table_get_n_rows (view->table);
  g_assert_cmpuint (n, ==, jipyo_ledger_get_claims (fixture.reading)->len);
  fixture_set_option (&fixture, "conflicts", "only");
  fixture_set_option (&fixture, "metric", "budget");
  view = fixture_build (&fixture, "claims");
  fixture_assert_value (view, 0, "figure", "213600000000");
  fixture_assert_code (view, 0, "conflict", "shown");
  gboolean article = FALSE;
  for (guint i = 0; i < jipyo_table_get_n_rows (view->table); i++)
    article =
      article
      || g_strcmp0 (jipyo_table_peek (view->table, i, "figure")->value, "213900000000") == 0;
  g_assert_true (article);
  g_hash_table_remove_all (fixture.options);
  fixture_set_option (&fixture, "search", "ㅇㅅㅌㅇㅈ");
  view = fixture_build (&fixture, "claims");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), >, 5);
  fixture_assert_code (view, 0, "subject", "upstage");
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/record/rounds", test_rounds);
  g_test_add_func ("/views/record/article-day", test_article_day);
  g_test_add_func ("/views/record/teams-now", test_teams_now);
  g_test_add_func ("/views/record/timeline", test_timeline);
  g_test_add_func ("/views/record/markets", test_markets);
  g_test_add_func ("/views/record/changes", test_changes);
  g_test_add_func ("/views/record/claims", test_claims);
  return g_test_run ();
}
