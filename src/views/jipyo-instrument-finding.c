/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One walk over the closes, of those in the unit of the last. Of equal highest closes the last one
 * counts: a fall begins where it begins.
 */

#include "jipyo-instrument-finding.h"

/* Half of the last digit that is written: 0.1 %. */
static const double WORTH_A_WORD = 0.0005;

static void
look_at (JipyoInstrumentFinding *self, double close, gint64 start_ms)
{
  if (close >= self->highest) {
    self->highest = close;
    self->highest_ms = start_ms;
  }
  self->lowest = MIN (self->lowest, close);
  const double fall = 1 - close / self->highest;
  if (fall > self->fall) {
    self->fall = fall;
    self->fall_from_ms = self->highest_ms;
    self->fall_to_ms = start_ms;
  }
  self->last = close;
  self->last_ms = start_ms;
}

gboolean
jipyo_instrument_finding_init (JipyoInstrumentFinding *self,
                               const JipyoPricePath *path,
                               double before,
                               gint64 before_ms)
{
  if (path == NULL || path->n == 0)
    return FALSE;
  const guint start = jipyo_price_path_find_unit_start (path);
  const JipyoCandle *first = jipyo_price_path_get_candle (path, (int) start);
  const double close = jipyo_price_path_get_value (path, first->close);

  const gboolean of_days = path->series->resolution == JIPYO_RESOLUTION_DAY;

  *self = (JipyoInstrumentFinding){
    .base = of_days ? close : jipyo_price_path_get_value (path, first->open),
    .base_ms = first->start_ms,
  };
  if (before > 0 && start == 0) {
    self->base = before;
    self->base_ms = before_ms;
    self->from_before = TRUE;
  }
  if (!(self->base > 0) || !(close > 0) || (path->n < start + 2 && !self->from_before))
    return FALSE;
  self->first_ms = first->start_ms;
  self->highest = self->lowest = close;
  self->highest_ms = first->start_ms;
  for (guint i = start; i < path->n; i++) {
    const JipyoCandle *candle = jipyo_price_path_get_candle (path, (int) i);

    look_at (self, jipyo_price_path_get_value (path, candle->close), candle->start_ms);
  }
  return TRUE;
}

double
jipyo_instrument_finding_get_change (const JipyoInstrumentFinding *self)
{
  return self->last / self->base - 1;
}

double
jipyo_instrument_finding_get_below (const JipyoInstrumentFinding *self)
{
  const double below = 1 - self->last / self->highest;

  return below < WORTH_A_WORD ? 0 : below;
}
