/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kept candles cut to the stretch that is shown, with what is missing in it, and the time axis on
 * which they lie: that of an exchange has no nights and weekends.
 */

#pragma once

#include "jipyo-calendar.h"
#include "jipyo-candle.h"
#include "jipyo-sessions.h"

/* Between two candles something should be and is not. */
typedef struct {
  gint64 from_ms;
  gint64 to_ms;
  gboolean damaged; /* it was kept and cannot be trusted any more */
} JipyoHole;

typedef struct {
  const JipyoCandleSeries *series; /* borrowed */
  const JipyoCalendar *calendar;   /* borrowed; NULL: weekdays and the usual hours */
  guint first;                     /* of its candles, the first that is shown; those before are for
                                      averages */
  guint n;                         /* how many are shown */
  GArray *holes;                   /* of JipyoHole, by start, among those shown */
} JipyoPricePath;

/* The last `days` of the series, counted back from `end_ms`; 0: all. Of an exchange's single day it
 * is the last day that has candles, whenever that was. `series` and `calendar`, which may be NULL,
 * have to outlive it. */
JipyoPricePath *jipyo_price_path_new (const JipyoCandleSeries *series,
                                      const JipyoCalendar *calendar,
                                      guint days,
                                      gint64 end_ms);
void jipyo_price_path_free (JipyoPricePath *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoPricePath, jipyo_price_path_free)

/* The i-th candle that is shown; negative ones are before the stretch. */
const JipyoCandle *jipyo_price_path_get_candle (const JipyoPricePath *self, int i);
/* Which of those that are shown is the first in the unit of the last one. */
guint jipyo_price_path_find_unit_start (const JipyoPricePath *self);
/* Where a candle lies on a time axis, in seconds: in its middle, or that of the session. */
double jipyo_price_path_get_position (const JipyoPricePath *self, const JipyoCandle *candle);
/* A price of the series as a number. */
double jipyo_price_path_get_value (const JipyoPricePath *self, gint64 digits);
/* Closes of the series, shown or not, each at its candle's index in `places`, with a NaN where a
 * hole is between two. (element-type double) (transfer full) */
GArray *jipyo_price_path_list_closes (const JipyoPricePath *self, GArray *places);
/* Whether a line to the candle with that index in the series would go over a hole, or from one unit
 * to another. */
gboolean jipyo_price_path_is_broken (const JipyoPricePath *self, guint index);
/* Whether a session between these two days is missing, as far as anyone knows; of an exchange. */
gboolean
jipyo_price_path_misses_session (const JipyoPricePath *self, gint64 after_ms, gint64 before_ms);
/* From the beginning of the first to the end of the last candle that is shown, or of their
 * sessions. FALSE when none is. */
gboolean jipyo_price_path_get_reach (const JipyoPricePath *self, gint64 bounds_ms[2]);
/* The hours of the day of the first candle that is shown, whatever was traded before and after
 * them. FALSE round the clock. */
gboolean jipyo_price_path_get_hours (const JipyoPricePath *self, gint64 bounds_ms[2]);
/* The sessions of an exchange that have candles or a hole; NULL round the clock. (transfer full)
 * (nullable) */
JipyoSessions *jipyo_price_path_make_sessions (const JipyoPricePath *self);
