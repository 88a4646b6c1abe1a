/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the view of an instrument is made of, for the files that make its parts.
 */

#pragma once

#include "jipyo-instrument-finding.h"
#include "jipyo-known-quote.h"
#include "jipyo-price-path.h"
#include "jipyo-view-draft.h"

/* A stretch of time that is shown, and the candles that it is shown by. */
typedef struct {
  const char *id; /* "3m", the value of the option */
  const char *ko; /* "3개월" */
  const char *en; /* "3 months" */
  JipyoResolution resolution;
  guint days;     /* 0: all */
  guint lookback; /* days more to read, so that averages begin with the stretch */
} JipyoInstrumentRange;

/* More than that are no wider than a pixel: a line of columns says the same, faster. */
enum { JIPYO_INSTRUMENT_CANDLES_MAX = 1500 };

/* In which order kept prices are asked for and given. */
enum { JIPYO_INSTRUMENT_PAST, JIPYO_INSTRUMENT_DAILY, JIPYO_INSTRUMENT_COMPARED };

typedef struct {
  JipyoViewDraft *draft;
  const char *instrument; /* borrowed from the options */
  const char *compared;   /* NULL: with nothing */
  const JipyoInstrumentRange *range;
  gint64 end_ms;                 /* of the reading */
  const JipyoCalendar *calendar; /* borrowed; NULL round the clock */
  JipyoText name;                /* owned */
  JipyoKnownQuote known;         /* owned; its quote may be NULL */
  JipyoCandleSeries *merged;     /* owned: with the quote in it, or of a day drawn by candles; NULL:
                                    those that were kept */
  JipyoPricePath *path;          /* owned; NULL while nothing is known */
  JipyoInstrumentFinding finding;
  gboolean has_finding;
  gboolean ends_in_quote; /* the last close of the path is the price of the quote */
  guint decimals;         /* of prices as people read them */
} JipyoInstrumentBoard;

/* "159,850,000", or "3,198.00" of an index. (transfer full) */
char *jipyo_instrument_board_format_price (const JipyoInstrumentBoard *self, JipyoDecimal price);
/* More candles than there are pixels: they are a line. */
gboolean jipyo_instrument_board_is_dense (const JipyoInstrumentBoard *self);
/* Gives a chart the time axis of the others. */
void jipyo_instrument_board_set_time (const JipyoInstrumentBoard *self, JipyoPlot *plot);

/* Price, drawdown and comparison. */
void jipyo_instrument_plots_add (JipyoInstrumentBoard *self);
void jipyo_instrument_comparison_add (JipyoInstrumentBoard *self);
void jipyo_instrument_table_fill (JipyoInstrumentBoard *self);

/* A line where the path changes its code, with the older one. */
void jipyo_instrument_former_mark (const JipyoInstrumentBoard *self,
                                   JipyoPlot *plot,
                                   const JipyoPricePath *path);
/* " · until 2026-11-20 as upbit:KRW-OLD", for the footer; "" mostly. (transfer full) */
char *jipyo_instrument_former_tell (const JipyoInstrumentBoard *self);
