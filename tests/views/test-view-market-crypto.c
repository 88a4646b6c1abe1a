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
  } cases[] = {
    { 9900, "3000", "", "9.9", "" },
    { 10100, "1000", "Coinone", "10.1", "left out, more than 10 s apart: Coinone" },
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

/* Bitcoin at noon of Sunday the 22nd, with a dollar price and Friday's rate. */
static void
init_premium (Fixture *fixture, JipyoQuote **dollar, JipyoQuote **rate)
{
  fixture_init (fixture, "2026-11-23");
  fixture_add_article_boxes (fixture->whole);
  fixture->quotes = fixture_new_quotes ();
  fixture_add_quote (fixture->quotes, "bithumb:KRW-BTC", "150000000", 1);
  fixture_add_quote (fixture->quotes, "upbit:KRW-BTC", "150000000", 1);
  *dollar = fixture_add_quote (fixture->quotes, "usd:BTC", "100000.5", 2);
  g_free ((*dollar)->provider);
  (*dollar)->provider = g_strdup ("yahoo-coin");
  *rate = fixture_add_quote (fixture->quotes, "fx:USDKRW", "1450.00", 30);
  g_free ((*rate)->provider);
  (*rate)->provider = g_strdup ("naver-fx");
  g_assert_true (jipyo_instant_parse ("2026-11-20T06:30:00Z", &(*rate)->venue_time_us));
  (*rate)->state = JIPYO_QUOTE_CLOSED;
}

/* 100,000.5 × 1,450 = 145,000,725; the rate goes by its own day, in table, sentence and picture. */
static void
test_premium (void)
{
  Fixture fixture;
  JipyoQuote *dollar, *rate;

  init_premium (&fixture, &dollar, &rate);
  JipyoView *view = fixture_build (&fixture, "market-crypto");
  guint btc = fixture_find_row (view, "coin", "BTC");
  fixture_assert_value (view, btc, "premium-percent", "3.45");
  fixture_assert_text (view, btc, "premium-percent", "+3.45 %");
  fixture_assert_value (view, btc, "premium", "4999275");
  fixture_assert_code (view, btc, "premium-venue", "upbit");
  fixture_assert_code (view, btc, "premium-state", "live");
  fixture_assert_value (view, btc, "dollar-price", "100000.5");
  fixture_assert_code (view, btc, "dollar-time", "2026-11-23T02:59:58Z");
  fixture_assert_code (view, btc, "dollar-source", "yahoo-coin");
  fixture_assert_value (view, btc, "rate", "1450");
  fixture_assert_text (view, btc, "rate-date", "2026-11-20");
  fixture_assert_code (view, btc, "rate-source", "naver-fx");
  fixture_assert_text (view, btc, "rate-source", "Naver");
  fixture_assert_code (view, btc, "premium-note", "known");
  g_assert_cmpstr (view->sentence.en, ==,
                   "No gap between the venues; Bitcoin 3.45 % above its dollar price (rate of "
                   "2026-11-20)");
  g_assert_nonnull (
    strstr (view->sentence.ko, "비트코인 원화 값이 달러 시세보다 3.45 % 높음 (2026-11-20 환율)"));
  g_assert_nonnull (strstr (view->sheet->footer, "rate ₩1,450 (2026-11-20, Naver)"));
  g_assert_cmpstr (g_ptr_array_index (view->sheet->grid->titles, 5), ==, "Premium");
  const GArray *cells = g_ptr_array_index (view->sheet->grid->rows, 0);
  g_assert_cmpstr (g_array_index (cells, JipyoGridCell, 5).text, ==, "+3.45 %");
  g_assert_cmpstr (g_array_index (cells, JipyoGridCell, 6).text, ==, "live · 1 s ago");

  /* The article's figures have none, whatever is received. */
  guint eth = fixture_find_row (view, "coin", "ETH");
  fixture_assert_value (view, eth, "premium-percent", NULL);
  fixture_assert_value (view, eth, "rate", NULL);
  fixture_assert_code (view, eth, "premium-note", "printed");
  fixture_clear (&fixture);
}

/* What is missing is said, and nothing is shown in its place. */
static void
test_no_premium (void)
{
  static const struct {
    int age_s; /* of the dollar price; negative: none */
    gboolean with_rate;
    const char *note;
    const char *foot;
  } cases[] = {
    { -1, TRUE, "no-dollar", "no premium: no dollar price" },
    { 2, FALSE, "no-rate", "no premium: no exchange rate" },
    { 12, TRUE, "apart", "no premium: won and dollar prices more than 10 s apart" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Fixture fixture;
    JipyoQuote *dollar, *rate;

    init_premium (&fixture, &dollar, &rate);
    dollar->venue_time_us = FIXTURE_NOW_US - cases[i].age_s * G_TIME_SPAN_SECOND;
    if (cases[i].age_s < 0)
      g_ptr_array_remove (fixture.quotes, dollar);
    if (!cases[i].with_rate)
      g_ptr_array_remove (fixture.quotes, rate);
    JipyoView *view = fixture_build (&fixture, "market-crypto");
    guint btc = fixture_find_row (view, "coin", "BTC");
    fixture_assert_value (view, btc, "premium-percent", NULL);
    fixture_assert_code (view, btc, "premium-note", cases[i].note);
    g_assert_nonnull (strstr (view->sheet->footer, cases[i].foot));
    g_assert_null (strstr (view->sentence.en, "dollar"));
    /* The place of a figure that was refused is kept: it may come with the next price. */
    const GArray *cells = g_ptr_array_index (view->sheet->grid->rows, 0);
    g_assert_cmpstr (g_array_index (cells, JipyoGridCell, 5).text, ==,
                     cases[i].age_s < 0 ? "live · 1 s ago" : "–");
    fixture_clear (&fixture);
  }
}

/* Above and below, and neither; the words say which, and what is old. */
static void
test_premium_words (void)
{
  static const struct {
    const char *dollar, *rate;
    int interval_ms; /* of the dollar price */
    const char *en, *ko;
  } cases[] = {
    { "104000", "1450", 10000, "Bitcoin 0.53 % below its dollar price (rate of 2026-11-20)",
      "비트코인 원화 값이 달러 시세보다 0.53 % 낮음 (2026-11-20 환율)" },
    { "100000", "1500", 10000, "Bitcoin at its dollar price (rate of 2026-11-20)",
      "비트코인 원화 값이 달러 시세와 같음 (2026-11-20 환율)" },
    { "100000.5", "1450", 300, "above its dollar price (stale prices, rate of 2026-11-20)",
      "높음 (묵은 시세, 2026-11-20 환율)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Fixture fixture;
    JipyoQuote *dollar, *rate;

    init_premium (&fixture, &dollar, &rate);
    g_assert_true (jipyo_decimal_parse (cases[i].dollar, -1, &dollar->last, NULL));
    g_assert_true (jipyo_decimal_parse (cases[i].rate, -1, &rate->last, NULL));
    dollar->interval_ms = cases[i].interval_ms;
    JipyoView *view = fixture_build (&fixture, "market-crypto");
    g_assert_nonnull (strstr (view->sentence.en, cases[i].en));
    g_assert_nonnull (strstr (view->sentence.ko, cases[i].ko));
    const GArray *cells = g_ptr_array_index (view->sheet->grid->rows, 0);
    g_assert_true (g_array_index (cells, JipyoGridCell, 5).muted == (cases[i].interval_ms < 1000));
    fixture_clear (&fixture);
  }
}

/* Two venues without a premium, each for a reason of its own: the first one's is told. */
static void
test_premium_first_reason (void)
{
  Fixture fixture;
  JipyoQuote *dollar, *rate;

  init_premium (&fixture, &dollar, &rate);
  JipyoQuote *bithumb = g_ptr_array_index (fixture.quotes, 0);
  JipyoQuote *upbit = g_ptr_array_index (fixture.quotes, 1);
  bithumb->last = jipyo_decimal_from_int (0);
  upbit->received_us = FIXTURE_NOW_US - 13 * G_TIME_SPAN_SECOND;
  JipyoView *view = fixture_build (&fixture, "market-crypto");
  fixture_assert_code (view, fixture_find_row (view, "coin", "BTC"), "premium-note", "apart");
  fixture_clear (&fixture);
}

/* A dollar price of a minute ago is compared with the won price of a minute ago, and of none other.
 */
static void
test_premium_of_earlier (void)
{
  Fixture fixture;
  JipyoQuote *dollar, *rate, *then;
  g_autoptr (GPtrArray) earlier = fixture_new_quotes ();

  init_premium (&fixture, &dollar, &rate);
  dollar->venue_time_us = FIXTURE_NOW_US - 60 * G_TIME_SPAN_SECOND;
  fixture_add_quote (earlier, "upbit:KRW-ETH", "5000000", 60);
  fixture_add_quote (earlier, "upbit:KRW-BTC", "148000000", 75);
  then = fixture_add_quote (earlier, "upbit:KRW-BTC", "149000000", 64);
  fixture_add_quote (earlier, "upbit:KRW-BTC", "151000000", 50);
  fixture.earlier = earlier;
  JipyoView *view = fixture_build (&fixture, "market-crypto");
  guint btc = fixture_find_row (view, "coin", "BTC");
  fixture_assert_value (view, btc, "premium-percent", "2.76"); /* 149,000,000 ÷ 145,000,725 */
  fixture_assert_code (view, btc, "premium-time", "2026-11-23T02:58:56Z");
  fixture_assert_code (view, btc, "premium-note", "known");
  g_assert_nonnull (strstr (
    view->sentence.en, "2.76 % above its dollar price (prices of 11:58:56 KST, rate of 2026-"));
  g_assert_nonnull (strstr (view->sentence.ko, "(11:58:56 시세, 2026-11-20 환율)"));

  /* Eleven seconds from it there is none. */
  then->received_us = FIXTURE_NOW_US - 71 * G_TIME_SPAN_SECOND;
  ((JipyoQuote *) g_ptr_array_index (earlier, 3))->received_us =
    FIXTURE_NOW_US - 49 * G_TIME_SPAN_SECOND;
  view = fixture_build (&fixture, "market-crypto");
  fixture_assert_value (view, btc, "premium-percent", NULL);
  fixture_assert_code (view, btc, "premium-note", "apart");
  fixture_clear (&fixture);
}

/* Where Upbit's price is too old for the dollar's, the next venue's is taken and named; of an
 * implausible price nothing is headlined. */
static void
test_premium_of_another_venue (void)
{
  Fixture fixture;
  JipyoQuote *dollar, *rate;

  init_premium (&fixture, &dollar, &rate);
  JipyoQuote *upbit = g_ptr_array_index (fixture.quotes, 1);
  upbit->received_us = FIXTURE_NOW_US - 13 * G_TIME_SPAN_SECOND;
  JipyoView *view = fixture_build (&fixture, "market-crypto");
  guint btc = fixture_find_row (view, "coin", "BTC");
  fixture_assert_code (view, btc, "premium-venue", "bithumb");
  fixture_assert_code (view, btc, "premium-state", "live");

  dollar->interval_ms = 500;
  view = fixture_build (&fixture, "market-crypto");
  fixture_assert_code (view, btc, "premium-state", "late");
  g_assert_nonnull (strstr (view->sentence.en, "dollar price (stale prices, rate of 2026-11-20)"));

  dollar->state = JIPYO_QUOTE_SUSPECT;
  view = fixture_build (&fixture, "market-crypto");
  fixture_assert_code (view, btc, "premium-state", "suspect");
  g_assert_null (strstr (view->sentence.en, "dollar"));
  g_assert_nonnull (strstr (view->sheet->footer, "premium: of an implausible price"));
  fixture_clear (&fixture);
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
  JipyoView *view = fixture_build (&fixture, "market-crypto");

  guint btc = fixture_find_row (view, "coin", "BTC");
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
  g_assert_cmpstr (g_array_index (btc, JipyoGridCell, 5).text, ==, "live · 3 s ago");
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
  g_test_add_func ("/views/market-crypto/article", test_article);
  g_test_add_func ("/views/market-crypto/printed-row", test_printed_row);
  g_test_add_func ("/views/market-crypto/before", test_before);
  g_test_add_func ("/views/market-crypto/received", test_received);
  g_test_add_func ("/views/market-crypto/apart", test_apart);
  g_test_add_func ("/views/market-crypto/refused-leg", test_refused_leg);
  g_test_add_func ("/views/market-crypto/apart-is-told", test_apart_is_told);
  g_test_add_func ("/views/market-crypto/premium", test_premium);
  g_test_add_func ("/views/market-crypto/no-premium", test_no_premium);
  g_test_add_func ("/views/market-crypto/premium-of-another-venue", test_premium_of_another_venue);
  g_test_add_func ("/views/market-crypto/premium-of-earlier", test_premium_of_earlier);
  g_test_add_func ("/views/market-crypto/premium-words", test_premium_words);
  g_test_add_func ("/views/market-crypto/premium-first-reason", test_premium_first_reason);
  g_test_add_func ("/views/market-crypto/states", test_states);
  g_test_add_func ("/views/market-crypto/unbelievable", test_unbelievable);
  g_test_add_func ("/views/market-crypto/past-reading", test_past_reading);
  g_test_add_func ("/views/market-crypto/zero-price", test_zero_price);
  g_test_add_func ("/views/market-crypto/grid", test_grid);
  g_test_add_func ("/views/market-crypto/mixed-grid", test_mixed_grid);
  g_test_add_func ("/views/market-crypto/later-reading", test_later_reading);
  g_test_add_func ("/views/market-crypto/listings", test_listings);
  return g_test_run ();
}
