/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chart of an instrument ends with the price that stands above it, or with one that has its own
 * time beside it. All prices are made up.
 */

#include "instrument-page.h"
#include "jipyo-kept-quote.h"

#include <string.h>

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;

static JipyoCandleSeries *
make_days (const char *instrument, guint n)
{
  JipyoCandleSeries *series = jipyo_candle_series_new (instrument, JIPYO_RESOLUTION_DAY);

  for (gint64 day = FIXTURE_TODAY - n; day < FIXTURE_TODAY; day++) {
    const JipyoCandle candle = { day * DAY_MS, 1000, 1149, 1000, 1149, 7 };

    g_array_append_val (series->candles, candle);
  }
  return series;
}

static const JipyoDatum *
get_last (const JipyoView *view)
{
  const JipyoPlotSeries *price = fixture_find_series (fixture_get_plot (view, 0), "price");

  return &g_array_index (price->data, JipyoDatum, price->data->len - 1);
}

/* The chart ends with the price of the tile, whether it rose in the candle that was kept last or a
 * new one has begun, and is as pale. */
static void
test_ends_in_quote (void)
{
  Page page;

  page_init (&page, "upbit:KRW-BTC");
  page.fixture.quotes = fixture_new_quotes ();
  JipyoQuote *quote = fixture_add_quote (page.fixture.quotes, "upbit:KRW-BTC", "1234.5", 1);
  g_ptr_array_add (page.pasts, make_days ("upbit:KRW-BTC", 92));
  const JipyoView *view = page_build (&page);
  const JipyoTile *tile = g_ptr_array_index (view->sheet->tiles, 0);
  const JipyoDatum *last = get_last (view);
  g_assert_cmpstr (last->text, ==, tile->number);
  g_assert_cmpfloat (last->value, ==, 1234.5);
  g_assert_cmpstr (last->claim, ==, "upbit:KRW-BTC");
  g_assert_false (last->faded);
  fixture_assert_value (view, 0, "close", "1234.5");
  fixture_assert_value (view, 1, "open", "1000");
  g_assert_cmpstr (jipyo_table_peek (view->table, 0, "close")->claim, ==, "upbit:KRW-BTC");

  /* What was kept stays as it is, and the candle of yesterday is the one that was last told. */
  quote->venue_time_us -= G_TIME_SPAN_DAY;
  quote->received_us -= G_TIME_SPAN_HOUR;
  last = get_last (page_build (&page));
  g_assert_cmpfloat (last->value, ==, 1234.5);
  g_assert_cmpfloat (last->high, ==, 1234.5);
  g_assert_cmpfloat (last->start, ==, 1000);
  g_assert_true (last->faded);
  g_assert_cmpstr (last->text, ==, "1,234.5 (stale)");
  fixture_set_option (&page.fixture, "mark", "line");
  last = get_last (page_build (&page));
  g_assert_true (last->has_colour && last->colour.role == JIPYO_ROLE_MUTED);
  page_clear (&page);
}

/* A price in doubt, or of before what was kept, is not the end of the line: that has its own day.
 */
static void
test_ends_before_quote (void)
{
  Page page;

  page_init (&page, "upbit:KRW-BTC");
  g_ptr_array_add (page.pasts, make_days ("upbit:KRW-BTC", 92));
  g_assert_cmpstr (get_last (page_build (&page))->text, ==, "1,149 (2026-11-22)");
  page.fixture.quotes = fixture_new_quotes ();
  JipyoQuote *quote = fixture_add_quote (page.fixture.quotes, "upbit:KRW-BTC", "9", 1);
  quote->state = JIPYO_QUOTE_SUSPECT;
  const JipyoDatum *last = get_last (page_build (&page));
  g_assert_cmpfloat (last->value, >=, 1000);
  g_assert_true (last->faded);
  g_assert_cmpstr (last->text, ==, "1,149 (2026-11-22)");
  quote->state = JIPYO_QUOTE_LIVE;
  quote->venue_time_us -= 3 * G_TIME_SPAN_DAY;
  g_assert_cmpstr (get_last (page_build (&page))->text, ==, "1,149 (2026-11-22)");
  page_clear (&page);
}

/* The minutes between what was read and the quote are not missing, but a quarter of an hour is. */
static void
test_unread (void)
{
  const gint64 now_ms = FIXTURE_NOW_US / 1000;
  JipyoCandleSeries *minutes = jipyo_candle_series_new ("upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE);
  Page page;

  page_init (&page, "upbit:KRW-BTC");
  fixture_set_option (&page.fixture, "range", "1d");
  fixture_set_option (&page.fixture, "mark", "line");
  for (guint i = 0; i < 60; i++) {
    const JipyoCandle candle = { now_ms - (63 - i) * 60000, 10, 10, 10, 10, -1 };

    g_array_append_val (minutes->candles, candle);
  }
  g_ptr_array_add (page.pasts, minutes);
  page.fixture.quotes = fixture_new_quotes ();
  fixture_add_quote (page.fixture.quotes, "upbit:KRW-BTC", "11", 1);
  g_assert_cmpuint (fixture_count_marks (fixture_get_plot (page_build (&page), 0), "Not recorded"),
                    ==, 0);
  g_array_set_size (minutes->candles, 45);
  g_assert_cmpuint (fixture_count_marks (fixture_get_plot (page_build (&page), 0), "Not recorded"),
                    ==, 1);
  page_clear (&page);
}

/* The last price of a session is of the session, though it is told after its end. */
static void
test_ends_in_close (void)
{
  const gint64 friday_ms = (FIXTURE_TODAY - 3) * DAY_MS;
  JipyoCandleSeries *minutes = jipyo_candle_series_new ("krx:KOSPI", JIPYO_RESOLUTION_MINUTE);
  Page page;

  page_init (&page, "krx:KOSPI");
  fixture_set_option (&page.fixture, "range", "1d");
  for (gint64 minute = 0; minute < 390; minute++) {
    const JipyoCandle candle = { friday_ms + minute * 60000, 1200, 1200, 1200, 1200, -1 };

    g_array_append_val (minutes->candles, candle);
  }
  g_ptr_array_add (page.pasts, minutes);
  page.fixture.calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_calendar_free);
  g_ptr_array_add (page.fixture.calendars, fixture_make_calendar ());
  page.fixture.quotes = fixture_new_quotes ();
  JipyoQuote *quote = fixture_add_quote (page.fixture.quotes, "krx:KOSPI", "1210", 30);
  quote->state = JIPYO_QUOTE_CLOSED;
  g_assert_true (jipyo_instant_parse ("2026-11-20T06:30:10Z", &quote->venue_time_us));
  const JipyoView *view = page_build (&page);
  const JipyoPlotSeries *price = fixture_find_series (fixture_get_plot (view, 0), "price");
  g_assert_cmpuint (price->data->len, ==, 78);
  g_assert_cmpfloat (get_last (view)->value, ==, 1210);
  g_assert_false (get_last (view)->faded);
  page_clear (&page);
}

/* The tile counts from the moment that was chosen, names it, and has no change without a price of
 * it. */
static void
test_basis (void)
{
  const gint64 moment_ms = FIXTURE_NOW_US / 1000 - DAY_MS;
  const JipyoCandle candle = { moment_ms - 60000, 1000, 1000, 1000, 1000, -1 };
  JipyoCandleSeries *minutes = jipyo_candle_series_new ("upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE);
  Page page;

  page_init (&page, "upbit:KRW-BTC");
  fixture_set_option (&page.fixture, "basis", "rolling-24h");
  page.fixture.quotes = fixture_new_quotes ();
  JipyoQuote *quote = fixture_add_quote (page.fixture.quotes, "upbit:KRW-BTC", "1100", 1);
  jipyo_quote_set_change_from (quote, jipyo_decimal_from_int (1080),
                               JIPYO_BASIS_PREVIOUS_CLOSE_UTC);
  g_ptr_array_add (page.pasts, make_days ("upbit:KRW-BTC", 92));
  g_ptr_array_add (page.pasts, make_days ("upbit:KRW-BTC", 92));
  g_ptr_array_add (page.pasts, minutes);
  const JipyoTile *tile = g_ptr_array_index (page_build (&page)->sheet->tiles, 0);
  g_assert_null (tile->unit);
  g_array_append_val (minutes->candles, candle);
  tile = g_ptr_array_index (page_build (&page)->sheet->tiles, 0);
  g_assert_nonnull (strstr (tile->unit, "+10.00 %"));
  g_assert_true (g_str_has_suffix (tile->note, " · over 24 hours"));
  fixture_set_option (&page.fixture, "basis", "own");
  tile = g_ptr_array_index (page_build (&page)->sheet->tiles, 0);
  g_assert_nonnull (strstr (tile->unit, "+1.85 %"));
  page_clear (&page);
}

/* Where nothing was received the last close that was kept is known, of its own time. */
static void
test_kept (void)
{
  g_autoptr (JipyoCandleSeries) coin = make_days ("upbit:KRW-BTC", 3);
  g_autoptr (JipyoCandleSeries) share = make_days ("krx:KOSPI", 3);
  g_autoptr (JipyoCandleSeries) nothing = make_days ("krx:KOSPI", 0);
  g_autoptr (JipyoQuote) price = jipyo_kept_quote_new (coin, FIXTURE_NOW_US);
  g_autoptr (JipyoQuote) close = jipyo_kept_quote_new (share, FIXTURE_NOW_US);
  g_autofree char *price_time = jipyo_instant_format (price->venue_time_us);
  g_autofree char *close_time = jipyo_instant_format (close->venue_time_us);

  g_assert_cmpint (price->last.digits, ==, 1149);
  g_assert_cmpint (price->state, ==, JIPYO_QUOTE_HISTORY);
  g_assert_false (price->has_change);
  g_assert_cmpstr (price_time, ==, "2026-11-23T00:00:00Z");
  g_assert_cmpstr (close_time, ==, "2026-11-22T06:30:00Z");
  g_autofree char *price_source = jipyo_kept_quote_format_source (price);
  g_autofree char *close_source = jipyo_kept_quote_format_source (close);
  g_assert_cmpstr (price_source, ==, "upbit:KRW-BTC@1d@2026-11-22T00:00:00Z");
  g_assert_cmpstr (close_source, ==, "krx:KOSPI@1d@2026-11-22T00:00:00Z");
  g_assert_null (jipyo_kept_quote_new (nothing, FIXTURE_NOW_US));
  g_assert_null (jipyo_kept_quote_new (NULL, FIXTURE_NOW_US));
}

/* Behind the price of a page stands what it shows: the candle that was kept, not what was printed
 * once; and the quote once there is one. */
static void
test_source_of_price (void)
{
  Page page;

  page_init (&page, "krx:KOSPI");
  fixture_add_article_boxes (page.fixture.whole);
  g_ptr_array_add (page.pasts, make_days ("krx:KOSPI", 92));
  const JipyoTile *tile = g_ptr_array_index (page_build (&page)->sheet->tiles, 0);
  g_assert_cmpstr (tile->number, ==, "1,149.00");
  g_assert_cmpstr (tile->claim, ==, "krx:KOSPI@1d@2026-11-22T00:00:00Z");
  page.fixture.quotes = fixture_new_quotes ();
  fixture_add_quote (page.fixture.quotes, "krx:KOSPI", "1150", 1);
  tile = g_ptr_array_index (page_build (&page)->sheet->tiles, 0);
  g_assert_cmpstr (tile->claim, ==, "krx:KOSPI");
  page_clear (&page);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/instrument-end/in-quote", test_ends_in_quote);
  g_test_add_func ("/views/instrument-end/before-quote", test_ends_before_quote);
  g_test_add_func ("/views/instrument-end/in-close", test_ends_in_close);
  g_test_add_func ("/views/instrument-end/unread", test_unread);
  g_test_add_func ("/views/instrument-end/basis", test_basis);
  g_test_add_func ("/views/instrument-end/kept", test_kept);
  g_test_add_func ("/views/instrument-end/source-of-price", test_source_of_price);
  return g_test_run ();
}
