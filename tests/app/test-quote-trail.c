/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-quote-trail.h"

static void
put (JipyoQuoteTrail *trail, const char *instrument, gint64 price, gint64 received_s)
{
  g_autoptr (JipyoQuote) quote = jipyo_quote_new (instrument, "upbit");

  quote->last = jipyo_decimal_from_int (price);
  quote->received_us = received_s * G_USEC_PER_SEC;
  quote->state = price > 0 ? JIPYO_QUOTE_LIVE : JIPYO_QUOTE_SUSPECT;
  jipyo_quote_trail_put (trail, quote);
}

static gint64
price_at (JipyoQuoteTrail *trail, guint index)
{
  const JipyoQuote *quote = g_ptr_array_index (jipyo_quote_trail_get_quotes (trail), index);

  return quote->last.digits;
}

static void
test_steps (void)
{
  g_autoptr (JipyoQuoteTrail) trail = jipyo_quote_trail_new ();
  const GPtrArray *quotes = jipyo_quote_trail_get_quotes (trail);

  put (trail, "upbit:KRW-BTC", 1, 1000);
  put (trail, "upbit:KRW-BTC", 2, 1004); /* too soon */
  put (trail, "upbit:KRW-ETH", 3, 1004); /* another one */
  put (trail, "upbit:KRW-BTC", 4, 1005);
  put (trail, "upbit:KRW-BTC", -5, 1020); /* suspect */
  put (trail, "krx:KOSPI", 6, 1020);      /* no coin */
  put (trail, "usd:BTC", 7, 1020);        /* no won */
  g_assert_cmpuint (quotes->len, ==, 3);
  g_assert_cmpint (price_at (trail, 2), ==, 4);
}

static void
test_length (void)
{
  g_autoptr (JipyoQuoteTrail) trail = jipyo_quote_trail_new ();
  const GPtrArray *quotes = jipyo_quote_trail_get_quotes (trail);

  for (gint64 second = 0; second < 1000; second++)
    put (trail, "upbit:KRW-BTC", 1 + second, 1000 + second);
  g_assert_cmpuint (quotes->len, ==, 60); /* five minutes */
  g_assert_cmpint (price_at (trail, 59), ==, 996);
  /* The clock was set back by an hour. */
  put (trail, "upbit:KRW-BTC", 2000, 1000 - 3600);
  g_assert_cmpuint (quotes->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/quote-trail/steps", test_steps);
  g_test_add_func ("/app/quote-trail/length", test_length);
  return g_test_run ();
}
