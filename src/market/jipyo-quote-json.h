/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The JSON form of a quote and of a failure, as `jipyo quotes --json`, `jipyo watch` and the feed
 * print them, and the strict reader of the feed's lines.
 */

#pragma once

#include "jipyo-candle.h"
#include "jipyo-clock.h"
#include "jipyo-harvest.h"
#include "jipyo-json-writer.h"

/* One object. */
void jipyo_quote_write (JipyoJsonWriter *writer, const JipyoQuote *quote);
/* {"provider","code","message","retry_after_s"} */
void jipyo_failure_write (JipyoJsonWriter *writer, const JipyoFailure *failure);

/* {"errors":[…]} of JipyoFailure. */
void jipyo_failures_write (JipyoJsonWriter *writer, const GPtrArray *failures);

/* {"state","by_s","epoch_us"}: what is found of the machine's clock, which is "right", "slow" or
 * "fast" by so many seconds. */
void jipyo_clock_write (JipyoJsonWriter *writer, const JipyoClock *clock);

/* What a venue says of an instrument, whether it has a price or not. */
typedef struct {
  char *instrument;
  JipyoListing listing;
  char *successor; /* of one that is delisted: the instrument that it is now; or NULL */
} JipyoNotice;

void jipyo_notice_clear (JipyoNotice *notice);
/* {"listings":[{"instrument","listing","successor"}]} of JipyoNotice; the last only if there is
 * one.
 */
void jipyo_notices_write (JipyoJsonWriter *writer, const GArray *notices);

/* One line of the feed, without its newline; exactly one of these is set. */
typedef struct {
  JipyoQuote *quote;
  GPtrArray *failures; /* of JipyoFailure, of {"errors":[…]} */
  GArray *notices;     /* of JipyoNotice */
  char *provider;      /* with `link`: {"link":"up","provider":"upbit"} */
  char *link;
  gboolean heartbeat;         /* {"heartbeat":true} */
  JipyoCandleSeries *candles; /* see jipyo-candle-json.h */
  char *filled;               /* an instrument: {"filled":"upbit:KRW-BTC","complete":true} */
  gboolean complete;          /* with `filled`: nothing is left to be asked for */
  gint64 epoch_us;            /* of {"clock":{…}}; 0 for none */
} JipyoFeedLine;

/* Nothing in a line is trusted: JIPYO_MARKET_ERROR_BAD_REPLY says which field is wrong. */
gboolean
jipyo_feed_line_parse (JipyoFeedLine *line, const char *data, gsize length, GError **error);
void jipyo_feed_line_clear (JipyoFeedLine *line);
