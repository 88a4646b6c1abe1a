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
 * its gaps and what was asked. Where few candles lack between two others, that is no reason to ask:
 * nobody traded, or it was a holiday. (element-type JipyoStretch) (transfer full) */
GArray *jipyo_missing_find (const JipyoCandleSeries *kept, gint64 from_ms, gint64 to_ms);
/* The same; but when a venue is to be asked, then for the few too that trade on every day and were
 * not asked for yet. */
GArray *jipyo_missing_find_with_few (const JipyoCandleSeries *kept, gint64 from_ms, gint64 to_ms);
/* Where what is over ends: the candle that is going on is not missing yet. */
gint64 jipyo_missing_find_end (JipyoResolution resolution, gint64 over_ms, gint64 now_ms);
/* Says in `series` that all was asked for from then on, as far as candles are kept. */
void
jipyo_missing_note_asked (JipyoCandleSeries *series, const JipyoCandleSeries *kept, gint64 from_ms);
/* The stretches that are missing still, after all was asked for, as gaps of a series without
 * candles; but for one at the end, where more may come. NULL when there is none. (transfer full) */
JipyoCandleSeries *jipyo_missing_make_gaps (const JipyoCandleSeries *kept, const GArray *stretches);
