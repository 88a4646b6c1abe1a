/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made-up candles of which the later ones are in another unit.
 */

#include "jipyo-candle-unit.h"

#include "jipyo-candle-former.h"
#include "jipyo-closes.h"

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;

static void
add (JipyoCandleSeries *series, gint64 start_ms, gint64 price)
{
  const JipyoCandle candle = { start_ms, price, price, price, price, JIPYO_VOLUME_NOT_HEARD };

  g_array_append_val (series->candles, candle);
}

static void
test_split (void)
{
  g_autoptr (JipyoCandleSeries) series =
               jipyo_candle_series_new ("krx:005930", JIPYO_RESOLUTION_DAY);

  add (series, 100 * DAY_MS, 2600000);
  add (series, 101 * DAY_MS, 2650000);
  add (series, 120 * DAY_MS, 53000);
  add (series, 121 * DAY_MS, 53900);
  g_assert_cmpint (jipyo_candle_series_find_unit_change (series, 0), ==, 0);
  g_assert_cmpint (jipyo_candle_series_find_unit_change (series, 1), ==, 0);
  g_assert_cmpint (jipyo_candle_series_find_unit_change (series, 2), ==, -50);
  g_assert_cmpint (jipyo_candle_series_find_unit_change (series, 4), ==, 0);
  g_assert_cmpuint (jipyo_candle_series_find_unit_start (series), ==, 2);
  g_autoptr (JipyoCloses) closes = jipyo_closes_new_from_candles (series, 130);
  g_assert_cmpuint (jipyo_closes_get_n (closes), ==, 2);
  g_assert_cmpint (jipyo_closes_get_day (closes, 0), ==, 120);

  /* Within a day, after a long halt, of an index or of a coin it is no split. */
  add (series, 121 * DAY_MS + 60000, 1000);
  add (series, 200 * DAY_MS, 100000);
  g_assert_cmpuint (jipyo_candle_series_find_unit_start (series), ==, 2);
  g_free (series->instrument);
  series->instrument = g_strdup ("krx:KOSPI");
  g_assert_cmpuint (jipyo_candle_series_find_unit_start (series), ==, 0);
}

/* A coin by its new code is counted in thousands. Two that were heard of the time of the change are
 * not joined. */
static void
test_new_code (void)
{
  const JipyoNewCode change = { (char *) "upbit:KRW-OLD", (char *) "upbit:KRW-NEW", 30500000 };
  g_autoptr (JipyoCandleSeries) series =
               jipyo_candle_series_new ("upbit:KRW-NEW", JIPYO_RESOLUTION_MINUTE);
  g_autoptr (JipyoCandleSeries) before =
               jipyo_candle_series_new ("upbit:KRW-OLD", JIPYO_RESOLUTION_MINUTE);

  add (before, 10000, 12);
  add (before, 30000, 13);
  add (series, 30000, 13100);
  add (series, 50000, 13200);
  add (series, 70000, 1320);
  g_assert_true (jipyo_candle_series_add_former (series, before, &change));
  g_assert_cmpint (g_array_index (series->candles, JipyoCandle, 1).low, ==, 13100);
  g_assert_cmpuint (series->candles->len, ==, 4);
  g_assert_cmpint (jipyo_candle_series_find_unit_change (series, 1), ==, 1000);
  g_assert_cmpint (jipyo_candle_series_find_unit_change (series, 3), ==, 0);
  g_assert_cmpuint (jipyo_candle_series_find_unit_start (series), ==, 1);
  g_autoptr (JipyoCandleSeries) nothing =
               jipyo_candle_series_new ("upbit:KRW-NEW", JIPYO_RESOLUTION_MINUTE);
  g_assert_cmpuint (jipyo_candle_series_find_unit_start (nothing), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/candle-unit/split", test_split);
  g_test_add_func ("/core/candle-unit/new-code", test_new_code);
  return g_test_run ();
}
