/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What makes a save cheap, and that it is right all the same.
 */

#include "jipyo-range.h"
#include "jipyo-tail.h"
#include "place.h"

#include <glib/gstdio.h>

static const gint64 START_MS = 1728000000000;

enum { N_INSTRUMENTS = 3 };

/* Each instrument is a letter; its prices are its hundred, in their order. */
static void
save (JipyoStore *store, const char *letters, guint counts[N_INSTRUMENTS])
{
  g_auto (JipyoRows) batch = { 0 };

  jipyo_rows_init (&batch, JIPYO_BATCH_COLUMNS);
  g_assert_true (jipyo_store_begin (store, NULL));
  for (const char *letter = letters; *letter != '\0'; letter++) {
    const char instrument[] = { *letter, '\0' };
    guint *count = &counts[*letter - 'A'];
    g_auto (JipyoRows) rows = { 0 };

    jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
    jipyo_rows_append (&rows,
                       (const gint64[]){ START_MS + *count, 0, (*letter - 'A') * 100 + *count });
    g_assert_true (jipyo_tail_gather (store, instrument, &rows, &batch, NULL));
    ++*count;
  }
  g_assert_true (jipyo_store_end (store, jipyo_tail_append_batch (store, &batch, NULL), NULL));
}

static JipyoCandleSeries *
read_all (JipyoStore *store, const char *instrument)
{
  const JipyoHistoryQuery query = { .instrument = instrument,
                                    .from_ms = G_MININT64,
                                    .to_ms = G_MAXINT64 };
  JipyoCandleSeries *series = jipyo_range_read (store, &query, NULL);

  g_assert_nonnull (series);
  return series;
}

static void
check (JipyoStore *store, int number, guint n)
{
  const char instrument[] = { (char) ('A' + number), '\0' };
  g_autoptr (JipyoCandleSeries) series = read_all (store, instrument);

  g_assert_cmpuint (series->gaps->len, ==, 0);
  g_assert_cmpuint (series->candles->len, ==, n);
  for (guint i = 0; i < n; i++) {
    const JipyoCandle *candle = &g_array_index (series->candles, JipyoCandle, i);

    g_assert_cmpint (candle->start_ms, ==, START_MS + i);
    g_assert_cmpint (candle->close, ==, number * 100 + i);
  }
}

/* Whoever comes after whom, and whether all of them come. */
static void
test_any_order (void)
{
  static const char *const saves[] = { "ABC", "BA", "C", "CABB", "ABC", "", "BBB", "CA" };
  guint counts[N_INSTRUMENTS] = { 0 };
  JipyoStore *store = jipyo_store_open (":memory:", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (saves); i++)
    save (store, saves[i], counts);
  for (int folded = 0; folded < 2; folded++) {
    for (int number = 0; number < N_INSTRUMENTS; number++)
      check (store, number, counts[number]);
    g_assert_true (jipyo_tail_fold (store, NULL));
  }
  jipyo_store_close (store);
}

static void
save_of_one (JipyoStore *store, gint64 time_ms, guint8 scale)
{
  g_auto (JipyoRows) rows = { 0 }, batch = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  jipyo_rows_init (&batch, JIPYO_BATCH_COLUMNS);
  rows.scale = scale;
  for (int i = 0; i < 3; i++)
    jipyo_rows_append (&rows, (const gint64[]){ time_ms + i, i, 500 - i });
  g_assert_true (jipyo_tail_gather (store, "A", &rows, &batch, NULL));
  g_assert_true (jipyo_tail_append_batch (store, &batch, NULL));
}

/* A batch of one instrument alone, at the decimals that it has. */
static void
test_of_one (void)
{
  JipyoStore *store = jipyo_store_open (":memory:", NULL);

  save (store, "BC", (guint[N_INSTRUMENTS]){ 0 });
  save_of_one (store, START_MS, 2);
  save_of_one (store, START_MS + 10, 3);
  g_autoptr (JipyoCandleSeries) a = read_all (store, "A");
  g_autoptr (JipyoCandleSeries) b = read_all (store, "B");
  g_assert_cmpuint (b->candles->len, ==, 1);
  g_assert_cmpuint (a->candles->len, ==, 6);
  g_assert_cmpuint (a->gaps->len, ==, 0);
  g_assert_cmpuint (a->scale, ==, 3);
  g_assert_cmpint (g_array_index (a->candles, JipyoCandle, 2).close, ==, 4980);
  g_assert_cmpint (g_array_index (a->candles, JipyoCandle, 5).close, ==, 498);
  jipyo_store_close (store);
}

/* Whose number is another's here, as if the row were another file's: nobody gets its prices. */
static void
test_of_one_elsewhere (void)
{
  JipyoStore *store = jipyo_store_open (":memory:", NULL);

  save_of_one (store, START_MS, 2);
  const gint64 b = jipyo_store_find_series (store, "B", TRUE, NULL);
  gpointer a = g_hash_table_lookup (store->numbers, "A");
  g_hash_table_insert (store->numbers, g_strdup ("B"), a);
  g_hash_table_insert (store->numbers, g_strdup ("A"), GINT_TO_POINTER ((int) b));
  for (const char *const *name = (const char *const[]){ "A", "B", NULL }; *name != NULL; name++) {
    g_autoptr (JipyoCandleSeries) series = read_all (store, *name);

    g_assert_cmpuint (series->candles->len, ==, 0);
    g_assert_cmpuint (series->gaps->len, ==, 1);
  }
  jipyo_store_close (store);
}

/* As long as a page in the database, or so. */
static void
save_page (JipyoStore *store, int number)
{
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  for (int i = 0; i < 300; i++)
    jipyo_rows_append (&rows, (const gint64[]){ START_MS + number * 1000 + i, i,
                                                G_GINT64_CONSTANT (1) << (i % 40) });
  g_assert_true (jipyo_store_begin (store, NULL));
  g_assert_true (jipyo_store_end (store, jipyo_tail_append (store, "A", &rows, NULL), NULL));
}

/* The log is begun anew before it is long, however much is saved. */
static void
test_log_is_short (void)
{
  g_auto (Place) place = { 0 };
  GStatBuf log;

  place_init (&place);
  g_autofree char *path = g_strconcat (place.path, "-wal", NULL);
  JipyoStore *store = place_open (&place);
  for (int i = 0; i < 150; i++)
    save_page (store, i);
  g_assert_cmpint (g_stat (path, &log), ==, 0);
  g_assert_cmpint (log.st_size, >, 512 * 1024);
  g_assert_cmpint (log.st_size, <, 1536 * 1024);
  jipyo_store_close (store);
}

/* Nobody else has the connection: nothing is locked among threads. */
static void
test_of_one_thread (void)
{
  JipyoStore *store = jipyo_store_open (":memory:", NULL);

  g_assert_null (sqlite3_db_mutex (store->database));
  jipyo_store_close (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/tail/any-order", test_any_order);
  g_test_add_func ("/history/tail/of-one", test_of_one);
  g_test_add_func ("/history/tail/of-one-elsewhere", test_of_one_elsewhere);
  g_test_add_func ("/history/tail/log-is-short", test_log_is_short);
  g_test_add_func ("/history/tail/of-one-thread", test_of_one_thread);
  return g_test_run ();
}
