/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-quote-board.h"

static JipyoQuote *
quote (const char *instrument, gint64 price, gint64 received_s)
{
  JipyoQuote *made = jipyo_quote_new (instrument, "upbit");

  made->last = jipyo_decimal_from_int (price);
  made->received_us = received_s * 1000000;
  made->interval_ms = 10000;
  made->state = JIPYO_QUOTE_LIVE;
  return made;
}

static const JipyoQuote *
first (const JipyoQuoteBoard *board)
{
  return g_ptr_array_index (jipyo_quote_board_get_quotes (board), 0);
}

static void
test_newest_wins (void)
{
  g_autoptr (JipyoQuoteBoard) board = jipyo_quote_board_new ();
  g_autoptr (JipyoQuote) kept = quote ("upbit:KRW-BTC", 1, 100);
  g_autoptr (JipyoQuote) newer = quote ("upbit:KRW-BTC", 2, 200);
  g_autoptr (JipyoQuote) older = quote ("upbit:KRW-BTC", 3, 150);
  g_autoptr (JipyoQuote) other = quote ("upbit:KRW-ETH", 4, 150);

  kept->state = JIPYO_QUOTE_HISTORY;
  g_assert_true (jipyo_quote_board_put (board, kept));
  g_assert_cmpint (jipyo_quote_board_get_refreshed (board), ==, 0);
  g_assert_true (jipyo_quote_board_put (board, newer));
  g_assert_false (jipyo_quote_board_put (board, older));
  g_assert_true (jipyo_quote_board_put (board, other));
  g_assert_cmpuint (jipyo_quote_board_get_quotes (board)->len, ==, 2);
  g_assert_cmpuint (jipyo_quote_board_get_earlier (board)->len, ==, 3); /* all that were live */
  g_assert_cmpint (first (board)->last.digits, ==, 2);
  g_assert_cmpint (jipyo_quote_board_get_refreshed (board), ==, 200 * G_GINT64_CONSTANT (1000000));
}

/* C2: after the clock was set back by an hour, what comes is news all the same. */
static void
test_clock_set_back (void)
{
  g_autoptr (JipyoQuoteBoard) board = jipyo_quote_board_new ();
  g_autoptr (JipyoQuote) before = quote ("upbit:KRW-BTC", 1, 7200);
  g_autoptr (JipyoQuote) after = quote ("upbit:KRW-BTC", 2, 3610);
  g_autoptr (JipyoQuote) kept = quote ("upbit:KRW-BTC", 3, 10);

  kept->state = JIPYO_QUOTE_HISTORY;
  jipyo_quote_board_put (board, before);
  g_assert_true (jipyo_quote_board_put (board, after));
  g_assert_false (jipyo_quote_board_put (board, kept));
  g_assert_cmpint (first (board)->last.digits, ==, 2);
}

/* C1: the clock was found fast by forty seconds. What comes after that is no older than what came
 * before, and the ages of that are right. */
static void
test_clock_found_wrong (void)
{
  g_autoptr (JipyoQuoteBoard) board = jipyo_quote_board_new ();
  g_autoptr (JipyoQuote) kept = quote ("upbit:KRW-ETH", 1, 100);
  g_autoptr (JipyoQuote) before = quote ("upbit:KRW-BTC", 1, 1040);
  g_autoptr (JipyoQuote) after = quote ("upbit:KRW-BTC", 2, 1002);

  kept->state = JIPYO_QUOTE_HISTORY;
  jipyo_quote_board_put (board, before);
  jipyo_quote_board_put (board, kept);
  jipyo_quote_board_shift (board, -40 * G_USEC_PER_SEC);
  g_assert_cmpint (first (board)->received_us, ==, 1000 * G_GINT64_CONSTANT (1000000));
  g_assert_cmpint (jipyo_quote_board_get_refreshed (board), ==, 1000 * G_GINT64_CONSTANT (1000000));
  g_assert_cmpint (jipyo_quote_board_find (board, "upbit:KRW-ETH")->received_us, ==,
                   100 * G_USEC_PER_SEC);
  g_assert_true (jipyo_quote_board_put (board, after));
  g_assert_cmpint (first (board)->last.digits, ==, 2);
}

static void
test_ageing (void)
{
  g_autoptr (JipyoQuoteBoard) board = jipyo_quote_board_new ();
  g_autoptr (JipyoQuote) given = quote ("upbit:KRW-BTC", 1, 100);

  jipyo_quote_board_put (board, given);
  g_assert_false (jipyo_quote_board_age (board, 110 * G_GINT64_CONSTANT (1000000)));
  g_assert_true (jipyo_quote_board_age (board, 130 * G_GINT64_CONSTANT (1000000)));
  g_assert_cmpint (first (board)->state, ==, JIPYO_QUOTE_LATE);
  g_assert_true (jipyo_quote_board_age (board, 200 * G_GINT64_CONSTANT (1000000)));
  g_assert_cmpint (first (board)->state, ==, JIPYO_QUOTE_STALE);
  g_assert_false (jipyo_quote_board_age (board, 300 * G_GINT64_CONSTANT (1000000)));
}

/* A venue's word holds for a price of the past that is read later, until a new price says
 * otherwise. */
static void
test_listings (void)
{
  g_autoptr (JipyoQuoteBoard) board = jipyo_quote_board_new ();
  g_autoptr (JipyoQuote) kept = quote ("upbit:KRW-MTL", 1, 100);
  g_autoptr (JipyoQuote) fresh = quote ("upbit:KRW-MTL", 2, 200);

  kept->state = JIPYO_QUOTE_HISTORY;
  g_assert_false (jipyo_quote_board_set_listing (board, "upbit:KRW-MTL", JIPYO_LISTING_DELISTED));
  jipyo_quote_board_put (board, kept);
  g_assert_cmpint (first (board)->state, ==, JIPYO_QUOTE_DELISTED);
  jipyo_quote_board_age (board, 900 * G_GINT64_CONSTANT (1000000));
  g_assert_cmpint (first (board)->state, ==, JIPYO_QUOTE_DELISTED);
  g_assert_true (jipyo_quote_board_set_listing (board, "upbit:KRW-MTL", JIPYO_LISTING_LISTED));
  g_assert_cmpint (first (board)->state, ==, JIPYO_QUOTE_STALE);
  fresh->listing = JIPYO_LISTING_WARNING;
  jipyo_quote_board_put (board, fresh);
  g_assert_cmpint (first (board)->state, ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (first (board)->listing, ==, JIPYO_LISTING_WARNING);
  g_assert_false (jipyo_quote_board_set_listing (board, "upbit:KRW-MTL", JIPYO_LISTING_WARNING));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/quote-board/newest-wins", test_newest_wins);
  g_test_add_func ("/app/quote-board/clock-set-back", test_clock_set_back);
  g_test_add_func ("/app/quote-board/clock-found-wrong", test_clock_found_wrong);
  g_test_add_func ("/app/quote-board/ageing", test_ageing);
  g_test_add_func ("/app/quote-board/listings", test_listings);
  return g_test_run ();
}
