/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is saved together lies in one row of the tail; files of before have a row for each
 * instrument, and are read on.
 */

#include "jipyo-price-ticks.h"
#include "jipyo-range.h"
#include "jipyo-schema.h"
#include "jipyo-tail.h"
#include "place.h"

#include <glib/gstdio.h>
#include <string.h>

static const gint64 START_MS = 1728000000000;

static void
add_quote (GPtrArray *quotes, const char *instrument, gint64 time_ms, JipyoDecimal price)
{
  JipyoQuote *quote = jipyo_quote_new (instrument, "test");

  quote->last = price;
  quote->venue_time_us = time_ms * 1000;
  quote->received_us = (time_ms + 7) * 1000;
  g_ptr_array_add (quotes, quote);
}

/* Prices of three, of one of them two that do not have the same decimals. */
static void
save_together (JipyoStore *store, gint64 time_ms)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);

  add_quote (quotes, "test:AAA", time_ms, (JipyoDecimal){ 159831000, 0 });
  add_quote (quotes, "test:BBB", time_ms + 1, (JipyoDecimal){ 7, 8 });
  add_quote (quotes, "test:AAA", time_ms + 2, (JipyoDecimal){ 15983150, 1 });
  add_quote (quotes, "test:CCC", time_ms - 500, (JipyoDecimal){ -1, 2 });
  g_assert_true (jipyo_store_begin (store, NULL));
  g_assert_true (jipyo_store_end (store, jipyo_price_ticks_save (store, quotes, NULL), NULL));
}

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

static void
check_tick (const JipyoCandleSeries *series, guint index, gint64 time_ms, gint64 digits)
{
  const JipyoCandle *candle = &g_array_index (series->candles, JipyoCandle, index);

  g_assert_cmpint (candle->start_ms, ==, time_ms);
  g_assert_cmpint (candle->close, ==, digits);
}

static void
check_all (JipyoStore *store)
{
  g_autoptr (JipyoCandleSeries) a = read_ticks (store, "test:AAA");
  g_autoptr (JipyoCandleSeries) b = read_ticks (store, "test:BBB");
  g_autoptr (JipyoCandleSeries) c = read_ticks (store, "test:CCC");

  g_assert_cmpuint (a->candles->len, ==, 2);
  g_assert_cmpuint (a->scale, ==, 1);
  check_tick (a, 0, START_MS, 1598310000);
  check_tick (a, 1, START_MS + 2, 15983150);
  g_assert_cmpuint (b->candles->len, ==, 1);
  g_assert_cmpuint (b->scale, ==, 8);
  check_tick (b, 0, START_MS + 1, 7);
  g_assert_cmpuint (c->candles->len, ==, 1);
  check_tick (c, 0, START_MS - 500, -1);
  g_assert_cmpuint (a->gaps->len + b->gaps->len + c->gaps->len, ==, 0);
}

static void
test_together (void)
{
  JipyoStore *store = jipyo_store_open (":memory:", NULL);

  save_together (store, START_MS);
  g_assert_cmpuint (store->n_tail, ==, 4);
  check_all (store);
  g_assert_true (jipyo_tail_fold (store, NULL));
  g_assert_cmpuint (store->n_tail, ==, 0);
  check_all (store);
  jipyo_store_close (store);
}

static int
count_cb (gpointer data, int action, const char *a, const char *b, const char *c, const char *d)
{
  if (action != SQLITE_PRAGMA)
    ++*(int *) data;
  return SQLITE_OK;
}

/* SQLite asks its authorizer whenever it compiles a statement: for a save like the one before, or
 * of an instrument that is new like one before, none; for many days to be folded, no more than for
 * one. The number in the file's header, which takes no parameter, is a statement each time. */
static void
test_nothing_is_compiled_twice (void)
{
  JipyoStore *store = jipyo_store_open (":memory:", NULL);
  int n_asked = 0, n_of_one;

  sqlite3_set_authorizer (store->database, count_cb, &n_asked);
  save_together (store, START_MS);
  g_assert_true (jipyo_tail_fold (store, NULL));
  n_asked = 0;
  save_together (store, START_MS + 1000);
  save_together (store, START_MS + 2000);
  g_assert_cmpint (jipyo_store_find_series (store, "test:NEW", TRUE, NULL), >, 0);
  g_assert_cmpint (n_asked, ==, 0);
  n_asked = 0;
  g_assert_true (jipyo_tail_fold (store, NULL));
  n_of_one = n_asked;
  for (int i = 0; i < 5; i++)
    save_together (store, START_MS + i * 24 * 60 * 60 * 1000);
  n_asked = 0;
  g_assert_true (jipyo_tail_fold (store, NULL));
  g_assert_cmpint (n_asked, ==, n_of_one);
  jipyo_store_close (store);
}

/* Ticks of each of so many instruments, in one row. */
static void
append_many (JipyoStore *store, int n_instruments, int n_ticks)
{
  static gint64 counter = 0;
  g_auto (JipyoRows) batch = { 0 };

  jipyo_rows_init (&batch, JIPYO_BATCH_COLUMNS);
  g_assert_true (jipyo_store_begin (store, NULL));
  for (int i = 0; i < n_instruments; i++) {
    g_autofree char *instrument = g_strdup_printf ("test:%d", i);
    g_auto (JipyoRows) rows = { 0 };

    jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
    for (int row = 0; row < n_ticks; row++, counter++)
      jipyo_rows_append (&rows, (const gint64[]){ START_MS + counter, 5, counter * 7919 % 50021 });
    g_assert_true (jipyo_tail_gather (store, instrument, &rows, &batch, NULL));
  }
  g_assert_true (jipyo_store_end (store, jipyo_tail_append_batch (store, &batch, NULL), NULL));
}

/* A hundred thousand ticks are folded, of one instrument as of many: of those a tick takes twice
 * the room, for what it says of whose it is. */
static void
test_long (void)
{
  JipyoStore *one = jipyo_store_open (":memory:", NULL);
  JipyoStore *many = jipyo_store_open (":memory:", NULL);

  append_many (one, 1, 98303);
  g_assert_false (jipyo_tail_is_long (one));
  append_many (one, 1, 1);
  g_assert_true (jipyo_tail_is_long (one));
  for (int i = 0; i < 300; i++)
    append_many (many, 300, 1);
  g_assert_false (jipyo_tail_is_long (many));
  for (int i = 0; i < 50; i++)
    append_many (many, 300, 1);
  g_assert_true (jipyo_tail_is_long (many));
  g_assert_true (jipyo_tail_fold (many, NULL));
  g_assert_false (jipyo_tail_is_long (many));
  jipyo_store_close (one);
  jipyo_store_close (many);
}

static gint64
count_pages (JipyoStore *store)
{
  sqlite3_stmt *count = jipyo_database_prepare (store->database, "PRAGMA page_count", NULL);

  g_assert_cmpint (sqlite3_step (count), ==, SQLITE_ROW);
  const gint64 n = sqlite3_column_int64 (count, 0);
  sqlite3_finalize (count);
  return n;
}

/* What the tail gives up has room for its blocks: the file is no longer than before. */
static void
test_room (void)
{
  JipyoStore *store = jipyo_store_open (":memory:", NULL);

  for (int i = 0; i < 100; i++)
    append_many (store, 20, 15);
  const gint64 n_pages = count_pages (store);
  g_assert_true (jipyo_tail_fold (store, NULL));
  g_assert_cmpint (count_pages (store), <=, n_pages);
  jipyo_store_close (store);
}

/* More than SQLite holds by itself: what is asked for again is not read from the file again. */
static void
test_held (void)
{
  g_auto (Place) place = { 0 };
  int n_missed = 0, unused = 0;

  place_init (&place);
  JipyoStore *store = place_open (&place);
  for (int i = 0; i < 10; i++) {
    append_many (store, 1, 60000);
    g_assert_true (jipyo_tail_fold (store, NULL));
  }
  for (int i = 0; i < 2; i++) {
    sqlite3_db_status (store->database, SQLITE_DBSTATUS_CACHE_MISS, &n_missed, &unused, TRUE);
    g_autoptr (JipyoCandleSeries) series = read_ticks (store, "test:0");
    g_assert_cmpuint (series->candles->len, ==, 600000);
  }
  sqlite3_db_status (store->database, SQLITE_DBSTATUS_CACHE_MISS, &n_missed, &unused, TRUE);
  g_assert_cmpint (n_missed, ==, 0);
  jipyo_store_close (store);
}

/* What a visitor was told. */
typedef struct {
  int n_calls;
  guint n_ticks;
  gint64 last_series;
  gint64 price; /* of the tick that was told last */
  guint8 scale;
} Told;

static gboolean
told_cb (gint64 series, const char *instrument, JipyoRows *ticks, gpointer data)
{
  Told *told = data;

  g_assert_cmpint (series, >=, told->last_series);
  told->n_calls++;
  told->n_ticks += ticks->n;
  told->last_series = series;
  told->price = ticks->columns[JIPYO_TICK_PRICE][ticks->n - 1];
  told->scale = ticks->scale;
  return TRUE;
}

static Told
visit (JipyoStore *store, gint64 series)
{
  Told told = { 0 };
  const JipyoTailVisitor visitor = { .series = series, .take = told_cb, .data = &told };
  JipyoTailDamage damage = { 0 };

  g_assert_true (jipyo_tail_visit (store, &visitor, &damage, NULL));
  g_assert_false (damage.damaged);
  return told;
}

/* Each instrument is told once, whatever it was saved with; one alone only when it is asked for. */
static void
test_told_together (void)
{
  JipyoStore *store = jipyo_store_open (":memory:", NULL);

  for (int i = 0; i < 3; i++)
    save_together (store, START_MS + i * 1000);
  const Told all = visit (store, 0);
  g_assert_cmpint (all.n_calls, ==, 3);
  g_assert_cmpuint (all.n_ticks, ==, 12);
  const Told a = visit (store, jipyo_store_find_series (store, "test:AAA", FALSE, NULL));
  g_assert_cmpint (a.n_calls, ==, 1);
  g_assert_cmpuint (a.n_ticks, ==, 6);
  g_assert_cmpint (a.price, ==, 15983150);
  g_assert_cmpint (a.scale, ==, 1);
  jipyo_store_close (store);
}

static void
save_one (JipyoStore *store, gint64 time_ms, JipyoDecimal price)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);

  add_quote (quotes, "test:AAA", time_ms, price);
  g_assert_true (jipyo_store_begin (store, NULL));
  g_assert_true (jipyo_store_end (store, jipyo_price_ticks_save (store, quotes, NULL), NULL));
}

/* A price so great that it cannot have the decimals of the next: both are told, each at its own. */
static void
test_told_apart (void)
{
  JipyoStore *store = jipyo_store_open (":memory:", NULL);

  save_one (store, START_MS, (JipyoDecimal){ G_MAXINT64 / 2, 0 });
  save_one (store, START_MS + 1, (JipyoDecimal){ 7, 8 });
  const Told told = visit (store, 0);
  g_assert_cmpint (told.n_calls, ==, 2);
  g_assert_cmpuint (told.n_ticks, ==, 2);
  g_assert_cmpint (told.price, ==, 7);
  g_assert_cmpint (told.scale, ==, 8);
  jipyo_store_close (store);
}

static gboolean
contains (const char *bytes, gsize size, const GByteArray *part)
{
  for (gsize i = 0; i + part->len <= size; i++)
    if (memcmp (bytes + i, part->data, part->len) == 0)
      return TRUE;
  return FALSE;
}

/* Rows that were folded have checksums that are right, and are found by nothing, not even by a page
 * that is read in the place of another. */
static void
test_removed_is_gone (void)
{
  static const JipyoBlockKey key = { "test:AAA", JIPYO_RESOLUTION_TICK, JIPYO_NO_DAY };
  g_auto (Place) place = { 0 };
  g_auto (JipyoRows) ticks = { 0 };
  g_autofree char *bytes = NULL;
  gsize size = 0;

  place_init (&place);
  JipyoStore *store = place_open (&place);
  jipyo_rows_init (&ticks, JIPYO_TICK_COLUMNS);
  for (int row = 0; row < 300; row++)
    jipyo_rows_append (&ticks, (const gint64[]){ START_MS + row, 0, row * 7919 % 1000 });
  g_autoptr (GByteArray) row = jipyo_block_encode (&key, &ticks, 0, ticks.n);
  for (int folded = 0; folded < 2; folded++) {
    if (folded == 0) {
      g_assert_true (jipyo_store_begin (store, NULL));
      g_assert_true (
        jipyo_store_end (store, jipyo_tail_append (store, "test:AAA", &ticks, NULL), NULL));
    } else {
      g_assert_true (jipyo_tail_fold (store, NULL));
    }
    g_assert_true (jipyo_database_write_log_back (store->database, NULL));
    g_clear_pointer (&bytes, g_free);
    g_assert_true (g_file_get_contents (place.path, &bytes, &size, NULL));
    g_assert_cmpint (contains (bytes, size, row), ==, folded == 0);
  }
  jipyo_store_close (store);
}

/* The save that is damaged is missing, and the time of all of the tail says so to everybody. */
static void
test_damaged (void)
{
  JipyoStore *store = jipyo_store_open (":memory:", NULL);

  for (int i = 0; i < 3; i++)
    save_together (store, START_MS + i * 1000);
  g_assert_true (jipyo_database_execute (store->database,
                                         "UPDATE tail SET data = CAST (substr (data, 1, 9) || x'7f'"
                                         " || substr (data, 11) AS BLOB) WHERE id = 2",
                                         NULL));
  g_autoptr (JipyoCandleSeries) series = read_ticks (store, "test:BBB");
  g_assert_cmpuint (series->candles->len, ==, 2);
  check_tick (series, 0, START_MS + 1, 7);
  check_tick (series, 1, START_MS + 2001, 7);
  g_assert_cmpuint (series->gaps->len, ==, 1);
  g_assert_cmpint (g_array_index (series->gaps, JipyoGap, 0).reason, ==, JIPYO_GAP_DAMAGED);
  jipyo_store_close (store);
}

/* A name is lost: the prices of the others are theirs, nobody gets its own. */
static void
test_lost_name (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  JipyoStore *store = jipyo_store_open (place.path, NULL);
  save_together (store, START_MS);
  g_assert_true (jipyo_database_execute (
    store->database, "UPDATE series SET crc = crc + 1 WHERE instrument = 'test:AAA'", NULL));
  jipyo_store_close (store);
  store = jipyo_store_open (place.path, NULL);
  g_autoptr (JipyoCandleSeries) a = read_ticks (store, "test:AAA");
  g_autoptr (JipyoCandleSeries) b = read_ticks (store, "test:BBB");
  g_assert_cmpuint (a->candles->len, ==, 0);
  g_assert_cmpuint (a->gaps->len, ==, 1);
  g_assert_cmpuint (b->candles->len, ==, 1);
  check_tick (b, 0, START_MS + 1, 7);
  jipyo_store_close (store);
}

/* The numbers of two names are exchanged, as if the row were another file's: nobody gets a price of
 * the other. */
static void
test_another_file (void)
{
  JipyoStore *store = jipyo_store_open (":memory:", NULL);

  save_together (store, START_MS);
  gpointer a = g_hash_table_lookup (store->numbers, "test:AAA");
  gpointer b = g_hash_table_lookup (store->numbers, "test:BBB");
  g_hash_table_insert (store->numbers, g_strdup ("test:AAA"), b);
  g_hash_table_insert (store->numbers, g_strdup ("test:BBB"), a);
  g_autoptr (JipyoCandleSeries) series = read_ticks (store, "test:AAA");
  g_assert_cmpuint (series->candles->len, ==, 0);
  g_assert_cmpuint (series->gaps->len, ==, 1);
  jipyo_store_close (store);
}

static void
put_golden (const Place *place, int version)
{
  g_autofree char *name = g_strdup_printf ("history-%d.sqlite", version);
  g_autofree char *golden = g_test_build_filename (G_TEST_DIST, "history", "golden", name, NULL);
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (golden, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (place->path, bytes, (gssize) size, NULL));
}

static int
read_version (const char *path)
{
  sqlite3 *database = jipyo_database_open_immutable (path);
  int version = 0;

  g_assert_nonnull (database);
  g_assert_true (jipyo_schema_read_version (database, &version, NULL));
  jipyo_database_close (database);
  return version;
}

/* A file of the version before, folded ticks and a tail of rows of one instrument each. */
static void
test_older (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *before = NULL;

  place_init (&place);
  before = g_strconcat (place.path, ".before-4", NULL);
  put_golden (&place, 2);
  JipyoStore *store = jipyo_store_open (place.path, NULL);
  g_assert_nonnull (store);
  save_together (store, START_MS + 60 * 60000);
  for (int i = 0; i < 2; i++) {
    g_autoptr (JipyoCandleSeries) a = read_ticks (store, "test:AAA");
    g_autoptr (JipyoCandleSeries) b = read_ticks (store, "test:BBB");

    g_assert_cmpuint (a->candles->len, ==, 42);
    for (guint j = 0; j < 40; j++)
      check_tick (a, j, START_MS + j * 60000, 1000 + j);
    g_assert_cmpuint (a->gaps->len, ==, 1);
    g_assert_cmpuint (b->candles->len, ==, 21);
    g_assert_true (jipyo_tail_fold (store, NULL));
  }
  jipyo_store_close (store);
  g_assert_cmpint (read_version (place.path), ==, 4);
  g_assert_cmpint (read_version (before), ==, 2);
}

static void
remove_last_row (const char *path)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_true (jipyo_database_execute (
    database, "DELETE FROM tail WHERE id = (SELECT max (id) FROM tail)", NULL));
  sqlite3_close (database);
}

static void
test_ends_too_soon (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  JipyoStore *store = jipyo_store_open (place.path, NULL);
  save_together (store, START_MS);
  save_together (store, START_MS + 1000);
  jipyo_store_close (store);
  remove_last_row (place.path);
  store = jipyo_store_open (place.path, NULL);
  g_autoptr (JipyoCandleSeries) a = read_ticks (store, "test:AAA");
  g_assert_cmpuint (a->candles->len, ==, 2);
  g_assert_cmpuint (a->gaps->len, ==, 1);
  jipyo_store_close (store);
}

/* Of the version that noted elsewhere which row of the tail is the last. */
static void
test_older_with_note (gconstpointer removed)
{
  const guint n_removed = (guint) GPOINTER_TO_INT (removed);
  g_auto (Place) place = { 0 };

  place_init (&place);
  put_golden (&place, 3);
  if (n_removed > 0)
    remove_last_row (place.path);
  for (int i = 0; i < 3; i++) {
    JipyoStore *store = jipyo_store_open (place.path, NULL);
    g_autoptr (JipyoCandleSeries) a = read_ticks (store, "test:AAA");
    g_autoptr (JipyoCandleSeries) b = read_ticks (store, "test:BBB");

    g_assert_cmpuint (a->candles->len, ==, 40 - n_removed);
    g_assert_cmpuint (b->candles->len, ==, 20 - n_removed);
    check_tick (a, 38, START_MS + 38 * 60000, 1038);
    g_assert_cmpuint (a->gaps->len, ==, n_removed);
    if (i == 1)
      g_assert_true (jipyo_tail_fold (store, NULL));
    jipyo_store_close (store);
  }
  g_assert_cmpint (read_version (place.path), ==, 4);
}

/* One block of it is damaged: there is no whole copy, and what else there is stays in use. */
static void
test_older_and_damaged (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *before = NULL;
  sqlite3 *database = NULL;

  place_init (&place);
  before = g_strconcat (place.path, ".before-4", NULL);
  put_golden (&place, 2);
  g_assert_cmpint (sqlite3_open (place.path, &database), ==, SQLITE_OK);
  g_assert_true (jipyo_database_execute (
    database, "UPDATE block SET data = zeroblob (length (data)) WHERE series = 1", NULL));
  sqlite3_close (database);
  JipyoStore *store = jipyo_store_open (place.path, NULL);
  g_assert_nonnull (store);
  g_assert_null (store->damaged_file);
  g_autoptr (JipyoCandleSeries) a = read_ticks (store, "test:AAA");
  g_autoptr (JipyoCandleSeries) b = read_ticks (store, "test:BBB");
  g_assert_cmpuint (a->candles->len, ==, 10);
  g_assert_cmpuint (a->gaps->len, ==, 2);
  g_assert_cmpuint (b->candles->len, ==, 20);
  jipyo_store_close (store);
  g_assert_cmpint (read_version (place.path), ==, 4);
  g_assert_false (g_file_test (before, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/batches/together", test_together);
  g_test_add_func ("/history/batches/nothing-is-compiled-twice", test_nothing_is_compiled_twice);
  g_test_add_func ("/history/batches/long", test_long);
  g_test_add_func ("/history/batches/room", test_room);
  g_test_add_func ("/history/batches/held", test_held);
  g_test_add_func ("/history/batches/told-together", test_told_together);
  g_test_add_func ("/history/batches/told-apart", test_told_apart);
  g_test_add_func ("/history/batches/removed-is-gone", test_removed_is_gone);
  g_test_add_func ("/history/batches/damaged", test_damaged);
  g_test_add_func ("/history/batches/lost-name", test_lost_name);
  g_test_add_func ("/history/batches/another-file", test_another_file);
  g_test_add_func ("/history/batches/ends-too-soon", test_ends_too_soon);
  g_test_add_func ("/history/batches/older", test_older);
  g_test_add_func ("/history/batches/older-and-damaged", test_older_and_damaged);
  g_test_add_data_func ("/history/batches/older-with-note", GINT_TO_POINTER (0),
                        test_older_with_note);
  g_test_add_data_func ("/history/batches/older-that-ends-too-soon", GINT_TO_POINTER (1),
                        test_older_with_note);
  return g_test_run ();
}
