/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving averages that stand beside the prices of an instrument (jipyo-indicator.h): in its chart
 * and in its table the same ones.
 */

#pragma once

#include "jipyo-instrument-board.h"

enum { JIPYO_N_AVERAGES = 3 };

/* How many candles the n-th goes over, the shortest first. */
guint jipyo_instrument_average_get_window (guint n);
/* Of a long stretch the short ones are the price again, and hide it. */
gboolean jipyo_instrument_average_is_shown (const JipyoInstrumentBoard *self, guint n);
/* "Average of 20". (transfer full) */
JipyoText jipyo_instrument_average_name (guint n);
/* One for each candle that is shown, in prices; NaN where too few are known before. (transfer full)
 */
double *jipyo_instrument_average_compute (const JipyoInstrumentBoard *self, guint n);
