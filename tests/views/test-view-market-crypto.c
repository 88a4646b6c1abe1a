/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <math.h>
#include <string.h>

static void
test_article (void)
{
  static const char *const spreads[][3] = {
    { "BTC", "50000", "0.031" }, { "BCH", "0", "0" },     { "ETH", "1000", "0.02" },
    { "ETC", "60", "0.211" },    { "XRP", "4", "0.095" }, { "QTUM", "10", "0.346" },
    { "MTL", NULL, NULL },       { "IOTA", NULL, NULL },
  };
  Fixture fixture;

  fixture_init (&fixture, "2025-08-05");
  fixture_add_article_boxes (fixture.whole);
  JipyoView *view = fixture_build (&fixture, "market-crypto");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 11);
  for (guint i = 0; i < G_N_ELEMENTS (spreads); i++) {
    guint row = fixture_find_row (view, "coin", spreads[i][0]);

    fixture_assert_value (view, row, "spread", spreads[i][1]);
    fixture_assert_value (view, row, "spread-percent", spreads[i][2]);
  }
  g_assert_cmpstr (view->sentence.ko, ==, "세 거래소, 같은 코인: 가장 큰 차이는 퀀텀 0.346 %");
  g_assert_cmpstr (view->sentence.en, ==, "Widest gap across three venues: Qtum 0.346 %");
  g_assert_nonnull (strstr (view->sheet->footer, "venue inferred from the coins listed"));
  g_assert_cmpuint (view->sources->len, ==, 1);
  fixture_clear (&fixture);
}

static void
test_printed_row (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2025-08-05");
  fixture_add_article_boxes (fixture.whole);
  JipyoView *view = fixture_build (&fixture, "market-crypto");
  guint row = fixture_find_row (view, "coin", "ETH");
  const JipyoCell *price = jipyo_table_peek (view->table, row, "upbit-price");

  g_assert_cmpstr (price->value, ==, "5071000");
  g_assert_cmpstr (price->text.en, ==, "5,071,000");
  g_assert_cmpstr (price->claim, ==, "upbit:KRW-ETH");
  g_assert_cmpint (price->status, ==, JIPYO_STATUS_INFERRED);
  fixture_assert_value (view, row, "upbit-change", "-15000");
  fixture_assert_text (view, row, "upbit-change", "▼15,000");
  fixture_assert_code (view, row, "upbit-basis", "unstated");
  fixture_assert_code (view, row, "upbit-state", "history");
  fixture_assert_text (view, row, "upbit-time", "2025-08-05");
  fixture_assert_code (view, row, "spread-state", "history");
  /* A venue without a price stays empty, never zero. */
  row = fixture_find_row (view, "coin", "MTL");
  fixture_assert_value (view, row, "bithumb-price", NULL);
  fixture_assert_text (view, row, "spread", "—");
  fixture_assert_text (view, row, "spread-note", "at one venue only · venue inferred");
  fixture_clear (&fixture);
}

static void
test_before (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2025-08-04");
  fixture_add_article_boxes (fixture.whole);
  JipyoView *view = fixture_build (&fixture, "market-crypto");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 0);
  g_assert_nonnull (strstr (view->sentence.en, "No coin prices"));
  fixture_clear (&fixture);
}

static JipyoCandleSeries *
keep_minute (const char *instrument, gint64 end_us, gint64 price)
{
  JipyoCandleSeries *series = jipyo_candle_series_new (instrument, JIPYO_RESOLUTION_MINUTE);
  const JipyoCandle candle = { .start_ms = end_us / 1000 - 60000,
                               .open = price,
                               .high = price,
                               .low = price,
                               .close = price,
                               .volume = 1 };

  series->step_ms = 60000;
  g_array_append_val (series->candles, candle);
  return series;
}

/* Every venue from one moment, by what was kept of it; without that no change, and no other one. */
static void
test_one_basis (void)
{
  const gint64 midnight_us = FIXTURE_NOW_US - 12 * G_TIME_SPAN_HOUR; /* in Korea */
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture.quotes = fixture_new_quotes ();
  jipyo_quote_set_change_from (fixture_add_quote (fixture.quotes, "upbit:KRW-BTC", "120", 2),
                               fixture_decimal ("90"), JIPYO_BASIS_PREVIOUS_CLOSE_UTC);
  fixture_add_quote (fixture.quotes, "krx:KOSPI", "4000", 2);
  jipyo_quote_set_change_from (fixture_add_quote (fixture.quotes, "coinone:KRW-BTC", "121", 2),
                               fixture_decimal ("90"), JIPYO_BASIS_ROLLING_24H);
  jipyo_quote_set_change_from (fixture_add_quote (fixture.quotes, "bithumb:KRW-BTC", "122", 2),
                               fixture_decimal ("100"), JIPYO_BASIS_PREVIOUS_CLOSE_KST);
  fixture_set_option (&fixture, "basis", "previous-close-kst");
  fixture.pasts = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_candle_series_free);
  g_ptr_array_add (fixture.pasts, keep_minute ("upbit:KRW-BTC", midnight_us, 100));
  g_ptr_array_add (fixture.pasts,
                   keep_minute ("coinone:KRW-BTC", midnight_us - G_TIME_SPAN_HOUR, 100));
  JipyoView *view = fixture_build (&fixture, "market-crypto");
  const guint row = fixture_find_row (view, "coin", "BTC");

  fixture_assert_value (view, row, "upbit-change", "20");
  fixture_assert_code (view, row, "upbit-basis", "previous-close-kst");
  fixture_assert_value (view, row, "bithumb-change", "22");
  fixture_assert_value (view, row, "coinone-change", NULL);
  g_assert_null (jipyo_table_peek (view->table, row, "coinone-basis")->code);
  fixture_assert_value (view, row, "coinone-price", "121");
  g_assert_nonnull (
    strstr (view->sheet->subtitle, "change since 00:00 KST at every venue, by kept prices"));
  g_assert_nonnull (strstr (view->sheet->subtitle, "not known of 1"));
  /* The quotes themselves stay as the venues gave them. */
  g_assert_cmpint (((JipyoQuote *) fixture.quotes->pdata[0])->basis, ==,
                   JIPYO_BASIS_PREVIOUS_CLOSE_UTC);
  fixture_clear (&fixture);
}

/* Received quotes displace the printed ones of a coin at every venue, not those of other coins. */
static void
test_received (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture_add_article_boxes (fixture.whole);
  fixture.quotes = fixture_new_quotes ();
  JipyoQuote *upbit = fixture_add_quote (fixture.quotes, "upbit:KRW-BTC", "103458000", 3);
  upbit->change = fixture_decimal ("1041000");
  upbit->has_change = TRUE;
  upbit->basis = JIPYO_BASIS_PREVIOUS_CLOSE_UTC;
  JipyoQuote *coinone = fixture_add_quote (fixture.quotes, "coinone:KRW-BTC", "103400000", 5);
  coinone->change = fixture_decimal ("-12000");
  coinone->has_change = TRUE;
  coinone->basis = JIPYO_BASIS_ROLLING_24H;
  JipyoView *view = fixture_build (&fixture, "market-crypto");

  guint row = fixture_find_row (view, "coin", "BTC");
  fixture_assert_value (view, row, "bithumb-price", NULL);
  fixture_assert_value (view, row, "upbit-price", "103458000");
  fixture_assert_code (view, row, "upbit-basis", "previous-close-utc");
  fixture_assert_code (view, row, "coinone-basis", "rolling-24h");
  fixture_assert_code (view, row, "upbit-state", "live");
  fixture_assert_value (view, row, "spread", "58000");
  fixture_assert_value (view, row, "spread-percent", "0.056");
  fixture_assert_code (view, row, "spread-state", "live");
  fixture_assert_text (view, row, "spread-time", "2026-11-23 11:59:55 KST");
  fixture_assert_code (view, row, "spread-time", "2026-11-23T02:59:55Z");
  row = fixture_find_row (view, "coin", "ETH");
  fixture_assert_code (view, row, "upbit-state", "history");
  /* Both bases are named. */
  g_assert_nonnull (strstr (view->sheet->subtitle, "Upbit"));
  g_assert_nonnull (strstr (view->sheet->subtitle, "Coinone"));
  fixture_clear (&fixture);
}

/* What a venue says of a coin stands with its state, in the table and in the row of the picture. */
static void
test_listings (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture.quotes = fixture_new_quotes ();
  jipyo_quote_set_listing (fixture_add_quote (fixture.quotes, "upbit:KRW-BTC", "103458000", 3),
                           JIPYO_LISTING_WARNING);
  jipyo_quote_set_listing (fixture_add_quote (fixture.quotes, "bithumb:KRW-BTC", "103400000", 9),
                           JIPYO_LISTING_LISTED);
  jipyo_quote_set_listing (fixture_add_quote (fixture.quotes, "coinone:KRW-BTC", "103410000", 9999),
                           JIPYO_LISTING_DELISTED);
  JipyoView *view = fixture_build (&fixture, "market-crypto");
  const guint row = fixture_find_row (view, "coin", "BTC");

  fixture_assert_code (view, row, "upbit-state", "live");
  fixture_assert_text (view, row, "upbit-state", "live · under warning");
  fixture_assert_text (view, row, "bithumb-state", "live");
  fixture_assert_code (view, row, "coinone-state", "delisted");
  fixture_assert_text (view, row, "coinone-state", "delisted");
  /* Name, spread, three venues, state: without a dollar there is no premium. */
  const GArray *cells = g_ptr_array_index (view->sheet->grid->rows, 0);
  const char *state = g_array_index (cells, JipyoGridCell, 5).text;
  g_assert_true (g_str_has_suffix (state, " · Coinone delisted"));
  jipyo_quote_set_listing (g_ptr_array_index (fixture.quotes, 2), JIPYO_LISTING_LISTED);
  jipyo_quote_set_listing (g_ptr_array_index (fixture.quotes, 1), JIPYO_LISTING_WARNING);
  cells = g_ptr_array_index (fixture_build (&fixture, "market-crypto")->sheet->grid->rows, 0);
  g_assert_true (
    g_str_has_suffix (g_array_index (cells, JipyoGridCell, 5).text, " ago · under warning"));
  fixture_clear (&fixture);
}

static void
test_apart (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture.quotes = fixture_new_quotes ();
  fixture_add_quote (fixture.quotes, "upbit:KRW-BTC", "103458000", 1);
  JipyoQuote *late = fixture_add_quote (fixture.quotes, "bithumb:KRW-BTC", "103400000", 11);
  JipyoView *view = fixture_build (&fixture, "market-crypto");
  fixture_assert_value (view, 0, "spread", "58000");

  late->received_us -= 1;
  view = fixture_build (&fixture, "market-crypto");
  fixture_assert_value (view, 0, "spread", NULL);
  fixture_assert_text (view, 0, "spread-percent", "—");
  fixture_assert_text (view, 0, "spread-note", "received more than 10 s apart");
  fixture_clear (&fixture);
}

/* Of three legs the one that is too old is left out and named; it is no part of the spread. */
static void
test_refused_leg (void)
{
  static const struct {
    int older_ms;
    const char *spread;
    const char *refused;
    const char *apart;
    const char *note;
    const char *state;
  } cases[] = {
    { 9900, "3000", "", "9.9", "", "9 s ago" },
    { 10100, "1000", "Coinone", "10.1", "left out, more than 10 s apart: Coinone",
      "just now · Coinone 10 s ago" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Fixture fixture;

    fixture_init (&fixture, "2026-11-23");
    fixture.quotes = fixture_new_quotes ();
    fixture_add_quote (fixture.quotes, "upbit:KRW-BTC", "100000", 0);
    fixture_add_quote (fixture.quotes, "bithumb:KRW-BTC", "101000", 0);
    fixture_add_quote (fixture.quotes, "coinone:KRW-BTC", "103000", 0)->received_us -=
      cases[i].older_ms * 1000;
    JipyoView *view = fixture_build (&fixture, "market-crypto");
    fixture_assert_value (view, 0, "spread", cases[i].spread);
    fixture_assert_code (view, 0, "spread-verdict", "known");
    fixture_assert_text (view, 0, "spread-refused", cases[i].refused);
    fixture_assert_value (view, 0, "spread-apart-seconds", cases[i].apart);
    fixture_assert_text (view, 0, "spread-note", cases[i].note);
    const GArray *cells = g_ptr_array_index (view->sheet->grid->rows, 0);
    g_assert_true (g_array_index (cells, JipyoGridCell, 4).muted == (*cases[i].refused != '\0'));
    g_assert_cmpstr (g_array_index (cells, JipyoGridCell, 5).text, ==, cases[i].state);
    fixture_clear (&fixture);
  }
}

/* Refused coins are told of in the sentence, alone or beside those that are compared. */
static void
test_apart_is_told (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture.quotes = fixture_new_quotes ();
  fixture_add_quote (fixture.quotes, "upbit:KRW-BTC", "103458000", 1);
  fixture_add_quote (fixture.quotes, "bithumb:KRW-BTC", "103400000", 12);
  JipyoView *view = fixture_build (&fixture, "market-crypto");
  fixture_assert_code (view, 0, "spread-verdict", "apart");
  g_assert_cmpstr (view->sentence.en, ==,
                   "No prices that can be compared across venues: received more than 10 s apart");
  g_assert_nonnull (strstr (view->sentence.ko, "받은 시각이 10초 넘게 다르다"));

  fixture_add_quote (fixture.quotes, "upbit:KRW-ETH", "5000", 1);
  fixture_add_quote (fixture.quotes, "bithumb:KRW-ETH", "5005", 1);
  view = fixture_build (&fixture, "market-crypto");
  g_assert_cmpstr (view->sentence.en, ==,
                   "Widest gap across two venues: Ethereum 0.100 %; 1 not compared, received more "
                   "than 10 s apart");
  fixture_clear (&fixture);
}

static const JipyoGridCell *
get_spread_cell (const JipyoView *view, guint row)
{
  const GArray *cells = g_ptr_array_index (view->sheet->grid->rows, row);

  return &g_array_index (cells, JipyoGridCell, 1);
}

/* The worst state and the oldest time; an implausible price makes no headline. */
static void
test_states (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture.lang = JIPYO_LANG_KO;
  fixture.quotes = fixture_new_quotes ();
  fixture_add_quote (fixture.quotes, "upbit:KRW-BTC", "100000", 24);
  fixture_add_quote (fixture.quotes, "bithumb:KRW-BTC", "100100", 19);
  fixture_add_quote (fixture.quotes, "upbit:KRW-XRP", "4000", 1);
  fixture_add_quote (fixture.quotes, "bithumb:KRW-XRP", "8000", 1)->state = JIPYO_QUOTE_SUSPECT;
  fixture_add_quote (fixture.quotes, "upbit:KRW-ETH", "5000", 1);
  fixture_add_quote (fixture.quotes, "bithumb:KRW-ETH", "5001", 1);
  JipyoView *view = fixture_build (&fixture, "market-crypto");

  guint btc = fixture_find_row (view, "coin", "BTC");
  g_assert_true (get_spread_cell (view, btc)->muted);
  g_assert_false (get_spread_cell (view, fixture_find_row (view, "coin", "ETH"))->muted);
  fixture_assert_code (view, btc, "bithumb-state", "live");
  fixture_assert_code (view, btc, "upbit-state", "late");
  fixture_assert_code (view, btc, "spread-state", "late");
  guint xrp = fixture_find_row (view, "coin", "XRP");
  fixture_assert_code (view, xrp, "spread-state", "suspect");
  fixture_assert_value (view, xrp, "spread-percent", "100");
  g_assert_cmpstr (view->sentence.ko, ==,
                   "두 거래소, 같은 코인: 가장 큰 차이는 비트코인 0.100 % (묵은 시세)");
  fixture_clear (&fixture);
}

static const JipyoGridCell *
get_cell (const JipyoView *view, guint column)
{
  const GArray *cells = g_ptr_array_index (view->sheet->grid->rows, 0);

  return &g_array_index (cells, JipyoGridCell, column);
}

/* A price that is not believed is named, with its venue, also where it is not compared. */
static void
test_suspect (void)
{
  static const struct {
    int older_s;
    gboolean suspect;
    gboolean third;
    const char *state;
    gboolean spread;
  } cases[] = {
    { 0, FALSE, TRUE, "2 s ago", FALSE },
    { 0, TRUE, TRUE, "Upbit suspect · 2 s ago", TRUE },
    { 30, TRUE, TRUE, "Upbit suspect · 2 s ago · Upbit 32 s ago", FALSE },
    { 30, TRUE, FALSE, "Upbit suspect · received more than 10 s apart", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Fixture fixture;

    fixture_init (&fixture, "2026-11-23");
    fixture.quotes = fixture_new_quotes ();
    JipyoQuote *upbit =
      fixture_add_quote (fixture.quotes, "upbit:KRW-BTC", "100000", 2 + cases[i].older_s);
    if (cases[i].suspect)
      upbit->state = JIPYO_QUOTE_SUSPECT;
    fixture_add_quote (fixture.quotes, "bithumb:KRW-BTC", "101000", 2);
    if (cases[i].third)
      fixture_add_quote (fixture.quotes, "coinone:KRW-BTC", "101000", 2);
    JipyoView *view = fixture_build (&fixture, "market-crypto");
    guint upbit_column = 2;
    while (g_strcmp0 (get_cell (view, upbit_column)->claim, "upbit:KRW-BTC") != 0)
      upbit_column++;
    g_assert_cmpint (get_cell (view, upbit_column)->doubtful, ==, cases[i].suspect);
    for (guint column = 2; column < 5; column++)
      g_assert_true (column == upbit_column || !get_cell (view, column)->doubtful);
    g_assert_cmpstr (get_cell (view, 5)->text, ==, cases[i].state);
    g_assert_cmpint (get_cell (view, 5)->doubtful, ==, cases[i].suspect);
    g_assert_cmpint (get_cell (view, 1)->doubtful, ==, cases[i].spread);
    fixture_clear (&fixture);
  }
}

/* What was told again after a sleep is as old as its venue says, however lately it was heard. */
static void
test_told_again (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture.quotes = fixture_new_quotes ();
  fixture_add_quote (fixture.quotes, "upbit:KRW-BTC", "100000", 4);
  JipyoQuote *again = fixture_add_quote (fixture.quotes, "bithumb:KRW-BTC", "100100", 1);
  again->venue_time_us = FIXTURE_NOW_US - 7 * G_TIME_SPAN_MINUTE;
  JipyoView *view = fixture_build (&fixture, "market-crypto");
  const GArray *cells = g_ptr_array_index (view->sheet->grid->rows, 0);

  /* Name, spread, three venues, state. */
  g_assert_cmpstr (g_array_index (cells, JipyoGridCell, 5).text, ==, "7 min ago");
  fixture_assert_code (view, 0, "spread-verdict", "known");
  fixture_assert_code (view, 0, "spread-time", "2026-11-23T02:53:00Z");
  /* A venue's clock that runs ahead makes no price newer than it was heard. */
  again->venue_time_us = FIXTURE_NOW_US + G_TIME_SPAN_MINUTE;
  cells = g_ptr_array_index (fixture_build (&fixture, "market-crypto")->sheet->grid->rows, 0);
  g_assert_cmpstr (g_array_index (cells, JipyoGridCell, 5).text, ==, "4 s ago");
  fixture_clear (&fixture);
}

/* A price that came before there was another to doubt it by makes no finding, and no alert. */
static void
test_unbelievable (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture.quotes = fixture_new_quotes ();
  fixture_add_quote (fixture.quotes, "upbit:KRW-BTC", "798580000", 3);
  fixture_add_quote (fixture.quotes, "bithumb:KRW-BTC", "159767000", 2);
  fixture_add_quote (fixture.quotes, "coinone:KRW-BTC", "159774000", 2);
  fixture_add_quote (fixture.quotes, "upbit:KRW-ETH", "5090000", 2);
  fixture_add_quote (fixture.quotes, "bithumb:KRW-ETH", "5091000", 2);
  const JipyoView *view = fixture_build (&fixture, "market-crypto");
  g_assert_null (strstr (view->sentence.en, "Bitcoin"));
  g_assert_nonnull (strstr (view->sentence.en, "Ethereum"));
  fixture_assert_code (view, fixture_find_row (view, "coin", "BTC"), "spread-state", "suspect");
  fixture_clear (&fixture);
}

/* A reading of the past does not know what came in later. */
static void
test_past_reading (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2025-08-05");
  fixture_add_article_boxes (fixture.whole);
  fixture.quotes = fixture_new_quotes ();
  fixture_add_quote (fixture.quotes, "upbit:KRW-BTC", "1", 1);
  JipyoView *view = fixture_build (&fixture, "market-crypto");
  guint row = fixture_find_row (view, "coin", "BTC");

  fixture_assert_value (view, row, "upbit-price", "159831000");
  fixture_clear (&fixture);
}

static void
test_zero_price (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture.quotes = fixture_new_quotes ();
  fixture_add_quote (fixture.quotes, "upbit:KRW-BTC", "0", 1);
  fixture_add_quote (fixture.quotes, "bithumb:KRW-BTC", "5", 1);
  JipyoView *view = fixture_build (&fixture, "market-crypto");

  fixture_assert_value (view, 0, "spread", NULL);
  g_assert_cmpstr (view->sentence.en, ==, "No prices that can be compared across venues");
  fixture_clear (&fixture);
}

static void
test_grid (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2025-08-05");
  fixture_add_article_boxes (fixture.whole);
  JipyoGrid *grid = fixture_build (&fixture, "market-crypto")->sheet->grid;
  g_assert_cmpuint (grid->titles->len, ==, 8);
  g_assert_cmpstr (g_ptr_array_index (grid->titles, 3), ==, "Upbit*");
  g_assert_cmpstr (g_ptr_array_index (grid->titles, 6), ==, "±\u00a0Upbit*");
  g_assert_cmpuint (grid->rows->len, ==, 11);
  const GArray *btc = g_ptr_array_index (grid->rows, 0);
  const GArray *qtum = g_ptr_array_index (grid->rows, 5);
  const GArray *mtl = g_ptr_array_index (grid->rows, 6);

  g_assert_cmpstr (g_array_index (btc, JipyoGridCell, 0).text, ==, "BTC Bitcoin");
  g_assert_cmpstr (g_array_index (btc, JipyoGridCell, 4).text, ==, "159,800,000");
  g_assert_cmpstr (g_array_index (btc, JipyoGridCell, 1).text, ==, "0.031 %");
  g_assert_cmpstr (g_array_index (btc, JipyoGridCell, 7).text, ==, "▲50,000");
  g_assert_cmpint (g_array_index (btc, JipyoGridCell, 7).direction, ==, 1);
  g_assert_cmpfloat (g_array_index (qtum, JipyoGridCell, 1).bar, ==, 1.0);
  g_assert_true (isnan (g_array_index (mtl, JipyoGridCell, 1).bar));
  g_assert_null (g_array_index (mtl, JipyoGridCell, 1).text);
  fixture_clear (&fixture);
}

/* Beside received prices a printed row says what it is, and never makes the headline. */
static void
test_mixed_grid (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture_add_article_boxes (fixture.whole);
  fixture.quotes = fixture_new_quotes ();
  fixture_add_quote (fixture.quotes, "upbit:KRW-BTC", "100100", 3);
  fixture_add_quote (fixture.quotes, "bithumb:KRW-BTC", "100000", 3);
  JipyoView *view = fixture_build (&fixture, "market-crypto");
  JipyoGrid *grid = view->sheet->grid;

  g_assert_cmpstr (g_ptr_array_index (grid->titles, 3), ==, "Upbit");
  const GArray *btc = g_ptr_array_index (grid->rows, 0);
  const GArray *bch = g_ptr_array_index (grid->rows, 1);
  g_assert_cmpstr (g_array_index (btc, JipyoGridCell, 5).text, ==, "3 s ago");
  g_assert_cmpstr (g_array_index (bch, JipyoGridCell, 5).text, ==, "history* · 5 Aug 2025");
  g_assert_cmpstr (view->sentence.en, ==, "Widest gap across two venues: Bitcoin 0.100 %");
  fixture_clear (&fixture);
}

/* A headline of another day says so. */
static void
test_later_reading (void)
{
  Fixture fixture;

  fixture_init (&fixture, "2026-11-23");
  fixture_add_article_boxes (fixture.whole);
  g_assert_cmpstr (fixture_build (&fixture, "market-crypto")->sentence.ko, ==,
                   "세 거래소, 같은 코인: 가장 큰 차이는 퀀텀 0.346 % (2025-08-05)");
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/market-crypto/one-basis", test_one_basis);
  g_test_add_func ("/views/market-crypto/article", test_article);
  g_test_add_func ("/views/market-crypto/printed-row", test_printed_row);
  g_test_add_func ("/views/market-crypto/before", test_before);
  g_test_add_func ("/views/market-crypto/received", test_received);
  g_test_add_func ("/views/market-crypto/apart", test_apart);
  g_test_add_func ("/views/market-crypto/refused-leg", test_refused_leg);
  g_test_add_func ("/views/market-crypto/apart-is-told", test_apart_is_told);
  g_test_add_func ("/views/market-crypto/states", test_states);
  g_test_add_func ("/views/market-crypto/suspect", test_suspect);
  g_test_add_func ("/views/market-crypto/told-again", test_told_again);
  g_test_add_func ("/views/market-crypto/unbelievable", test_unbelievable);
  g_test_add_func ("/views/market-crypto/past-reading", test_past_reading);
  g_test_add_func ("/views/market-crypto/zero-price", test_zero_price);
  g_test_add_func ("/views/market-crypto/grid", test_grid);
  g_test_add_func ("/views/market-crypto/mixed-grid", test_mixed_grid);
  g_test_add_func ("/views/market-crypto/later-reading", test_later_reading);
  g_test_add_func ("/views/market-crypto/listings", test_listings);
  return g_test_run ();
}
