/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A venue that is asked for a minute of last week costs a request; for ten at once, the same.
 */

#include "jipyo-missing.h"

#include "jipyo-instrument.h"
#include "jipyo-retention.h"

static const gint64 DAY_MS = G_GINT64_CONSTANT (24) * 60 * 60 * 1000;
/* The longest closure of the Korean exchange on record, with the weekends on both sides of it. */
enum { FEW = 10 };

typedef struct {
  const JipyoCandleSeries *kept;
  gint64 step_ms;
  gint64 from_ms;
  gint64 to_ms;
  GArray *stretches;
  GArray *few; /* of JipyoStretch: no reason to ask, each by itself */
} Search;

/* What was put together from what was heard is no candle of the venue's; nor, perhaps, what was
 * made of shorter candles when those had grown old. */
static gboolean
is_given (const Search *self, const JipyoCandle *candle)
{
  const JipyoResolution resolution = self->kept->resolution;

  return candle->volume != JIPYO_VOLUME_NOT_HEARD
         && (resolution == JIPYO_RESOLUTION_MINUTE
             || candle->start_ms >= self->to_ms - jipyo_retention_days (resolution - 1) * DAY_MS);
}

/* Nobody trades shares on a Saturday or Sunday. */
static gboolean
is_weekend (const Search *self, gint64 from_ms, gint64 to_ms)
{
  if (!jipyo_instrument_is_listed (self->kept->instrument))
    return FALSE;
  for (gint64 day = from_ms / DAY_MS; day * DAY_MS < to_ms; day++)
    if ((day + 3) % 7 < 5) /* 1970 began on a Thursday */
      return FALSE;
  return TRUE;
}

/* Gaps that were kept of an answer begin and end with candles; those of silence do not. */
static gboolean
is_answered (const Search *self, gint64 from_ms, gint64 to_ms)
{
  for (guint i = 0; i < self->kept->gaps->len; i++) {
    const JipyoGap *gap = &g_array_index (self->kept->gaps, JipyoGap, i);

    if (gap->reason == JIPYO_GAP_MISSING && gap->from_ms % self->step_ms == 0
        && gap->to_ms % self->step_ms == 0 && gap->from_ms <= from_ms && gap->to_ms > from_ms)
      from_ms = gap->to_ms;
  }
  return from_ms >= to_ms;
}

/* What was damaged since is not there any more. */
static gboolean
was_asked (const Search *self, gint64 from_ms, gint64 to_ms)
{
  for (guint i = 0; i < self->kept->gaps->len; i++) {
    const JipyoGap *gap = &g_array_index (self->kept->gaps, JipyoGap, i);

    if (gap->reason == JIPYO_GAP_DAMAGED && gap->from_ms < to_ms && gap->to_ms > from_ms)
      return FALSE;
  }
  for (guint i = 0; i < self->kept->asked->len; i++) {
    const JipyoGap *asked = &g_array_index (self->kept->asked, JipyoGap, i);

    if (asked->from_ms <= from_ms && asked->to_ms >= to_ms)
      return TRUE;
  }
  return FALSE;
}

static void
add (Search *self, gint64 from_ms, gint64 to_ms)
{
  const JipyoStretch stretch = { from_ms, to_ms };
  const gboolean between = from_ms > self->from_ms && to_ms < self->to_ms;

  if (from_ms >= to_ms || is_weekend (self, from_ms, to_ms)
      || (to_ms < self->to_ms && is_answered (self, from_ms, to_ms)))
    return;
  if (!between || (to_ms - from_ms) / self->step_ms >= FEW)
    g_array_append_val (self->stretches, stretch);
  else if (!jipyo_instrument_is_listed (self->kept->instrument)
           && !was_asked (self, from_ms, to_ms))
    g_array_append_val (self->few, stretch);
}

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const JipyoStretch *x = a, *y = b;

  return (x->from_ms > y->from_ms) - (x->from_ms < y->from_ms);
}

static void
search (Search *self)
{
  gint64 reached_ms = self->from_ms;

  for (guint i = 0; i < self->kept->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (self->kept->candles, JipyoCandle, i);

    if (candle->start_ms < reached_ms || candle->start_ms >= self->to_ms
        || !is_given (self, candle))
      continue;
    add (self, reached_ms, candle->start_ms);
    reached_ms = candle->start_ms + self->step_ms;
  }
  add (self, reached_ms, self->to_ms);
}

static GArray *
find (const JipyoCandleSeries *kept, const gint64 range_ms[2], gboolean with_few)
{
  g_autoptr (GArray) few = g_array_new (FALSE, FALSE, sizeof (JipyoStretch));
  Search all = {
    .kept = kept,
    .step_ms = jipyo_resolution_step_ms (kept->resolution),
    .from_ms = range_ms[0],
    .to_ms = range_ms[1],
    .stretches = g_array_new (FALSE, FALSE, sizeof (JipyoStretch)),
    .few = few,
  };

  search (&all);
  if (!with_few || all.stretches->len == 0 || few->len == 0)
    return all.stretches;
  g_array_append_vals (all.stretches, few->data, few->len);
  g_array_sort (all.stretches, compare_stretches);
  return all.stretches;
}

GArray *
jipyo_missing_find (const JipyoCandleSeries *kept, gint64 from_ms, gint64 to_ms)
{
  return find (kept, (const gint64[]){ from_ms, to_ms }, FALSE);
}

GArray *
jipyo_missing_find_with_few (const JipyoCandleSeries *kept, gint64 from_ms, gint64 to_ms)
{
  return find (kept, (const gint64[]){ from_ms, to_ms }, TRUE);
}

void
jipyo_missing_note_asked (JipyoCandleSeries *series, const JipyoCandleSeries *kept, gint64 from_ms)
{
  const guint n = kept->candles->len;
  const gint64 to_ms = n > 0 ? g_array_index (kept->candles, JipyoCandle, n - 1).start_ms : from_ms;
  const JipyoGap asked = { from_ms, to_ms, JIPYO_GAP_MISSING };

  if (from_ms < to_ms)
    g_array_append_val (series->asked, asked);
}
gint64
jipyo_missing_find_end (JipyoResolution resolution, gint64 over_ms, gint64 now_ms)
{
  const gint64 step_ms = jipyo_resolution_step_ms (resolution);
  const gint64 length_ms = over_ms != 0 ? over_ms : step_ms;

  return ((now_ms - length_ms) / step_ms + 1) * step_ms;
}

JipyoCandleSeries *
jipyo_missing_make_gaps (const JipyoCandleSeries *kept, const GArray *stretches)
{
  g_autoptr (JipyoCandleSeries) gaps = jipyo_candle_series_new (kept->instrument, kept->resolution);
  const gint64 last_ms =
    kept->candles->len > 0
      ? g_array_index (kept->candles, JipyoCandle, kept->candles->len - 1).start_ms
      : G_MININT64;

  for (guint i = 0; i < stretches->len; i++) {
    const JipyoStretch *stretch = &g_array_index (stretches, JipyoStretch, i);
    const JipyoGap gap = { stretch->from_ms, stretch->to_ms, JIPYO_GAP_MISSING };

    if (stretch->to_ms <= last_ms)
      g_array_append_val (gaps->gaps, gap);
  }
  return gaps->gaps->len > 0 ? g_steal_pointer (&gaps) : NULL;
}
