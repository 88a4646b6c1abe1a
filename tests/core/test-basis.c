/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of different venues brought to one basis, on invented prices.
 */

#include "jipyo-basis.h"

#include "jipyo-date.h"

static gint64
at (const char *text)
{
  gint64 instant_us = 0;

  g_assert_true (jipyo_instant_parse (text, &instant_us));
  return instant_us;
}

static void
add_minute (JipyoCandleSeries *series, const char *start, gint64 close)
{
  JipyoCandle candle = { .start_ms = at (start) / 1000,
                         .open = close - 5,
                         .high = close,
                         .low = close - 5,
                         .close = close,
                         .volume = -1 };

  g_array_append_val (series->candles, candle);
}

/* Prices with one decimal around 00:00 UTC. */
static JipyoCandleSeries *
series_new (void)
{
  JipyoCandleSeries *series = jipyo_candle_series_new ("coinone:KRW-BTC", JIPYO_RESOLUTION_MINUTE);

  series->step_ms = 60000;
  series->scale = 1;
  add_minute (series, "2026-11-24T23:50:00Z", 980);
  add_minute (series, "2026-11-24T23:58:00Z", 1000);
  add_minute (series, "2026-11-24T23:59:30Z", 9000); /* not over at midnight */
  add_minute (series, "2026-11-25T00:01:00Z", 1100);
  return series;
}

static void
test_instants (void)
{
  const gint64 now_us = at ("2026-11-25T03:04:05Z");

  g_assert_cmpint (jipyo_basis_get_instant (JIPYO_BASIS_PREVIOUS_CLOSE_UTC, now_us), ==,
                   at ("2026-11-25T00:00:00Z"));
  g_assert_cmpint (jipyo_basis_get_instant (JIPYO_BASIS_PREVIOUS_CLOSE_KST, now_us), ==,
                   at ("2026-11-24T15:00:00Z"));
  g_assert_cmpint (
    jipyo_basis_get_instant (JIPYO_BASIS_PREVIOUS_CLOSE_KST, at ("2026-11-25T15:00:00Z")), ==,
    at ("2026-11-25T15:00:00Z"));
  g_assert_cmpint (jipyo_basis_get_instant (JIPYO_BASIS_ROLLING_24H, now_us), ==,
                   at ("2026-11-24T03:04:05Z"));
  g_assert_cmpint (jipyo_basis_get_instant (JIPYO_BASIS_PREVIOUS_SESSION, now_us), ==, 0);
}

static JipyoQuote *
quote_new (void)
{
  JipyoQuote *quote = jipyo_quote_new ("coinone:KRW-BTC", "coinone");

  quote->last = jipyo_decimal_from_int (120);
  jipyo_quote_set_change_from (quote, jipyo_decimal_from_int (80), JIPYO_BASIS_ROLLING_24H);
  return quote;
}

/* A kept price that is in another unit is no base, but one is that the venue counts from too. */
static void
test_out_of_proportion (void)
{
  const gint64 now_us = at ("2026-11-25T03:00:00Z");
  g_autoptr (JipyoCandleSeries) series = series_new ();
  g_autoptr (JipyoQuote) quote = quote_new ();

  quote->last = jipyo_decimal_from_int (159000000);
  quote->has_change = FALSE;
  g_assert_false (jipyo_quote_rebase (quote, JIPYO_BASIS_PREVIOUS_CLOSE_UTC, series, now_us));
  g_assert_false (quote->has_change || quote->has_change_percent);
  g_assert_cmpint (quote->basis, ==, JIPYO_BASIS_UNSTATED);
  quote->last = jipyo_decimal_from_int (49);
  g_assert_false (jipyo_quote_rebase (quote, JIPYO_BASIS_PREVIOUS_CLOSE_UTC, series, now_us));
  quote->last = jipyo_decimal_from_int (50);
  g_assert_true (jipyo_quote_rebase (quote, JIPYO_BASIS_PREVIOUS_CLOSE_UTC, series, now_us));

  quote->last = jipyo_decimal_from_int (200);
  jipyo_quote_set_change_from (quote, jipyo_decimal_from_int (90), JIPYO_BASIS_ROLLING_24H);
  g_assert_true (jipyo_quote_rebase (quote, JIPYO_BASIS_PREVIOUS_CLOSE_UTC, series, now_us));
  g_autofree char *percent = jipyo_decimal_format (quote->change_percent);
  g_assert_cmpstr (percent, ==, "100");
  jipyo_quote_set_change_from (quote, jipyo_decimal_from_int (201), JIPYO_BASIS_ROLLING_24H);
  g_assert_false (jipyo_quote_rebase (quote, JIPYO_BASIS_PREVIOUS_CLOSE_UTC, series, now_us));
}

static void
test_rebase (void)
{
  const gint64 now_us = at ("2026-11-25T03:00:00Z");
  g_autoptr (JipyoCandleSeries) series = series_new ();
  g_autoptr (JipyoQuote) quote = quote_new ();
  g_autofree char *change = NULL;
  g_autofree char *percent = NULL;

  g_assert_true (jipyo_quote_rebase (quote, JIPYO_BASIS_ROLLING_24H, NULL, now_us));
  g_assert_true (jipyo_quote_rebase (quote, JIPYO_BASIS_PREVIOUS_CLOSE_UTC, series, now_us));
  change = jipyo_decimal_format (quote->change);
  percent = jipyo_decimal_format (quote->change_percent);
  g_assert_cmpstr (change, ==, "20");
  g_assert_cmpstr (percent, ==, "20");
  g_assert_cmpint (quote->basis, ==, JIPYO_BASIS_PREVIOUS_CLOSE_UTC);
}

static void
assert_unknown (const JipyoCandleSeries *series, JipyoChangeBasis basis, const char *now)
{
  g_autoptr (JipyoQuote) quote = quote_new ();

  g_assert_false (jipyo_quote_rebase (quote, basis, series, at (now)));
  g_assert_false (quote->has_change);
  g_assert_false (quote->has_change_percent);
  g_assert_cmpint (quote->basis, ==, JIPYO_BASIS_UNSTATED);
}

/* A price of another day has no change of this one: neither a reckoned one nor the venue's. */
static void
test_old_price (void)
{
  static const JipyoQuoteState states[] = { JIPYO_QUOTE_STALE, JIPYO_QUOTE_HISTORY };
  const gint64 now_us = at ("2026-11-25T03:00:00Z");
  g_autoptr (JipyoCandleSeries) series = series_new ();

  for (guint i = 0; i < 4; i++) {
    const JipyoChangeBasis basis = JIPYO_BASIS_PREVIOUS_CLOSE_UTC;
    g_autoptr (JipyoQuote) old = quote_new ();
    g_autoptr (JipyoQuote) of_today = quote_new ();

    old->state = of_today->state = states[i % 2];
    old->basis = of_today->basis = i < 2 ? basis : JIPYO_BASIS_ROLLING_24H;
    old->received_us = of_today->received_us = now_us;
    old->venue_time_us = at ("2026-11-24T23:59:59Z");
    of_today->venue_time_us = at ("2026-11-25T00:00:00Z");
    g_assert_false (jipyo_quote_rebase (old, basis, series, now_us));
    g_assert_false (old->has_change);
    g_assert_true (jipyo_quote_rebase (of_today, basis, series, now_us));
    /* Who has not traded since, and says so now, is of today. */
    old->state = JIPYO_QUOTE_LIVE;
    g_assert_true (jipyo_quote_rebase (old, basis, series, now_us));
  }
}

/* The last price in a copy that was made before the moment need not be the last before it. */
static void
test_copy (void)
{
  g_autoptr (JipyoCandleSeries) series = series_new ();
  JipyoDecimal price;

  series->copied_ms = at ("2026-11-24T23:59:59Z") / 1000;
  g_assert_false (jipyo_basis_find_price (series, at ("2026-11-25T00:00:00Z"), &price));
  series->copied_ms += 1000;
  g_assert_true (jipyo_basis_find_price (series, at ("2026-11-25T00:00:00Z"), &price));
}

/* Rather no change than one against another moment. */
static void
test_unknown (void)
{
  g_autoptr (JipyoCandleSeries) series = series_new ();
  const JipyoGap gap = { at ("2026-11-24T23:59:00Z") / 1000, at ("2026-11-24T23:59:20Z") / 1000,
                         JIPYO_GAP_NOT_RUNNING };

  assert_unknown (NULL, JIPYO_BASIS_PREVIOUS_CLOSE_UTC, "2026-11-25T03:00:00Z");
  assert_unknown (series, JIPYO_BASIS_PREVIOUS_CLOSE_KST, "2026-11-25T03:00:00Z");
  assert_unknown (series, JIPYO_BASIS_PREVIOUS_SESSION, "2026-11-25T03:00:00Z");
  assert_unknown (series, JIPYO_BASIS_PREVIOUS_CLOSE_UTC, "2026-11-26T03:00:00Z");
  g_array_append_val (series->gaps, gap);
  assert_unknown (series, JIPYO_BASIS_PREVIOUS_CLOSE_UTC, "2026-11-25T03:00:00Z");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/basis/out-of-proportion", test_out_of_proportion);
  g_test_add_func ("/core/basis/instants", test_instants);
  g_test_add_func ("/core/basis/rebase", test_rebase);
  g_test_add_func ("/core/basis/old-price", test_old_price);
  g_test_add_func ("/core/basis/copy", test_copy);
  g_test_add_func ("/core/basis/unknown", test_unknown);
  return g_test_run ();
}
