/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Statements on the table of blocks.
 */

#include "jipyo-block-table.h"

#include "jipyo-extents.h"

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;

gint64
jipyo_block_day (gint64 time_ms)
{
  return time_ms >= 0 ? time_ms / DAY_MS : -((-time_ms + DAY_MS - 1) / DAY_MS);
}

/* Columns: day, part, data. */
static gboolean
open_part (sqlite3_stmt *row, const JipyoBlockRange *range, JipyoBlock *block)
{
  const JipyoBlockKey key = {
    .instrument = range->instrument,
    .resolution = range->resolution,
    .day = sqlite3_column_int64 (row, 0),
  };

  return jipyo_block_open (block, &key, sqlite3_column_blob (row, 2),
                           (gsize) sqlite3_column_bytes (row, 2));
}

static void
bind_begin (sqlite3_stmt *rows, const JipyoBlockRange *range)
{
  sqlite3_bind_int64 (rows, 1, range->series);
  sqlite3_bind_int (rows, 2, (int) range->resolution);
  sqlite3_bind_int64 (rows, 3, range->from_day);
}

static void
bind_range (sqlite3_stmt *rows, const JipyoBlockRange *range)
{
  bind_begin (rows, range);
  sqlite3_bind_int64 (rows, 4, range->to_day);
}

static sqlite3_stmt *
select_parts (JipyoStore *store, const char *sql, const JipyoBlockRange *range, GError **error)
{
  sqlite3_stmt *rows = jipyo_database_prepare (store->database, sql, error);

  if (rows != NULL)
    bind_range (rows, range);
  return rows;
}

/* Whether the row is still one of the range. */
static gboolean
is_within (sqlite3_stmt *row, const JipyoBlockRange *range)
{
  return sqlite3_column_int64 (row, 3) == range->series
         && sqlite3_column_int64 (row, 4) == (gint64) range->resolution
         && sqlite3_column_int64 (row, 0) < range->to_day;
}

/* Where the range ends is not for SQLite to look: to compare the key of a row that reaches beyond
 * its page it copies all of the row. */
gboolean
jipyo_blocks_visit (JipyoStore *store,
                    const JipyoBlockRange *range,
                    const JipyoBlockVisitor *visitor,
                    GError **error)
{
  static const char sql[] = "SELECT day, part, data, series, resolution FROM block"
                            " WHERE (series, resolution, day) >= (?1, ?2, ?3)"
                            " ORDER BY series, resolution, day, part";
  sqlite3_stmt *rows = jipyo_database_prepare (store->database, sql, error);
  gboolean well = rows != NULL;
  int code = SQLITE_ROW;

  if (rows != NULL)
    bind_begin (rows, range);
  while (well && (code = sqlite3_step (rows)) == SQLITE_ROW && is_within (rows, range)) {
    JipyoBlock block;
    const gboolean sound = open_part (rows, range, &block);

    well = visitor->visit (sqlite3_column_int64 (rows, 0), sound ? &block : NULL, visitor->data);
  }
  if (well && code != SQLITE_DONE && code != SQLITE_ROW)
    well = jipyo_database_fail (store->database, error);
  sqlite3_finalize (rows);
  return well;
}

gboolean
jipyo_blocks_put (JipyoStore *store,
                  const JipyoBlockRange *range,
                  int part,
                  const GByteArray *bytes)
{
  sqlite3_stmt *put =
    jipyo_store_prepare (store, "INSERT OR REPLACE INTO block VALUES (?1, ?2, ?3, ?4, ?5)", NULL);
  gboolean done = FALSE;

  if (put == NULL)
    return FALSE;
  sqlite3_bind_int64 (put, 1, range->series);
  sqlite3_bind_int (put, 2, (int) range->resolution);
  sqlite3_bind_int64 (put, 3, range->from_day);
  sqlite3_bind_int (put, 4, part);
  sqlite3_bind_blob (put, 5, bytes->data, (int) bytes->len, SQLITE_STATIC);
  done = sqlite3_step (put) == SQLITE_DONE;
  jipyo_extents_forget (store, range->series);
  sqlite3_reset (put);
  return done;
}

gboolean
jipyo_blocks_take_last (JipyoStore *store, const JipyoBlockRange *range, JipyoRows *rows, int *part)
{
  static const char sql[] =
    "SELECT day, part, data FROM block WHERE series = ?1 AND resolution = ?2 AND day >= ?3"
    " AND day < ?4 ORDER BY day DESC, part DESC LIMIT 1";
  sqlite3_stmt *last = jipyo_store_prepare (store, sql, NULL);
  JipyoBlock block;

  *part = -1;
  if (last == NULL)
    return FALSE;
  bind_range (last, range);
  const int code = sqlite3_step (last);
  if (code == SQLITE_ROW) {
    *part = sqlite3_column_int (last, 1);
    if (open_part (last, range, &block))
      jipyo_block_append_to (&block, rows);
  }
  sqlite3_reset (last);
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

gboolean
jipyo_blocks_remove (JipyoStore *store, const JipyoBlockRange *range, GError **error)
{
  sqlite3_stmt *remove = select_parts (
    store, "DELETE FROM block WHERE series = ?1 AND resolution = ?2 AND day >= ?3 AND day < ?4",
    range, error);
  gboolean removed = FALSE;

  if (remove == NULL)
    return FALSE;
  removed = sqlite3_step (remove) == SQLITE_DONE || jipyo_database_fail (store->database, error);
  jipyo_extents_forget (store, range->series);
  sqlite3_finalize (remove);
  return removed;
}

gboolean
jipyo_blocks_find_first_day (JipyoStore *store,
                             JipyoBlockRange *range,
                             gboolean *found,
                             GError **error)
{
  sqlite3_stmt *first = select_parts (store,
                                      "SELECT min(day) FROM block WHERE series = ?1"
                                      " AND resolution = ?2 AND day >= ?3 AND day < ?4",
                                      range, error);
  gboolean read = FALSE;

  if (first == NULL)
    return FALSE;
  read = sqlite3_step (first) == SQLITE_ROW || jipyo_database_fail (store->database, error);
  *found = read && sqlite3_column_type (first, 0) != SQLITE_NULL;
  if (*found)
    range->from_day = sqlite3_column_int64 (first, 0);
  sqlite3_finalize (first);
  return read;
}
