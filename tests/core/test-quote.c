/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-quote.h"

static void
test_ageing (void)
{
  static const struct {
    JipyoQuoteState given;
    gint64 age_ms;
    JipyoQuoteState shown;
  } cases[] = {
    { JIPYO_QUOTE_LIVE, 0, JIPYO_QUOTE_LIVE },
    { JIPYO_QUOTE_LIVE, 20000, JIPYO_QUOTE_LIVE },
    { JIPYO_QUOTE_LIVE, 20001, JIPYO_QUOTE_LATE },
    { JIPYO_QUOTE_LIVE, 50000, JIPYO_QUOTE_LATE },
    { JIPYO_QUOTE_LIVE, 50001, JIPYO_QUOTE_STALE },
    { JIPYO_QUOTE_LATE, 60000, JIPYO_QUOTE_STALE },
    { JIPYO_QUOTE_CLOSED, 86400000, JIPYO_QUOTE_CLOSED },
    { JIPYO_QUOTE_SUSPECT, 0, JIPYO_QUOTE_SUSPECT },
    { JIPYO_QUOTE_HISTORY, 0, JIPYO_QUOTE_HISTORY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JipyoQuote) quote = jipyo_quote_new ("upbit:KRW-BTC", "upbit");

    quote->state = cases[i].given;
    quote->interval_ms = 10000;
    quote->received_us = G_GINT64_CONSTANT (1754357901000000);
    g_assert_cmpint (jipyo_quote_compute_state (quote, quote->received_us + cases[i].age_ms * 1000),
                     ==, cases[i].shown);
  }
}

/* A venue that is shut for weeks is not asked any more, or says so for ever. */
static void
test_closed_for_weeks (void)
{
  g_autoptr (JipyoQuote) quote = jipyo_quote_new ("fx:USDKRW", "frankfurter");

  quote->state = JIPYO_QUOTE_CLOSED;
  quote->venue_time_us = G_GINT64_CONSTANT (1754357901000000);
  quote->received_us = quote->venue_time_us + 20 * G_TIME_SPAN_DAY;
  g_assert_cmpint (jipyo_quote_compute_state (quote, quote->venue_time_us + 14 * G_TIME_SPAN_DAY),
                   ==, JIPYO_QUOTE_CLOSED);
  g_assert_cmpint (jipyo_quote_compute_state (quote, quote->received_us), ==, JIPYO_QUOTE_STALE);
  quote->venue_time_us = 0;
  g_assert_cmpint (jipyo_quote_compute_state (quote, quote->received_us), ==, JIPYO_QUOTE_CLOSED);
}

static void
test_worse (void)
{
  g_assert_cmpint (jipyo_quote_state_worse (JIPYO_QUOTE_LIVE, JIPYO_QUOTE_STALE), ==,
                   JIPYO_QUOTE_STALE);
  g_assert_cmpint (jipyo_quote_state_worse (JIPYO_QUOTE_SUSPECT, JIPYO_QUOTE_HISTORY), ==,
                   JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (jipyo_quote_state_worse (JIPYO_QUOTE_CLOSED, JIPYO_QUOTE_LIVE), ==,
                   JIPYO_QUOTE_CLOSED);
}

static void
test_listings (void)
{
  g_autoptr (JipyoQuote) quote = jipyo_quote_new ("upbit:KRW-BTC", "upbit");
  g_autofree char *warned = NULL;
  g_autofree char *halted = NULL;
  g_autofree char *gone = NULL;

  jipyo_quote_set_listing (quote, JIPYO_LISTING_WARNING);
  g_assert_cmpint (quote->state, ==, JIPYO_QUOTE_LIVE);
  warned = jipyo_quote_describe_state (quote, quote->state, JIPYO_LANG_KO);
  g_assert_cmpstr (warned, ==, "실시간 · 유의 종목");
  jipyo_quote_set_listing (quote, JIPYO_LISTING_SUSPENDED);
  g_assert_cmpint (quote->state, ==, JIPYO_QUOTE_SUSPENDED);
  halted = jipyo_quote_describe_state (quote, quote->state, JIPYO_LANG_EN);
  g_assert_cmpstr (halted, ==, "suspended");
  quote->state = JIPYO_QUOTE_SUSPECT;
  jipyo_quote_set_listing (quote, JIPYO_LISTING_SUSPENDED);
  g_assert_cmpint (quote->state, ==, JIPYO_QUOTE_SUSPECT);
  jipyo_quote_set_listing (quote, JIPYO_LISTING_DELISTED);
  g_assert_cmpint (quote->state, ==, JIPYO_QUOTE_DELISTED);
  gone = jipyo_quote_describe_state (quote, quote->state, JIPYO_LANG_KO);
  g_assert_cmpstr (gone, ==, "거래지원 종료");
  g_assert_cmpint (jipyo_quote_state_worse (JIPYO_QUOTE_DELISTED, JIPYO_QUOTE_HISTORY), ==,
                   JIPYO_QUOTE_DELISTED);
}

static void
test_ids (void)
{
  for (JipyoQuoteState state = JIPYO_QUOTE_LIVE; state <= JIPYO_QUOTE_DELISTED; state++) {
    JipyoQuoteState parsed = JIPYO_QUOTE_LIVE;

    g_assert_true (jipyo_quote_state_parse (jipyo_quote_state_id (state), &parsed));
    g_assert_cmpint (parsed, ==, state);
  }
  for (JipyoChangeBasis basis = JIPYO_BASIS_UNSTATED; basis <= JIPYO_BASIS_PREVIOUS_SESSION;
       basis++) {
    JipyoChangeBasis parsed = JIPYO_BASIS_UNSTATED;

    g_assert_true (jipyo_change_basis_parse (jipyo_change_basis_id (basis), &parsed));
    g_assert_cmpint (parsed, ==, basis);
  }
}

static void
test_age_words (void)
{
  static const struct {
    gint64 seconds;
    const char *ko;
    const char *en;
  } cases[] = {
    { -5, "방금", "just now" },     { 0, "방금", "just now" },     { 3, "3초 전", "3 s ago" },
    { 59, "59초 전", "59 s ago" },  { 60, "1분 전", "1 min ago" }, { 3600, "1시간 전", "1 h ago" },
    { 90000, "1일 전", "1 d ago" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *ko = jipyo_age_format (cases[i].seconds * 1000000, JIPYO_LANG_KO);
    g_autofree char *en = jipyo_age_format (cases[i].seconds * 1000000, JIPYO_LANG_EN);

    g_assert_cmpstr (ko, ==, cases[i].ko);
    g_assert_cmpstr (en, ==, cases[i].en);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/quote/ageing", test_ageing);
  g_test_add_func ("/core/quote/closed-for-weeks", test_closed_for_weeks);
  g_test_add_func ("/core/quote/worse", test_worse);
  g_test_add_func ("/core/quote/ids", test_ids);
  g_test_add_func ("/core/quote/age-words", test_age_words);
  g_test_add_func ("/core/quote/listings", test_listings);
  return g_test_run ();
}
