/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening SQLite: exclusive locking before WAL, so that there is no shared-memory file, no second
 * connection, and reading works on a full disk.
 */

#include "jipyo-database.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/statvfs.h>

#include "jipyo-history-error.h"

static const int SCHEMA_VERSION = 1;

static const char schema[] =
  "CREATE TABLE latest ("
  " instrument TEXT PRIMARY KEY, provider TEXT NOT NULL, name_ko TEXT, name_en TEXT,"
  " currency TEXT, last_digits INTEGER NOT NULL, last_scale INTEGER NOT NULL,"
  " change_digits INTEGER, change_scale INTEGER, percent_digits INTEGER, percent_scale INTEGER,"
  " basis TEXT NOT NULL, venue_time_us INTEGER NOT NULL, received_us INTEGER NOT NULL"
  ") STRICT;"
  "PRAGMA application_id = 1247367535;" /* "JIYo" */
  "PRAGMA user_version = 1;";

G_DEFINE_QUARK (jipyo - history - error - quark, jipyo_history_error)

static JipyoHistoryError
classify_errno (int code)
{
  return code == ENOSPC || code == EDQUOT || code == EFBIG ? JIPYO_HISTORY_ERROR_FULL
                                                           : JIPYO_HISTORY_ERROR_FAILED;
}

/* A sync or a new file that finds no room is an input-output error to SQLite, which keeps the
 * system's number only for those. */
static JipyoHistoryError
classify (sqlite3 *database)
{
  const int code = sqlite3_errcode (database) & 0xFF;

  if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    return JIPYO_HISTORY_ERROR_BUSY;
  if (code == SQLITE_FULL)
    return JIPYO_HISTORY_ERROR_FULL;
  if (code == SQLITE_IOERR || code == SQLITE_CANTOPEN)
    return classify_errno (sqlite3_system_errno (database));
  return JIPYO_HISTORY_ERROR_FAILED;
}

gboolean
jipyo_database_fail (sqlite3 *database, GError **error)
{
  g_set_error (error, JIPYO_HISTORY_ERROR, classify (database), "history: %s",
               sqlite3_errmsg (database));
  return FALSE;
}

gboolean
jipyo_database_execute (sqlite3 *database, const char *sql, GError **error)
{
  return sqlite3_exec (database, sql, NULL, NULL, NULL) == SQLITE_OK
         || jipyo_database_fail (database, error);
}

sqlite3_stmt *
jipyo_database_prepare (sqlite3 *database, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL) != SQLITE_OK)
    jipyo_database_fail (database, error);
  return statement;
}

gboolean
jipyo_database_write_log_back (sqlite3 *database, GError **error)
{
  return sqlite3_wal_checkpoint_v2 (database, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL)
           == SQLITE_OK
         || jipyo_database_fail (database, error);
}

void
jipyo_database_close (sqlite3 *database)
{
  if (database != NULL)
    sqlite3_close (database);
}

static gboolean
read_version (sqlite3 *database, int *version, GError **error)
{
  sqlite3_stmt *statement = jipyo_database_prepare (database, "PRAGMA user_version", error);
  gboolean read = FALSE;

  if (statement == NULL)
    return FALSE;
  read = sqlite3_step (statement) == SQLITE_ROW;
  if (read)
    *version = sqlite3_column_int (statement, 0);
  else
    jipyo_database_fail (database, error);
  sqlite3_finalize (statement);
  return read;
}

static gboolean
bring_up_to_date (sqlite3 *database, GError **error)
{
  int version = 0;

  if (!read_version (database, &version, error))
    return FALSE;
  if (version == SCHEMA_VERSION)
    return TRUE;
  if (version > SCHEMA_VERSION) {
    g_set_error (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_NEWER,
                 "history: written by a later version (schema %d, known %d)", version,
                 SCHEMA_VERSION);
    return FALSE;
  }
  if (!jipyo_database_execute (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (jipyo_database_execute (database, schema, error)
      && jipyo_database_execute (database, "COMMIT", error))
    return TRUE;
  sqlite3_exec (database, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static gboolean
set_up (sqlite3 *database, GError **error)
{
  static const char pragmas[] = "PRAGMA locking_mode = EXCLUSIVE;"
                                "PRAGMA journal_mode = WAL;"
                                "PRAGMA synchronous = FULL;"
                                "PRAGMA mmap_size = 0;"
                                "PRAGMA cell_size_check = ON;"
                                "PRAGMA foreign_keys = ON;"
                                "PRAGMA journal_size_limit = 16777216;";

  sqlite3_db_config (database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_limit (database, SQLITE_LIMIT_LENGTH, 4 * 1024 * 1024);
  sqlite3_limit (database, SQLITE_LIMIT_SQL_LENGTH, 64 * 1024);
  sqlite3_limit (database, SQLITE_LIMIT_ATTACHED, 0);
  return jipyo_database_execute (database, pragmas, error) && bring_up_to_date (database, error);
}

static sqlite3 *
open_once (const char *path, gboolean *damaged, GError **error)
{
  sqlite3 *database = NULL;
  int flags =
    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
  int code = sqlite3_open_v2 (path, &database, flags, NULL);

  if (code == SQLITE_OK && set_up (database, error))
    return database;
  if (code != SQLITE_OK)
    jipyo_database_fail (database, error);
  code = sqlite3_errcode (database) & 0xFF;
  *damaged = code == SQLITE_NOTADB || code == SQLITE_CORRUPT;
  jipyo_database_close (database);
  return NULL;
}

/* The damaged file is kept under another name; its log belongs to it and goes along. */
static gboolean
set_aside (const char *path)
{
  g_autofree char *kept =
    g_strdup_printf ("%s.corrupt-%" G_GINT64_FORMAT, path, g_get_real_time () / 1000000);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *kept_log = g_strconcat (kept, "-wal", NULL);

  if (g_rename (path, kept) != 0)
    return FALSE;
  if (g_rename (log, kept_log) != 0 && errno != ENOENT)
    g_message ("history: %s could not be set aside: %s", log, g_strerror (errno));
  g_message ("history: %s is damaged and was kept as %s", path, kept);
  return TRUE;
}

static gboolean
has_room (const char *directory)
{
  struct statvfs disk;

  return statvfs (directory, &disk) != 0
         || (disk.f_bavail > 0 && (disk.f_files == 0 || disk.f_favail > 0));
}

/* SQLite tries a file that it cannot make once more for reading, and then tells of that. */
static void
blame_lack_of_room (GError *error, const char *directory)
{
  if (error->code == JIPYO_HISTORY_ERROR_FAILED && !has_room (directory))
    error->code = JIPYO_HISTORY_ERROR_FULL;
}

sqlite3 *
jipyo_database_open (const char *path, GError **error)
{
  gboolean in_memory = strcmp (path, ":memory:") == 0;
  g_autofree char *directory = g_path_get_dirname (path);
  g_autoptr (GError) first = NULL;
  gboolean damaged = FALSE;
  sqlite3 *database = NULL;

  if (!in_memory && g_mkdir_with_parents (directory, 0700) != 0) {
    const int code = errno;

    g_set_error (error, JIPYO_HISTORY_ERROR, classify_errno (code), "history: %s: %s", directory,
                 g_strerror (code));
    return NULL;
  }
  database = open_once (path, &damaged, &first);
  if (database == NULL && damaged && set_aside (path)) {
    g_clear_error (&first);
    database = open_once (path, &damaged, &first);
  }
  if (database != NULL)
    return database;
  blame_lack_of_room (first, directory);
  g_propagate_error (error, g_steal_pointer (&first));
  return NULL;
}
