/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where kept candles go on in another unit (jipyo-unit-change.h): nothing is reckoned across it.
 */

#pragma once

#include "jipyo-candle.h"

/* From the candle before to the one with that index, as jipyo-unit-change.h has it; 0 for the same
 * unit. Of a coin where a new code begins, of a share between two days. */
int jipyo_candle_series_find_unit_change (const JipyoCandleSeries *self, guint index);
/* The index of the first candle in the unit of the last one. */
guint jipyo_candle_series_find_unit_start (const JipyoCandleSeries *self);
