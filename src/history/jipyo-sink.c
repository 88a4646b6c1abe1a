/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stretch is found by halving and scanned a column at a time, so a million rows cost little more
 * than reading their bytes.
 */

#include "jipyo-sink.h"

/* Which columns of a block are a candle's; a tick is a flat candle. */
typedef struct {
  guint open, high, low, close;
  gboolean has_volume;
} Columns;

static const Columns of_ticks = { JIPYO_TICK_PRICE, JIPYO_TICK_PRICE, JIPYO_TICK_PRICE,
                                  JIPYO_TICK_PRICE, FALSE };
static const Columns of_candles = { JIPYO_CANDLE_OPEN, JIPYO_CANDLE_HIGH, JIPYO_CANDLE_LOW,
                                    JIPYO_CANDLE_CLOSE, TRUE };

static gint64
power_of_ten (guint exponent)
{
  gint64 power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

static gboolean
scale_up (gint64 *digits, gint64 factor)
{
  return !__builtin_mul_overflow (*digits, factor, digits);
}

static gboolean
scale_up_candle (JipyoCandle *candle, gint64 factor, gint64 volume_factor)
{
  return scale_up (&candle->open, factor) && scale_up (&candle->high, factor)
         && scale_up (&candle->low, factor) && scale_up (&candle->close, factor)
         && (candle->volume < 0 || scale_up (&candle->volume, volume_factor));
}

/* Brings the candles that are there to the scales of a block that has more decimals. */
static gboolean
make_room (JipyoCandleSeries *series, const JipyoBlock *block)
{
  const guint8 scale = MAX (series->scale, block->scale);
  const guint8 volume_scale = MAX (series->volume_scale, block->volume_scale);

  if (scale != series->scale || volume_scale != series->volume_scale) {
    g_autoptr (GArray) candles = g_array_copy (series->candles);
    const gint64 factor = power_of_ten (scale - series->scale);
    const gint64 volume_factor = power_of_ten (volume_scale - series->volume_scale);

    for (guint i = 0; i < candles->len; i++)
      if (!scale_up_candle (&g_array_index (candles, JipyoCandle, i), factor, volume_factor))
        return FALSE;
    g_array_unref (series->candles);
    series->candles = g_steal_pointer (&candles);
    series->scale = scale;
    series->volume_scale = volume_scale;
  }
  return TRUE;
}

/* Whether the greatest figures of the block can have the series' decimals. */
static gboolean
fits (const JipyoBlock *block, const gint64 factors[2])
{
  const gboolean candles = block->n_columns == JIPYO_CANDLE_COLUMNS;
  const guint first = candles ? (guint) JIPYO_CANDLE_OPEN : (guint) JIPYO_TICK_PRICE;

  for (guint c = first; c < block->n_columns; c++) {
    const gint64 factor = candles && c == JIPYO_CANDLE_VOLUME ? factors[1] : factors[0];
    gint64 least = block->columns[c].base;
    gint64 greatest = (gint64) ((guint64) least + block->columns[c].span);

    if (!scale_up (&least, factor) || !scale_up (&greatest, factor))
      return FALSE;
  }
  return TRUE;
}

static void
merge (JipyoCandle *into, const JipyoCandle *later, gboolean in_order)
{
  into->high = MAX (into->high, later->high);
  into->low = MIN (into->low, later->low);
  if (in_order)
    into->close = later->close;
  if (into->volume < 0 || later->volume < 0
      || __builtin_add_overflow (into->volume, later->volume, &into->volume))
    into->volume = -1;
}

/* The place of the first candle that does not start before `start_ms`. */
static guint
find_candle (const GArray *candles, gint64 start_ms)
{
  guint low = 0, high = candles->len;

  while (low < high) {
    const guint middle = low + (high - low) / 2;

    if (g_array_index (candles, JipyoCandle, middle).start_ms < start_ms)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void
add_stretch (JipyoSink *self, const JipyoCandle *candle)
{
  GArray *candles = self->series->candles;
  JipyoCandle *last =
    candles->len > 0 ? &g_array_index (candles, JipyoCandle, candles->len - 1) : NULL;

  if (last == NULL || last->start_ms < candle->start_ms) {
    g_array_append_val (candles, *candle);
    return;
  }
  if (last->start_ms == candle->start_ms) {
    merge (last, candle, TRUE);
    return;
  }
  const guint at = find_candle (candles, candle->start_ms);
  if (g_array_index (candles, JipyoCandle, at).start_ms == candle->start_ms)
    merge (&g_array_index (candles, JipyoCandle, at), candle, FALSE);
  else
    g_array_insert_val (candles, at, *candle);
}

static gint64
sum_volumes (const JipyoBlock *block, const guint rows[2])
{
  gint64 sum = 0;

  if (rows[1] - rows[0] == 1)
    return jipyo_block_get (block, JIPYO_CANDLE_VOLUME, rows[0]);
  for (guint row = rows[0]; row < rows[1]; row++) {
    const gint64 volume = jipyo_block_get (block, JIPYO_CANDLE_VOLUME, row);

    if (volume < 0 || __builtin_add_overflow (sum, volume, &sum))
      return -1;
  }
  return sum;
}

/* Rows [rows[0], rows[1]) as one candle, at the block's scales. */
static JipyoCandle
reduce (const JipyoBlock *block, const guint rows[2])
{
  const Columns *columns = block->n_columns == JIPYO_CANDLE_COLUMNS ? &of_candles : &of_ticks;
  JipyoCandle candle = {
    .start_ms = jipyo_block_get (block, 0, rows[0]),
    .open = jipyo_block_get (block, columns->open, rows[0]),
    .close = jipyo_block_get (block, columns->close, rows[1] - 1),
    .volume = -1,
  };
  gint64 unused;

  jipyo_block_get_extremes (block, columns->low, rows, &candle.low, &candle.high);
  if (columns->high != columns->low)
    jipyo_block_get_extremes (block, columns->high, rows, &unused, &candle.high);
  if (columns->has_volume)
    candle.volume = sum_volumes (block, rows);
  return candle;
}

static void
add_row (JipyoSink *self, const JipyoCandle *candle)
{
  GArray *candles = self->series->candles;

  if (candles->len > 0
      && g_array_index (candles, JipyoCandle, candles->len - 1).start_ms > candle->start_ms)
    self->unordered = TRUE;
  g_array_append_val (candles, *candle);
}

static gint64
begin_of_stretch (const JipyoSink *self, gint64 time_ms)
{
  const gint64 rest = (time_ms - self->origin_ms) % self->step_ms;

  return time_ms - (rest >= 0 ? rest : rest + self->step_ms);
}

/* The end of what is taken together from the first of the rows on, which as a rule is no more than
 * twice as much as what was taken together before it. */
static guint
find_end (const JipyoSink *self, const JipyoBlock *block, const guint rows[2], guint before)
{
  const guint near[2] = { rows[0], rows[0] + 2 * before };

  if (self->step_ms == 0)
    return rows[0] + 1;
  const gint64 end_ms =
    begin_of_stretch (self, jipyo_block_get (block, 0, rows[0])) + self->step_ms;
  if (near[1] < rows[1] && jipyo_block_get (block, 0, near[1]) >= end_ms)
    return jipyo_block_find_among (block, 0, end_ms, near);
  return MIN (jipyo_block_find (block, 0, end_ms), rows[1]);
}

gboolean
jipyo_sink_add (JipyoSink *self, const JipyoBlock *block, gint64 from_ms, gint64 to_ms)
{
  guint rows[2] = { jipyo_block_find (block, 0, MAX (from_ms, self->from_ms)),
                    jipyo_block_find (block, 0, MIN (to_ms, self->to_ms)) };

  if (rows[0] >= rows[1])
    return TRUE;
  if (!make_room (self->series, block))
    return FALSE;
  const gint64 factors[2] = { power_of_ten (self->series->scale - block->scale),
                              power_of_ten (self->series->volume_scale - block->volume_scale) };
  if (!fits (block, factors))
    return FALSE;
  self->n_rows += rows[1] - rows[0];
  for (guint before = 0; rows[0] < rows[1];) {
    const guint end = find_end (self, block, rows, before);
    JipyoCandle candle = reduce (block, (const guint[]){ rows[0], end });

    scale_up_candle (&candle, factors[0], factors[1]);
    if (self->step_ms > 0) {
      candle.start_ms = begin_of_stretch (self, candle.start_ms);
      add_stretch (self, &candle);
    } else {
      add_row (self, &candle);
    }
    before = end - rows[0];
    rows[0] = end;
  }
  return TRUE;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const JipyoCandle *x = a, *y = b;

  return (x->start_ms > y->start_ms) - (x->start_ms < y->start_ms);
}

static gboolean
same_row (const JipyoCandle *a, const JipyoCandle *b)
{
  return a->start_ms == b->start_ms && a->open == b->open && a->high == b->high && a->low == b->low
         && a->close == b->close && a->volume == b->volume;
}

/* A row is kept twice when it was in the log as well as in what was saved again after a failure. */
static void
drop_repeated (GArray *candles)
{
  guint kept = 0;

  for (guint i = 0; i < candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (candles, JipyoCandle, i);

    if (kept == 0 || !same_row (&g_array_index (candles, JipyoCandle, kept - 1), candle))
      g_array_index (candles, JipyoCandle, kept++) = *candle;
  }
  g_array_set_size (candles, kept);
}

void
jipyo_sink_finish (JipyoSink *self)
{
  if (self->unordered)
    g_array_sort (self->series->candles, compare_starts); /* keeps the order of equals */
  if (self->step_ms == 0)
    drop_repeated (self->series->candles);
}
