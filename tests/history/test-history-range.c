/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is read back of ticks that were kept, folded or not, whole or damaged.
 */

#include "jipyo-asked.h"
#include "jipyo-range.h"
#include "jipyo-tail.h"

#include <unistd.h>

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

static void
fold (JipyoStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (jipyo_tail_fold (store, &error));
  g_assert_no_error (error);
}

static void
append (JipyoStore *store, const char *instrument, gint64 time_ms, JipyoDecimal price)
{
  g_auto (JipyoRows) rows = { 0 };
  g_autoptr (GError) error = NULL;

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  rows.scale = price.scale;
  jipyo_rows_append (&rows, (const gint64[]){ time_ms, 40, price.digits });
  g_assert_true (jipyo_tail_append (store, instrument, &rows, &error));
  g_assert_no_error (error);
}

static void
append_price (JipyoStore *store, gint64 time_ms, gint64 price)
{
  append (store, "test:AAA", time_ms, jipyo_decimal_from_int (price));
}

static JipyoCandleSeries *
read_range (JipyoStore *store, JipyoHistoryQuery query)
{
  g_autoptr (GError) error = NULL;
  JipyoCandleSeries *series = NULL;

  if (query.instrument == NULL)
    query.instrument = "test:AAA";
  series = jipyo_range_read (store, &query, &error);
  g_assert_no_error (error);
  return series;
}

static JipyoCandleSeries *
read_all (JipyoStore *store, JipyoResolution resolution)
{
  return read_range (
    store,
    (JipyoHistoryQuery){ .resolution = resolution, .from_ms = G_MININT64, .to_ms = G_MAXINT64 });
}

static const JipyoCandle *
candle (const JipyoCandleSeries *series, guint i)
{
  g_assert_cmpuint (i, <, series->candles->len);
  return &g_array_index (series->candles, JipyoCandle, i);
}

static void
execute (JipyoStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (jipyo_database_execute (store->database, sql, &error));
  g_assert_no_error (error);
}

/* Two days of ticks, before and after folding, in one fold and in two. */
static void
test_ticks (gconstpointer data)
{
  const int folds = GPOINTER_TO_INT (data);
  JipyoStore *store = open_store ();

  append_price (store, START_MS + 1000, 10);
  append_price (store, START_MS + 3000, 12);
  append (store, "test:BBB", START_MS + 3500, jipyo_decimal_from_int (99));
  if (folds > 0)
    fold (store);
  append_price (store, START_MS + 2000, 11); /* late */
  append_price (store, START_MS + 3000, 12); /* again */
  append_price (store, START_MS + DAY_MS + 5, 13);
  if (folds > 1)
    fold (store);
  g_autoptr (JipyoCandleSeries) series = read_all (store, JIPYO_RESOLUTION_TICK);
  g_assert_cmpuint (series->gaps->len, ==, 0);
  g_assert_cmpuint (series->candles->len, ==, 4);
  for (guint i = 0; i < 4; i++) {
    g_assert_cmpint (candle (series, i)->open, ==, 10 + i);
    g_assert_cmpint (candle (series, i)->high, ==, 10 + i);
    g_assert_cmpint (candle (series, i)->volume, ==, -1);
  }
  g_assert_cmpint (candle (series, 1)->start_ms, ==, START_MS + 2000);
  g_assert_cmpint (candle (series, 3)->start_ms, ==, START_MS + DAY_MS + 5);
  jipyo_store_close (store);
}

/* The range has its first instant and not its last. */
static void
test_limits (void)
{
  JipyoStore *store = open_store ();

  for (int i = 0; i < 10; i++)
    append_price (store, START_MS + i * 1000, i);
  fold (store);
  for (int i = 10; i < 20; i++)
    append_price (store, START_MS + i * 1000, i);
  g_autoptr (JipyoCandleSeries) series =
               read_range (store, (JipyoHistoryQuery){ .resolution = JIPYO_RESOLUTION_TICK,
                                                       .from_ms = START_MS + 5000,
                                                       .to_ms = START_MS + 15000 });
  g_assert_cmpuint (series->candles->len, ==, 10);
  g_assert_cmpint (candle (series, 0)->open, ==, 5);
  g_assert_cmpint (candle (series, 9)->open, ==, 14);
  g_autoptr (JipyoCandleSeries) none =
               read_range (store, (JipyoHistoryQuery){ .resolution = JIPYO_RESOLUTION_DAY,
                                                       .from_ms = START_MS + 15000,
                                                       .to_ms = START_MS + 5000 });
  g_assert_cmpuint (none->candles->len, ==, 0);
  jipyo_store_close (store);
}

/* Candles of ticks, some folded and some not; a minute that straddles both is one candle. */
static void
test_candles (void)
{
  static const gint64 prices[] = { 50, 53, 47, 51, 60, 61 };
  JipyoStore *store = open_store ();

  for (int i = 0; i < 6; i++) {
    append_price (store, START_MS + 30000 + i * 7000, prices[i]);
    if (i == 2)
      fold (store);
  }
  g_autoptr (JipyoCandleSeries) minutes = read_all (store, JIPYO_RESOLUTION_MINUTE);
  g_assert_cmpuint (minutes->candles->len, ==, 2);
  g_assert_cmpint (minutes->step_ms, ==, 60000);
  g_assert_cmpint (candle (minutes, 0)->start_ms, ==, START_MS);
  g_assert_cmpint (candle (minutes, 0)->open, ==, 50);
  g_assert_cmpint (candle (minutes, 0)->high, ==, 60);
  g_assert_cmpint (candle (minutes, 0)->low, ==, 47);
  g_assert_cmpint (candle (minutes, 0)->close, ==, 60);
  g_assert_cmpint (candle (minutes, 1)->open, ==, 61);
  g_autoptr (JipyoCandleSeries) days = read_all (store, JIPYO_RESOLUTION_DAY);
  g_assert_cmpuint (days->candles->len, ==, 1);
  g_assert_cmpint (candle (days, 0)->start_ms, ==, START_MS);
  g_assert_cmpint (candle (days, 0)->close, ==, 61);
  jipyo_store_close (store);
}

/* Buckets keep every extreme; few ticks are given as they are. */
static void
test_buckets (void)
{
  JipyoStore *store = open_store ();
  gint64 least = G_MAXINT64, greatest = G_MININT64;

  for (int i = 0; i < 5000; i++)
    append_price (store, START_MS + i * 100, i == 3333 ? -777 : (i * 7919) % 1000);
  fold (store);
  JipyoHistoryQuery query = { .resolution = JIPYO_RESOLUTION_TICK,
                              .from_ms = START_MS,
                              .to_ms = START_MS + 500000,
                              .n_buckets = 50 };
  g_autoptr (JipyoCandleSeries) series = read_range (store, query);
  g_assert_cmpuint (series->candles->len, ==, 50);
  g_assert_cmpint (series->step_ms, ==, 10000);
  for (guint i = 0; i < 50; i++) {
    const JipyoCandle *bucket = candle (series, i);

    g_assert_cmpint (bucket->start_ms, ==, START_MS + i * 10000);
    g_assert_cmpint (bucket->open, ==, (i * 100 * 7919) % 1000);
    g_assert_cmpint (bucket->close, ==, ((i * 100 + 99) * 7919) % 1000);
    least = MIN (least, bucket->low);
    greatest = MAX (greatest, bucket->high);
  }
  g_assert_cmpint (least, ==, -777);
  g_assert_cmpint (greatest, ==, 999);
  query.n_buckets = 5000;
  g_autoptr (JipyoCandleSeries) raw = read_range (store, query);
  g_assert_cmpint (raw->step_ms, ==, 0);
  g_assert_cmpuint (raw->candles->len, ==, 5000);
  jipyo_store_close (store);
}

/* An instrument that changes its decimals: all of it is told at the finest. */
static void
test_scales (void)
{
  JipyoStore *store = open_store ();

  append (store, "test:AAA", START_MS, (JipyoDecimal){ 15, 1 });
  fold (store);
  append (store, "test:AAA", START_MS + 1, (JipyoDecimal){ 1501, 3 });
  append (store, "test:AAA", START_MS + 2, (JipyoDecimal){ 2, 0 });
  g_autoptr (JipyoCandleSeries) series = read_all (store, JIPYO_RESOLUTION_TICK);
  g_assert_cmpuint (series->scale, ==, 3);
  g_assert_cmpint (candle (series, 0)->open, ==, 1500);
  g_assert_cmpint (candle (series, 1)->open, ==, 1501);
  g_assert_cmpint (candle (series, 2)->open, ==, 2000);
  /* No scale holds this and the others: it is kept, and told as a gap among them. */
  append (store, "test:AAA", START_MS + 3, jipyo_decimal_from_int (G_MAXINT64));
  fold (store);
  g_autoptr (JipyoCandleSeries) wide = read_all (store, JIPYO_RESOLUTION_TICK);
  g_assert_cmpuint (wide->candles->len, ==, 3);
  g_assert_cmpuint (wide->gaps->len, ==, 1);
  jipyo_store_close (store);
}

/* A day whose block was damaged is a gap between its sound neighbours, and no figure. */
static void
test_damaged_block (void)
{
  JipyoStore *store = open_store ();

  for (int day = 0; day < 3; day++)
    append_price (store, START_MS + day * DAY_MS + 3600000, 10 + day);
  fold (store);
  execute (store, "UPDATE block SET data = CAST(x'00' || data AS BLOB) WHERE day = 20001");
  g_autoptr (JipyoCandleSeries) series = read_all (store, JIPYO_RESOLUTION_TICK);
  g_assert_cmpuint (series->candles->len, ==, 2);
  g_assert_cmpuint (series->gaps->len, ==, 1);
  const JipyoGap *gap = &g_array_index (series->gaps, JipyoGap, 0);
  g_assert_cmpint (gap->reason, ==, JIPYO_GAP_DAMAGED);
  g_assert_cmpint (gap->from_ms, ==, START_MS + DAY_MS);
  g_assert_cmpint (gap->to_ms, ==, START_MS + 2 * DAY_MS);
  g_assert_true (jipyo_candle_series_has_gap (series, candle (series, 0)->start_ms,
                                              candle (series, 1)->start_ms));
  jipyo_store_close (store);
}

/* Of whom a damaged row of the tail was is not known: everybody has the gap, also once folded. */
static void
test_damaged_tail (gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE tail SET data = zeroblob(20) WHERE id = 2",
    "DELETE FROM tail WHERE id = 2",
    "UPDATE tail SET series = 2 WHERE id = 2",
  };
  JipyoStore *store = open_store ();

  append_price (store, START_MS, 10);
  append_price (store, START_MS + 1000, 11);
  append_price (store, START_MS + 2000, 12);
  append (store, "test:BBB", START_MS + 2500, jipyo_decimal_from_int (99));
  execute (store, damages[GPOINTER_TO_INT (data)]);
  for (int folded = 0; folded < 2; folded++) {
    g_autoptr (JipyoCandleSeries) series = read_all (store, JIPYO_RESOLUTION_TICK);

    g_assert_cmpuint (series->candles->len, ==, 2);
    g_assert_cmpuint (series->gaps->len, ==, 1);
    const JipyoGap *gap = &g_array_index (series->gaps, JipyoGap, 0);
    g_assert_cmpint (gap->reason, ==, JIPYO_GAP_DAMAGED);
    g_assert_cmpint (gap->from_ms, ==, START_MS - DAY_MS);
    g_assert_cmpint (gap->to_ms, ==, START_MS + 2500 + DAY_MS);
    fold (store);
  }
  jipyo_store_close (store);
}

/* Nor is a tail whole that only ends sooner, as where a page of it stands in place of the one that
 * leads to all of them. */
static void
test_short_tail (void)
{
  JipyoStore *store = open_store ();

  for (int i = 0; i < 4; i++)
    append_price (store, START_MS + i * 1000, 10 + i);
  execute (store, "DELETE FROM tail WHERE id > 2");
  for (int folded = 0; folded < 2; folded++) {
    g_autoptr (JipyoCandleSeries) series = read_all (store, JIPYO_RESOLUTION_TICK);

    g_assert_cmpuint (series->candles->len, ==, 2);
    g_assert_cmpuint (series->gaps->len, ==, 1);
    g_assert_true (jipyo_candle_series_has_gap (series, START_MS + 2000, START_MS + 4000));
    fold (store);
  }
  /* What comes then is a tail of its own. */
  append_price (store, START_MS + 3 * DAY_MS, 20);
  g_autoptr (JipyoCandleSeries) series = read_all (store, JIPYO_RESOLUTION_TICK);
  g_assert_cmpuint (series->candles->len, ==, 3);
  g_assert_cmpuint (series->gaps->len, ==, 1);
  jipyo_store_close (store);
}

static void
test_damaged_series (void)
{
  g_autofree char *directory = g_dir_make_tmp ("jipyo-range-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "history.sqlite", NULL);
  JipyoStore *store = jipyo_store_open (path, NULL);

  append_price (store, START_MS, 10);
  execute (store, "UPDATE series SET instrument = 'test:AAB'");
  jipyo_store_close (store);
  store = jipyo_store_open (path, NULL);
  g_autoptr (JipyoCandleSeries) series = read_all (store, JIPYO_RESOLUTION_TICK);
  g_assert_cmpuint (series->candles->len, ==, 0);
  g_assert_cmpuint (series->gaps->len, ==, 1);
  jipyo_store_close (store);
  g_assert_cmpint (unlink (path), ==, 0);
  g_assert_cmpint (rmdir (directory), ==, 0);
}

/* More ticks a day than one part takes. */
static int
count_parts (JipyoStore *store)
{
  sqlite3_stmt *count =
    jipyo_database_prepare (store->database, "SELECT count(*) FROM block", NULL);

  g_assert_cmpint (sqlite3_step (count), ==, SQLITE_ROW);
  const int n = sqlite3_column_int (count, 0);
  sqlite3_finalize (count);
  return n;
}

static void
test_parts (void)
{
  JipyoStore *store = open_store ();
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  for (int i = 0; i < 3 * JIPYO_BLOCK_ROWS_MAX / 2; i++)
    jipyo_rows_append (&rows, (const gint64[]){ START_MS + i, 0, i });
  for (int i = 0; i < 2; i++) {
    g_assert_true (jipyo_tail_append (store, "test:AAA", &rows, NULL));
    fold (store); /* the second time all of it is known */
    if (i == 0)
      g_assert_cmpint (count_parts (store), ==, 3);
  }
  g_autoptr (JipyoCandleSeries) series = read_all (store, JIPYO_RESOLUTION_TICK);
  g_assert_cmpuint (series->candles->len, ==, rows.n);
  for (guint i = 0; i < rows.n; i += 97)
    g_assert_cmpint (candle (series, i)->open, ==, i);
  jipyo_store_close (store);
}

/* Many at once, and none for long: each bucket holds what is of its time. */
static void
test_uneven (void)
{
  enum { N = 3000, N_BUCKETS = 60 };
  static const gint64 BUCKET_MS = 1000;
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_auto (JipyoRows) rows = { 0 };
  JipyoStore *store = open_store ();
  guint row = 0;

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  for (gint64 i = 0, time_ms = START_MS; i < N; i++) {
    jipyo_rows_append (&rows, (const gint64[]){ time_ms, 0, i * 7919 % 5011 });
    time_ms += g_rand_int_range (random, 0, 100) == 0 ? 1500 : g_rand_int_range (random, 0, 10);
    time_ms = MIN (time_ms, START_MS + N_BUCKETS * BUCKET_MS - 1);
  }
  g_assert_true (jipyo_tail_append (store, "test:AAA", &rows, NULL));
  fold (store);
  const JipyoHistoryQuery query = { .from_ms = START_MS,
                                    .to_ms = START_MS + N_BUCKETS * BUCKET_MS,
                                    .n_buckets = N_BUCKETS };
  g_autoptr (JipyoCandleSeries) series = read_range (store, query);
  g_assert_cmpint (series->step_ms, ==, BUCKET_MS);
  for (guint i = 0; i < series->candles->len; i++) {
    const JipyoCandle *bucket = candle (series, i);
    const gint64 *prices = rows.columns[JIPYO_TICK_PRICE];
    gint64 low = G_MAXINT64, high = G_MININT64;

    g_assert_cmpint (bucket->open, ==, prices[row]);
    for (; row < N && rows.columns[JIPYO_TICK_TIME][row] < bucket->start_ms + BUCKET_MS; row++) {
      low = MIN (low, prices[row]);
      high = MAX (high, prices[row]);
    }
    g_assert_cmpint (bucket->low, ==, low);
    g_assert_cmpint (bucket->high, ==, high);
    g_assert_cmpint (bucket->close, ==, prices[row - 1]);
  }
  g_assert_cmpuint (row, ==, N);
  jipyo_store_close (store);
}

static int
count_looks (JipyoStore *store)
{
  int n = 0, unused = 0;

  sqlite3_db_status (store->database, SQLITE_DBSTATUS_CACHE_HIT, &n, &unused, TRUE);
  return n;
}

/* Of a long series a page is looked at once; but for few, by which the first is found. What another
 * has after it, and what of its own is beyond, is left alone. */
static void
test_looked_at_once (void)
{
  static const gint64 DAYS = 20;
  static const int TICKS_A_DAY = 20000, BYTES_A_PAGE = 4096;
  JipyoStore *store = open_store ();
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  for (int i = 0; i < DAYS * TICKS_A_DAY; i++)
    jipyo_rows_append (&rows, (const gint64[]){ START_MS + i * (DAY_MS / TICKS_A_DAY), 0,
                                                (gint64) i * 7919 % 5000011 });
  g_assert_true (jipyo_tail_append (store, "test:AAA", &rows, NULL));
  g_assert_true (jipyo_tail_append (store, "test:BBB", &rows, NULL));
  fold (store);
  JipyoHistoryQuery query = { .from_ms = START_MS,
                              .to_ms = START_MS + DAYS * DAY_MS,
                              .n_buckets = 100 };
  jipyo_candle_series_free (read_range (store, query)); /* by which the extents are known */
  count_looks (store);
  g_autoptr (JipyoCandleSeries) whole = read_range (store, query);
  const int n_whole = count_looks (store);
  query.to_ms = START_MS + DAYS / 2 * DAY_MS;
  g_autoptr (JipyoCandleSeries) part = read_range (store, query);
  const int n_part = count_looks (store);
  g_assert_cmpuint (whole->candles->len, ==, 100);
  g_assert_cmpuint (part->candles->len, ==, 100);
  const int n_pages = (int) rows.n * 6 / BYTES_A_PAGE;
  g_assert_cmpint (n_whole, <, n_pages * 3 / 2);
  g_assert_cmpint (n_part, <, n_whole * 3 / 4);
  g_test_message ("%d and %d looks at %d pages", n_whole, n_part, n_pages);
  jipyo_store_close (store);
}

static void
add_asked (JipyoStore *store, JipyoResolution resolution, gint64 from_ms, gint64 to_ms)
{
  const JipyoGap gap = { from_ms, to_ms, JIPYO_GAP_MISSING };
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (JipyoGap));
  const JipyoAskedOf of = { jipyo_store_find_series (store, "test:AAA", TRUE, NULL), resolution };

  g_array_append_val (asked, gap);
  g_assert_true (jipyo_store_begin (store, NULL));
  g_assert_true (jipyo_store_end (store, jipyo_asked_add (store, of, asked, NULL), NULL));
}

/* What a venue was asked is joined, told to who asks for what is kept, and no gap to anybody. */
static void
test_asked (void)
{
  static const gint64 spans[][2] = { { 500, 600 }, { 100, 200 }, { 200, 300 }, { 250, 400 } };
  JipyoHistoryQuery query = { .resolution = JIPYO_RESOLUTION_MINUTE,
                              .from_ms = G_MININT64,
                              .to_ms = G_MAXINT64 };
  JipyoStore *store = open_store ();

  append_price (store, START_MS, 10);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    add_asked (store, JIPYO_RESOLUTION_MINUTE, spans[i][0], spans[i][1]);
  add_asked (store, JIPYO_RESOLUTION_HOUR, 0, 10000);
  g_autoptr (JipyoCandleSeries) seen = read_range (store, query);
  g_assert_cmpuint (seen->gaps->len, ==, 0);
  g_assert_cmpuint (seen->asked->len, ==, 0);
  query.as_kept = TRUE;
  g_autoptr (JipyoCandleSeries) kept = read_range (store, query);
  g_assert_cmpuint (kept->gaps->len, ==, 0);
  g_assert_cmpuint (kept->asked->len, ==, 2);
  g_assert_cmpint (g_array_index (kept->asked, JipyoGap, 0).from_ms, ==, 100);
  g_assert_cmpint (g_array_index (kept->asked, JipyoGap, 0).to_ms, ==, 400);
  g_assert_cmpint (g_array_index (kept->asked, JipyoGap, 1).from_ms, ==, 500);
  /* A damaged one is not believed. */
  execute (store, "UPDATE gap SET to_ms = to_ms + 1 WHERE from_ms = 100");
  g_autoptr (JipyoCandleSeries) damaged = read_range (store, query);
  g_assert_cmpuint (damaged->asked->len, ==, 1);
  g_assert_cmpuint (damaged->gaps->len, ==, 1);
  jipyo_store_close (store);
}

static void
test_unknown (void)
{
  JipyoStore *store = open_store ();

  append_price (store, START_MS, 1);
  g_autoptr (JipyoCandleSeries) series = read_range (
    store,
    (JipyoHistoryQuery){ .instrument = "test:ZZZ", .from_ms = G_MININT64, .to_ms = G_MAXINT64 });
  g_assert_cmpuint (series->candles->len, ==, 0);
  g_assert_cmpuint (series->gaps->len, ==, 0);
  jipyo_store_close (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/history/range/ticks", GINT_TO_POINTER (0), test_ticks);
  g_test_add_data_func ("/history/range/ticks-folded", GINT_TO_POINTER (1), test_ticks);
  g_test_add_data_func ("/history/range/ticks-folded-twice", GINT_TO_POINTER (2), test_ticks);
  g_test_add_func ("/history/range/limits", test_limits);
  g_test_add_func ("/history/range/candles", test_candles);
  g_test_add_func ("/history/range/buckets", test_buckets);
  g_test_add_func ("/history/range/scales", test_scales);
  g_test_add_func ("/history/range/damaged-block", test_damaged_block);
  g_test_add_data_func ("/history/range/damaged-tail", GINT_TO_POINTER (0), test_damaged_tail);
  g_test_add_data_func ("/history/range/missing-in-tail", GINT_TO_POINTER (1), test_damaged_tail);
  g_test_add_data_func ("/history/range/misfiled-in-tail", GINT_TO_POINTER (2), test_damaged_tail);
  g_test_add_func ("/history/range/short-tail", test_short_tail);
  g_test_add_func ("/history/range/damaged-series", test_damaged_series);
  g_test_add_func ("/history/range/parts", test_parts);
  g_test_add_func ("/history/range/uneven", test_uneven);
  g_test_add_func ("/history/range/looked-at-once", test_looked_at_once);
  g_test_add_func ("/history/range/asked", test_asked);
  g_test_add_func ("/history/range/unknown", test_unknown);
  return g_test_run ();
}
