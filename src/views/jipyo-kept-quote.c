/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It has no provider: whoever told the candles is not kept with each. A change would need the close
 * before, and to know that none is missing between the two.
 */

#include "jipyo-kept-quote.h"

#include "jipyo-candle-id.h"
#include "jipyo-instrument.h"

static const gint64 day_us = G_TIME_SPAN_DAY;
/* From the beginning of the UTC day, 09:00 in Korea, to 15:30. */
static const gint64 session_us = 6 * G_TIME_SPAN_HOUR + 30 * G_TIME_SPAN_MINUTE;

JipyoQuote *
jipyo_kept_quote_new (const JipyoCandleSeries *daily, gint64 now_us)
{
  if (daily == NULL || daily->candles->len == 0)
    return NULL;
  const JipyoCandle *last = &g_array_index (daily->candles, JipyoCandle, daily->candles->len - 1);
  const gint64 length_us = jipyo_instrument_is_listed (daily->instrument) ? session_us : day_us;
  JipyoQuote *quote = jipyo_quote_new (daily->instrument, "");

  quote->last = jipyo_candle_series_get_price (daily, last->close);
  quote->state = JIPYO_QUOTE_HISTORY;
  quote->venue_time_us = MIN (last->start_ms * 1000 + length_us, now_us);
  quote->received_us = quote->venue_time_us;
  return quote;
}

char *
jipyo_kept_quote_format_source (const JipyoQuote *quote)
{
  /* What was printed has no time. */
  if (*quote->provider != '\0' || quote->state != JIPYO_QUOTE_HISTORY || quote->venue_time_us <= 0)
    return g_strdup (quote->instrument);
  /* A day that is over ends where the next begins. */
  const gint64 start_us = (quote->venue_time_us - 1) / day_us * day_us;

  return jipyo_candle_id_format (quote->instrument, day_us / 1000, start_us / 1000);
}
