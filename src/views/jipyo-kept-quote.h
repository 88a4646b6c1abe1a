/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The last close that was kept, as a quote: newer than what a source printed once, where none was
 * received.
 */

#pragma once

#include "jipyo-candle.h"
#include "jipyo-quote.h"

/* Of candles of a day; with the state "history", the time at which that day's trade ended, and no
 * change. NULL when the series, which may be NULL, has none. (transfer full) (nullable) */
JipyoQuote *jipyo_kept_quote_new (const JipyoCandleSeries *daily, gint64 now_us);
/* The id of what stands behind a quote: of such a one the candle whose close it is, of any other
 * the instrument, for which the newest that was received or printed is shown. (transfer full) */
char *jipyo_kept_quote_format_source (const JipyoQuote *quote);
