/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every row is read; nothing is written, not even a lock.
 */

#include "jipyo-verification.h"

#include <string.h>

#include "jipyo-block.h"
#include "jipyo-database.h"

static gboolean
fail (const char *path, const char *what, GError **error)
{
  g_set_error (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_DAMAGED, "history: %s: %s", path,
               what);
  return FALSE;
}

static gboolean
check_pages (sqlite3 *database)
{
  sqlite3_stmt *check = jipyo_database_prepare (database, "PRAGMA quick_check(1)", NULL);
  const gboolean well = check != NULL && sqlite3_step (check) == SQLITE_ROW
                        && g_strcmp0 ((const char *) sqlite3_column_text (check, 0), "ok") == 0;

  sqlite3_finalize (check);
  return well;
}

gboolean
jipyo_verification_check_pages (sqlite3 *database, GError **error)
{
  return check_pages (database)
         || fail (sqlite3_db_filename (database, "main"), "is not whole", error);
}

/* Columns: bytes, instrument, resolution, day. */
static gboolean
check_blocks (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *rows = jipyo_database_prepare (database, sql, NULL);
  int code = rows != NULL ? SQLITE_ROW : SQLITE_ERROR;

  while (code == SQLITE_ROW && (code = sqlite3_step (rows)) == SQLITE_ROW) {
    const JipyoBlockKey key = {
      .instrument = (const char *) sqlite3_column_text (rows, 1),
      .resolution = (JipyoResolution) sqlite3_column_int (rows, 2),
      .day = sqlite3_column_int64 (rows, 3),
    };
    JipyoBlock block;

    if (key.instrument == NULL
        || !jipyo_block_open (&block, &key, sqlite3_column_blob (rows, 0),
                              (gsize) sqlite3_column_bytes (rows, 0)))
      code = SQLITE_CORRUPT;
  }
  sqlite3_finalize (rows);
  return code == SQLITE_DONE;
}

/* A file of the first version has no blocks to check. */
static gboolean
has_blocks (sqlite3 *database)
{
  sqlite3_stmt *tables = jipyo_database_prepare (
    database, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'block'", NULL);
  const gboolean has = tables != NULL && sqlite3_step (tables) == SQLITE_ROW;

  sqlite3_finalize (tables);
  return has;
}

gboolean
jipyo_verification_check (const char *path, GError **error)
{
  sqlite3 *database = jipyo_database_open_immutable (path);
  g_autofree char *tail_sql =
    g_strdup_printf ("SELECT data, iif (series = 0, '', instrument), %d, %" G_GINT64_FORMAT
                     " FROM tail LEFT JOIN series ON series.id = series",
                     JIPYO_RESOLUTION_TICK, JIPYO_NO_DAY);
  gboolean sound = FALSE;

  if (database == NULL)
    return fail (path, "cannot be opened", error);
  sound = check_pages (database)
          && (!has_blocks (database)
              || (check_blocks (database, "SELECT data, instrument, resolution, day FROM block"
                                          " LEFT JOIN series ON series.id = series")
                  && check_blocks (database, tail_sql)));
  jipyo_database_close (database);
  return sound || fail (path, "is not whole", error);
}
