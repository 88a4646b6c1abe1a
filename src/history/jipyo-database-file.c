/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Exclusive locking before WAL, so that there is no shared-memory file, no second connection, and
 * reading works on a full disk.
 */

#include "jipyo-database-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/statvfs.h>

#include "jipyo-database.h"
#include "jipyo-schema.h"

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
  return jipyo_database_execute (database, pragmas, error)
         && jipyo_schema_bring_up_to_date (database, error);
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
jipyo_database_file_open (const char *path, GError **error)
{
  gboolean in_memory = strcmp (path, ":memory:") == 0;
  g_autofree char *directory = g_path_get_dirname (path);
  g_autoptr (GError) first = NULL;
  gboolean damaged = FALSE;
  sqlite3 *database = NULL;

  if (!in_memory && g_mkdir_with_parents (directory, 0700) != 0) {
    const int code = errno;

    g_set_error (error, JIPYO_HISTORY_ERROR, jipyo_database_classify_errno (code),
                 "history: %s: %s", directory, g_strerror (code));
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
