/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * D10, D15. Files whose log is gone or another file's, and files of ten years.
 */

#include "jipyo-day-blocks.h"
#include "jipyo-price-ticks.h"
#include "jipyo-range.h"
#include "place.h"

#include <glib/gstdio.h>

static const gint64 START_MS = 1728000000000;
static const gint64 DAY_MS = 24 * 60 * 60 * 1000;

static void
save (JipyoStore *store, const char *const *instruments, gint64 price)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);

  for (int i = 0; instruments[i] != NULL; i++) {
    JipyoQuote *quote = jipyo_quote_new (instruments[i], "test");

    quote->last = jipyo_decimal_from_int (price);
    quote->received_us = (START_MS + price * 1000) * 1000;
    g_ptr_array_add (quotes, quote);
  }
  g_assert_true (jipyo_store_begin (store, NULL));
  g_assert_true (jipyo_store_end (store, jipyo_price_ticks_save (store, quotes, NULL), NULL));
}

/* What lies on the disk of a process that died: the file, and the log with the last saves. */
static void
leave_behind (const Place *place, const char *const *instruments, gint64 first)
{
  g_autofree char *living = g_strconcat (place->path, "-living", NULL);
  g_autofree char *living_log = g_strconcat (living, "-wal", NULL);
  g_autofree char *log = g_strconcat (place->path, "-wal", NULL);
  JipyoStore *store = jipyo_store_open (living, NULL);

  for (int i = 0; i < 5; i++)
    save (store, instruments, first + i);
  g_assert_true (jipyo_database_write_log_back (store->database, NULL));
  for (int i = 5; i < 10; i++)
    save (store, instruments, first + i);
  place_copy_file (living, place->path);
  place_copy_file (living_log, log);
  jipyo_store_close (store);
}

static const char *const own[] = { "test:AAA", "test:BBB", NULL };
static const char *const others[] = { "test:YYY", "test:ZZZ", NULL };

static JipyoCandleSeries *
read_ticks (JipyoStore *store, const char *instrument)
{
  const JipyoHistoryQuery query = { .instrument = instrument,
                                    .from_ms = G_MININT64,
                                    .to_ms = G_MAXINT64 };
  JipyoCandleSeries *series = jipyo_range_read (store, &query, NULL);

  g_assert_nonnull (series);
  return series;
}

/* D10. The log is there, or is gone: then what it held is too, and nothing else. */
static void
test_log (gconstpointer gone)
{
  g_auto (Place) place = { 0 };
  g_autofree char *log = NULL;

  place_init (&place);
  log = g_strconcat (place.path, "-wal", NULL);
  leave_behind (&place, own, 1);
  if (GPOINTER_TO_INT (gone))
    g_assert_cmpint (g_unlink (log), ==, 0);
  JipyoStore *store = jipyo_store_open (place.path, NULL);
  g_assert_nonnull (store);
  g_assert_null (store->damaged_file);
  for (int i = 0; own[i] != NULL; i++) {
    g_autoptr (JipyoCandleSeries) series = read_ticks (store, own[i]);

    g_assert_cmpuint (series->candles->len, ==, GPOINTER_TO_INT (gone) ? 5 : 10);
  }
  jipyo_store_close (store);
}

/* D10. The log is of another history: its pages are read in the place of ours. No instrument gets a
 * price of another, and what is missing is told. */
static void
test_foreign_log (void)
{
  g_auto (Place) place = { 0 };
  g_auto (Place) other = { 0 };
  g_autofree char *log = NULL, *foreign_log = NULL;

  place_init (&place);
  place_init (&other);
  log = g_strconcat (place.path, "-wal", NULL);
  foreign_log = g_strconcat (other.path, "-wal", NULL);
  leave_behind (&place, own, 1);
  leave_behind (&other, others, 1000);
  place_copy_file (foreign_log, log);
  JipyoStore *store = jipyo_store_open (place.path, NULL);
  for (int i = 0; store != NULL && own[i] != NULL; i++) {
    g_autoptr (JipyoCandleSeries) series = read_ticks (store, own[i]);

    for (guint j = 0; j < series->candles->len; j++)
      g_assert_cmpint (g_array_index (series->candles, JipyoCandle, j).close, <, 1000);
    if (store->damaged_file == NULL && series->candles->len < 5)
      g_assert_cmpuint (series->gaps->len, >, 0);
  }
  jipyo_store_close (store);
}

/* --- Ten years */

enum { N_INSTRUMENTS = 10, N_DAYS = 3650 };

static void
keep_years (JipyoStore *store, const char *instrument)
{
  g_auto (JipyoRows) rows = { 0 };
  JipyoBlockRange range = { .instrument = instrument, .resolution = JIPYO_RESOLUTION_DAY };

  jipyo_rows_init (&rows, JIPYO_CANDLE_COLUMNS);
  for (int day = 0; day < N_DAYS; day++)
    jipyo_rows_append (&rows,
                       (const gint64[]){ START_MS + (day - N_DAYS) * DAY_MS, 5, 9, 1, 6, 1000 });
  g_assert_true (jipyo_store_begin (store, NULL));
  range.series = jipyo_store_find_series (store, instrument, TRUE, NULL);
  g_assert_true (
    jipyo_store_end (store, jipyo_day_blocks_replace_candles (store, &range, &rows, NULL), NULL));
}

/* Pages that were read from the file since the last call. */
static int
count_pages (JipyoStore *store)
{
  int n = 0, unused = 0;

  g_assert_cmpint (
    sqlite3_db_status (store->database, SQLITE_DBSTATUS_CACHE_MISS, &n, &unused, TRUE), ==,
    SQLITE_OK);
  return n;
}

/* D15. Neither the start nor a year of one instrument reads more because there is more: pages are
 * counted, which a busy machine does not change. */
static void
test_ten_years (void)
{
  g_auto (Place) place = { 0 };
  GStatBuf info;

  place_init (&place);
  JipyoStore *store = jipyo_store_open (place.path, NULL);
  for (int i = 0; i < N_INSTRUMENTS; i++) {
    g_autofree char *instrument = g_strdup_printf ("test:%d", i);

    keep_years (store, instrument);
  }
  jipyo_store_close (store);
  g_assert_cmpint (g_stat (place.path, &info), ==, 0);
  store = jipyo_store_open (place.path, NULL);
  const int at_start = count_pages (store);
  const JipyoHistoryQuery query = { .instrument = "test:7",
                                    .resolution = JIPYO_RESOLUTION_DAY,
                                    .from_ms = START_MS - 365 * DAY_MS,
                                    .to_ms = G_MAXINT64 };
  g_autoptr (JipyoCandleSeries) series = jipyo_range_read (store, &query, NULL);
  g_assert_cmpuint (series->candles->len, ==, 365);
  const int for_a_year = count_pages (store);
  g_test_message ("%d pages, %d at the start, %d for a year", (int) (info.st_size / 4096), at_start,
                  for_a_year);
  g_assert_cmpint (at_start, <, 30);
  g_assert_cmpint (for_a_year, <, 20);
  jipyo_store_close (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/history/odd-files/log", GINT_TO_POINTER (FALSE), test_log);
  g_test_add_data_func ("/history/odd-files/log-gone", GINT_TO_POINTER (TRUE), test_log);
  g_test_add_func ("/history/odd-files/foreign-log", test_foreign_log);
  g_test_add_func ("/history/odd-files/ten-years", test_ten_years);
  return g_test_run ();
}
