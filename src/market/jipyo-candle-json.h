/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Past candles as a line of the feed:
 *
 *   {"candles":"upbit:KRW-BTC","every":"1d","provider":"upbit",
 *    "rows":[[START_MS,"OPEN","HIGH","LOW","CLOSE","VOLUME"|null], …]}
 */

#pragma once

#include "jipyo-candle.h"
#include "jipyo-json-writer.h"
#include "jipyo-reply.h"

/* `n` candles from `first` on. */
void jipyo_candles_write (JipyoJsonWriter *writer,
                          const JipyoCandleSeries *series,
                          guint first,
                          guint n);
/* As strict as the parsers of the venues: JIPYO_MARKET_ERROR_BAD_REPLY when one is no candle of the
 * length. Of which time they are is for the caller to judge. (transfer full) */
JipyoCandleSeries *jipyo_candles_read (const JipyoFields *fields, GError **error);
