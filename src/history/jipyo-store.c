/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening, transactions and the table of series, which is read once: a few hundred rows.
 */

#include "jipyo-store.h"

#include <string.h>

#include "jipyo-copy.h"
#include "jipyo-crc32c.h"
#include "jipyo-database-file.h"
#include "jipyo-latest.h"
#include "jipyo-recovery.h"
#include "jipyo-schema.h"

static guint32
crc_of_series (gint64 number, const char *instrument)
{
  const gint64 stored = GINT64_TO_LE (number);

  return jipyo_crc32c (jipyo_crc32c (0, &stored, sizeof stored), instrument, strlen (instrument));
}

static void
read_series (JipyoStore *self, sqlite3_stmt *row)
{
  const gint64 number = sqlite3_column_int64 (row, 0);
  const char *instrument = (const char *) sqlite3_column_text (row, 1);

  if (instrument == NULL || number <= 0
      || sqlite3_column_int64 (row, 2) != crc_of_series (number, instrument)) {
    self->lost_series = TRUE;
    return;
  }
  g_hash_table_insert (self->numbers, g_strdup (instrument), GINT_TO_POINTER ((int) number));
}

static gboolean
load_series (JipyoStore *self, GError **error)
{
  sqlite3_stmt *rows =
    jipyo_database_prepare (self->database, "SELECT id, instrument, crc FROM series", error);
  int code = SQLITE_ROW;

  if (rows == NULL)
    return FALSE;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    read_series (self, rows);
  sqlite3_finalize (rows);
  return code == SQLITE_DONE || jipyo_database_fail (self->database, error);
}

/* How many ticks are in a row is not known before it is read: one of each. */
static gboolean
count_tail (JipyoStore *self, GError **error)
{
  sqlite3_stmt *count = jipyo_database_prepare (
    self->database, "SELECT count(*), coalesce(sum(length(data)), 0) FROM tail", error);
  gboolean read = FALSE;

  if (count == NULL)
    return FALSE;
  read = sqlite3_step (count) == SQLITE_ROW || jipyo_database_fail (self->database, error);
  if (read) {
    self->n_tail = (guint) sqlite3_column_int64 (count, 0);
    self->tail_bytes = (gsize) sqlite3_column_int64 (count, 1);
  }
  sqlite3_finalize (count);
  return read;
}

/* Where the last run ended. */
static gboolean
load_last (JipyoStore *self, GError **error)
{
  g_autoptr (GPtrArray) quotes = jipyo_latest_load (self->database, error);

  for (guint i = 0; quotes != NULL && i < quotes->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (quotes, i);
    JipyoStoreLast *last = g_new (JipyoStoreLast, 1);

    *last = (JipyoStoreLast){
      .time_us = quote->venue_time_us != 0 ? quote->venue_time_us : quote->received_us,
      .price = quote->last,
      .received_us = quote->received_us,
      .of_before = TRUE,
    };
    g_hash_table_insert (self->last, g_strdup (quote->instrument), last);
  }
  return quotes != NULL;
}

static gboolean
read_version (JipyoStore *self, GError **error)
{
  int version = 0;

  if (!jipyo_schema_read_version (self->database, &version, error))
    return FALSE;
  self->of_later_version = version > jipyo_schema_version ();
  return TRUE;
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* Takes the database. */
static JipyoStore *
store_new (sqlite3 *database, const char *path, GError **error)
{
  JipyoStore *self = g_new0 (JipyoStore, 1);

  self->database = database;
  self->path = g_strdup (path);
  self->is_file = strcmp (path, ":memory:") != 0 && jipyo_disk_identify (path, &self->file);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->members = g_array_new (FALSE, FALSE, sizeof (JipyoStoreMember));
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);
  self->extents = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (read_version (self, error) && load_series (self, error) && count_tail (self, error)
      && load_last (self, error))
    return self;
  jipyo_store_close (self);
  return NULL;
}

static JipyoStore *
open_once (const char *path, GError **error)
{
  sqlite3 *database = jipyo_database_file_open (path, error);

  return database != NULL ? store_new (database, path, error) : NULL;
}

JipyoStore *
jipyo_store_open_to_read (const char *path, GError **error)
{
  sqlite3 *database = jipyo_database_file_open_copy (path);

  if (database != NULL)
    return store_new (database, path, error);
  g_set_error (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_FAILED, "history: %s cannot be read",
               path);
  return NULL;
}

JipyoStore *
jipyo_store_open_copy (const char *path, GError **error)
{
  gint64 made_ms = 0;
  g_autofree char *copy = jipyo_copy_fetch (path, &made_ms);
  JipyoStore *self = copy != NULL ? jipyo_store_open_to_read (copy, error) : NULL;

  if (copy == NULL)
    g_set_error (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_FAILED,
                 "history: there is no sound copy of %s", path);
  if (self != NULL)
    self->copied_ms = made_ms;
  return self;
}

JipyoStore *
jipyo_store_open (const char *path, GError **error)
{
  g_autoptr (GError) first = NULL;
  g_autofree char *kept = NULL;
  JipyoStore *self = open_once (path, &first);

  if (self == NULL && g_error_matches (first, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_DAMAGED)
      && (kept = jipyo_recovery_run (path)) != NULL) {
    g_clear_error (&first);
    self = open_once (path, &first);
  }
  if (self != NULL)
    self->damaged_file = g_steal_pointer (&kept);
  else
    g_propagate_error (error, g_steal_pointer (&first));
  return self;
}

gboolean
jipyo_store_is_in_place (const JipyoStore *self)
{
  JipyoDiskFile file;

  return !self->is_file
         || (jipyo_disk_identify (self->path, &file) && file.device == self->file.device
             && file.number == self->file.number);
}

void
jipyo_store_close (JipyoStore *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->statements);
  jipyo_database_close (self->database);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->last);
  g_array_unref (self->members);
  g_hash_table_unref (self->extents);
  g_free (self->path);
  g_free (self->damaged_file);
  g_free (self);
}

sqlite3_stmt *
jipyo_store_prepare (JipyoStore *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL) {
    sqlite3_clear_bindings (statement);
    return statement;
  }
  statement = jipyo_database_prepare (self->database, sql, error);
  if (statement != NULL)
    g_hash_table_insert (self->statements, (gpointer) sql, statement);
  return statement;
}

/* One of the words that begin and end a transaction. */
static gboolean
say (JipyoStore *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = jipyo_store_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  const gboolean done =
    sqlite3_step (statement) == SQLITE_DONE || jipyo_database_fail (self->database, error);
  sqlite3_reset (statement);
  return done;
}

gboolean
jipyo_store_begin (JipyoStore *self, GError **error)
{
  if (!self->of_later_version && self->copied_ms == 0) {
    self->settled = self->settled || jipyo_database_write_log_back (self->database, error);
    return self->settled && say (self, "BEGIN IMMEDIATE", error);
  }
  g_set_error (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_NEWER,
               self->copied_ms == 0 ? "history: written by a later version, and so not written to"
                                    : "history: a copy is not written to");
  return FALSE;
}

/* After a full disk or a failed sync SQLite may have rolled back by itself. What memory knows of
 * series made in between is then wrong, so callers close the store after a failure. */
gboolean
jipyo_store_end (JipyoStore *self, gboolean well, GError **error)
{
  well = well && say (self, "COMMIT", error);
  if (!well && sqlite3_get_autocommit (self->database) == 0)
    sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
  return well;
}

static gint64
next_number (JipyoStore *self, GError **error)
{
  sqlite3_stmt *next =
    jipyo_store_prepare (self, "SELECT coalesce(max(id), 0) + 1 FROM series", error);
  gint64 number = 0;

  if (next == NULL)
    return 0;
  if (sqlite3_step (next) == SQLITE_ROW)
    number = sqlite3_column_int64 (next, 0);
  else
    jipyo_database_fail (self->database, error);
  sqlite3_reset (next);
  return number;
}

static gint64
make_series (JipyoStore *self, const char *instrument, GError **error)
{
  const gint64 number = next_number (self, error);
  sqlite3_stmt *insert =
    number != 0 ? jipyo_store_prepare (self, "INSERT INTO series VALUES (?1, ?2, ?3)", error)
                : NULL;
  gboolean made = FALSE;

  if (insert == NULL)
    return 0;
  sqlite3_bind_int64 (insert, 1, number);
  sqlite3_bind_text (insert, 2, instrument, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (insert, 3, crc_of_series (number, instrument));
  made = sqlite3_step (insert) == SQLITE_DONE || jipyo_database_fail (self->database, error);
  sqlite3_reset (insert);
  if (!made)
    return 0;
  g_hash_table_insert (self->numbers, g_strdup (instrument), GINT_TO_POINTER ((int) number));
  return number;
}

gint64
jipyo_store_find_series (JipyoStore *self, const char *instrument, gboolean make, GError **error)
{
  const gint64 number = GPOINTER_TO_INT (g_hash_table_lookup (self->numbers, instrument));

  return number != 0 || !make ? number : make_series (self, instrument, error);
}
