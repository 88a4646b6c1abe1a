/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stretch of prices as plain arrays: candles (a single price is a flat one), and the gaps between
 * them. Fixed-point, one scale for all of a series; a line is never drawn across a gap.
 */

#pragma once

#include "jipyo-decimal.h"
#include "jipyo-new-code.h"

/* What one candle stands for; days are UTC days. */
typedef enum {
  JIPYO_RESOLUTION_TICK, /* every price as it was received */
  JIPYO_RESOLUTION_MINUTE,
  JIPYO_RESOLUTION_HOUR,
  JIPYO_RESOLUTION_DAY,
} JipyoResolution;

/* In place of a volume. */
enum {
  JIPYO_VOLUME_NOT_HEARD = -1, /* the candle is of prices that the program heard itself */
  JIPYO_VOLUME_NOT_SAID = -2,  /* whoever gave the whole candle does not say it */
};

typedef struct {
  gint64 start_ms;               /* since 1970 UTC */
  gint64 open, high, low, close; /* digits at the series' scale */
  gint64 volume;                 /* digits at the series' volume scale; below zero: not known */
} JipyoCandle;

typedef enum {
  JIPYO_GAP_NOT_RUNNING, /* nothing listened */
  JIPYO_GAP_MISSING,     /* the program ran, nothing came */
  JIPYO_GAP_DAMAGED,     /* something was kept there and cannot be trusted any more */
} JipyoGapReason;

typedef struct {
  gint64 from_ms; /* G_MININT64: it is not known from when on */
  gint64 to_ms;   /* G_MAXINT64: nor until when */
  JipyoGapReason reason;
} JipyoGap;

typedef struct {
  char *instrument;
  JipyoResolution resolution;
  gint64 step_ms; /* from one candle to the next; 0: as they came */
  guint8 scale;
  guint8 volume_scale;
  GArray *candles; /* of JipyoCandle, by start */
  GArray *gaps;    /* of JipyoGap, by start; they may overlap */
  GArray *asked;   /* of JipyoGap: of these the venue has told all; what lacks there was no trade */
  gint64 copied_ms; /* when the copy was made that this was read from; 0: it is from no copy */
  /* Of JipyoNewCode: by which codes it went before, the latest first, as far as candles of then are
   * in it, see jipyo-candle-former.h; or NULL. */
  GPtrArray *former;
  JipyoNewCode *next; /* which code it has since; or NULL */
  char *origin;       /* of candles that are to be kept: who says them all; or NULL */
  GPtrArray *origins; /* of JipyoCandleOrigin, who said which of those that were kept; or NULL */
  gboolean continued; /* its last price was put in, and is of after what was read */
} JipyoCandleSeries;

JipyoCandleSeries *jipyo_candle_series_new (const char *instrument, JipyoResolution resolution);
void jipyo_candle_series_free (JipyoCandleSeries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoCandleSeries, jipyo_candle_series_free)

/* The same in candles of `step_ms`, a multiple of its own; what is missing within one is not seen
 * any more. The volume of one is known when that of all its parts is. (transfer full) */
JipyoCandleSeries *jipyo_candle_series_merge (const JipyoCandleSeries *self, gint64 step_ms);

/* Puts in a price of then, as its last one: into the candle that it is of, or as a new one, whose
 * volume is not known. FALSE, with the series as it was, when a later candle is there already, or
 * prices of such a length cannot be held. A series of ticks takes none. */
gboolean
jipyo_candle_series_put_price (JipyoCandleSeries *self, gint64 time_ms, JipyoDecimal price);

/* The figure that `digits` of this series stand for, exactly. */
JipyoDecimal jipyo_candle_series_get_price (const JipyoCandleSeries *self, gint64 digits);
/* FALSE when the volume is not known. */
gboolean jipyo_candle_series_get_volume (const JipyoCandleSeries *self,
                                         const JipyoCandle *candle,
                                         JipyoDecimal *volume);
/* Whether a line from one instant to a later one would bridge a gap. */
gboolean
jipyo_candle_series_has_gap (const JipyoCandleSeries *self, gint64 after_ms, gint64 before_ms);

/* "tick", "1m", "1h", "1d". */
const char *jipyo_resolution_id (JipyoResolution resolution);
gboolean jipyo_resolution_parse (const char *id, JipyoResolution *resolution);
/* Milliseconds of one candle; 0 for ticks. */
gint64 jipyo_resolution_step_ms (JipyoResolution resolution);
/* "not-running", "missing", "damaged". */
const char *jipyo_gap_reason_id (JipyoGapReason reason);
