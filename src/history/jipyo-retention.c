/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day is read, reduced, written and removed in one transaction: whatever happens in between, it
 * is there once.
 */

#include "jipyo-retention.h"

#include "jipyo-day-blocks.h"
#include "jipyo-gaps.h"
#include "jipyo-sink.h"

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;

static const gint64 days_kept[] = {
  [JIPYO_RESOLUTION_TICK] = 14,
  [JIPYO_RESOLUTION_MINUTE] = 180,
  [JIPYO_RESOLUTION_HOUR] = 1830,
  [JIPYO_RESOLUTION_DAY] = -1,
};

/* One day on its way. */
typedef struct {
  JipyoStore *store;
  const JipyoBlockRange *range;
  JipyoSink sink;
  GError **error;
} Reduction;

gint64
jipyo_retention_days (JipyoResolution resolution)
{
  return days_kept[resolution];
}

/* What was damaged stays a gap when the block is gone. */
static gboolean
add_damage (Reduction *self, gint64 day)
{
  const JipyoGap gap = { day * DAY_MS, (day + 1) * DAY_MS, JIPYO_GAP_DAMAGED };

  return jipyo_gaps_add (self->store, self->range->series, &gap, self->error);
}

static gboolean
block_cb (gint64 day, const JipyoBlock *block, gpointer data)
{
  Reduction *self = data;

  return (block != NULL && jipyo_sink_add (&self->sink, block, G_MININT64, G_MAXINT64))
         || add_damage (self, day);
}

static gboolean
reduce_day (JipyoStore *store, const JipyoBlockRange *day, GError **error)
{
  JipyoBlockRange coarser = *day;
  g_autoptr (JipyoCandleSeries) series =
               jipyo_candle_series_new (day->instrument, day->resolution + 1);
  Reduction reduction = {
    .store = store,
    .range = day,
    .sink = { .series = series, .from_ms = G_MININT64, .to_ms = G_MAXINT64 },
    .error = error,
  };
  const JipyoBlockVisitor visitor = { block_cb, &reduction };
  g_auto (JipyoRows) rows = { 0 };

  coarser.resolution = day->resolution + 1;
  reduction.sink.step_ms = jipyo_resolution_step_ms (coarser.resolution);
  if (!jipyo_blocks_visit (store, day, &visitor, error))
    return FALSE;
  jipyo_rows_init (&rows, JIPYO_CANDLE_COLUMNS);
  jipyo_day_blocks_read_series (series, &rows);
  return jipyo_day_blocks_add_candles (store, &coarser, &rows, error)
         && jipyo_blocks_remove (store, day, error);
}

static gboolean
reduce_series (JipyoStore *store, JipyoBlockRange *range, JipyoRetention *run, GError **error)
{
  const gint64 end = jipyo_block_day (run->now_ms) - days_kept[range->resolution];

  range->from_day = G_MININT64;
  range->to_day = end;
  for (gboolean found = TRUE; run->days_left > 0; run->days_left--) {
    if (!jipyo_blocks_find_first_day (store, range, &found, error))
      return FALSE;
    if (!found)
      break;
    JipyoBlockRange day = *range;
    day.to_day = day.from_day + 1;
    if (!jipyo_store_begin (store, error)
        || !jipyo_store_end (store, reduce_day (store, &day, error), error))
      return FALSE;
    range->from_day++;
  }
  return TRUE;
}

/* Until when candles of each resolution may be all that there is, and how long a gap must be to
 * show among them. */
static gboolean
drop_short_gaps (JipyoStore *store, gint64 now_ms, GError **error)
{
  for (JipyoResolution resolution = JIPYO_RESOLUTION_TICK; resolution < JIPYO_RESOLUTION_DAY;
       resolution++) {
    const gint64 before_ms = now_ms - (days_kept[resolution] + 1) * DAY_MS;
    g_autofree char *sql =
      g_strdup_printf ("DELETE FROM gap WHERE to_ms < %" G_GINT64_FORMAT
                       " AND to_ms - from_ms < %" G_GINT64_FORMAT " AND reason <> %d",
                       before_ms, jipyo_resolution_step_ms (resolution + 1), JIPYO_GAP_DAMAGED);

    if (!jipyo_database_execute (store->database, sql, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
jipyo_retention_run (JipyoStore *store, JipyoRetention *run, GError **error)
{
  GHashTableIter iter;
  gpointer instrument, number;

  g_hash_table_iter_init (&iter, store->numbers);
  while (g_hash_table_iter_next (&iter, &instrument, &number))
    for (JipyoResolution resolution = JIPYO_RESOLUTION_TICK; resolution < JIPYO_RESOLUTION_DAY;
         resolution++) {
      JipyoBlockRange range = {
        .series = GPOINTER_TO_INT (number),
        .instrument = instrument,
        .resolution = resolution,
      };

      if (run->days_left > 0 && !reduce_series (store, &range, run, error))
        return FALSE;
    }
  return run->days_left == 0 || drop_short_gaps (store, run->now_ms, error);
}
