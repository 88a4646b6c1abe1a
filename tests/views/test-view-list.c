/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

static void
test_infos (void)
{
  guint n_views = 0;
  const JipyoViewInfo *infos = jipyo_view_list (&n_views);

  g_assert_cmpuint (n_views, >=, 8);
  g_assert_cmpstr (infos[0].name, ==, "overview");
  for (guint i = 0; i < n_views; i++) {
    g_assert_nonnull (infos[i].build);
    g_assert_true (*infos[i].title_ko != '\0' && *infos[i].title_en != '\0');
    g_assert_true (jipyo_view_find_info (infos[i].name) == &infos[i]);
  }
  g_assert_null (jipyo_view_find_info ("model"));
  g_assert_null (jipyo_view_find_info (""));
}

/* With nothing known, every view says so in both languages and shows no figure. */
static void
test_empty_ledger (void)
{
  guint n_views = 0;
  const JipyoViewInfo *infos = jipyo_view_list (&n_views);

  for (guint i = 0; i < n_views; i++) {
    for (JipyoLang lang = JIPYO_LANG_KO; lang <= JIPYO_LANG_EN; lang++) {
      Fixture fixture;
      JipyoView *view;

      if (infos[i].per_team)
        continue;
      fixture_init (&fixture, "2020-01-01");
      fixture.lang = lang;
      view =
        fixture_build (&fixture, infos[i].per_instrument ? "instrument:krx:KOSPI" : infos[i].name);
      g_assert_true (view->sentence.ko != NULL && *view->sentence.ko != '\0');
      g_assert_true (view->sentence.en != NULL && *view->sentence.en != '\0');
      g_assert_cmpuint (view->conflicts->len, ==, 0);
      for (guint row = 0; row < jipyo_table_get_n_rows (view->table); row++) {
        for (guint c = 0; c < view->table->columns->len; c++) {
          const JipyoColumn *column = g_ptr_array_index (view->table->columns, c);
          g_assert_null (jipyo_table_peek (view->table, row, column->id)->value);
        }
      }
      fixture_clear (&fixture);
    }
  }
}

static void
test_errors (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture_expect_error (&fixture, "nothing", JIPYO_VIEW_ERROR_NOT_FOUND);
  fixture_expect_error (&fixture, "budget:upstage", JIPYO_VIEW_ERROR_NOT_FOUND);
  fixture_set_option (&fixture, "scale", "cubic");
  fixture_expect_error (&fixture, "world", JIPYO_VIEW_ERROR_OPTION);
  fixture_expect_error (&fixture, "budget", JIPYO_VIEW_ERROR_OPTION);
  fixture_set_option (&fixture, "scale", "linear");
  fixture_build (&fixture, "world");
  fixture_clear (&fixture);
  fixture_init (&fixture, "2026-11-23");
  fixture_set_option (&fixture, "vintage", "no-such");
  fixture_expect_error (&fixture, "models-country", JIPYO_VIEW_ERROR_OPTION);
  fixture_expect_error (&fixture, "models-year", JIPYO_VIEW_ERROR_OPTION);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/list/infos", test_infos);
  g_test_add_func ("/views/list/empty-ledger", test_empty_ledger);
  g_test_add_func ("/views/list/errors", test_errors);
  return g_test_run ();
}
