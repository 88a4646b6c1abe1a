/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A database in the history's place that somebody else made, or made to do harm: it is put aside as
 * it is, or what it would do is not done.
 */

#include "jipyo-range.h"
#include "jipyo-store.h"
#include "jipyo-tail.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

static const gint64 START_MS = 1728000000000;

typedef struct {
  char *directory;
  char *path;
} Fixture;

static void
quiet (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = g_dir_make_tmp ("jipyo-foreign-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->directory, "history.sqlite", NULL);
  g_log_set_handler ("jipyo-history", G_LOG_LEVEL_MESSAGE, quiet, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *argv[] = { "rm", "-r", "--", fixture->directory, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  g_free (fixture->path);
  g_free (fixture->directory);
}

static void
run_sql (const Fixture *fixture, const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
keep_ticks (JipyoStore *store, int first, int n)
{
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  for (int i = first; i < first + n; i++)
    jipyo_rows_append (&rows, (const gint64[]){ START_MS + i * 1000, 0, 1000 + i });
  g_assert_true (jipyo_store_begin (store, NULL));
  g_assert_true (jipyo_store_end (store, jipyo_tail_append (store, "test:AAA", &rows, NULL), NULL));
}

static guint
count_ticks (JipyoStore *store)
{
  const JipyoHistoryQuery query = { .instrument = "test:AAA",
                                    .resolution = JIPYO_RESOLUTION_TICK,
                                    .from_ms = G_MININT64,
                                    .to_ms = G_MAXINT64 };
  g_autoptr (JipyoCandleSeries) series = jipyo_range_read (store, &query, NULL);

  g_assert_nonnull (series);
  g_assert_cmpuint (series->gaps->len, ==, 0);
  for (guint i = 0; i < series->candles->len; i++)
    g_assert_cmpint (g_array_index (series->candles, JipyoCandle, i).close, ==, 1000 + (int) i);
  return series->candles->len;
}

/* A sound history of ten ticks. */
static void
make_history (const Fixture *fixture)
{
  JipyoStore *store = jipyo_store_open (fixture->path, NULL);

  keep_ticks (store, 0, 10);
  jipyo_store_close (store);
}

/* The bytes of the file that was put aside; NULL when none was. */
static GBytes *
read_set_aside (const Fixture *fixture)
{
  g_autoptr (GDir) listing = g_dir_open (fixture->directory, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (listing)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->directory, name, NULL);
    char *bytes = NULL;
    gsize size = 0;

    if (strstr (name, ".corrupt-") == NULL || g_str_has_suffix (name, "-wal"))
      continue;
    g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
    return g_bytes_new_take (bytes, size);
  }
  return NULL;
}

static void
check_put_aside (const Fixture *fixture)
{
  char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_autoptr (GBytes) before = g_bytes_new_take (bytes, size);
  g_autoptr (GError) error = NULL;
  JipyoStore *store = jipyo_store_open (fixture->path, &error);

  g_assert_no_error (error);
  g_autoptr (GBytes) aside = read_set_aside (fixture);
  g_assert_nonnull (aside);
  g_assert_true (g_bytes_equal (aside, before));
  keep_ticks (store, 0, 3);
  g_assert_cmpuint (count_ticks (store), ==, 3);
  jipyo_store_close (store);
}

/* D6. Whatever version it says it is of. */
static void
test_of_another_program (Fixture *fixture, gconstpointer version)
{
  g_autofree char *sql =
    g_strdup_printf ("CREATE TABLE notes (text); INSERT INTO notes VALUES ('of somebody');"
                     "PRAGMA user_version = %d;",
                     GPOINTER_TO_INT (version));

  run_sql (fixture, sql);
  check_put_aside (fixture);
}

/* D16. A view in a table's place would answer with what its maker likes, or never. */
static void
test_view (Fixture *fixture, gconstpointer data)
{
  make_history (fixture);
  run_sql (fixture, "DROP TABLE tail;"
                    "CREATE VIEW tail AS WITH RECURSIVE forever (id) AS"
                    " (SELECT 1 UNION ALL SELECT id + 1 FROM forever)"
                    " SELECT id, 1 AS series, zeroblob (100) AS data FROM forever;");
  check_put_aside (fixture);
}

/* D16. What it would do whenever something is kept is not done. */
static void
test_triggers (Fixture *fixture, gconstpointer data)
{
  make_history (fixture);
  run_sql (fixture, "CREATE TRIGGER a AFTER INSERT ON tail BEGIN DELETE FROM tail; END;"
                    "CREATE TRIGGER b BEFORE INSERT ON tail BEGIN SELECT raise (IGNORE); END;"
                    "CREATE TRIGGER c AFTER INSERT ON block BEGIN DELETE FROM block; END;"
                    "CREATE TRIGGER d AFTER DELETE ON tail BEGIN DELETE FROM series; END;");
  JipyoStore *store = jipyo_store_open (fixture->path, NULL);

  keep_ticks (store, 10, 10);
  g_assert_cmpuint (count_ticks (store), ==, 20);
  g_assert_true (jipyo_tail_fold (store, NULL));
  g_assert_cmpuint (count_ticks (store), ==, 20);
  jipyo_store_close (store);
}

/* D16. Rows that are no rows of ours: of no series, of the wrong size, of another's key. What is
 * sound is told, and that something is not. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  const JipyoHistoryQuery query = { .instrument = "test:AAA",
                                    .resolution = JIPYO_RESOLUTION_TICK,
                                    .from_ms = G_MININT64,
                                    .to_ms = G_MAXINT64 };

  make_history (fixture);
  run_sql (fixture, "INSERT INTO tail SELECT 100, 1, zeroblob (3000000);"
                    "INSERT INTO tail VALUES (101, -5, x'00');"
                    "INSERT INTO tail SELECT 102, 1, randomblob (200);"
                    "INSERT INTO block SELECT 1, 0, 20000, 0, randomblob (5000);"
                    "INSERT INTO block VALUES (1, 0, 9223372036854775807, 0, x'');"
                    "INSERT INTO block VALUES (1, 77, -9223372036854775808, -1, x'ff');"
                    "INSERT INTO gap VALUES (1, 1, 5, -5, 99, 0);");
  JipyoStore *store = jipyo_store_open (fixture->path, NULL);

  g_assert_nonnull (store);
  g_autoptr (JipyoCandleSeries) series = jipyo_range_read (store, &query, NULL);
  g_assert_cmpuint (series->candles->len, ==, 10);
  g_assert_cmpuint (series->gaps->len, >, 0);
  for (guint i = 0; i < series->gaps->len; i++)
    g_assert_cmpint (g_array_index (series->gaps, JipyoGap, i).reason, ==, JIPYO_GAP_DAMAGED);
  jipyo_store_close (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < 4; i++) {
    static const int versions[] = { 0, 1, 2, 99 };
    g_autofree char *name = g_strdup_printf ("/history/foreign/of-another-program-%d", versions[i]);

    g_test_add (name, Fixture, GINT_TO_POINTER (versions[i]), set_up, test_of_another_program,
                tear_down);
  }
  g_test_add ("/history/foreign/view", Fixture, NULL, set_up, test_view, tear_down);
  g_test_add ("/history/foreign/triggers", Fixture, NULL, set_up, test_triggers, tear_down);
  g_test_add ("/history/foreign/rows", Fixture, NULL, set_up, test_rows, tear_down);
  return g_test_run ();
}
