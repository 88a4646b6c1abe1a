/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bases of changes. A candle's close is its last price: it is known only once the candle is over.
 */

#include "jipyo-basis.h"

#include "jipyo-price-leap.h"

static const gint64 hour_us = G_GINT64_CONSTANT (3600000000);

gint64
jipyo_basis_get_instant (JipyoChangeBasis basis, gint64 now_us)
{
  const gint64 day_us = 24 * hour_us;
  const gint64 kst_us = 9 * hour_us;

  switch (basis) {
  case JIPYO_BASIS_PREVIOUS_CLOSE_UTC:
    return now_us - now_us % day_us;
  case JIPYO_BASIS_PREVIOUS_CLOSE_KST:
    return now_us - (now_us + kst_us) % day_us;
  case JIPYO_BASIS_ROLLING_24H:
    return now_us - day_us;
  case JIPYO_BASIS_UNSTATED:
  case JIPYO_BASIS_PREVIOUS_SESSION:
    return 0;
  }
  return 0;
}

gboolean
jipyo_basis_find_price (const JipyoCandleSeries *series, gint64 instant_us, JipyoDecimal *price)
{
  const gint64 instant_ms = instant_us / 1000;
  const JipyoCandle *last = NULL;

  for (guint i = 0; i < series->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (series->candles, JipyoCandle, i);

    if (candle->start_ms + series->step_ms > instant_ms)
      break;
    last = candle;
  }
  /* Of a time after it was made a copy knows nothing, not even that a price stayed. */
  if (series->copied_ms != 0 && series->copied_ms < instant_ms)
    return FALSE;
  if (last == NULL || instant_ms - (last->start_ms + series->step_ms) > JIPYO_BASIS_REACH_MS
      || jipyo_candle_series_has_gap (series, last->start_ms, instant_ms))
    return FALSE;
  *price = jipyo_candle_series_get_price (series, last->close);
  return TRUE;
}

/* A price that nobody has confirmed since the moment says nothing of what came after it, whosever
 * the change is: its own is counted from a moment of another day. */
static gboolean
is_of_before (const JipyoQuote *quote, gint64 instant_us)
{
  const gint64 time_us = quote->venue_time_us != 0 ? quote->venue_time_us : quote->received_us;

  return !jipyo_quote_state_is_current (quote->state) && time_us < instant_us;
}

/* A candle may have been imported in another unit, or made up. A price as far off as none jumps is
 * no base, unless the venue counts from such a one itself. */
static gboolean
is_base (const JipyoQuote *quote, JipyoDecimal price)
{
  JipyoDecimal own;

  if (jipyo_price_is_near (quote->last, price))
    return TRUE;
  return quote->has_change && jipyo_decimal_subtract (quote->last, quote->change, &own)
         && jipyo_decimal_sign (own) > 0 && jipyo_price_is_near (price, own);
}

/* The price that the quote's change is counted from; FALSE when none is known. */
static gboolean
find_base (const JipyoQuote *quote,
           const JipyoCandleSeries *series,
           gint64 instant_us,
           JipyoDecimal *price)
{
  return series != NULL && instant_us != 0 && !is_of_before (quote, instant_us)
         && jipyo_basis_find_price (series, instant_us, price) && is_base (quote, *price);
}

gboolean
jipyo_quote_rebase (JipyoQuote *quote,
                    JipyoChangeBasis basis,
                    const JipyoCandleSeries *series,
                    gint64 now_us)
{
  const gint64 instant_us = jipyo_basis_get_instant (basis, now_us);
  JipyoDecimal price;

  if (quote->basis == basis && quote->has_change && !is_of_before (quote, instant_us))
    return TRUE;
  const gboolean has_base = find_base (quote, series, instant_us, &price);
  quote->has_change = FALSE;
  quote->has_change_percent = FALSE;
  quote->basis = JIPYO_BASIS_UNSTATED;
  if (!has_base)
    return FALSE;
  jipyo_quote_set_change_from (quote, price, basis);
  if (!quote->has_change)
    quote->basis = JIPYO_BASIS_UNSTATED;
  return quote->has_change;
}
