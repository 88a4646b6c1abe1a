/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-price-risk.h"

#include <math.h>

static const gint64 DAY_MS = 86400000;
static const gint64 HOUR_MS = 3600000;

static JipyoCloses *
make (const double *values, guint n)
{
  JipyoCloses *closes = jipyo_closes_new ();

  for (guint i = 0; i < n; i++)
    jipyo_closes_add (closes, 100 + (int) i, values[i]);
  return closes;
}

static void
add_candle (JipyoCandleSeries *series, gint64 day, gint64 close, gint64 volume)
{
  const JipyoCandle candle = { day * DAY_MS, close, close, close, close, volume };

  g_array_append_val (series->candles, candle);
}

static void
test_candles (void)
{
  g_autoptr (JipyoCandleSeries) series =
               jipyo_candle_series_new ("krx:000000", JIPYO_RESOLUTION_DAY);

  series->scale = 2;
  add_candle (series, 20000, 12345, 7);
  add_candle (series, 20001, 0, 7);
  add_candle (series, 20003, 20000, -1);
  add_candle (series, 20004, 30000, -1);
  g_autoptr (JipyoCloses) closes = jipyo_closes_new_from_candles (series, 20003);
  g_assert_cmpuint (jipyo_closes_get_n (closes), ==, 3);
  g_assert_cmpuint (jipyo_closes_count (closes), ==, 2);
  g_assert_cmpint (jipyo_closes_get_day (closes, 2), ==, 20003);
  g_assert_cmpfloat (jipyo_closes_get_value (closes, 0), ==, 123.45);
  g_assert_true (isnan (jipyo_closes_get_value (closes, 1)));
}

/* The program slept from 14:59 to 16:00 in Korea: what it heard of that day is no close, what was
 * taken in with its volume is one, and so is a day on which it slept in the morning only. */
static void
test_heard_in_part (void)
{
  g_autoptr (JipyoCandleSeries) series =
               jipyo_candle_series_new ("krx:000000", JIPYO_RESOLUTION_DAY);
  const JipyoGap evening = { 20000 * DAY_MS + 6 * HOUR_MS - 60000, 20000 * DAY_MS + 7 * HOUR_MS,
                             JIPYO_GAP_NOT_RUNNING };
  const JipyoGap morning = { 20001 * DAY_MS, 20001 * DAY_MS + 3 * HOUR_MS, JIPYO_GAP_NOT_RUNNING };

  g_array_append_val (series->gaps, evening);
  g_array_append_val (series->gaps, morning);
  add_candle (series, 20000, 500, -1);
  add_candle (series, 20001, 500, -1);
  g_autoptr (JipyoCloses) heard = jipyo_closes_new_from_candles (series, 30000);
  g_assert_cmpuint (jipyo_closes_get_n (heard), ==, 1);
  g_assert_cmpint (jipyo_closes_get_day (heard, 0), ==, 20001);

  g_array_index (series->candles, JipyoCandle, 0).volume = 0;
  g_autoptr (JipyoCloses) imported = jipyo_closes_new_from_candles (series, 30000);
  g_assert_cmpuint (jipyo_closes_get_n (imported), ==, 2);
}

static void
test_align (void)
{
  g_autoptr (JipyoCloses) calendar = jipyo_closes_new ();
  g_autoptr (JipyoCloses) closes = jipyo_closes_new ();
  guint n = 77;

  jipyo_closes_add (calendar, 1, 1);
  jipyo_closes_add (calendar, 2, 1);
  jipyo_closes_add (calendar, 5, 1);
  jipyo_closes_add (closes, 2, 20);
  jipyo_closes_add (closes, 3, 30);
  jipyo_closes_add (closes, 5, 50);
  g_autoptr (JipyoCloses) aligned = jipyo_closes_align (closes, calendar);
  g_assert_cmpuint (jipyo_closes_get_n (aligned), ==, 3);
  g_assert_true (isnan (jipyo_closes_get_value (aligned, 0)));
  g_assert_cmpfloat (jipyo_closes_get_value (aligned, 1), ==, 20);
  g_assert_cmpfloat (jipyo_closes_get_value (aligned, 2), ==, 50);

  g_assert_true (jipyo_closes_find (calendar, 3, &n));
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (jipyo_closes_find (calendar, 5, &n));
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (jipyo_closes_find (calendar, 6, &n));
}

static void
test_returns (void)
{
  const double values[] = { 100, 110, NAN, 121, 60.5 };
  double returns[5];
  g_autoptr (JipyoCloses) closes = make (values, 5);

  jipyo_closes_compute_returns (closes, returns);
  g_assert_true (isnan (returns[0]));
  g_assert_cmpfloat_with_epsilon (returns[1], log (1.1), 1e-15);
  g_assert_true (isnan (returns[2]));
  g_assert_true (isnan (returns[3]));
  g_assert_cmpfloat_with_epsilon (returns[4], -log (2), 1e-15);
}

static void
test_drawdown (void)
{
  const double values[] = { 100, 80, 120, NAN, 90, 60, 130, 117 };
  JipyoDrawdown drawdown;
  g_autoptr (JipyoCloses) closes = make (values, 8);
  g_autoptr (JipyoCloses) nothing = jipyo_closes_new ();
  g_autoptr (JipyoCloses) rising = make ((double[]){ 1, 2, 3 }, 3);

  g_assert_true (jipyo_drawdown_compute (closes, &drawdown));
  g_assert_cmpfloat_with_epsilon (drawdown.worst, -0.5, 1e-15);
  g_assert_cmpint (drawdown.peak_day, ==, 102);
  g_assert_cmpint (drawdown.trough_day, ==, 105);
  g_assert_cmpfloat_with_epsilon (drawdown.current, -0.1, 1e-15);
  g_assert_false (jipyo_drawdown_compute (nothing, &drawdown));
  g_assert_true (jipyo_drawdown_compute (rising, &drawdown));
  g_assert_cmpfloat (drawdown.worst, ==, 0);
}

/* Returns of +1 % and −1 % in turn, 20 of them: the sample's deviation is 0.01 √(20 / 19). */
static void
test_volatility (void)
{
  double values[21];
  double price = 1000;

  for (guint i = 0; i < 21; i++) {
    values[i] = price;
    price *= exp (i % 2 == 0 ? 0.01 : -0.01);
  }
  g_autoptr (JipyoCloses) enough = make (values, 21);
  g_autoptr (JipyoCloses) short_of_one = make (values, 20);

  g_assert_cmpfloat_with_epsilon (jipyo_volatility_compute (enough),
                                  0.01 * sqrt (20.0 / 19) * sqrt (252), 1e-12);
  g_assert_true (isnan (jipyo_volatility_compute (short_of_one)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/closes/candles", test_candles);
  g_test_add_func ("/core/closes/heard-in-part", test_heard_in_part);
  g_test_add_func ("/core/closes/align", test_align);
  g_test_add_func ("/core/closes/returns", test_returns);
  g_test_add_func ("/core/price-risk/drawdown", test_drawdown);
  g_test_add_func ("/core/price-risk/volatility", test_volatility);
  return g_test_run ();
}
