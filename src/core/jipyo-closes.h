/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Closes of trading days as plain arrays, for statistics: one value a day, or NaN where that day
 * has none. A close that is missing is never made up: not carried on, not interpolated.
 */

#pragma once

#include "jipyo-candle.h"

typedef struct {
  GArray *days;   /* of int, days since 1970, ascending, each once */
  GArray *values; /* of double, above 0, or NaN; as many as days */
} JipyoCloses;

JipyoCloses *jipyo_closes_new (void);
void jipyo_closes_free (JipyoCloses *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoCloses, jipyo_closes_free)

/* `day` has to be later than the last one. What is not above 0 is no price and becomes NaN. */
void jipyo_closes_add (JipyoCloses *self, int day, double value);
guint jipyo_closes_get_n (const JipyoCloses *self);
int jipyo_closes_get_day (const JipyoCloses *self, guint n);
double jipyo_closes_get_value (const JipyoCloses *self, guint n);
/* How many days have a value. */
guint jipyo_closes_count (const JipyoCloses *self);
/* The first day at or after `day`; FALSE when there is none. */
gboolean jipyo_closes_find (const JipyoCloses *self, int day, guint *n);

/* Of candles of a day, up to and with `last_day`. A candle that was put together from what the
 * program heard (its volume was not heard) is no close when the program heard nothing in the last
 * half hour of the session of Korea's exchange, 15:00 to 15:30: the price is then of some earlier
 * hour. Closes from before a split are of another unit, and left out. (transfer full) */
JipyoCloses *jipyo_closes_new_from_candles (const JipyoCandleSeries *candles, int last_day);
/* The same closes on the days of another series: days that only `self` has are dropped, those that
 * only `calendar` has become NaN. (transfer full) */
JipyoCloses *jipyo_closes_align (const JipyoCloses *self, const JipyoCloses *calendar);
/* ln (close / close of the day before it in the series); NaN for the first and where one of the two
 * is missing: a change over several days is no return of a day. `returns` has room for all days. */
void jipyo_closes_compute_returns (const JipyoCloses *self, double *returns);
