/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both series are in order of time, and so is what becomes of them.
 */

#include "jipyo-candle-former.h"

#include "jipyo-candle-origin.h"
#include "jipyo-unit-change.h"

static const JipyoCandle *
get_candle (const JipyoCandleSeries *series, guint i)
{
  return &g_array_index (series->candles, JipyoCandle, i);
}

/* FALSE for a figure too large for so many decimals. */
static gboolean
scale_up (gint64 *digits, guint by)
{
  for (; by > 0; by--)
    if (__builtin_mul_overflow (*digits, 10, digits))
      return FALSE;
  return TRUE;
}

static gboolean
scale_prices (JipyoCandle *candle, guint by)
{
  return scale_up (&candle->open, by) && scale_up (&candle->high, by) && scale_up (&candle->low, by)
         && scale_up (&candle->close, by);
}

/* The candles with these decimals; NULL when one is too large. */
static GArray *
copy_scaled (const JipyoCandleSeries *series, guint8 scale, guint8 volume_scale)
{
  g_autoptr (GArray) scaled = g_array_new (FALSE, FALSE, sizeof (JipyoCandle));

  for (guint i = 0; i < series->candles->len; i++) {
    JipyoCandle candle = *get_candle (series, i);

    if (!scale_prices (&candle, scale - series->scale)
        || (candle.volume > 0 && !scale_up (&candle.volume, volume_scale - series->volume_scale)))
      return NULL;
    g_array_append_val (scaled, candle);
  }
  return g_steal_pointer (&scaled);
}

/* Of two units that of the new code is taken. */
static JipyoCandle
choose (const JipyoCandle *own, const JipyoCandle *before)
{
  JipyoCandle candle = *own;

  if (jipyo_unit_change_of_code (jipyo_decimal_from_int (before->close),
                                 jipyo_decimal_from_int (own->open))
      != 0)
    return candle;
  if (own->volume != JIPYO_VOLUME_NOT_HEARD || before->volume != JIPYO_VOLUME_NOT_HEARD)
    return candle;
  candle.open = before->open;
  candle.high = MAX (own->high, before->high);
  candle.low = MIN (own->low, before->low);
  return candle;
}

/* By start; of `before` what starts until then. */
static GArray *
weave (const GArray *own, const GArray *before, gint64 until_ms)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (JipyoCandle));
  guint i = 0, j = 0;

  while (i < own->len || j < before->len) {
    const JipyoCandle *a = i < own->len ? &g_array_index (own, JipyoCandle, i) : NULL;
    const JipyoCandle *b = j < before->len ? &g_array_index (before, JipyoCandle, j) : NULL;

    if (b != NULL && b->start_ms > until_ms) {
      j = before->len;
    } else if (a != NULL && b != NULL && a->start_ms == b->start_ms) {
      const JipyoCandle both = choose (a, b);
      g_array_append_val (all, both);
      i++, j++;
    } else if (b == NULL || (a != NULL && a->start_ms < b->start_ms)) {
      g_array_append_val (all, *a);
      i++;
    } else {
      g_array_append_val (all, *b);
      j++;
    }
  }
  return all;
}

/* Nobody listened for the new code before there was one. */
static GArray *
weave_gaps (const GArray *own, const GArray *before, gint64 until_ms)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (JipyoGap));

  for (guint i = 0; i < before->len; i++) {
    JipyoGap gap = g_array_index (before, JipyoGap, i);

    gap.to_ms = MIN (gap.to_ms, until_ms);
    if (gap.from_ms < gap.to_ms)
      g_array_append_val (all, gap);
  }
  for (guint i = 0; i < own->len; i++) {
    JipyoGap gap = g_array_index (own, JipyoGap, i);

    if (gap.reason != JIPYO_GAP_DAMAGED)
      gap.from_ms = MAX (gap.from_ms, until_ms);
    if (gap.from_ms < gap.to_ms)
      g_array_append_val (all, gap);
  }
  return all;
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const JipyoGap *x = a, *y = b;

  return (x->from_ms > y->from_ms) - (x->from_ms < y->from_ms);
}

/* Takes the array. */
static void
replace (GArray **array, GArray *with)
{
  g_array_unref (*array);
  *array = with;
}

/* The change may have been noticed long after it: where the new code begins after the last candle
 * of the old one, the old one had ended by then. */
static gint64
find_end (const GArray *own, const GArray *before, gint64 until_ms)
{
  guint n = before->len;

  while (n > 0 && g_array_index (before, JipyoCandle, n - 1).start_ms > until_ms)
    n--;
  if (own->len == 0 || n == 0)
    return until_ms;
  const gint64 last_ms = g_array_index (before, JipyoCandle, n - 1).start_ms;
  const gint64 first_ms = g_array_index (own, JipyoCandle, 0).start_ms;
  return first_ms > last_ms ? MIN (until_ms, first_ms - 1) : until_ms;
}

static void
note_former (JipyoCandleSeries *self, const JipyoNewCode *code, gint64 end_ms)
{
  JipyoNewCode *own = jipyo_new_code_copy (code);

  if (end_ms < code->until_us / 1000)
    own->until_us = end_ms * 1000;
  if (self->former == NULL)
    self->former = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_new_code_free);
  g_ptr_array_add (self->former, own);
}

/* What was said of the old code is of it, up to its end. */
static void
add_origins (JipyoCandleSeries *self, const JipyoCandleSeries *before, gint64 until_ms)
{
  if (before->origins == NULL)
    return;
  if (self->origins == NULL)
    self->origins = jipyo_candle_origins_new ();
  for (guint i = 0; i < before->origins->len; i++) {
    const JipyoCandleOrigin *origin = g_ptr_array_index (before->origins, i);
    const JipyoGap stretch = { origin->from_ms, MIN (origin->to_ms, until_ms + 1),
                               JIPYO_GAP_MISSING };

    if (stretch.from_ms >= stretch.to_ms)
      continue;
    JipyoCandleOrigin *own = jipyo_candle_origin_new (origin->name, &stretch);
    own->resolution = origin->resolution;
    g_ptr_array_add (self->origins, own);
  }
}

gboolean
jipyo_candle_series_add_former (JipyoCandleSeries *self,
                                const JipyoCandleSeries *before,
                                const JipyoNewCode *code)
{
  const gint64 until_ms = code->until_us / 1000;
  const guint8 scale = MAX (self->scale, before->scale);
  const guint8 volume_scale = MAX (self->volume_scale, before->volume_scale);

  if (before->candles->len == 0 || get_candle (before, 0)->start_ms > until_ms
      || (self->candles->len > 0 && before->step_ms != self->step_ms))
    return FALSE;
  g_autoptr (GArray) own = copy_scaled (self, scale, volume_scale);
  g_autoptr (GArray) others = copy_scaled (before, scale, volume_scale);
  if (own == NULL || others == NULL)
    return FALSE;
  const gint64 end_ms = find_end (own, others, until_ms);
  replace (&self->candles, weave (own, others, until_ms));
  replace (&self->gaps, weave_gaps (self->gaps, before->gaps, until_ms));
  replace (&self->asked, weave_gaps (self->asked, before->asked, until_ms));
  g_array_sort (self->gaps, compare_gaps);
  self->step_ms = before->step_ms; /* of what was never kept there is none */
  self->scale = scale;
  self->volume_scale = volume_scale;
  note_former (self, code, end_ms);
  add_origins (self, before, until_ms);
  return TRUE;
}

const char *
jipyo_candle_series_find_code (const JipyoCandleSeries *self, gint64 start_ms)
{
  const char *instrument = self->instrument;

  for (guint i = 0; self->former != NULL && i < self->former->len; i++) {
    const JipyoNewCode *code = g_ptr_array_index (self->former, i);

    if (start_ms <= code->until_us / 1000)
      instrument = code->instrument;
  }
  return instrument;
}

void
jipyo_candle_series_set_next (JipyoCandleSeries *self, const JipyoNewCode *code)
{
  const gint64 until_ms = code->until_us / 1000;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (JipyoGap));
  guint n = 0;

  jipyo_new_code_free (self->next);
  self->next = jipyo_new_code_copy (code);
  while (n < self->candles->len && get_candle (self, n)->start_ms <= until_ms)
    n++;
  if (n == self->candles->len || n == 0)
    return;
  g_array_remove_range (self->candles, 0, n);
  replace (&self->gaps, weave_gaps (self->gaps, none, until_ms));
}

gboolean
jipyo_candle_series_has_left (const JipyoCandleSeries *self)
{
  return self->next != NULL && self->candles->len > 0
         && get_candle (self, 0)->start_ms > self->next->until_us / 1000;
}
