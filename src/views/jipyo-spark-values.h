/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kept candles as the values of a sparkline.
 */

#pragma once

#include "jipyo-candle.h"

/* Of the hours and the days of one stretch those that show more of it: the hours, which are finer,
 * unless the days begin more than one earlier. Either may be NULL. */
const JipyoCandleSeries *jipyo_spark_values_choose (const JipyoCandleSeries *hours,
                                                    const JipyoCandleSeries *days);
/* The closes, and NaN where something is missing between two: where no candle is, round the clock;
 * for a share or an index, which are not traded at night, within a day. (element-type double)
 * (transfer full) */
GArray *jipyo_spark_values_new (const JipyoCandleSeries *series);
