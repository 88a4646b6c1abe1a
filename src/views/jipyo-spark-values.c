/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values are spread evenly, so a gap takes the room of one value and no more.
 */

#include "jipyo-spark-values.h"

#include "jipyo-date.h"
#include "jipyo-candle-unit.h"
#include "jipyo-instrument.h"

#include <math.h>

/* Over a weekend and the longest holidays there is nothing to be missing. */
static const int DAYS_CLOSED_MOST = 12;

static int
find_day (const JipyoCandle *candle)
{
  return jipyo_date_first_day (jipyo_instant_date_kst (candle->start_ms * 1000));
}

static gboolean
follows (const JipyoCandleSeries *series, const JipyoCandle *one, const JipyoCandle *next)
{
  const gint64 end_ms = one->start_ms + series->step_ms;

  if (next->start_ms <= end_ms)
    return TRUE;
  if (!jipyo_instrument_is_listed (series->instrument))
    return FALSE;
  const int days = find_day (next) - find_day (one);
  return days > 0 && days <= DAYS_CLOSED_MOST;
}

static gint64
get_first_ms (const JipyoCandleSeries *series)
{
  return series != NULL && series->candles->len > 0
           ? g_array_index (series->candles, JipyoCandle, 0).start_ms
           : G_MAXINT64;
}

const JipyoCandleSeries *
jipyo_spark_values_choose (const JipyoCandleSeries *hours, const JipyoCandleSeries *days)
{
  const gint64 first_ms = get_first_ms (days);

  if (hours == NULL || first_ms == G_MAXINT64)
    return hours;
  return first_ms < get_first_ms (hours) - days->step_ms ? days : hours;
}

GArray *
jipyo_spark_values_new (const JipyoCandleSeries *series)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));
  const double gap = NAN;

  const guint start = jipyo_candle_series_find_unit_start (series);

  for (guint i = start; i < series->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (series->candles, JipyoCandle, i);
    const double value =
      jipyo_decimal_to_double (jipyo_candle_series_get_price (series, candle->close));

    if (i > start && !follows (series, candle - 1, candle))
      g_array_append_val (values, gap);
    g_array_append_val (values, value);
  }
  return values;
}
