/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The few calls to SQLite that everybody makes, with its failures told by what one can do.
 */

#include "jipyo-database.h"

#include <errno.h>

G_DEFINE_QUARK (jipyo - history - error - quark, jipyo_history_error)

JipyoHistoryError
jipyo_database_classify_errno (int code)
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
  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
    return JIPYO_HISTORY_ERROR_DAMAGED;
  if (code == SQLITE_IOERR || code == SQLITE_CANTOPEN)
    return jipyo_database_classify_errno (sqlite3_system_errno (database));
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

sqlite3 *
jipyo_database_open_immutable (const char *path)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", escaped);
  sqlite3 *database = NULL;
  const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;

  if (sqlite3_open_v2 (uri, &database, flags, NULL) == SQLITE_OK) {
    sqlite3_db_config (database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    return database;
  }
  jipyo_database_close (database);
  return NULL;
}
