/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Series of candles, and the words for their resolutions and gaps.
 */

#include "jipyo-candle.h"

#include <string.h>

static const struct {
  const char *id;
  gint64 step_ms;
} resolutions[] = {
  [JIPYO_RESOLUTION_TICK] = { "tick", 0 },
  [JIPYO_RESOLUTION_MINUTE] = { "1m", 60 * 1000 },
  [JIPYO_RESOLUTION_HOUR] = { "1h", 60 * 60 * 1000 },
  [JIPYO_RESOLUTION_DAY] = { "1d", 24 * 60 * 60 * 1000 },
};

JipyoCandleSeries *
jipyo_candle_series_new (const char *instrument, JipyoResolution resolution)
{
  JipyoCandleSeries *self = g_new0 (JipyoCandleSeries, 1);

  self->instrument = g_strdup (instrument);
  self->resolution = resolution;
  self->step_ms = jipyo_resolution_step_ms (resolution);
  self->candles = g_array_new (FALSE, FALSE, sizeof (JipyoCandle));
  self->gaps = g_array_new (FALSE, FALSE, sizeof (JipyoGap));
  self->asked = g_array_new (FALSE, FALSE, sizeof (JipyoGap));
  return self;
}

void
jipyo_candle_series_free (JipyoCandleSeries *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->candles);
  g_array_unref (self->gaps);
  g_array_unref (self->asked);
  g_clear_pointer (&self->former, g_ptr_array_unref);
  g_clear_pointer (&self->origins, g_ptr_array_unref);
  jipyo_new_code_free (self->next);
  g_free (self->origin);
  g_free (self->instrument);
  g_free (self);
}

static void
merge_candle (JipyoCandle *into, const JipyoCandle *part)
{
  into->high = MAX (into->high, part->high);
  into->low = MIN (into->low, part->low);
  into->close = part->close;
  if (into->volume < 0 || part->volume < 0)
    into->volume = MIN (into->volume, part->volume);
  else
    into->volume += part->volume;
}

JipyoCandleSeries *
jipyo_candle_series_merge (const JipyoCandleSeries *self, gint64 step_ms)
{
  g_return_val_if_fail (step_ms > 0, NULL);
  JipyoCandleSeries *merged = jipyo_candle_series_new (self->instrument, self->resolution);

  merged->step_ms = step_ms;
  merged->scale = self->scale;
  merged->volume_scale = self->volume_scale;
  merged->former = self->former != NULL ? g_ptr_array_ref (self->former) : NULL;
  merged->origins = self->origins != NULL ? g_ptr_array_ref (self->origins) : NULL;
  merged->next = self->next != NULL ? jipyo_new_code_copy (self->next) : NULL;
  g_array_append_vals (merged->gaps, self->gaps->data, self->gaps->len);
  for (guint i = 0; i < self->candles->len; i++) {
    JipyoCandle candle = g_array_index (self->candles, JipyoCandle, i);

    candle.start_ms -= (candle.start_ms % step_ms + step_ms) % step_ms;
    const guint n = merged->candles->len;
    JipyoCandle *last = n > 0 ? &g_array_index (merged->candles, JipyoCandle, n - 1) : NULL;
    if (last != NULL && last->start_ms == candle.start_ms)
      merge_candle (last, &candle);
    else
      g_array_append_val (merged->candles, candle);
  }
  return merged;
}

static gboolean
scale_up (gint64 *digits, gint64 factor)
{
  return !__builtin_mul_overflow (*digits, factor, digits);
}

/* One decimal more for all prices; FALSE, with all as they were, when one has no room for it. */
static gboolean
widen (JipyoCandleSeries *self)
{
  g_autoptr (GArray) wider = g_array_copy (self->candles);

  for (guint i = 0; i < wider->len; i++) {
    JipyoCandle *candle = &g_array_index (wider, JipyoCandle, i);

    if (!scale_up (&candle->open, 10) || !scale_up (&candle->high, 10)
        || !scale_up (&candle->low, 10) || !scale_up (&candle->close, 10))
      return FALSE;
  }
  g_array_unref (self->candles);
  self->candles = g_steal_pointer (&wider);
  self->scale++;
  return TRUE;
}

/* Digits of a price at the series' scale, which grows with what the price needs. */
static gboolean
find_digits (JipyoCandleSeries *self, JipyoDecimal price, gint64 *digits)
{
  price = jipyo_decimal_round (price, jipyo_decimal_get_decimals (price));
  while (self->scale < price.scale)
    if (!widen (self))
      return FALSE;
  *digits = price.digits;
  for (guint scale = price.scale; scale < self->scale; scale++)
    if (!scale_up (digits, 10))
      return FALSE;
  return TRUE;
}

gboolean
jipyo_candle_series_put_price (JipyoCandleSeries *self, gint64 time_ms, JipyoDecimal price)
{
  const gint64 step_ms = self->step_ms;
  const guint n = self->candles->len;
  gint64 digits;

  if (step_ms <= 0)
    return FALSE;
  const gint64 start_ms = time_ms - (time_ms % step_ms + step_ms) % step_ms;
  if (n > 0 && g_array_index (self->candles, JipyoCandle, n - 1).start_ms > start_ms)
    return FALSE;
  if (!find_digits (self, price, &digits))
    return FALSE;
  const JipyoCandle candle = { start_ms, digits, digits, digits, digits, JIPYO_VOLUME_NOT_HEARD };
  JipyoCandle *last = n > 0 ? &g_array_index (self->candles, JipyoCandle, n - 1) : NULL;
  self->continued = TRUE;
  if (last == NULL || last->start_ms < start_ms) {
    g_array_append_val (self->candles, candle);
    return TRUE;
  }
  last->high = MAX (last->high, digits);
  last->low = MIN (last->low, digits);
  last->close = digits;
  return TRUE;
}

JipyoDecimal
jipyo_candle_series_get_price (const JipyoCandleSeries *self, gint64 digits)
{
  return (JipyoDecimal){ .digits = digits, .scale = self->scale };
}

gboolean
jipyo_candle_series_get_volume (const JipyoCandleSeries *self,
                                const JipyoCandle *candle,
                                JipyoDecimal *volume)
{
  if (candle->volume < 0)
    return FALSE;
  *volume = (JipyoDecimal){ .digits = candle->volume, .scale = self->volume_scale };
  return TRUE;
}

gboolean
jipyo_candle_series_has_gap (const JipyoCandleSeries *self, gint64 after_ms, gint64 before_ms)
{
  for (guint i = 0; i < self->gaps->len; i++) {
    const JipyoGap *gap = &g_array_index (self->gaps, JipyoGap, i);

    if (gap->from_ms < before_ms && gap->to_ms > after_ms)
      return TRUE;
  }
  return FALSE;
}

const char *
jipyo_resolution_id (JipyoResolution resolution)
{
  return resolutions[resolution].id;
}

gboolean
jipyo_resolution_parse (const char *id, JipyoResolution *resolution)
{
  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (resolutions); i++)
    if (strcmp (resolutions[i].id, id) == 0) {
      *resolution = (JipyoResolution) i;
      return TRUE;
    }
  return FALSE;
}

gint64
jipyo_resolution_step_ms (JipyoResolution resolution)
{
  return resolutions[resolution].step_ms;
}

const char *
jipyo_gap_reason_id (JipyoGapReason reason)
{
  switch (reason) {
  case JIPYO_GAP_NOT_RUNNING:
    return "not-running";
  case JIPYO_GAP_MISSING:
    return "missing";
  case JIPYO_GAP_DAMAGED:
    break;
  }
  return "damaged";
}
