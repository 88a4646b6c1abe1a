/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a resolution has no rows, it is made of the next finer one, down to the ticks that still
 * lie in the tail. A part that was damaged becomes a gap from the last sound row before it to the
 * first after it.
 */

#include "jipyo-range.h"

#include "jipyo-asked.h"
#include "jipyo-block-table.h"
#include "jipyo-extents.h"
#include "jipyo-gaps.h"
#include "jipyo-origins.h"
#include "jipyo-sink.h"
#include "jipyo-tail.h"

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;
/* Days beyond are no days that anybody kept: a number that was damaged. */
static const gint64 DAYS_MAX = 10 * 1000 * 1000;

/* As many of the tail's ticks are looked at together: few enough to stay in the processor's cache.
 */
static const guint TAIL_ROWS = 4096;

enum { N_RESOLUTIONS = JIPYO_RESOLUTION_DAY + 1 };

typedef struct {
  JipyoStore *store;
  gint64 number; /* of the series; 0: there is none */
  JipyoSink sink;
  gboolean as_kept; /* nothing finer is read */
  JipyoExtents extents;
  JipyoRows tail; /* ticks of the instrument that are not folded yet */
  GError **error;
} Reading;

/* The blocks of one resolution between two instants. */
typedef struct {
  Reading *reading;
  JipyoResolution resolution;
  gint64 reached_ms; /* all before is read */
  gint64 to_ms;
  gboolean damaged; /* after what was reached there is a damaged part, of a day that ends … */
  gint64 damaged_to_ms;
} Level;

static gboolean
read_level (Reading *self, JipyoResolution resolution, gint64 from_ms, gint64 to_ms);

static void
add_damage (Reading *self, gint64 from_ms, gint64 to_ms)
{
  const JipyoGap gap = { MAX (from_ms, self->sink.from_ms), MIN (to_ms, self->sink.to_ms),
                         JIPYO_GAP_DAMAGED };

  if (gap.from_ms < gap.to_ms)
    g_array_append_val (self->sink.series->gaps, gap);
}

/* --- The tail, read once */

static gboolean
tail_cb (gint64 series, const char *instrument, JipyoRows *ticks, gpointer data)
{
  Reading *self = data;

  if (self->tail.n == 0)
    jipyo_rows_swap (&self->tail, ticks);
  else if (!jipyo_rows_append_rows (&self->tail, ticks))
    add_damage (self, ticks->columns[JIPYO_TICK_TIME][0],
                ticks->columns[JIPYO_TICK_TIME][ticks->n - 1] + 1);
  return TRUE;
}

/* A row at the end of the tail that is gone leaves no hole. But what came last is known elsewhere:
 * it is in the tail, or in a block of its day. */
static gboolean
lacks_its_end (const Reading *self, gint64 *reached_ms)
{
  const JipyoStoreLast *last =
    g_hash_table_lookup (self->store->last, self->sink.series->instrument);

  *reached_ms = G_MININT64;
  for (int i = 0; i < N_RESOLUTIONS; i++)
    if (self->extents.from[i] < self->extents.to[i])
      *reached_ms = MAX (*reached_ms, self->extents.to[i] * DAY_MS);
  if (self->tail.n > 0)
    *reached_ms = self->tail.columns[JIPYO_TICK_TIME][self->tail.n - 1];
  return last != NULL && *reached_ms < last->time_us / 1000;
}

static gboolean
load_tail (Reading *self)
{
  const JipyoTailVisitor visitor = { .series = self->number, .take = tail_cb, .data = self };
  JipyoTailDamage damage = { 0 };
  JipyoGap gap;
  gint64 reached_ms;

  jipyo_rows_init (&self->tail, JIPYO_TICK_COLUMNS);
  if (!jipyo_tail_visit (self->store, &visitor, &damage, self->error))
    return FALSE;
  jipyo_rows_sort (&self->tail);
  jipyo_rows_drop_repeated (&self->tail, JIPYO_TICK_LAG);
  if (jipyo_tail_damage_find (&damage, &gap))
    add_damage (self, gap.from_ms, gap.to_ms);
  else if (lacks_its_end (self, &reached_ms))
    add_damage (self, reached_ms, G_MAXINT64);
  return TRUE;
}

static void
add_tail (Reading *self, gint64 from_ms, gint64 to_ms)
{
  const guint end = jipyo_rows_find (&self->tail, to_ms);

  for (guint first = jipyo_rows_find (&self->tail, from_ms); first < end; first += TAIL_ROWS) {
    JipyoBlock block;
    g_autoptr (GByteArray) bytes =
                 jipyo_block_view (&block, &self->tail, first, MIN (end - first, TAIL_ROWS));

    if (!jipyo_sink_add (&self->sink, &block, from_ms, to_ms))
      add_damage (self, from_ms, to_ms);
  }
}

/* --- Blocks */

static void
close_damage (Level *level, gint64 until_ms)
{
  if (!level->damaged)
    return;
  level->damaged = FALSE;
  add_damage (level->reading, MAX (level->reached_ms, level->damaged_to_ms - DAY_MS),
              MIN (until_ms, level->damaged_to_ms));
}

static void
note_damage (Level *level, gint64 day)
{
  const gint64 day_ends_ms = (day + 1) * DAY_MS;

  if (level->damaged && level->damaged_to_ms != day_ends_ms)
    close_damage (level, level->damaged_to_ms);
  level->damaged = TRUE;
  level->damaged_to_ms = day_ends_ms;
}

static gboolean
read_finer (const Level *level, gint64 to_ms)
{
  return level->resolution == JIPYO_RESOLUTION_TICK || level->reading->as_kept
         || level->reached_ms >= to_ms
         || read_level (level->reading, level->resolution - 1, level->reached_ms, to_ms);
}

static gboolean
block_cb (gint64 day, const JipyoBlock *block, gpointer data)
{
  Level *level = data;
  Reading *self = level->reading;

  if (block == NULL) {
    note_damage (level, day);
    return TRUE;
  }
  const gint64 first_ms = jipyo_block_get (block, 0, 0);
  const gint64 last_ms = jipyo_block_get (block, 0, block->n - 1);
  const gint64 end_ms = last_ms + MAX (jipyo_resolution_step_ms (level->resolution), 1);

  close_damage (level, first_ms);
  if (!read_finer (level, MIN (first_ms, level->to_ms)))
    return FALSE;
  /* Parts of one day's ticks may overlap; candles never do. */
  if (!jipyo_sink_add (&self->sink, block,
                       level->resolution == JIPYO_RESOLUTION_TICK ? G_MININT64 : level->reached_ms,
                       level->to_ms))
    add_damage (self, first_ms, end_ms);
  level->reached_ms = MAX (level->reached_ms, end_ms);
  return TRUE;
}

/* Blocks whose days may have been touched by a range; none when there are none of the resolution.
 */
static gboolean
visit_blocks (Level *level, gint64 from_ms)
{
  Reading *self = level->reading;
  const JipyoBlockRange range = {
    .series = self->number,
    .instrument = self->sink.series->instrument,
    .resolution = level->resolution,
    .from_day = MAX (jipyo_block_day (from_ms), self->extents.from[level->resolution]),
    .to_day = MIN (jipyo_block_day (level->to_ms - 1) + 1, self->extents.to[level->resolution]),
  };
  const JipyoBlockVisitor visitor = { block_cb, level };

  return range.from_day >= range.to_day
         || jipyo_blocks_visit (self->store, &range, &visitor, self->error);
}

static gboolean
read_level (Reading *self, JipyoResolution resolution, gint64 from_ms, gint64 to_ms)
{
  Level level = {
    .reading = self, .resolution = resolution, .reached_ms = from_ms, .to_ms = to_ms
  };

  if (!visit_blocks (&level, from_ms))
    return FALSE;
  close_damage (&level, to_ms);
  if (resolution != JIPYO_RESOLUTION_TICK)
    return read_finer (&level, to_ms);
  add_tail (self, from_ms, to_ms);
  return TRUE;
}

/* --- The whole of it */

/* What is asked for, within what there is. */
static void
limit_range (Reading *self, const JipyoHistoryQuery *query)
{
  gint64 from_ms = G_MAXINT64, to_ms = G_MININT64;

  for (int i = 0; i <= (int) query->resolution; i++) {
    if (self->extents.from[i] >= self->extents.to[i])
      continue;
    from_ms = MIN (from_ms, self->extents.from[i] * DAY_MS);
    to_ms = MAX (to_ms, self->extents.to[i] * DAY_MS);
  }
  if (self->tail.n > 0) {
    from_ms = MIN (from_ms, self->tail.columns[JIPYO_TICK_TIME][0]);
    to_ms = MAX (to_ms, self->tail.columns[JIPYO_TICK_TIME][self->tail.n - 1] + 1);
  }
  self->sink.from_ms = query->from_ms == G_MININT64 ? from_ms : query->from_ms;
  self->sink.to_ms = query->to_ms == G_MAXINT64 ? to_ms : query->to_ms;
  self->sink.from_ms = CLAMP (self->sink.from_ms, -DAYS_MAX * DAY_MS, DAYS_MAX * DAY_MS);
  self->sink.to_ms = CLAMP (self->sink.to_ms, -DAYS_MAX * DAY_MS, DAYS_MAX * DAY_MS);
}

static void
set_step (Reading *self, const JipyoHistoryQuery *query)
{
  const gint64 span_ms = self->sink.to_ms - self->sink.from_ms;

  self->sink.step_ms = jipyo_resolution_step_ms (query->resolution);
  self->sink.origin_ms = 0;
  if (query->n_buckets == 0 || span_ms <= 0)
    return;
  const gint64 bucket_ms = (span_ms + query->n_buckets - 1) / query->n_buckets;
  if (bucket_ms <= self->sink.step_ms)
    return;
  self->sink.step_ms = bucket_ms;
  self->sink.origin_ms = self->sink.from_ms;
}

static gboolean
read_candles (Reading *self, JipyoResolution resolution)
{
  return self->sink.from_ms >= self->sink.to_ms
         || read_level (self, resolution, self->sink.from_ms, self->sink.to_ms);
}

/* Ticks come as they like: whether there are more than buckets is known once they are read. */
static gboolean
read_few_as_they_are (Reading *self, const JipyoHistoryQuery *query, guint n_gaps)
{
  if (query->resolution != JIPYO_RESOLUTION_TICK || self->sink.n_rows > query->n_buckets)
    return TRUE;
  self->sink.step_ms = 0;
  g_array_set_size (self->sink.series->candles, 0);
  g_array_set_size (self->sink.series->gaps, n_gaps);
  return read_candles (self, query->resolution);
}

static gboolean
load_extents (Reading *self)
{
  const JipyoExtents *extents = jipyo_extents_find (self->store, self->number, self->error);

  if (extents == NULL)
    return FALSE;
  self->extents = *extents;
  return TRUE;
}

/* For who asks a venue for what is missing. */
static gboolean
load_asked (Reading *self, const JipyoHistoryQuery *query)
{
  const JipyoAskedOf of = { self->number, query->resolution };

  return !query->as_kept
         || jipyo_asked_load (self->store, of, self->sink.series->asked, self->error);
}

/* Prices as they came were heard, all of them. */
static gboolean
load_origins (Reading *self, const JipyoHistoryQuery *query)
{
  if (query->resolution == JIPYO_RESOLUTION_TICK)
    return TRUE;
  self->sink.series->origins = jipyo_candle_origins_new ();
  return jipyo_origins_load (self->store, self->number, self->sink.series->origins, self->error);
}

static gboolean
read_series (Reading *self, const JipyoHistoryQuery *query)
{
  const JipyoGapsRange range = { self->number, query->from_ms, query->to_ms };
  GArray *gaps = self->sink.series->gaps;

  if (!jipyo_gaps_load (self->store, &range, gaps, self->error) || !load_extents (self)
      || !load_tail (self) || !load_asked (self, query) || !load_origins (self, query))
    return FALSE;
  limit_range (self, query);
  set_step (self, query);
  const guint n_gaps = gaps->len;
  if (!read_candles (self, query->resolution)
      || (query->n_buckets > 0 && !read_few_as_they_are (self, query, n_gaps)))
    return FALSE;
  jipyo_sink_finish (&self->sink);
  return TRUE;
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const JipyoGap *x = a, *y = b;

  return (x->from_ms > y->from_ms) - (x->from_ms < y->from_ms);
}

JipyoCandleSeries *
jipyo_range_read (JipyoStore *store, const JipyoHistoryQuery *query, GError **error)
{
  g_autoptr (JipyoCandleSeries) series =
               jipyo_candle_series_new (query->instrument, query->resolution);
  Reading reading = {
    .store = store,
    .number = jipyo_store_find_series (store, query->instrument, FALSE, NULL),
    .as_kept = query->as_kept,
    .sink = { .series = series, .from_ms = query->from_ms, .to_ms = query->to_ms },
    .error = error,
  };
  gboolean read = TRUE;

  if (reading.number != 0)
    read = read_series (&reading, query);
  else if (store->lost_series)
    add_damage (&reading, query->from_ms, query->to_ms);
  jipyo_rows_clear (&reading.tail);
  if (!read)
    return NULL;
  series->step_ms = reading.sink.step_ms;
  series->copied_ms = store->copied_ms;
  g_array_sort (series->gaps, compare_gaps);
  return g_steal_pointer (&series);
}
