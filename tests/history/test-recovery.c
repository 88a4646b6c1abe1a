/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of other versions, damaged ones, lost ones, and disks without room.
 */

#include "fake-disk.h"
#include "jipyo-backup.h"
#include "jipyo-history.h"
#include "jipyo-latest.h"
#include "jipyo-price-ticks.h"
#include "jipyo-range.h"
#include "jipyo-schema.h"
#include "jipyo-tail.h"
#include "jipyo-verification.h"
#include "place.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void
put_golden (const Place *place)
{
  g_autofree char *golden =
    g_test_build_filename (G_TEST_DIST, "history", "golden", "history-1.sqlite", NULL);

  place_copy_file (golden, place->path);
}

static guint
count_latest (JipyoStore *store)
{
  g_autoptr (GPtrArray) quotes = jipyo_latest_load (store->database, NULL);

  g_assert_nonnull (quotes);
  return quotes->len;
}

static GPtrArray *
make_quotes (gint64 price)
{
  GPtrArray *quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  JipyoQuote *quote = jipyo_quote_new ("test:DDD", "test");

  quote->last = jipyo_decimal_from_int (price);
  quote->received_us = 1790000000000000 + price * G_USEC_PER_SEC;
  g_ptr_array_add (quotes, quote);
  return quotes;
}

static gboolean
save (JipyoStore *store, gint64 price, GError **error)
{
  g_autoptr (GPtrArray) quotes = make_quotes (price);

  return jipyo_store_begin (store, error)
         && jipyo_store_end (store,
                             jipyo_latest_save (store->database, quotes, error)
                               && jipyo_price_ticks_save (store, quotes, error),
                             error);
}

static guint
count_ticks (JipyoStore *store)
{
  const JipyoHistoryQuery query = { .instrument = "test:DDD",
                                    .from_ms = G_MININT64,
                                    .to_ms = G_MAXINT64 };
  g_autoptr (JipyoCandleSeries) series = jipyo_range_read (store, &query, NULL);

  g_assert_nonnull (series);
  return series->candles->len;
}

static void
test_backup_before_migration (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  put_golden (&place);
  JipyoStore *store = place_open (&place);
  g_assert_cmpuint (count_latest (store), ==, 3);
  jipyo_store_close (store);
  g_autofree char *before = g_strconcat (place.path, ".before-4", NULL);
  sqlite3 *old = jipyo_database_open_immutable (before);
  int version = 0;
  g_assert_nonnull (old);
  g_assert_true (jipyo_schema_read_version (old, &version, NULL));
  g_assert_cmpint (version, ==, 1);
  jipyo_database_close (old);
  g_assert_false (place_has (&place, ".before-4.new"));
}

/* The process ends at one of its writes, syncs, truncations or creations while it opens an old
 * file; FALSE when there was no such call. */
static gboolean
die_in_migration (const Place *place, int at)
{
  const pid_t child = fork ();
  int status = 0;

  if (child == 0) {
    fake_disk = (FakeDisk){ .error = 5, .at = at, .dies = TRUE };
    jipyo_store_close (jipyo_store_open (place->path, NULL));
    _exit (7);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status) == 0;
}

static void
test_killed_in_migration (void)
{
  gboolean died = TRUE;
  int at = 1;

  for (; died; at++) {
    g_auto (Place) place = { 0 };

    place_init (&place);
    put_golden (&place);
    died = die_in_migration (&place, at);
    JipyoStore *store = place_open (&place);
    g_assert_cmpuint (count_latest (store), ==, 3);
    g_assert_true (save (store, 1, NULL));
    jipyo_store_close (store);
    g_assert_cmpuint (place_count (&place, ".corrupt-"), ==, 0);
  }
  g_test_message ("%d points", at - 1);
  g_assert_cmpint (at, >, 10);
}

static void
make_newer (const Place *place, int min_reader)
{
  JipyoStore *store = place_open (place);
  g_autofree char *sql = g_strdup_printf (
    "UPDATE meta SET value = %d WHERE name = 'min_reader'; PRAGMA user_version = 99;", min_reader);

  g_assert_true (save (store, 1, NULL));
  g_assert_true (jipyo_database_execute (store->database, sql, NULL));
  jipyo_store_close (store);
}

/* A later version's file is read if it says so, and stays as it is to the byte. */
static void
test_newer_is_read (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize size_before = 0, size_after = 0;

  place_init (&place);
  make_newer (&place, 2);
  g_assert_true (g_file_get_contents (place.path, &before, &size_before, NULL));
  JipyoStore *store = place_open (&place);
  g_assert_cmpuint (count_ticks (store), ==, 1);
  g_assert_false (save (store, 2, &error));
  g_assert_error (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_NEWER);
  jipyo_store_close (store);
  g_assert_true (g_file_get_contents (place.path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
}

static void
test_newer_is_not_read (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;

  place_init (&place);
  make_newer (&place, jipyo_schema_version () + 1);
  g_assert_null (jipyo_store_open (place.path, &error));
  g_assert_error (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_NEWER);
  g_assert_cmpuint (place_count (&place, ".corrupt-"), ==, 0);
}

/* Three generations, a day apart; the newest is the newest. */
static void
test_generations (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  JipyoStore *store = place_open (&place);
  for (int day = 1; day <= 5; day++) {
    g_assert_true (save (store, day, NULL));
    g_assert_true (jipyo_backup_make_daily (store->database, place.path, NULL));
    g_assert_true (jipyo_backup_make_daily (store->database, place.path, NULL));
    g_assert_cmpuint (place_count (&place, ".backup-"), ==, MIN (day, 3));
    place_set_age (&place, ".backup-1", 24);
  }
  jipyo_store_close (store);
  g_autofree char *newest = g_strconcat (place.path, ".backup-1", NULL);
  place_copy_file (newest, place.path);
  store = place_open (&place);
  g_assert_cmpuint (count_ticks (store), ==, 5);
  jipyo_store_close (store);
}

/* Damage to the head of the file: the newest sound backup takes its place, a damaged one does not.
 */
static void
test_restored (gconstpointer data)
{
  const gboolean newest_is_damaged = GPOINTER_TO_INT (data);
  g_auto (Place) place = { 0 };
  g_autofree char *newest = NULL;

  place_init (&place);
  newest = g_strconcat (place.path, ".backup-1", NULL);
  JipyoStore *store = place_open (&place);
  for (int day = 1; day <= 2; day++) {
    g_assert_true (save (store, day, NULL));
    g_assert_true (jipyo_backup_make_daily (store->database, place.path, NULL));
    place_set_age (&place, ".backup-1", 24);
  }
  g_assert_true (save (store, 3, NULL));
  jipyo_store_close (store);
  g_assert_true (g_file_set_contents (place.path, "no database any more, alas", -1, NULL));
  if (newest_is_damaged)
    g_assert_true (g_file_set_contents (newest, "nor this", -1, NULL));
  store = place_open (&place);
  g_assert_cmpuint (count_ticks (store), ==, newest_is_damaged ? 1 : 2);
  g_assert_true (save (store, 4, NULL));
  jipyo_store_close (store);
  g_assert_cmpuint (place_count (&place, ".corrupt-"), ==, 1);
}

/* A copy that is not whole never takes a generation's place. */
static void
test_bad_backup_does_not_count (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;

  place_init (&place);
  JipyoStore *store = place_open (&place);
  g_assert_true (save (store, 1, NULL));
  g_assert_true (jipyo_backup_make_daily (store->database, place.path, NULL));
  place_set_age (&place, ".backup-1", 24);
  g_assert_true (
    jipyo_database_execute (store->database, "UPDATE tail SET data = zeroblob(30)", NULL));
  g_assert_false (jipyo_backup_make_daily (store->database, place.path, &error));
  g_assert_error (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_DAMAGED);
  g_assert_cmpuint (place_count (&place, ".backup-"), ==, 1);
  g_autofree char *newest = g_strconcat (place.path, ".backup-1", NULL);
  g_assert_true (jipyo_verification_check (newest, NULL));
  jipyo_store_close (store);
}

/* A block a day. */
static void
keep_days (JipyoStore *store, int n)
{
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  for (int i = 0; i < n; i++)
    jipyo_rows_append (&rows, (const gint64[]){ (20000 + i) * G_GINT64_CONSTANT (86400000), 0, i });
  g_assert_true (jipyo_tail_append (store, "test:DDD", &rows, NULL));
  g_assert_true (jipyo_tail_fold (store, NULL));
}

/* The inner page of the table of blocks is overwritten by one of those that hang on it. */
static void
lose_branches (const Place *place)
{
  enum { PAGE = 4096, INNER = 2, LEAF = 10 };
  g_autofree char *bytes = NULL;
  gsize size = 0;
  gsize inner = 0, leaf = 0;

  g_assert_true (g_file_get_contents (place->path, &bytes, &size, NULL));
  for (gsize at = PAGE; at < size; at += PAGE) {
    inner = bytes[at] == INNER ? at : inner;
    leaf = bytes[at] == LEAF ? at : leaf;
  }
  g_assert_cmpuint (inner, >, 0);
  g_assert_cmpuint (leaf, >, 0);
  memcpy (bytes + inner, bytes + leaf, PAGE);
  g_assert_true (g_file_set_contents (place->path, bytes, (gssize) size, NULL));
}

/* D17, D7. What is still there would make a sound copy, without what is not. */
static void
test_lost_branch_is_not_copied (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;

  place_init (&place);
  JipyoStore *store = place_open (&place);
  keep_days (store, 400);
  g_assert_cmpuint (count_ticks (store), ==, 400);
  g_assert_true (jipyo_backup_make_daily (store->database, place.path, NULL));
  place_set_age (&place, ".backup-1", 24);
  jipyo_store_close (store);
  lose_branches (&place);
  store = place_open (&place);
  g_assert_false (jipyo_backup_make_daily (store->database, place.path, &error));
  g_assert_error (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_DAMAGED);
  jipyo_store_close (store);
  g_assert_cmpuint (place_count (&place, ".backup-"), ==, 1);
  g_autofree char *newest = g_strconcat (place.path, ".backup-1", NULL);
  place_copy_file (newest, place.path);
  store = place_open (&place);
  g_assert_cmpuint (count_ticks (store), ==, 400);
  jipyo_store_close (store);
}

/* --- Through the history, as the session uses it */

typedef struct {
  gboolean done;
  gboolean saved;
  GError *error;
} Answer;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->saved = jipyo_history_save_finish (JIPYO_HISTORY (source), result, &answer->error);
  answer->done = TRUE;
}

static Answer
save_through (JipyoHistory *history, gint64 price)
{
  g_autoptr (GPtrArray) quotes = make_quotes (price);
  Answer answer = { 0 };

  jipyo_history_save_async (history, quotes, NULL, saved_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  return answer;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;
  g_autoptr (GPtrArray) quotes =
               jipyo_history_load_finish (JIPYO_HISTORY (source), result, &answer->error);

  g_assert_no_error (answer->error);
  answer->done = TRUE;
}

static void
load_through (JipyoHistory *history)
{
  Answer answer = { 0 };

  jipyo_history_load_async (history, NULL, loaded_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
}

static void
end (JipyoHistory *history)
{
  g_object_add_weak_pointer (G_OBJECT (history), (gpointer *) &history);
  g_object_unref (history);
  while (history != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The file is removed, or another put in its place, while it is open: no row is lost. */
static void
test_taken_away (gconstpointer data)
{
  const gboolean replaced = GPOINTER_TO_INT (data);
  g_auto (Place) place = { 0 };

  place_init (&place);
  JipyoStore *store = place_open (&place);
  g_assert_true (save (store, 1, NULL));
  jipyo_store_close (store);
  JipyoHistory *history = jipyo_history_new (place.path);
  load_through (history);
  g_assert_cmpint (g_unlink (place.path), ==, 0);
  if (replaced) {
    g_autofree char *elsewhere = g_build_filename (place.directory, "elsewhere", NULL);

    jipyo_store_close (jipyo_store_open (elsewhere, NULL));
    g_assert_cmpint (g_rename (elsewhere, place.path), ==, 0);
  }
  Answer answer = save_through (history, 2);
  g_assert_no_error (answer.error);
  end (history);
  store = place_open (&place);
  g_assert_cmpuint (count_ticks (store), ==, replaced ? 1 : 2);
  g_assert_cmpuint (place_count (&place, ".replaced-"), ==, replaced ? 1 : 0);
  jipyo_store_close (store);
}

/* Nothing is written when others need what room is left, and again when there is some. */
static void
test_little_room (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  JipyoHistory *history = jipyo_history_new (place.path);
  load_through (history);
  fake_disk.free_bytes = 20 * 1024 * 1024 - 1;
  Answer answer = save_through (history, 1);
  g_assert_error (answer.error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_FULL);
  g_clear_error (&answer.error);
  g_assert_false (place_has (&place, ".ballast"));
  fake_disk.free_bytes = 20 * 1024 * 1024;
  g_assert_true (save_through (history, 2).saved);
  g_assert_false (place_has (&place, ".ballast"));
  fake_disk.free_bytes = 0;
  end (history);
  history = jipyo_history_new (place.path);
  g_assert_true (save_through (history, 3).saved);
  g_assert_true (place_has (&place, ".ballast"));
  end (history);
}

/* The reserve is let go for a save that found no room. */
static void
test_reserve (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  JipyoHistory *history = jipyo_history_new (place.path);
  g_assert_true (save_through (history, 1).saved);
  g_assert_true (place_has (&place, ".ballast"));
  fake_disk = (FakeDisk){ .error = 28, .at = 1, .free_bytes = 50 * 1024 * 1024 };
  g_assert_true (save_through (history, 2).saved);
  g_assert_false (place_has (&place, ".ballast"));
  fake_disk = (FakeDisk){ 0 };
  end (history);
}

/* Where nothing can be written, what is there is read. */
static void
test_only_reads (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  JipyoStore *store = place_open (&place);
  g_assert_true (save (store, 1, NULL));
  jipyo_store_close (store);
  fake_disk.only_reads = TRUE;
  store = place_open (&place);
  g_assert_cmpuint (count_ticks (store), ==, 1);
  g_assert_false (save (store, 2, NULL));
  jipyo_store_close (store);
  fake_disk.only_reads = FALSE;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fake_disk_replace ();
  g_test_add_func ("/history/migration/backup-before", test_backup_before_migration);
  g_test_add_func ("/history/migration/killed", test_killed_in_migration);
  g_test_add_func ("/history/migration/newer-is-read", test_newer_is_read);
  g_test_add_func ("/history/migration/newer-is-not-read", test_newer_is_not_read);
  g_test_add_func ("/history/backup/generations", test_generations);
  g_test_add_data_func ("/history/backup/restored", GINT_TO_POINTER (FALSE), test_restored);
  g_test_add_data_func ("/history/backup/restored-from-older", GINT_TO_POINTER (TRUE),
                        test_restored);
  g_test_add_func ("/history/backup/bad-does-not-count", test_bad_backup_does_not_count);
  g_test_add_func ("/history/backup/lost-branch-is-not-copied", test_lost_branch_is_not_copied);
  g_test_add_data_func ("/history/disk/removed", GINT_TO_POINTER (FALSE), test_taken_away);
  g_test_add_data_func ("/history/disk/replaced", GINT_TO_POINTER (TRUE), test_taken_away);
  g_test_add_func ("/history/disk/little-room", test_little_room);
  g_test_add_func ("/history/disk/reserve", test_reserve);
  g_test_add_func ("/history/disk/only-reads", test_only_reads);
  return g_test_run ();
}
