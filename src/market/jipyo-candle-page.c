/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules for past candles that hold for every venue.
 */

#include "jipyo-candle-page.h"

#include "jipyo-date.h"

static const gint64 HOUR_MS = 60 * 60 * 1000;

void
jipyo_candle_page_init (JipyoCandlePage *self, const JipyoCandleAsk *ask)
{
  *self = (JipyoCandlePage){
    .ask = *ask,
    .rows = g_array_new (FALSE, FALSE, sizeof (JipyoCandleRow)),
    .oldest_ms = G_MAXINT64,
  };
}

void
jipyo_candle_page_clear (JipyoCandlePage *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_error (&self->reason);
}

void
jipyo_candle_page_drop (JipyoCandlePage *self, GError *error)
{
  self->n_answered++;
  self->n_dropped++;
  if (self->reason == NULL)
    self->reason = error;
  else
    g_error_free (error);
}

/* NULL when nothing speaks against it. */
static const char *
find_fault (const JipyoCandlePage *self, const JipyoCandleRow *row)
{
  const JipyoCandleAsk *ask = &self->ask;
  const JipyoDecimal *prices[] = { &row->open, &row->high, &row->low, &row->close };

  if (row->start_ms % jipyo_resolution_step_ms (ask->resolution) != 0)
    return ask->resolution == JIPYO_RESOLUTION_DAY && row->start_ms % HOUR_MS == 0
             ? "a day that does not begin at midnight UTC; the venue's hours (1h) can be had"
             : "a candle that does not begin where one of this length does";
  if (row->start_ms > ask->now_ms)
    return "a candle of the future";
  if (row->start_ms >= ask->to_ms)
    return "a candle of a later time than was asked for";
  for (guint i = 0; i < G_N_ELEMENTS (prices); i++)
    if (jipyo_decimal_sign (*prices[i]) <= 0)
      return "a price of zero or less";
  if (jipyo_decimal_compare (row->high, row->open) < 0
      || jipyo_decimal_compare (row->high, row->close) < 0)
    return "a highest price that is not the highest";
  if (jipyo_decimal_compare (row->low, row->open) > 0
      || jipyo_decimal_compare (row->low, row->close) > 0)
    return "a lowest price that is not the lowest";
  if (row->has_volume && jipyo_decimal_sign (row->volume) < 0)
    return "a volume below zero";
  return NULL;
}

static gboolean
is_over (const JipyoCandleAsk *ask, const JipyoCandleRow *row)
{
  const gint64 step_ms = jipyo_resolution_step_ms (ask->resolution);

  return row->start_ms + (ask->over_ms != 0 ? ask->over_ms : step_ms) <= ask->now_ms;
}

void
jipyo_candle_page_take (JipyoCandlePage *self, const JipyoCandleRow *row)
{
  const char *fault = find_fault (self, row);

  if (fault != NULL) {
    g_autofree char *start = jipyo_instant_format (row->start_ms * 1000);

    jipyo_candle_page_drop (
      self, g_error_new (JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY, "%s: %s", start, fault));
    return;
  }
  self->n_answered++;
  self->oldest_ms = MIN (self->oldest_ms, row->start_ms);
  if (row->start_ms >= self->ask.from_ms && is_over (&self->ask, row))
    g_array_append_val (self->rows, *row);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const JipyoCandleRow *x = a, *y = b;

  return (x->start_ms > y->start_ms) - (x->start_ms < y->start_ms);
}

static gboolean
are_equal (const JipyoCandleRow *a, const JipyoCandleRow *b)
{
  return jipyo_decimal_equal (a->open, b->open) && jipyo_decimal_equal (a->high, b->high)
         && jipyo_decimal_equal (a->low, b->low) && jipyo_decimal_equal (a->close, b->close)
         && a->has_volume == b->has_volume
         && (!a->has_volume || jipyo_decimal_equal (a->volume, b->volume));
}

/* The same candle twice is one. Two that begin together and differ: neither can be trusted. */
static void
drop_twins (JipyoCandlePage *self)
{
  guint kept = 0;

  for (guint first = 0, end; first < self->rows->len; first = end) {
    const JipyoCandleRow row = g_array_index (self->rows, JipyoCandleRow, first);
    gboolean agreed = TRUE;

    for (end = first + 1; end < self->rows->len; end++) {
      const JipyoCandleRow *next = &g_array_index (self->rows, JipyoCandleRow, end);

      if (next->start_ms != row.start_ms)
        break;
      agreed = agreed && are_equal (&row, next);
    }
    if (agreed)
      g_array_index (self->rows, JipyoCandleRow, kept++) = row;
    else
      self->n_dropped += end - first;
  }
  g_array_set_size (self->rows, kept);
}

gboolean
jipyo_candle_page_finish (JipyoCandlePage *self, GError **error)
{
  g_array_sort (self->rows, compare_starts);
  drop_twins (self);
  if (self->n_dropped > 0 && self->reason == NULL)
    self->reason = g_error_new_literal (JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                                        "candles that begin at one time and differ");
  if (self->n_dropped == 0 || self->n_dropped < self->n_answered)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->reason));
  return FALSE;
}

static gboolean
take_digits (JipyoDecimal value, guint8 scale, gint64 *digits)
{
  value = jipyo_decimal_round (value, jipyo_decimal_get_decimals (value));
  *digits = value.digits;
  for (guint8 i = value.scale; i < scale; i++)
    if (__builtin_mul_overflow (*digits, 10, digits))
      return FALSE;
  return TRUE;
}

/* The decimals of the finest figure. */
static void
find_scales (JipyoCandleSeries *series, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    const JipyoCandleRow *row = &g_array_index (rows, JipyoCandleRow, i);
    const JipyoDecimal prices[] = { row->open, row->high, row->low, row->close };

    for (guint j = 0; j < G_N_ELEMENTS (prices); j++)
      series->scale = MAX (series->scale, (guint8) jipyo_decimal_get_decimals (prices[j]));
    if (row->has_volume)
      series->volume_scale =
        MAX (series->volume_scale, (guint8) jipyo_decimal_get_decimals (row->volume));
  }
}

/* A volume without room beside the others becomes unknown; a price without room drops its candle:
 * both are exact or not there. */
JipyoCandleSeries *
jipyo_candle_page_make_series (const JipyoCandlePage *self)
{
  JipyoCandleSeries *series = jipyo_candle_series_new (self->ask.instrument, self->ask.resolution);

  find_scales (series, self->rows);
  for (guint i = 0; i < self->rows->len; i++) {
    const JipyoCandleRow *row = &g_array_index (self->rows, JipyoCandleRow, i);
    JipyoCandle candle = { .start_ms = row->start_ms, .volume = JIPYO_VOLUME_NOT_SAID };

    if (!take_digits (row->open, series->scale, &candle.open)
        || !take_digits (row->high, series->scale, &candle.high)
        || !take_digits (row->low, series->scale, &candle.low)
        || !take_digits (row->close, series->scale, &candle.close))
      continue;
    if (row->has_volume && !take_digits (row->volume, series->volume_scale, &candle.volume))
      candle.volume = JIPYO_VOLUME_NOT_SAID;
    g_array_append_val (series->candles, candle);
  }
  return series;
}
