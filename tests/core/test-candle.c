/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Minutes become longer candles without losing a price, and what is not known of one part is not
 * known of the whole.
 */

#include "jipyo-candle-id.h"

static const gint64 MINUTE_MS = 60 * 1000;

static void
add (JipyoCandleSeries *series, gint64 minute, gint64 price, gint64 volume)
{
  const JipyoCandle candle = { minute * MINUTE_MS, price, price + 2, price - 3, price + 1, volume };

  g_array_append_val (series->candles, candle);
}

static void
assert_candle (const JipyoCandleSeries *series, guint index, const JipyoCandle *expected)
{
  const JipyoCandle *candle = &g_array_index (series->candles, JipyoCandle, index);

  g_assert_cmpint (candle->start_ms, ==, expected->start_ms);
  g_assert_cmpint (candle->open, ==, expected->open);
  g_assert_cmpint (candle->high, ==, expected->high);
  g_assert_cmpint (candle->low, ==, expected->low);
  g_assert_cmpint (candle->close, ==, expected->close);
  g_assert_cmpint (candle->volume, ==, expected->volume);
}

static void
test_merge (void)
{
  g_autoptr (JipyoCandleSeries) series =
               jipyo_candle_series_new ("krx:KOSPI", JIPYO_RESOLUTION_MINUTE);
  const JipyoGap gap = { 12 * MINUTE_MS, 20 * MINUTE_MS, JIPYO_GAP_MISSING };
  const JipyoCandle expected[] = {
    { -5 * MINUTE_MS, 50, 52, 47, 51, 4 },
    { 0, 100, 132, 87, 91, 6 },
    { 5 * MINUTE_MS, 200, 202, 197, 201, JIPYO_VOLUME_NOT_SAID },
    { 20 * MINUTE_MS, 300, 312, 297, 311, JIPYO_VOLUME_NOT_HEARD },
  };

  series->scale = 2;
  series->volume_scale = 3;
  add (series, -1, 50, 4);
  add (series, 0, 100, 1);
  add (series, 2, 130, 2);
  add (series, 4, 90, 3);
  add (series, 9, 200, JIPYO_VOLUME_NOT_SAID);
  add (series, 20, 300, 5);
  add (series, 21, 310, JIPYO_VOLUME_NOT_HEARD);
  g_array_append_val (series->gaps, gap);
  g_autoptr (JipyoCandleSeries) merged = jipyo_candle_series_merge (series, 5 * MINUTE_MS);

  g_assert_cmpstr (merged->instrument, ==, "krx:KOSPI");
  g_assert_cmpint (merged->step_ms, ==, 5 * MINUTE_MS);
  g_assert_cmpint (merged->scale, ==, 2);
  g_assert_cmpint (merged->volume_scale, ==, 3);
  g_assert_cmpuint (merged->candles->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_candle (merged, i, &expected[i]);
  g_assert_true (jipyo_candle_series_has_gap (merged, 10 * MINUTE_MS, 20 * MINUTE_MS));
}

static void
test_merge_nothing (void)
{
  g_autoptr (JipyoCandleSeries) series =
               jipyo_candle_series_new ("krx:KOSPI", JIPYO_RESOLUTION_MINUTE);
  g_autoptr (JipyoCandleSeries) merged = jipyo_candle_series_merge (series, 5 * MINUTE_MS);

  g_assert_cmpuint (merged->candles->len, ==, 0);
}

/* A price becomes part of its candle or a new one; the scale grows with it, and what has no room
 * leaves everything as it was. */
static void
test_put_price (void)
{
  g_autoptr (JipyoCandleSeries) series =
               jipyo_candle_series_new ("upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE);
  const JipyoCandle first = { 10 * MINUTE_MS, 100, 110, 90, 105, 7 };
  const JipyoCandle *last;

  g_array_append_val (series->candles, first);
  g_assert_false (
    jipyo_candle_series_put_price (series, 10 * MINUTE_MS - 1, jipyo_decimal_from_int (5)));
  g_assert_true (jipyo_candle_series_put_price (series, 11 * MINUTE_MS - 1,
                                                (JipyoDecimal){ .digits = 12050, .scale = 2 }));
  last = &g_array_index (series->candles, JipyoCandle, 0);
  g_assert_cmpuint (series->candles->len, ==, 1);
  g_assert_cmpint (series->scale, ==, 1);
  g_assert_cmpint (last->open, ==, 1000);
  g_assert_cmpint (last->low, ==, 900);
  g_assert_cmpint (last->high, ==, 1205);
  g_assert_cmpint (last->close, ==, 1205);
  g_assert_cmpint (last->volume, ==, 7);
  g_assert_true (
    jipyo_candle_series_put_price (series, 11 * MINUTE_MS, jipyo_decimal_from_int (80)));
  last = &g_array_index (series->candles, JipyoCandle, 1);
  g_assert_cmpint (last->start_ms, ==, 11 * MINUTE_MS);
  g_assert_cmpint (last->open, ==, 800);
  g_assert_cmpint (last->volume, ==, JIPYO_VOLUME_NOT_HEARD);
  g_assert_false (jipyo_candle_series_put_price (
    series, 12 * MINUTE_MS, (JipyoDecimal){ .digits = G_MAXINT64 - 1, .scale = 0 }));
  g_assert_cmpuint (series->candles->len, ==, 2);
  g_assert_cmpint (series->scale, ==, 1);
  series->step_ms = 0;
  g_assert_false (jipyo_candle_series_put_price (series, 0, jipyo_decimal_from_int (1)));
}

static void
test_id (void)
{
  static const struct {
    gint64 step_ms;
    const char *text;
    JipyoResolution resolution;
  } cases[] = {
    { 1440 * 60 * 1000, "krx:KOSPI@1d@2025-10-04T00:00:00Z", JIPYO_RESOLUTION_DAY },
    { 60 * 60 * 1000, "krx:KOSPI@1h@2025-10-04T00:00:00Z", JIPYO_RESOLUTION_HOUR },
    { 5 * 60 * 1000, "krx:KOSPI@5m@2025-10-04T00:00:00Z", JIPYO_RESOLUTION_MINUTE },
    { 90 * 60 * 1000, "krx:KOSPI@90m@2025-10-04T00:00:00Z", JIPYO_RESOLUTION_MINUTE },
  };
  static const char *const bad[] = {
    "",
    "krx:KOSPI",
    "krx:KOSPI@1d",
    "KOSPI@1d@2025-10-04T00:00:00Z",
    "krx:KOSPI@0d@2025-10-04T00:00:00Z",
    "krx:KOSPI@-1d@2025-10-04T00:00:00Z",
    "krx:KOSPI@99999999999999999999d@2025-10-04T00:00:00Z",
    "krx:KOSPI@1dd@2025-10-04T00:00:00Z",
    "krx:KOSPI@1d@yesterday",
    "krx:KOSPI@1d@2025-10-04T00:00:00Z@more",
  };
  JipyoCandleId id;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const gint64 start_ms = G_GINT64_CONSTANT (1759536000000);
    g_autofree char *text = jipyo_candle_id_format ("krx:KOSPI", cases[i].step_ms, start_ms);
    g_assert_cmpstr (text, ==, cases[i].text);
    g_assert_true (jipyo_candle_id_parse (text, &id));
    g_assert_cmpstr (id.instrument, ==, "krx:KOSPI");
    g_assert_cmpint (id.step_ms, ==, cases[i].step_ms);
    g_assert_cmpint (id.start_ms, ==, start_ms);
    g_assert_cmpint (jipyo_candle_id_get_resolution (&id), ==, cases[i].resolution);
    jipyo_candle_id_clear (&id);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (jipyo_candle_id_parse (bad[i], &id));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/candle/merge", test_merge);
  g_test_add_func ("/core/candle/merge-nothing", test_merge_nothing);
  g_test_add_func ("/core/candle/put-price", test_put_price);
  g_test_add_func ("/core/candle/id", test_id);
  return g_test_run ();
}
