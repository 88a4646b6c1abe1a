/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Closes of trading days, and the days that two series share.
 */

#include "jipyo-closes.h"

#include "jipyo-candle-unit.h"

#include <math.h>

static const gint64 DAY_MS = G_GINT64_CONSTANT (24) * 60 * 60 * 1000;
/* 15:00 and 15:30 in Korea, from midnight in UTC: a session of Korea lies within a day of UTC. */
static const gint64 CLOSING_FROM_MS = G_GINT64_CONSTANT (6) * 60 * 60 * 1000;
static const gint64 CLOSING_TO_MS = CLOSING_FROM_MS + G_GINT64_CONSTANT (30) * 60 * 1000;

JipyoCloses *
jipyo_closes_new (void)
{
  JipyoCloses *self = g_new0 (JipyoCloses, 1);

  self->days = g_array_new (FALSE, FALSE, sizeof (int));
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
jipyo_closes_free (JipyoCloses *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->days);
  g_array_unref (self->values);
  g_free (self);
}

void
jipyo_closes_add (JipyoCloses *self, int day, double value)
{
  const guint n = self->days->len;

  g_return_if_fail (n == 0 || day > jipyo_closes_get_day (self, n - 1));

  if (!isfinite (value) || value <= 0)
    value = NAN;
  g_array_append_val (self->days, day);
  g_array_append_val (self->values, value);
}

guint
jipyo_closes_get_n (const JipyoCloses *self)
{
  return self->days->len;
}

int
jipyo_closes_get_day (const JipyoCloses *self, guint n)
{
  return g_array_index (self->days, int, n);
}

double
jipyo_closes_get_value (const JipyoCloses *self, guint n)
{
  return g_array_index (self->values, double, n);
}

guint
jipyo_closes_count (const JipyoCloses *self)
{
  guint count = 0;

  for (guint i = 0; i < jipyo_closes_get_n (self); i++)
    count += !isnan (jipyo_closes_get_value (self, i));
  return count;
}

gboolean
jipyo_closes_find (const JipyoCloses *self, int day, guint *n)
{
  guint low = 0;
  guint high = jipyo_closes_get_n (self);

  while (low < high) {
    const guint middle = low + (high - low) / 2;

    if (jipyo_closes_get_day (self, middle) < day)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == jipyo_closes_get_n (self))
    return FALSE;
  *n = low;
  return TRUE;
}

static gboolean
is_close (const JipyoCandleSeries *candles, const JipyoCandle *candle)
{
  return candle->volume != JIPYO_VOLUME_NOT_HEARD
         || !jipyo_candle_series_has_gap (candles, candle->start_ms + CLOSING_FROM_MS,
                                          candle->start_ms + CLOSING_TO_MS);
}

JipyoCloses *
jipyo_closes_new_from_candles (const JipyoCandleSeries *candles, int last_day)
{
  JipyoCloses *self = jipyo_closes_new ();
  int before = G_MININT;

  for (guint i = jipyo_candle_series_find_unit_start (candles); i < candles->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (candles->candles, JipyoCandle, i);
    const int day = (int) (candle->start_ms / DAY_MS);
    const JipyoDecimal close = jipyo_candle_series_get_price (candles, candle->close);

    if (day > last_day)
      break;
    if (day <= before || !is_close (candles, candle))
      continue;
    jipyo_closes_add (self, day, jipyo_decimal_to_double (close));
    before = day;
  }
  return self;
}

JipyoCloses *
jipyo_closes_align (const JipyoCloses *self, const JipyoCloses *calendar)
{
  JipyoCloses *aligned = jipyo_closes_new ();
  guint at = 0;

  for (guint i = 0; i < jipyo_closes_get_n (calendar); i++) {
    const int day = jipyo_closes_get_day (calendar, i);

    while (at < jipyo_closes_get_n (self) && jipyo_closes_get_day (self, at) < day)
      at++;
    const gboolean has = at < jipyo_closes_get_n (self) && jipyo_closes_get_day (self, at) == day;
    jipyo_closes_add (aligned, day, has ? jipyo_closes_get_value (self, at) : NAN);
  }
  return aligned;
}

void
jipyo_closes_compute_returns (const JipyoCloses *self, double *returns)
{
  for (guint i = 0; i < jipyo_closes_get_n (self); i++)
    returns[i] =
      i == 0 ? NAN : log (jipyo_closes_get_value (self, i) / jipyo_closes_get_value (self, i - 1));
}
