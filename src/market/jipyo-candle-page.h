/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one answer of a venue yields of past candles, and the rules that hold for every venue: no
 * candle that is still going on, none that contradicts itself, none of a time that was not asked
 * for. What cannot be true is left out and counted; a candle that is not there is never made up.
 */

#pragma once

#include "jipyo-candle.h"
#include "jipyo-market-error.h"

typedef struct {
  const char *instrument; /* borrowed */
  JipyoResolution resolution;
  gint64 from_ms; /* the first start that is wanted */
  gint64 to_ms;   /* not wanted any more */
  gint64 over_ms; /* after its start, until a candle counts as over; 0: its own length */
  gint64 now_ms;  /* when the answer was received */
} JipyoCandleAsk;

typedef struct {
  gint64 start_ms;
  JipyoDecimal open, high, low, close;
  JipyoDecimal volume; /* if has_volume */
  gboolean has_volume;
} JipyoCandleRow;

typedef struct {
  JipyoCandleAsk ask;
  GArray *rows;     /* of JipyoCandleRow, by start once it is finished */
  guint n_answered; /* rows that the answer had */
  guint n_dropped;  /* of them, that cannot be true */
  gint64 oldest_ms; /* of all that the answer had; G_MAXINT64: none */
  GError *reason;   /* why the first one was dropped; owned */
} JipyoCandlePage;

void jipyo_candle_page_init (JipyoCandlePage *self, const JipyoCandleAsk *ask);
void jipyo_candle_page_clear (JipyoCandlePage *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JipyoCandlePage, jipyo_candle_page_clear)

void jipyo_candle_page_take (JipyoCandlePage *self, const JipyoCandleRow *row);
/* Counts a row that could not be read. Takes `error`. */
void jipyo_candle_page_drop (JipyoCandlePage *self, GError *error);
/* After the last row. FALSE, with the reason of the first, when all of several were dropped; no row
 * at all is no error. */
gboolean jipyo_candle_page_finish (JipyoCandlePage *self, GError **error);
/* Of the rows of a finished page; empty when there is none. (transfer full) */
JipyoCandleSeries *jipyo_candle_page_make_series (const JipyoCandlePage *self);

/* Reads one answer. FALSE when it is no good as a whole: JIPYO_MARKET_ERROR. */
typedef gboolean (*JipyoCandleParser) (JipyoCandlePage *page,
                                       const char *data,
                                       gsize length,
                                       GError **error);

/* /v1/candles of Upbit and of Bithumb. */
gboolean
jipyo_ticker_candles_parse (JipyoCandlePage *page, const char *data, gsize length, GError **error);
gboolean
jipyo_coinone_candles_parse (JipyoCandlePage *page, const char *data, gsize length, GError **error);
/* Shares: siseJson, which is not quite JSON. Indices: pages of days. */
gboolean jipyo_naver_share_days_parse (JipyoCandlePage *page,
                                       const char *data,
                                       gsize length,
                                       GError **error);
gboolean jipyo_naver_index_days_parse (JipyoCandlePage *page,
                                       const char *data,
                                       gsize length,
                                       GError **error);
