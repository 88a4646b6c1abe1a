/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A share that was not traded for a month may be worth anything after it: that is no split.
 */

#include "jipyo-candle-unit.h"

#include "jipyo-candle-former.h"
#include "jipyo-unit-change.h"

#include <string.h>

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;
static const gint64 HALT_DAYS_MOST = 31;

static gboolean
has_days_between (const JipyoCandle *before, const JipyoCandle *candle)
{
  const gint64 days = candle->start_ms / DAY_MS - before->start_ms / DAY_MS;

  return days > 0 && days <= HALT_DAYS_MOST;
}

/* Whether that is where a unit may change; prices are not looked at. The candle in which a code
 * ends may be one of the next. */
static gboolean
may_change (const JipyoCandleSeries *self, const JipyoCandle *before, const JipyoCandle *candle)
{
  if (self->former == NULL)
    return jipyo_unit_change_is_of_share (self->instrument) && has_days_between (before, candle);
  return strcmp (jipyo_candle_series_find_code (self, before->start_ms),
                 jipyo_candle_series_find_code (self, candle->start_ms + self->step_ms))
         != 0;
}

int
jipyo_candle_series_find_unit_change (const JipyoCandleSeries *self, guint index)
{
  if (index == 0 || index >= self->candles->len)
    return 0;
  const JipyoCandle *candle = &g_array_index (self->candles, JipyoCandle, index);

  if (!may_change (self, candle - 1, candle))
    return 0;
  const JipyoDecimal close = jipyo_candle_series_get_price (self, candle[-1].close);
  const JipyoDecimal open = jipyo_candle_series_get_price (self, candle->open);
  return self->former != NULL ? jipyo_unit_change_of_code (close, open)
                              : jipyo_unit_change_of_share (close, open);
}

guint
jipyo_candle_series_find_unit_start (const JipyoCandleSeries *self)
{
  guint i = self->candles->len;

  while (i > 1 && jipyo_candle_series_find_unit_change (self, i - 1) == 0)
    i--;
  return i > 0 ? i - 1 : 0;
}
