/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

static void
test_article (void)
{
  static const char *const rows[][5] = {
    { "krx:KOSPI", "3198", "50.25", "1.6", "3147.75" },
    { "krx:KOSDAQ", "798.6", "14.54", "1.85", "784.06" },
    { "krx:KOSPI200", "431.25", "6.46", "1.52", "424.79" },
  };
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture_add_article_boxes (fixture.whole);
  JipyoView *view = fixture_build (&fixture, "market-indices");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint row = fixture_find_row (view, "index", rows[i][0]);

    fixture_assert_value (view, row, "level", rows[i][1]);
    fixture_assert_value (view, row, "change", rows[i][2]);
    fixture_assert_value (view, row, "change-percent", rows[i][3]);
    fixture_assert_value (view, row, "previous-close", rows[i][4]);
    fixture_assert_code (view, row, "basis", "previous-session");
    fixture_assert_code (view, row, "state", "history");
    fixture_assert_text (view, row, "day", "2025-08-05");
    fixture_assert_text (view, row, "time", "not stated");
    fixture_assert_text (view, row, "provider", "Article");
  }
  g_assert_cmpstr (jipyo_table_peek (view->table, 0, "level")->text.ko, ==, "3,198.00");
  g_assert_cmpint (jipyo_table_peek (view->table, 0, "level")->status, ==, JIPYO_STATUS_STATED);
  g_assert_cmpint (jipyo_table_peek (view->table, 0, "change-percent")->status, ==,
                   JIPYO_STATUS_DERIVED);
  g_assert_cmpint (jipyo_table_peek (view->table, 0, "previous-close")->status, ==,
                   JIPYO_STATUS_DERIVED);
  g_assert_cmpstr (view->sentence.ko, ==,
                   "2025.08.05(화) 세 지수 모두 상승, 가장 크게 움직인 것은 코스닥 +1.85 %");
  g_assert_cmpstr (view->sentence.en, ==,
                   "All three indices rose on 5 Aug 2025, KOSDAQ most: +1.85 %");
  fixture_clear (&fixture);
}

static void
add_index (GPtrArray *quotes, const char *instrument, const char *last, const char *change)
{
  JipyoQuote *quote = fixture_add_quote (quotes, instrument, last, 4);

  g_free (quote->provider);
  quote->provider = g_strdup ("naver");
  quote->change = fixture_decimal (change);
  quote->has_change = TRUE;
  quote->basis = JIPYO_BASIS_PREVIOUS_SESSION;
}

static void
test_received (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture_add_article_boxes (fixture.whole);
  fixture.quotes = fixture_new_quotes ();
  add_index (fixture.quotes, "krx:KOSPI", "4000", "-40");
  add_index (fixture.quotes, "krx:KOSDAQ", "900", "9");
  JipyoView *view = fixture_build (&fixture, "market-indices");

  fixture_assert_value (view, 0, "level", "4000");
  fixture_assert_value (view, 0, "change-percent", "-0.99");
  fixture_assert_code (view, 0, "state", "live");
  fixture_assert_text (view, 0, "provider", "Naver");
  fixture_assert_text (view, 0, "time", "2026-11-23 11:59:56 KST");
  fixture_assert_code (view, 0, "time", "2026-11-23T02:59:56Z");
  /* What was not received keeps its printed value and says so. */
  fixture_assert_value (view, 2, "level", "431.25");
  fixture_assert_code (view, 2, "state", "history");
  g_assert_nonnull (strstr (view->sentence.en, "KOSPI −0.99 %"));
  g_assert_cmpint (((JipyoTile *) g_ptr_array_index (view->sheet->tiles, 0))->direction, ==, -1);
  /* Whether past levels are kept it does not know, so it says nothing of them. */
  g_assert_null (strstr (view->sheet->footer, "past levels"));
  fixture_clear (&fixture);
}

static void
test_unknown (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2025-08-01");
  fixture_add_article_boxes (fixture.whole);
  JipyoView *view = fixture_build (&fixture, "market-indices");
  fixture_assert_value (view, 0, "level", NULL);
  fixture_assert_text (view, 0, "level", "not known");
  g_assert_cmpstr (view->sentence.en, ==, "No index levels were known on this date");
  fixture_clear (&fixture);
}

/* A change without a close to be against gives no previous close. */
static void
test_no_basis (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture.quotes = fixture_new_quotes ();
  fixture_add_quote (fixture.quotes, "krx:KOSPI", "4000", 4);
  JipyoView *view = fixture_build (&fixture, "market-indices");
  fixture_assert_value (view, 0, "change", NULL);
  fixture_assert_value (view, 0, "change-percent", NULL);
  fixture_assert_value (view, 0, "previous-close", NULL);
  fixture_clear (&fixture);
}

static const JipyoTile *
get_tile (const JipyoView *view, guint n)
{
  return g_ptr_array_index (view->sheet->tiles, n);
}

static const JipyoGridCell *
get_grid_cell (const JipyoView *view, guint row, guint column)
{
  return &g_array_index ((GArray *) g_ptr_array_index (view->sheet->grid->rows, row), JipyoGridCell,
                         column);
}

/* A level that was printed is of now on its day only. */
static void
test_printed_of_the_past (void)
{
  static const struct {
    const char *as_of;
    gboolean muted;
  } cases[] = { { "2025-08-05", FALSE }, { "2026-11-23", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Fixture fixture;

    fixture_init (&fixture, cases[i].as_of);
    fixture_add_article_boxes (fixture.whole);
    JipyoView *view = fixture_build (&fixture, "market-indices");
    g_assert_cmpint (get_tile (view, 0)->muted, ==, cases[i].muted);
    /* Grey alone does not warn a hall of what was printed a year ago. */
    g_assert_cmpstr (get_tile (view, 0)->doubt, ==,
                     cases[i].muted ? "⚠ history · Article · 5 Aug 2025" : NULL);
    g_assert_cmpint (get_grid_cell (view, 0, 1)->muted, ==, cases[i].muted);
    view = fixture_build (&fixture, "market-crypto");
    for (guint cell = 1; cell <= 2; cell++)
      g_assert_cmpint (get_grid_cell (view, 0, cell)->muted, ==, cases[i].muted);
    fixture_clear (&fixture);
  }
}

/* What is in doubt is told of by nobody, and looks it; what is old is said to be. */
static void
test_not_of_now (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture.quotes = fixture_new_quotes ();
  add_index (fixture.quotes, "krx:KOSPI", "4000", "90");
  add_index (fixture.quotes, "krx:KOSDAQ", "900", "9");
  add_index (fixture.quotes, "krx:KOSPI200", "500", "4");
  JipyoView *view = fixture_build (&fixture, "market-indices");
  g_assert_cmpstr (view->sentence.en, ==, "All three indices rose, KOSPI most: +2.30 %");
  g_assert_false (get_tile (view, 0)->muted);
  g_assert_null (get_tile (view, 0)->doubt);
  g_assert_false (get_grid_cell (view, 0, 1)->muted);
  for (guint i = 1; i <= 5; i++)
    g_assert_false (get_grid_cell (view, 0, i)->doubtful);

  JipyoQuote *kospi = g_ptr_array_index (fixture.quotes, 0);
  kospi->state = JIPYO_QUOTE_SUSPECT;
  view = fixture_build (&fixture, "market-indices");
  g_assert_cmpstr (view->sentence.en, ==, "KOSDAQ +1.01 %, KOSPI 200 +0.81 %");
  g_assert_true (get_tile (view, 0)->muted);
  g_assert_cmpstr (get_tile (view, 0)->doubt, ==, "⚠ suspect · Naver · 4 s ago");
  g_assert_null (get_tile (view, 0)->note);
  g_assert_true (get_grid_cell (view, 0, 1)->muted && get_grid_cell (view, 0, 2)->muted);
  g_assert_false (get_tile (view, 1)->muted);
  for (guint i = 1; i <= 5; i++) /* but the day */
    g_assert_true (get_grid_cell (view, 0, i)->doubtful == (i != 4));
  g_assert_false (get_grid_cell (view, 1, 1)->doubtful);
  g_assert_true (jipyo_table_peek (view->table, 0, "level")->doubtful);
  g_assert_true (jipyo_table_peek (view->table, 0, "state")->doubtful);
  g_assert_false (jipyo_table_peek (view->table, 1, "level")->doubtful);

  for (guint i = 0; i < fixture.quotes->len; i++)
    ((JipyoQuote *) g_ptr_array_index (fixture.quotes, i))->state = JIPYO_QUOTE_SUSPECT;
  view = fixture_build (&fixture, "market-indices");
  g_assert_cmpstr (view->sentence.en, ==, "Every level that was received is suspect");

  for (guint i = 0; i < fixture.quotes->len; i++)
    ((JipyoQuote *) g_ptr_array_index (fixture.quotes, i))->state = JIPYO_QUOTE_STALE;
  view = fixture_build (&fixture, "market-indices");
  g_assert_cmpstr (view->sentence.en, ==,
                   "All three indices rose, KOSPI most: +2.30 % (stale prices)");
  g_assert_true (get_tile (view, 2)->muted);
  g_assert_cmpstr (get_tile (view, 2)->doubt, ==, "⚠ stale · Naver · 4 s ago");
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/market-indices/article", test_article);
  g_test_add_func ("/views/market-indices/received", test_received);
  g_test_add_func ("/views/market-indices/unknown", test_unknown);
  g_test_add_func ("/views/market-indices/no-basis", test_no_basis);
  g_test_add_func ("/views/market-indices/printed-of-the-past", test_printed_of_the_past);
  g_test_add_func ("/views/market-indices/not-of-now", test_not_of_now);
  return g_test_run ();
}
