/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A part of ticks that was damaged is never written over: something of it may still be saved, and a
 * gap is told as long as it lies there. A day of candles is one block; where that was damaged, the
 * candles that are added now are its repair.
 */

#include "jipyo-day-blocks.h"

/* The last part is written anew with each fold, and a part is copied wherever SQLite compares its
 * key: so it is no longer than it takes for a look at it to cost nothing beside reading it. */
static const guint PART_ROWS = JIPYO_BLOCK_ROWS_MAX / 2;

/* Takes up the last part of the day when it is sound and there is room in it for these too; `part`
 * is where the rows go. */
static gboolean
take_last_part (JipyoStore *store, const JipyoBlockRange *range, JipyoRows *rows, int *part)
{
  g_auto (JipyoRows) older = { 0 };

  jipyo_rows_init (&older, rows->n_columns);
  if (!jipyo_blocks_take_last (store, range, &older, part))
    return FALSE;
  const gboolean joined =
    older.n > 0 && older.n + rows->n <= PART_ROWS && jipyo_rows_append_rows (&older, rows);
  if (joined)
    jipyo_rows_swap (rows, &older);
  else
    (*part)++;
  return TRUE;
}

/* `rows` are of one day, and change. */
static gboolean
add_ticks_of_day (JipyoStore *store, const JipyoBlockRange *range, JipyoRows *rows)
{
  const JipyoBlockKey key = { range->instrument, range->resolution, range->from_day };
  int part = 0;

  if (!take_last_part (store, range, rows, &part))
    return FALSE;
  jipyo_rows_sort (rows);
  jipyo_rows_drop_repeated (rows, JIPYO_TICK_LAG);
  for (guint first = 0; first < rows->n; first += PART_ROWS, part++) {
    const guint n = MIN (rows->n - first, PART_ROWS);
    g_autoptr (GByteArray) bytes = jipyo_block_encode (&key, rows, first, n);

    if (!jipyo_blocks_put (store, range, part, bytes))
      return FALSE;
  }
  return TRUE;
}

/* Of two candles that start together, the one that came first in `rows` stays. */
static void
drop_later_twins (JipyoRows *rows)
{
  guint kept = 0;

  for (guint row = 0; row < rows->n; row++) {
    if (kept > 0 && rows->columns[0][kept - 1] == rows->columns[0][row])
      continue;
    for (guint c = 0; c < rows->n_columns; c++)
      rows->columns[c][kept] = rows->columns[c][row];
    kept++;
  }
  rows->n = kept;
}

static gboolean
add_candles_of_day (JipyoStore *store,
                    const JipyoBlockRange *range,
                    JipyoRows *rows,
                    gboolean replace)
{
  const JipyoBlockKey key = { range->instrument, range->resolution, range->from_day };
  g_auto (JipyoRows) older = { 0 };
  int part = 0;

  jipyo_rows_init (&older, rows->n_columns);
  if (!jipyo_blocks_take_last (store, range, &older, &part))
    return FALSE;
  if (!replace)
    jipyo_rows_swap (&older, rows);
  /* Candles whose scales have no room beside each other: those stay that would win. */
  jipyo_rows_append_rows (rows, &older);
  jipyo_rows_sort (rows);
  drop_later_twins (rows);
  g_autoptr (GByteArray) bytes = jipyo_block_encode (&key, rows, 0, rows->n);
  return jipyo_blocks_put (store, range, 0, bytes);
}

typedef enum { ADD_TICKS, ADD_CANDLES, REPLACE_CANDLES } Way;

static gboolean
add_by_day (JipyoStore *store, const JipyoBlockRange *range, const JipyoRows *rows, Way way)
{
  const gint64 *times = rows->columns[0];
  guint first = 0;

  while (first < rows->n) {
    JipyoBlockRange day = *range;
    g_auto (JipyoRows) slice = { 0 };
    guint end = first;

    day.from_day = jipyo_block_day (times[first]);
    day.to_day = day.from_day + 1;
    while (end < rows->n && jipyo_block_day (times[end]) == day.from_day)
      end++;
    jipyo_rows_init (&slice, rows->n_columns);
    jipyo_rows_append_slice (&slice, rows, first, end);
    if (way == ADD_TICKS ? !add_ticks_of_day (store, &day, &slice)
                         : !add_candles_of_day (store, &day, &slice, way == REPLACE_CANDLES))
      return FALSE;
    first = end;
  }
  return TRUE;
}

gboolean
jipyo_day_blocks_add_ticks (JipyoStore *store,
                            const JipyoBlockRange *range,
                            const JipyoRows *ticks,
                            GError **error)
{
  return add_by_day (store, range, ticks, ADD_TICKS)
         || jipyo_database_fail (store->database, error);
}

gboolean
jipyo_day_blocks_add_candles (JipyoStore *store,
                              const JipyoBlockRange *range,
                              const JipyoRows *candles,
                              GError **error)
{
  return add_by_day (store, range, candles, ADD_CANDLES)
         || jipyo_database_fail (store->database, error);
}

gboolean
jipyo_day_blocks_replace_candles (JipyoStore *store,
                                  const JipyoBlockRange *range,
                                  const JipyoRows *candles,
                                  GError **error)
{
  return add_by_day (store, range, candles, REPLACE_CANDLES)
         || jipyo_database_fail (store->database, error);
}

void
jipyo_day_blocks_read_series (const JipyoCandleSeries *series, JipyoRows *rows)
{
  rows->scale = series->scale;
  rows->volume_scale = series->volume_scale;
  for (guint i = 0; i < series->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (series->candles, JipyoCandle, i);
    const gint64 values[JIPYO_CANDLE_COLUMNS] = {
      [JIPYO_CANDLE_START] = candle->start_ms, [JIPYO_CANDLE_OPEN] = candle->open,
      [JIPYO_CANDLE_HIGH] = candle->high,      [JIPYO_CANDLE_LOW] = candle->low,
      [JIPYO_CANDLE_CLOSE] = candle->close,    [JIPYO_CANDLE_VOLUME] = candle->volume,
    };

    jipyo_rows_append (rows, values);
  }
}
