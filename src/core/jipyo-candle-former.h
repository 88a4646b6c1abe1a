/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The past of what has a new code: what was kept by the old one up to its end and no further, for
 * after that the old code may be another coin's.
 */

#pragma once

#include "jipyo-candle.h"

/* Adds what `before`, a series of the same resolution, has of the old code up to its end, and notes
 * that in `former`. What both have is the series' own; two candles that were heard here, of the
 * time of the change, become one. Where the new code begins after the last of the old one, that is
 * the end that is noted: the change may have been noticed later. FALSE when nothing was added:
 * there is nothing, or the figures of the two have no common scale. */
gboolean jipyo_candle_series_add_former (JipyoCandleSeries *self,
                                         const JipyoCandleSeries *before,
                                         const JipyoNewCode *code);
/* By which code the candle came that starts then. Borrowed. */
const char *jipyo_candle_series_find_code (const JipyoCandleSeries *self, gint64 start_ms);
/* The other side: notes in `next` that the coin has a new code. Where candles came after that by
 * the old one, they are another coin's, and those before are left out. */
void jipyo_candle_series_set_next (JipyoCandleSeries *self, const JipyoNewCode *code);
/* Whether it is another coin's, and some were left out. */
gboolean jipyo_candle_series_has_left (const JipyoCandleSeries *self);
