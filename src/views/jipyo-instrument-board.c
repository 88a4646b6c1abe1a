/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every part of an instrument's view asks: how a price is written, whether there are too many
 * candles, and from when to when its charts go.
 */

#include "jipyo-format.h"
#include "jipyo-instrument-board.h"
#include "jipyo-instrument.h"

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;

char *
jipyo_instrument_board_format_price (const JipyoInstrumentBoard *self, JipyoDecimal price)
{
  return jipyo_format_price (price, MAX (self->decimals, jipyo_decimal_get_decimals (price)));
}

gboolean
jipyo_instrument_board_is_dense (const JipyoInstrumentBoard *self)
{
  return self->path->n > JIPYO_INSTRUMENT_CANDLES_MAX;
}

/* All charts of an instrument begin and end alike: a session is as long as it will be, a day round
 * the clock as long as a day. */
static gboolean
find_reach (const JipyoInstrumentBoard *self, gint64 reach_ms[2])
{
  if (!jipyo_price_path_get_reach (self->path, reach_ms))
    return FALSE;
  if (self->range->days == 1 && !jipyo_instrument_is_listed (self->instrument)) {
    /* The candle of now ends later. */
    reach_ms[1] = MAX (reach_ms[1], jipyo_view_context_get_end_ms (self->draft->context));
    reach_ms[0] = reach_ms[1] - DAY_MS;
  }
  return TRUE;
}

void
jipyo_instrument_board_set_time (const JipyoInstrumentBoard *self, JipyoPlot *plot)
{
  gint64 reach_ms[2];

  plot->position.kind = JIPYO_SCALE_TIME;
  plot->position.sessions = jipyo_price_path_make_sessions (self->path);
  plot->position.of_days = self->path->series->resolution == JIPYO_RESOLUTION_DAY;
  if (!plot->position.of_days)
    plot->position.stretch_s = self->path->series->step_ms / 1000.0;
  plot->position.has_bounds = find_reach (self, reach_ms);
  if (!plot->position.has_bounds)
    return;
  plot->position.low = reach_ms[0] / 1000.0;
  plot->position.high = reach_ms[1] / 1000.0;
}
