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

#include "jipyo-backup.h"
#include "jipyo-database.h"
#include "jipyo-schema.h"
#include "jipyo-verification.h"

static void
limit (sqlite3 *database)
{
  sqlite3_db_config (database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_limit (database, SQLITE_LIMIT_LENGTH, 4 * 1024 * 1024);
  sqlite3_limit (database, SQLITE_LIMIT_SQL_LENGTH, 64 * 1024);
  sqlite3_limit (database, SQLITE_LIMIT_ATTACHED, 0);
}

/* A file of before: what it was is kept, until the next such change. Where a block of it is damaged
 * there is no whole copy; it is mended when the next daily one is due. */
static gboolean
keep_before (sqlite3 *database, const char *path, GError **error)
{
  g_autofree char *before = g_strdup_printf ("%s.before-%d", path, jipyo_schema_version ());
  g_autoptr (GError) first = NULL;

  if (jipyo_backup_make (database, before, &first)
      || (g_error_matches (first, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_DAMAGED)
          && jipyo_verification_check_pages (database, NULL)))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}

static gboolean
migrate (sqlite3 *database, const char *path, int version, GError **error)
{
  return (version == 0 || keep_before (database, path, error))
         && jipyo_schema_bring_up_to_date (database, error);
}

/* A file of a later version is read, if that says that this one may, and never written: not even
 * what its log holds is moved. */
static gboolean
set_up_for_reading (sqlite3 *database, GError **error)
{
  static const char pragmas[] = "PRAGMA mmap_size = 0;"
                                "PRAGMA cell_size_check = ON;"
                                "PRAGMA query_only = ON;";

  sqlite3_db_config (database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  return jipyo_database_execute (database, pragmas, error)
         && jipyo_schema_check_readable (database, error);
}

static gboolean
set_up (sqlite3 *database, const char *path, GError **error)
{
  static const char pragmas[] = "PRAGMA journal_mode = WAL;"
                                "PRAGMA synchronous = FULL;"
                                "PRAGMA mmap_size = 0;"
                                /* In KiB: two million ticks, which a chart that is moved asks
                                 * for again and again; with 2 MiB all come from the file. */
                                "PRAGMA cache_size = -16384;"
                                "PRAGMA cell_size_check = ON;"
                                "PRAGMA foreign_keys = ON;"
                                "PRAGMA journal_size_limit = 16777216;"
                                /* In pages, 1 MiB. A log that is begun anew lies where it lay:
                                 * as long as it grows, each sync looks for room on the disk and
                                 * writes down where that is. */
                                "PRAGMA wal_autocheckpoint = 256;"
                                /* Zeros over what was removed: a page that comes to lie in
                                 * the place of another shows nothing that once was true. */
                                "PRAGMA secure_delete = ON;";
  int version = 0;

  limit (database);
  if (!jipyo_database_execute (database, "PRAGMA locking_mode = EXCLUSIVE", error)
      || !jipyo_schema_read_version (database, &version, error))
    return FALSE;
  if (!jipyo_schema_check_owner (database, version, error))
    return FALSE;
  if (version > jipyo_schema_version ())
    return set_up_for_reading (database, error);
  return jipyo_database_execute (database, pragmas, error)
         && (version == jipyo_schema_version () || migrate (database, path, version, error))
         && jipyo_schema_check_tables (database, error);
}

static sqlite3 *
open_once (const char *path, GError **error)
{
  sqlite3 *database = NULL;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW
              | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX; /* one thread has it */
  int code = sqlite3_open_v2 (path, &database, flags, NULL);

  if (code == SQLITE_OK && set_up (database, path, error))
    return database;
  if (code != SQLITE_OK)
    jipyo_database_fail (database, error);
  jipyo_database_close (database);
  return NULL;
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
jipyo_database_file_open_copy (const char *path)
{
  sqlite3 *database =
    g_file_test (path, G_FILE_TEST_IS_REGULAR) ? jipyo_database_open_immutable (path) : NULL;
  int version = 0;

  if (database == NULL)
    return NULL;
  limit (database);
  if (jipyo_schema_read_version (database, &version, NULL) && version == jipyo_schema_version ())
    return database;
  jipyo_database_close (database);
  return NULL;
}

sqlite3 *
jipyo_database_file_open (const char *path, GError **error)
{
  gboolean in_memory = strcmp (path, ":memory:") == 0;
  g_autofree char *directory = g_path_get_dirname (path);
  g_autoptr (GError) first = NULL;
  sqlite3 *database = NULL;

  if (!in_memory && g_mkdir_with_parents (directory, 0700) != 0) {
    const int code = errno;

    g_set_error (error, JIPYO_HISTORY_ERROR, jipyo_database_classify_errno (code),
                 "history: %s: %s", directory, g_strerror (code));
    return NULL;
  }
  database = open_once (path, &first);
  if (database != NULL)
    return database;
  blame_lack_of_room (first, directory);
  /* Where nothing may be written, what is there is still shown. */
  if (first->code == JIPYO_HISTORY_ERROR_FAILED)
    database = jipyo_database_file_open_copy (path);
  if (database != NULL)
    return database;
  g_propagate_error (error, g_steal_pointer (&first));
  return NULL;
}
