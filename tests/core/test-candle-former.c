/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The old code's past goes before the new one's, up to its end, whatever comes by the old code
 * later.
 */

#include "jipyo-candle-former.h"

static const JipyoNewCode change = { (char *) "v:OLD", (char *) "v:NEW", 30500000 };

static void
add (JipyoCandleSeries *series, gint64 start_ms, gint64 price, gint64 volume)
{
  const JipyoCandle candle = { start_ms, price, price + 2, price - 3, price + 1, volume };

  g_array_append_val (series->candles, candle);
}

static void
add_gap (JipyoCandleSeries *series, gint64 from_ms, gint64 to_ms, JipyoGapReason reason)
{
  const JipyoGap gap = { from_ms, to_ms, reason };

  g_array_append_val (series->gaps, gap);
}

static void
assert_candles (const JipyoCandleSeries *series, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < series->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (series->candles, JipyoCandle, i);

    g_string_append_printf (text, "%d:%d/%d/%d/%d ", (int) (candle->start_ms / 1000),
                            (int) candle->open, (int) candle->high, (int) candle->low,
                            (int) candle->close);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_gaps (const JipyoCandleSeries *series, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < series->gaps->len; i++) {
    const JipyoGap *gap = &g_array_index (series->gaps, JipyoGap, i);

    g_string_append_printf (text, "%d-%d ", (int) gap->from_ms, (int) gap->to_ms);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_joined (void)
{
  g_autoptr (JipyoCandleSeries) series = jipyo_candle_series_new ("v:NEW", JIPYO_RESOLUTION_MINUTE);
  g_autoptr (JipyoCandleSeries) before = jipyo_candle_series_new ("v:OLD", JIPYO_RESOLUTION_MINUTE);

  series->scale = 1;
  add (before, 10000, 10, JIPYO_VOLUME_NOT_HEARD);
  add (before, 20000, 20, 5);
  add (before, 30000, 30, JIPYO_VOLUME_NOT_HEARD);
  add (before, 40000, 77, JIPYO_VOLUME_NOT_HEARD); /* another coin's */
  add_gap (before, G_MININT64, 5000, JIPYO_GAP_NOT_RUNNING);
  add_gap (before, 25000, 99000, JIPYO_GAP_MISSING);
  add (series, 20000, 201, 6); /* of the venue, who knows best */
  add (series, 30000, 310, JIPYO_VOLUME_NOT_HEARD);
  add (series, 50000, 500, JIPYO_VOLUME_NOT_HEARD);
  add_gap (series, 1000, 35000, JIPYO_GAP_NOT_RUNNING);
  add_gap (series, 2000, 3000, JIPYO_GAP_MISSING);
  g_assert_true (jipyo_candle_series_add_former (series, before, &change));
  g_assert_cmpint (series->scale, ==, 1);
  assert_candles (series, "10:100/120/70/110 20:201/203/198/202 30:300/320/270/311 "
                          "50:500/502/497/501 ");
  g_assert_cmpint (g_array_index (series->candles, JipyoCandle, 1).volume, ==, 6);
  g_assert_cmpuint (series->gaps->len, ==, 3);
  g_array_remove_index (series->gaps, 0);
  assert_gaps (series, "25000-30500 30500-35000 ");
  g_assert_cmpuint (series->former->len, ==, 1);
  g_assert_cmpstr (((JipyoNewCode *) series->former->pdata[0])->instrument, ==, "v:OLD");
  g_assert_cmpstr (jipyo_candle_series_find_code (series, 30000), ==, "v:OLD");
  g_assert_cmpstr (jipyo_candle_series_find_code (series, 50000), ==, "v:NEW");
  g_autoptr (JipyoCandleSeries) merged = jipyo_candle_series_merge (series, 120000);
  g_assert_cmpuint (merged->former->len, ==, 1);
}

/* Noticed late, the change was before the new code's first candle. */
static void
test_noticed_late (void)
{
  g_autoptr (JipyoCandleSeries) series = jipyo_candle_series_new ("v:NEW", JIPYO_RESOLUTION_MINUTE);
  g_autoptr (JipyoCandleSeries) before = jipyo_candle_series_new ("v:OLD", JIPYO_RESOLUTION_MINUTE);

  add (before, 10000, 10, 1);
  add (before, 40000, 77, 1); /* another coin's */
  add (series, 20000, 20, 1);
  add (series, 25000, 20, 1);
  g_assert_true (jipyo_candle_series_add_former (series, before, &change));
  g_assert_cmpint (((JipyoNewCode *) series->former->pdata[0])->until_us, ==, 19999000);
  g_assert_cmpstr (jipyo_candle_series_find_code (series, 20000), ==, "v:NEW");
}

/* A figure that does not fit is not bent, and what began too late is none of it. */
static void
test_not_joined (void)
{
  g_autoptr (JipyoCandleSeries) series = jipyo_candle_series_new ("v:NEW", JIPYO_RESOLUTION_MINUTE);
  g_autoptr (JipyoCandleSeries) before = jipyo_candle_series_new ("v:OLD", JIPYO_RESOLUTION_MINUTE);

  g_assert_false (jipyo_candle_series_add_former (series, before, &change));
  add (before, 31000, 10, 1);
  g_assert_false (jipyo_candle_series_add_former (series, before, &change));
  g_array_index (before->candles, JipyoCandle, 0).start_ms = 10000;
  g_array_index (before->candles, JipyoCandle, 0).high = G_MAXINT64 / 5;
  series->scale = 1;
  g_assert_false (jipyo_candle_series_add_former (series, before, &change));
  g_assert_null (series->former);
  assert_candles (series, "");
  series->scale = 0;
  g_assert_true (jipyo_candle_series_add_former (series, before, &change));
}

/* A code that is another coin's by now. */
static void
test_left (void)
{
  g_autoptr (JipyoCandleSeries) series = jipyo_candle_series_new ("v:OLD", JIPYO_RESOLUTION_MINUTE);

  add (series, 10000, 10, 1);
  add (series, 30000, 30, 1);
  jipyo_candle_series_set_next (series, &change);
  assert_candles (series, "10:10/12/7/11 30:30/32/27/31 ");
  g_assert_cmpstr (series->next->successor, ==, "v:NEW");
  g_assert_false (jipyo_candle_series_has_left (series));
  add (series, 40000, 77, 1);
  add_gap (series, 20000, 40000, JIPYO_GAP_MISSING);
  jipyo_candle_series_set_next (series, &change);
  assert_candles (series, "40:77/79/74/78 ");
  assert_gaps (series, "30500-40000 ");
  g_assert_true (jipyo_candle_series_has_left (series));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/candle-former/joined", test_joined);
  g_test_add_func ("/core/candle-former/noticed-late", test_noticed_late);
  g_test_add_func ("/core/candle-former/not-joined", test_not_joined);
  g_test_add_func ("/core/candle-former/left", test_left);
  return g_test_run ();
}
