/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading and adding parts. A part that was damaged is never written over: something of it may
 * still be saved, and a gap is told as long as it lies there.
 */

#include "jipyo-block-table.h"

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;

gint64
jipyo_block_day (gint64 time_ms)
{
  return time_ms >= 0 ? time_ms / DAY_MS : -((-time_ms + DAY_MS - 1) / DAY_MS);
}

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

static sqlite3_stmt *
select_parts (JipyoStore *store, const char *sql, const JipyoBlockRange *range, GError **error)
{
  sqlite3_stmt *rows = jipyo_database_prepare (store->database, sql, error);

  if (rows == NULL)
    return NULL;
  sqlite3_bind_int64 (rows, 1, range->series);
  sqlite3_bind_int (rows, 2, (int) range->resolution);
  sqlite3_bind_int64 (rows, 3, range->from_day);
  sqlite3_bind_int64 (rows, 4, range->to_day);
  return rows;
}

gboolean
jipyo_blocks_visit (JipyoStore *store,
                    const JipyoBlockRange *range,
                    const JipyoBlockVisitor *visitor,
                    GError **error)
{
  static const char sql[] = "SELECT day, part, data FROM block WHERE series = ?1"
                            " AND resolution = ?2 AND day >= ?3 AND day < ?4 ORDER BY day, part";
  sqlite3_stmt *rows = select_parts (store, sql, range, error);
  gboolean well = rows != NULL;
  int code = SQLITE_ROW;

  while (well && (code = sqlite3_step (rows)) == SQLITE_ROW) {
    JipyoBlock block;
    const gboolean sound = open_part (rows, range, &block);

    well = visitor->visit (sqlite3_column_int64 (rows, 0), sound ? &block : NULL, visitor->data);
  }
  if (well && code != SQLITE_DONE)
    well = jipyo_database_fail (store->database, error);
  sqlite3_finalize (rows);
  return well;
}

static gboolean
put_part (JipyoStore *store, const JipyoBlockRange *range, int part, GByteArray *bytes)
{
  sqlite3_stmt *put = jipyo_database_prepare (
    store->database, "INSERT OR REPLACE INTO block VALUES (?1, ?2, ?3, ?4, ?5)", NULL);
  gboolean done = FALSE;

  if (put == NULL)
    return FALSE;
  sqlite3_bind_int64 (put, 1, range->series);
  sqlite3_bind_int (put, 2, (int) range->resolution);
  sqlite3_bind_int64 (put, 3, range->from_day);
  sqlite3_bind_int (put, 4, part);
  sqlite3_bind_blob (put, 5, bytes->data, (int) bytes->len, SQLITE_STATIC);
  done = sqlite3_step (put) == SQLITE_DONE;
  sqlite3_finalize (put);
  return done;
}

/* Takes up the last part of the day when it is sound and there is room in it for these too; `part`
 * is where the rows go. */
static gboolean
take_last_part (JipyoStore *store, const JipyoBlockRange *range, JipyoRows *rows, int *part)
{
  static const char sql[] =
    "SELECT day, part, data FROM block WHERE series = ?1 AND resolution = ?2 AND day >= ?3"
    " AND day < ?4 ORDER BY part DESC LIMIT 1";
  sqlite3_stmt *last = select_parts (store, sql, range, NULL);
  g_auto (JipyoRows) older = { 0 };
  JipyoBlock block;
  int code = last != NULL ? sqlite3_step (last) : SQLITE_ERROR;

  *part = 0;
  jipyo_rows_init (&older, rows->n_columns);
  if (code == SQLITE_ROW) {
    *part = sqlite3_column_int (last, 1) + 1;
    if (open_part (last, range, &block) && block.n + rows->n <= JIPYO_BLOCK_ROWS_MAX
        && jipyo_block_append_to (&block, &older) && jipyo_rows_append_rows (&older, rows)) {
      (*part)--;
      jipyo_rows_swap (rows, &older);
    }
  }
  sqlite3_finalize (last);
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

/* `rows` are of one day, and change. */
static gboolean
add_to_day (JipyoStore *store, const JipyoBlockRange *range, JipyoRows *rows)
{
  const JipyoBlockKey key = { range->instrument, range->resolution, range->from_day };
  int part = 0;

  if (!take_last_part (store, range, rows, &part))
    return FALSE;
  jipyo_rows_sort (rows);
  jipyo_rows_drop_repeated (rows, JIPYO_TICK_LAG);
  for (guint first = 0; first < rows->n; first += JIPYO_BLOCK_ROWS_MAX, part++) {
    const guint n = MIN (rows->n - first, JIPYO_BLOCK_ROWS_MAX);
    g_autoptr (GByteArray) bytes = jipyo_block_encode (&key, rows, first, n);

    if (!put_part (store, range, part, bytes))
      return FALSE;
  }
  return TRUE;
}

gboolean
jipyo_blocks_add_ticks (JipyoStore *store,
                        const JipyoBlockRange *range,
                        const JipyoRows *ticks,
                        GError **error)
{
  const gint64 *times = ticks->columns[JIPYO_TICK_TIME];
  guint first = 0;

  while (first < ticks->n) {
    JipyoBlockRange day = *range;
    g_auto (JipyoRows) rows = { 0 };
    guint end = first;

    day.from_day = jipyo_block_day (times[first]);
    day.to_day = day.from_day + 1;
    while (end < ticks->n && jipyo_block_day (times[end]) == day.from_day)
      end++;
    jipyo_rows_init (&rows, ticks->n_columns);
    jipyo_rows_append_slice (&rows, ticks, first, end);
    if (!add_to_day (store, &day, &rows))
      return jipyo_database_fail (store->database, error);
    first = end;
  }
  return TRUE;
}
