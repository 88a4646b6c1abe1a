/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a venue is still to be asked for: candles that are not kept as it, or a file, gave them.
 * That it has none of a stretch of time is known once it was asked, and is kept as a gap.
 */

#pragma once

#include "jipyo-candle.h"

/* Both are starts of candles. */
typedef struct {
  gint64 from_ms;
  gint64 to_ms; /* not included */
} JipyoStretch;

/* The stretches within [from_ms, to_ms), in order; `kept` is what is kept at this very resolution,
 * and its gaps. (element-type JipyoStretch) (transfer full) */
GArray *jipyo_missing_find (const JipyoCandleSeries *kept, gint64 from_ms, gint64 to_ms);
/* Where what is over ends: the candle that is going on is not missing yet. */
gint64 jipyo_missing_find_end (JipyoResolution resolution, gint64 over_ms, gint64 now_ms);
/* The stretches that are missing still, after all was asked for, as gaps of a series without
 * candles; but for one at the end, where more may come. NULL when there is none. (transfer full) */
JipyoCandleSeries *jipyo_missing_make_gaps (const JipyoCandleSeries *kept, const GArray *stretches);
