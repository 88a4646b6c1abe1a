/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "claim-fixture.h"
#include "fixture.h"

#define COUNT "models-large-scale"
#define SPRI "spri-2025-02"
#define EPOCH "epoch-2026-02-16"

static const ClaimSpec spri[] = {
  { "world", "world", COUNT, "2020/2024", "2025-02-14", "271", "models", .vintage = SPRI },
  { "us", "us", COUNT, "2020/2024", "2025-02-14", "128", "models", .vintage = SPRI },
  { "cn", "cn", COUNT, "2020/2024", "2025-02-14", "95", "models", .vintage = SPRI },
  { "kr", "kr", COUNT, "2020/2024", "2025-02-14", "14", "models", .vintage = SPRI },
  { "fr", "fr", COUNT, "2020/2024", "2025-02-14", "10", "models", .vintage = SPRI },
  { "y2020", "world", COUNT, "2020", "2025-08-05", "2", "models", .vintage = SPRI,
    .status = "derived" },
  { "y2021", "world", COUNT, "2021", "2025-08-05", "9", "models", .vintage = SPRI,
    .status = "inferred" },
  { "y2022", "world", COUNT, "2022", "2025-08-05", "29", "models", .vintage = SPRI,
    .status = "inferred" },
  { "y2023", "world", COUNT, "2023", "2025-08-05", "109", "models", .vintage = SPRI,
    .status = "derived" },
  { "y2024", "world", COUNT, "2024", "2025-08-05", "122", "models", .vintage = SPRI },
  { "cagr", "world", COUNT "-cagr", "2020/2024", "2025-08-05", "179.5", "percent",
    .vintage = SPRI },
  { NULL },
};
static const ClaimSpec residual[] = {
  { "rest", "other", COUNT, "2020/2024", "2025-02-14", "34", "models", .vintage = SPRI,
    .status = "derived", .inputs = "world us cn kr" },
  { NULL },
};
static const ClaimSpec epoch[] = {
  { "e", "world", COUNT, "2023/2024", "2026-02-16", "289", "models", .vintage = EPOCH },
  { "e23", "world", COUNT, "2023", "2026-02-16", "121", "models", .vintage = EPOCH },
  { "e24", "world", COUNT, "2024", "2026-02-16", "168", "models", .vintage = EPOCH },
  { "e25", "world", COUNT, "2025", "2026-02-16", "153", "models", .vintage = EPOCH },
  { "eus", "us", COUNT, "2023/2024", "2026-02-16", "10", "models", .vintage = EPOCH },
  { "ekr", "kr", COUNT, "2023/2024", "2026-02-16", "20", "models", .vintage = EPOCH },
  { NULL },
};

static void
init (Fixture *fixture, const char *as_of)
{
  fixture_init (fixture, as_of);
  claim_fixture_add_all (fixture->whole, spri);
  claim_fixture_add_all (fixture->whole, residual);
  claim_fixture_add_all (fixture->whole, epoch);
  claim_fixture_add_country (fixture->whole, "us", "미국", "United States");
  claim_fixture_add_country (fixture->whole, "kr", "한국", "Korea");
  claim_fixture_add_country (fixture->whole, "fr", "프랑스", "France");
}

static void
test_countries (void)
{
  static const char *const ids[] = { "us", "cn", "kr", "other", "world" };
  static const char *const models[] = { "128", "95", "14", "34", "271" };
  static const char *const shares[] = { "47.2", "35.1", "5.2", "12.5", NULL };
  Fixture fixture;
  JipyoView *view;

  init (&fixture, "2026-11-23");
  view = fixture_build (&fixture, "models-country");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    fixture_assert_text (view, i, "id", ids[i]);
    fixture_assert_value (view, i, "models", models[i]);
    fixture_assert_value (view, i, "share", shares[i]);
    fixture_assert_code (view, i, "status", i == 3 ? "derived" : "stated");
    fixture_assert_code (view, i, "vintage", SPRI);
  }
  g_assert_cmpint (jipyo_table_peek (view->table, 3, "models")->status, ==, JIPYO_STATUS_DERIVED);
  g_assert_cmpstr (view->sentence.ko, ==, "한국은 세 번째이지만, 미국의 9분의 1이다");
  g_assert_cmpstr (view->sentence.en, ==, "Korea is third, but at a ninth of the United States");
  fixture_clear (&fixture);
}

/* The accent is on the country that the title speaks of, and on nothing else. */
static void
test_picture (void)
{
  Fixture fixture;
  JipyoPlot *plot;
  JipyoPlotSeries *series;

  init (&fixture, "2026-11-23");
  plot = g_ptr_array_index (fixture_build (&fixture, "models-country")->sheet->plots, 0);
  g_assert_true (plot->horizontal);
  series = g_ptr_array_index (plot->series, 0);
  g_assert_cmpuint (series->data->len, ==, 4);
  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    g_assert_cmpint (datum->has_colour, ==, i >= 2);
    if (datum->has_colour) /* Korea, and the rest of the world */
      g_assert_cmpint (datum->colour.role, ==, i == 2 ? JIPYO_ROLE_ACCENT : JIPYO_ROLE_MUTED);
    g_assert_cmpint (datum->kind, ==, i == 3 ? JIPYO_DATUM_DERIVED : JIPYO_DATUM_VALUE);
  }
  g_assert_cmpstr (g_array_index (series->data, JipyoDatum, 0).note, ==, "47.2 %");
  g_assert_cmpstr (g_array_index (series->data, JipyoDatum, 3).note, ==, "12.5 % · derived");
  fixture_clear (&fixture);
}

/* Without a residual in the record the view computes it, and no country is hidden in it. */
static void
test_computed_residual (void)
{
  Fixture fixture;
  JipyoView *view;

  fixture_init (&fixture, "2026-11-23");
  claim_fixture_add_all (fixture.whole, spri);
  view = fixture_build (&fixture, "models-country");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 6);
  fixture_assert_text (view, 3, "id", "fr");
  fixture_assert_text (view, 4, "id", "other");
  fixture_assert_value (view, 4, "models", "24");
  g_assert_null (jipyo_table_peek (view->table, 4, "models")->claim);
  fixture_assert_code (view, 4, "status", "derived");
  fixture_clear (&fixture);
}

static void
test_vintage (void)
{
  Fixture fixture;
  JipyoView *view;

  init (&fixture, "2026-11-23");
  fixture_set_option (&fixture, "vintage", EPOCH);
  view = fixture_build (&fixture, "models-country");
  fixture_assert_text (view, 0, "id", "kr");
  g_assert_cmpstr (view->sentence.ko, ==, "한국은 모델 수에서 세계 첫 번째이다");
  fixture_clear (&fixture);
  /* An edition that was not out yet is not known. */
  init (&fixture, "2025-08-05");
  fixture_set_option (&fixture, "vintage", EPOCH);
  fixture_expect_error (&fixture, "models-country", JIPYO_VIEW_ERROR_OPTION);
  fixture_clear (&fixture);
}

static void
test_years (void)
{
  static const char *const years[] = { "2020", "2021", "2022", "2023", "2024" };
  static const char *const models[] = { "2", "9", "29", "109", "122" };
  static const char *const growths[] = { NULL, "350", "222.2", "275.9", "11.9" };
  static const char *const statuses[] = { "derived", "inferred", "inferred", "derived", "stated" };
  Fixture fixture;
  JipyoView *view;
  guint row;

  init (&fixture, "2026-11-23");
  view = fixture_build (&fixture, "models-year");
  for (guint i = 0; i < G_N_ELEMENTS (years); i++) {
    fixture_assert_text (view, i, "id", years[i]);
    fixture_assert_value (view, i, "models", models[i]);
    fixture_assert_value (view, i, "growth", growths[i]);
    fixture_assert_code (view, i, "status", statuses[i]);
  }
  fixture_assert_text (view, 4, "growth", "+11.9 %");
  row = fixture_find_row (view, "id", "total");
  fixture_assert_value (view, row, "models", "271");
  row = fixture_find_row (view, "id", "cagr-stated");
  fixture_assert_value (view, row, "cagr", "179.5");
  fixture_assert_code (view, row, "status", "stated");
  row = fixture_find_row (view, "id", "cagr-recomputed");
  fixture_assert_value (view, row, "cagr", "179.5");
  fixture_assert_value (view, row, "intervals", "4");
  fixture_assert_code (view, row, "status", "derived");
  g_assert_cmpstr (view->sentence.ko, ==,
                   "해마다 두 배 넘게 늘던 새 모델이 2024년에는 11.9 % 느는 데 그쳤다");
  fixture_clear (&fixture);
}

/* A year after the edition's own span is shown, and nothing is computed with it. */
static void
test_incomplete_year (void)
{
  Fixture fixture;
  JipyoView *view;
  guint row;

  init (&fixture, "2026-11-23");
  fixture_set_option (&fixture, "vintage", EPOCH);
  view = fixture_build (&fixture, "models-year");
  row = fixture_find_row (view, "id", "2025");
  fixture_assert_value (view, row, "models", "153");
  fixture_assert_value (view, row, "growth", NULL);
  row = fixture_find_row (view, "id", "cagr-recomputed");
  fixture_assert_value (view, row, "cagr", "38.8");
  fixture_assert_value (view, row, "intervals", "1");
  g_assert_cmpstr (view->sentence.en, ==,
                   "168 models came out in 2024, 38.8 % more than the year before");
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/models/countries", test_countries);
  g_test_add_func ("/views/models/picture", test_picture);
  g_test_add_func ("/views/models/computed-residual", test_computed_residual);
  g_test_add_func ("/views/models/vintage", test_vintage);
  g_test_add_func ("/views/models/years", test_years);
  g_test_add_func ("/views/models/incomplete-year", test_incomplete_year);
  return g_test_run ();
}
