/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of prices with the years, and of the silences between them.
 */

#include "jipyo-day-blocks.h"
#include "jipyo-gaps.h"
#include "jipyo-price-ticks.h"
#include "jipyo-range.h"
#include "jipyo-retention.h"
#include "jipyo-tail.h"

static const gint64 MINUTE_MS = 60 * 1000;
static const gint64 DAY_MS = 24 * 60 * 60 * 1000;
/* A midnight. */
static const gint64 START_MS = 1728000000000;

static JipyoStore *
open_store (void)
{
  g_autoptr (GError) error = NULL;
  JipyoStore *store = jipyo_store_open (":memory:", &error);

  g_assert_no_error (error);
  return store;
}

static JipyoCandleSeries *
read_all (JipyoStore *store, JipyoResolution resolution)
{
  const JipyoHistoryQuery query = {
    .instrument = "test:AAA", .resolution = resolution, .from_ms = G_MININT64, .to_ms = G_MAXINT64
  };
  g_autoptr (GError) error = NULL;
  JipyoCandleSeries *series = jipyo_range_read (store, &query, &error);

  g_assert_no_error (error);
  return series;
}

/* Number of days with blocks of a resolution. */
static int
count_days (JipyoStore *store, JipyoResolution resolution)
{
  sqlite3_stmt *count = jipyo_database_prepare (
    store->database, "SELECT count(DISTINCT day) FROM block WHERE resolution = ?1", NULL);
  int n = 0;

  sqlite3_bind_int (count, 1, (int) resolution);
  g_assert_cmpint (sqlite3_step (count), ==, SQLITE_ROW);
  n = sqlite3_column_int (count, 0);
  sqlite3_finalize (count);
  return n;
}

/* A tick each seven minutes for some days, folded. */
static void
keep_ticks (JipyoStore *store, int n_days)
{
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  rows.scale = 2;
  for (int i = 0; i < n_days * 24 * 60 / 7; i++)
    jipyo_rows_append (&rows,
                       (const gint64[]){ START_MS + i * 7 * MINUTE_MS, 0, (i * 7919) % 5003 });
  g_assert_true (jipyo_tail_append (store, "test:AAA", &rows, NULL));
  g_assert_true (jipyo_tail_fold (store, NULL));
}

static void
tidy (JipyoStore *store, gint64 now_ms)
{
  JipyoRetention run = { .now_ms = now_ms, .days_left = 100000 };
  g_autoptr (GError) error = NULL;

  g_assert_true (jipyo_retention_run (store, &run, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (run.days_left, >, 0);
}

static void
assert_same_candles (const JipyoCandleSeries *a, const JipyoCandleSeries *b)
{
  g_assert_cmpuint (a->candles->len, ==, b->candles->len);
  g_assert_cmpmem (a->candles->data, a->candles->len * sizeof (JipyoCandle), b->candles->data,
                   b->candles->len * sizeof (JipyoCandle));
  g_assert_cmpuint (a->scale, ==, b->scale);
  g_assert_cmpuint (a->gaps->len, ==, b->gaps->len);
}

/* With the years the finer is gone and the coarser says the same as it did. */
static void
test_years (void)
{
  JipyoStore *store = open_store ();

  keep_ticks (store, 20);
  g_autoptr (JipyoCandleSeries) minutes = read_all (store, JIPYO_RESOLUTION_MINUTE);
  g_autoptr (JipyoCandleSeries) hours = read_all (store, JIPYO_RESOLUTION_HOUR);
  g_autoptr (JipyoCandleSeries) days = read_all (store, JIPYO_RESOLUTION_DAY);
  g_assert_cmpuint (days->candles->len, ==, 20);

  /* On the 20th day the first 5 are more than 14 days past. */
  tidy (store, START_MS + 19 * DAY_MS);
  g_assert_cmpint (count_days (store, JIPYO_RESOLUTION_TICK), ==, 15);
  g_assert_cmpint (count_days (store, JIPYO_RESOLUTION_MINUTE), ==, 5);
  g_autoptr (JipyoCandleSeries) minutes_then = read_all (store, JIPYO_RESOLUTION_MINUTE);
  assert_same_candles (minutes, minutes_then);

  tidy (store, START_MS + 19 * DAY_MS + 180 * DAY_MS);
  g_assert_cmpint (count_days (store, JIPYO_RESOLUTION_TICK), ==, 0);
  g_assert_cmpint (count_days (store, JIPYO_RESOLUTION_MINUTE), ==, 1);
  g_assert_cmpint (count_days (store, JIPYO_RESOLUTION_HOUR), ==, 19);
  g_autoptr (JipyoCandleSeries) hours_then = read_all (store, JIPYO_RESOLUTION_HOUR);
  assert_same_candles (hours, hours_then);

  tidy (store, START_MS + 4000 * DAY_MS);
  g_assert_cmpint (count_days (store, JIPYO_RESOLUTION_HOUR), ==, 0);
  g_assert_cmpint (count_days (store, JIPYO_RESOLUTION_DAY), ==, 20);
  g_autoptr (JipyoCandleSeries) days_then = read_all (store, JIPYO_RESOLUTION_DAY);
  assert_same_candles (days, days_then);
  tidy (store, START_MS + 40000 * DAY_MS);
  g_assert_cmpint (count_days (store, JIPYO_RESOLUTION_DAY), ==, 20);
  jipyo_store_close (store);
}

/* A run does no more than it was told, and says when there is more. */
static void
test_a_little_at_a_time (void)
{
  JipyoStore *store = open_store ();
  JipyoRetention run = { .now_ms = START_MS + 100 * DAY_MS, .days_left = 3 };

  keep_ticks (store, 5);
  g_assert_true (jipyo_retention_run (store, &run, NULL));
  g_assert_cmpuint (run.days_left, ==, 0);
  g_assert_cmpint (count_days (store, JIPYO_RESOLUTION_TICK), ==, 2);
  run.days_left = 3;
  g_assert_true (jipyo_retention_run (store, &run, NULL));
  g_assert_cmpuint (run.days_left, ==, 1);
  g_assert_cmpint (count_days (store, JIPYO_RESOLUTION_TICK), ==, 0);
  jipyo_store_close (store);
}

static void
keep_candle (JipyoStore *store, gint64 start_ms, gint64 price)
{
  const JipyoBlockRange range = {
    .series = jipyo_store_find_series (store, "test:AAA", TRUE, NULL),
    .instrument = "test:AAA",
    .resolution = JIPYO_RESOLUTION_MINUTE,
  };
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_CANDLE_COLUMNS);
  jipyo_rows_append (&rows, (const gint64[]){ start_ms, price, price + 5, price - 5, price, 77 });
  g_assert_true (jipyo_day_blocks_replace_candles (store, &range, &rows, NULL));
}

/* A candle that a venue gave is not replaced by one made of what was seen of it. */
static void
test_given_stays (void)
{
  JipyoStore *store = open_store ();

  keep_candle (store, START_MS + 7 * MINUTE_MS, 9000);
  keep_ticks (store, 1);
  tidy (store, START_MS + 100 * DAY_MS);
  g_autoptr (JipyoCandleSeries) series = read_all (store, JIPYO_RESOLUTION_MINUTE);
  const JipyoCandle *candles = (const JipyoCandle *) (gpointer) series->candles->data;
  g_assert_cmpuint (series->candles->len, ==, 205);
  g_assert_cmpint (candles[0].volume, ==, -1);
  g_assert_cmpint (candles[1].close, ==, 900000);
  g_assert_cmpint (candles[1].high, ==, 900500);
  g_assert_cmpint (candles[1].volume, ==, 77);
  keep_candle (store, START_MS + 7 * MINUTE_MS, 9001);
  g_autoptr (JipyoCandleSeries) again = read_all (store, JIPYO_RESOLUTION_MINUTE);
  candles = (const JipyoCandle *) (gpointer) again->candles->data;
  g_assert_cmpuint (again->candles->len, ==, 205);
  g_assert_cmpint (candles[1].close, ==, 900100);
  jipyo_store_close (store);
}

/* A damaged day leaves its gap behind. */
static void
test_damage_stays_a_gap (void)
{
  JipyoStore *store = open_store ();

  keep_ticks (store, 3);
  g_assert_true (jipyo_database_execute (
    store->database, "UPDATE block SET data = zeroblob(9) WHERE day = 20001", NULL));
  tidy (store, START_MS + 100 * DAY_MS);
  g_assert_cmpint (count_days (store, JIPYO_RESOLUTION_TICK), ==, 0);
  g_assert_cmpint (count_days (store, JIPYO_RESOLUTION_MINUTE), ==, 2);
  g_autoptr (JipyoCandleSeries) series = read_all (store, JIPYO_RESOLUTION_DAY);
  g_assert_cmpuint (series->candles->len, ==, 2);
  g_assert_cmpuint (series->gaps->len, ==, 1);
  g_assert_cmpint (g_array_index (series->gaps, JipyoGap, 0).from_ms, ==, START_MS + DAY_MS);
  jipyo_store_close (store);
}

/* --- Silences */

typedef struct {
  int second;
  gint64 price;
  JipyoQuoteState state;
} Heard;

static void
hear (JipyoStore *store, Heard heard)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  JipyoQuote *quote = jipyo_quote_new ("test:AAA", "test");

  quote->last = jipyo_decimal_from_int (heard.price);
  quote->received_us = (START_MS + heard.second * 1000) * 1000;
  quote->interval_ms = 10000;
  quote->state = heard.state;
  g_ptr_array_add (quotes, quote);
  g_assert_true (jipyo_price_ticks_save (store, quotes, NULL));
}

static void
test_silence (void)
{
  JipyoStore *store = open_store ();

  hear (store, (Heard){ 0, 1, JIPYO_QUOTE_LIVE });
  hear (store, (Heard){ 10, 1, JIPYO_QUOTE_LIVE });
  hear (store, (Heard){ 30, 2, JIPYO_QUOTE_LIVE });   /* twice the pace: late, no gap */
  hear (store, (Heard){ 51, 3, JIPYO_QUOTE_CLOSED }); /* a second more is one */
  hear (store, (Heard){ 900, 3, JIPYO_QUOTE_LIVE });  /* nothing was to come in between */
  g_autoptr (JipyoCandleSeries) series = read_all (store, JIPYO_RESOLUTION_TICK);
  g_assert_cmpuint (series->gaps->len, ==, 1);
  const JipyoGap *gap = &g_array_index (series->gaps, JipyoGap, 0);
  g_assert_cmpint (gap->from_ms, ==, START_MS + 30000);
  g_assert_cmpint (gap->to_ms, ==, START_MS + 51000);
  g_assert_cmpint (gap->reason, ==, JIPYO_GAP_MISSING);
  jipyo_store_close (store);
}

/* Short gaps go when candles are longer than they are. */
static void
test_short_gaps_go (void)
{
  JipyoStore *store = open_store ();
  const JipyoGap gaps[] = {
    { START_MS, START_MS + 30000, JIPYO_GAP_MISSING },
    { START_MS, START_MS + 300000, JIPYO_GAP_NOT_RUNNING },
    { START_MS, START_MS + 3, JIPYO_GAP_DAMAGED },
  };

  hear (store, (Heard){ 0, 1, JIPYO_QUOTE_LIVE });
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    g_assert_true (jipyo_gaps_add (store, JIPYO_GAPS_OF_ALL, &gaps[i], NULL));
  tidy (store, START_MS + 14 * DAY_MS);
  g_autoptr (JipyoCandleSeries) all = read_all (store, JIPYO_RESOLUTION_TICK);
  g_assert_cmpuint (all->gaps->len, ==, 3);
  tidy (store, START_MS + 20 * DAY_MS);
  g_autoptr (JipyoCandleSeries) long_ones = read_all (store, JIPYO_RESOLUTION_TICK);
  g_assert_cmpuint (long_ones->gaps->len, ==, 2);
  tidy (store, START_MS + 200 * DAY_MS);
  g_autoptr (JipyoCandleSeries) damage = read_all (store, JIPYO_RESOLUTION_TICK);
  g_assert_cmpuint (damage->gaps->len, ==, 1);
  g_assert_cmpint (g_array_index (damage->gaps, JipyoGap, 0).reason, ==, JIPYO_GAP_DAMAGED);
  jipyo_store_close (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/retention/years", test_years);
  g_test_add_func ("/history/retention/a-little-at-a-time", test_a_little_at_a_time);
  g_test_add_func ("/history/retention/given-stays", test_given_stays);
  g_test_add_func ("/history/retention/damage-stays-a-gap", test_damage_stays_a_gap);
  g_test_add_func ("/history/gaps/silence", test_silence);
  g_test_add_func ("/history/gaps/short-gaps-go", test_short_gaps_go);
  return g_test_run ();
}
