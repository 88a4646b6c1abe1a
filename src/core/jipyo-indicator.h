/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is computed along a row of prices: plain arrays in, plain arrays out. A price that is not
 * known is NaN and stays one: nothing is carried on or interpolated.
 */

#pragma once

#include <glib.h>

/* The simple moving average, the mean of the last `window` values (NIST/SEMATECH e-Handbook of
 * Statistical Methods, 6.4.2). NaN until there are that many known ones in a row. `averages` has
 * room for `n`. */
void jipyo_moving_average_compute (const double *values, guint n, guint window, double *averages);
/* How far below the highest so far: value (t) / max (value (s), s ≤ t) − 1; −0.12 is 12 %. */
void jipyo_drawdown_trace (const double *values, guint n, double *drawdowns);
