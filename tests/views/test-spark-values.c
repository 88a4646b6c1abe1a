/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sparkline goes over a closed night and not over what is missing.
 */

#include "jipyo-spark-values.h"

#include <math.h>

static const gint64 HOUR_MS = 60 * 60 * 1000;
/* 2026-11-20 15:00 KST, a Friday */
static const gint64 FRIDAY_MS = G_GINT64_CONSTANT (1795154400000);

static JipyoCandleSeries *
make_series (const char *instrument, const int *hours, guint n)
{
  JipyoCandleSeries *series = jipyo_candle_series_new (instrument, JIPYO_RESOLUTION_HOUR);

  series->scale = 1;
  for (guint i = 0; i < n; i++) {
    const JipyoCandle candle = { .start_ms = FRIDAY_MS + hours[i] * HOUR_MS, .close = 10 + i };
    g_array_append_val (series->candles, candle);
  }
  return series;
}

static void
assert_values (const JipyoCandleSeries *series, const double *expected, guint n)
{
  g_autoptr (GArray) values = jipyo_spark_values_new (series);

  g_assert_cmpuint (values->len, ==, n);
  for (guint i = 0; i < n; i++) {
    const double value = g_array_index (values, double, i);
    if (isnan (expected[i]))
      g_assert_true (isnan (value));
    else
      g_assert_cmpfloat (value, ==, expected[i]);
  }
}

static void
test_round_the_clock (void)
{
  static const int hours[] = { 0, 1, 4, 5 };
  static const double expected[] = { 1.0, 1.1, NAN, 1.2, 1.3 };
  g_autoptr (JipyoCandleSeries) series = make_series ("upbit:KRW-BTC", hours, 4);

  assert_values (series, expected, G_N_ELEMENTS (expected));
}

/* Friday afternoon to Monday morning is nothing missing, Monday's noon is, and so is a month. */
static void
test_sessions (void)
{
  static const int hours[] = { 0, 66, 69, 69 + 31 * 24 };
  static const double expected[] = { 1.0, 1.1, NAN, 1.2, NAN, 1.3 };
  g_autoptr (JipyoCandleSeries) series = make_series ("krx:KOSPI", hours, 4);

  assert_values (series, expected, G_N_ELEMENTS (expected));
}

static void
test_empty (void)
{
  g_autoptr (JipyoCandleSeries) series = make_series ("krx:KOSPI", NULL, 0);

  assert_values (series, NULL, 0);
}

/* The hours are finer; days that reach further back show more. */
static void
test_choose (void)
{
  static const int recent[] = { 0, 1 };
  static const int none[] = { 0 };
  g_autoptr (JipyoCandleSeries) hours = make_series ("upbit:KRW-BTC", recent, 2);
  g_autoptr (JipyoCandleSeries) nothing = make_series ("upbit:KRW-BTC", none, 0);
  g_autoptr (JipyoCandleSeries) days = make_series ("upbit:KRW-BTC", none, 1);
  JipyoCandle *first = &g_array_index (days->candles, JipyoCandle, 0);

  days->step_ms = 24 * HOUR_MS;
  first->start_ms = FRIDAY_MS - 24 * HOUR_MS;
  g_assert_true (jipyo_spark_values_choose (hours, days) == hours);
  first->start_ms -= HOUR_MS;
  g_assert_true (jipyo_spark_values_choose (hours, days) == days);
  g_assert_true (jipyo_spark_values_choose (nothing, days) == days);
  g_assert_true (jipyo_spark_values_choose (hours, nothing) == hours);
  g_assert_true (jipyo_spark_values_choose (hours, NULL) == hours);
  /* Those that are not read yet may be the better ones. */
  g_assert_null (jipyo_spark_values_choose (NULL, days));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/spark-values/round-the-clock", test_round_the_clock);
  g_test_add_func ("/views/spark-values/sessions", test_sessions);
  g_test_add_func ("/views/spark-values/empty", test_empty);
  g_test_add_func ("/views/spark-values/choose", test_choose);
  return g_test_run ();
}
