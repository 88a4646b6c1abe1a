/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The premium of a won price over a dollar price, rule by rule.
 */

#include "fixture.h"

#include <math.h>
#include <string.h>

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
  g_assert_cmpstr (g_ptr_array_index (view->sheet->grid->titles, 6), ==, "Premium");
  const GArray *cells = g_ptr_array_index (view->sheet->grid->rows, 0);
  g_assert_cmpstr (g_array_index (cells, JipyoGridCell, 6).text, ==, "+3.45 %");
  g_assert_cmpstr (g_array_index (cells, JipyoGridCell, 5).text, ==, "1 s ago");

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
    g_assert_cmpstr (g_array_index (cells, JipyoGridCell, 5).text, ==, "1 s ago");
    g_assert_cmpstr (g_array_index (cells, JipyoGridCell, 6).text, ==,
                     cases[i].age_s < 0 ? NULL : "–");
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
    g_assert_true (g_array_index (cells, JipyoGridCell, 6).muted == (cases[i].interval_ms < 1000));
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/crypto-premium/premium", test_premium);
  g_test_add_func ("/views/crypto-premium/no-premium", test_no_premium);
  g_test_add_func ("/views/crypto-premium/premium-of-another-venue", test_premium_of_another_venue);
  g_test_add_func ("/views/crypto-premium/premium-of-earlier", test_premium_of_earlier);
  g_test_add_func ("/views/crypto-premium/premium-words", test_premium_words);
  g_test_add_func ("/views/crypto-premium/premium-first-reason", test_premium_first_reason);
  return g_test_run ();
}
