/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a stretch of kept prices comes to, by its closes alone, and the sentence that says so: the
 * title of the chart, which is true of what the chart shows and of nothing longer.
 */

#pragma once

#include "jipyo-price-path.h"

typedef struct {
  double base; /* what the change is counted from: the first close, of candles shorter than a day
                  the first price, or the close before a session */
  gint64 base_ms;
  gboolean from_before; /* that before the session, which is all of the stretch */
  double last;
  gint64 first_ms;
  gint64 last_ms;
  double highest;
  gint64 highest_ms;
  double lowest;
  /* The deepest fall from a close to a later one; 0 without. */
  double fall;
  gint64 fall_from_ms;
  gint64 fall_to_ms;
} JipyoInstrumentFinding;

/* FALSE when nothing can be said of a change: fewer than two closes, or none above zero to count
 * from. `before` is the close of the session before a single one, or 0. */
gboolean jipyo_instrument_finding_init (JipyoInstrumentFinding *self,
                                        const JipyoPricePath *path,
                                        double before,
                                        gint64 before_ms);
/* As a share: 0.05 is 5 %. */
double jipyo_instrument_finding_get_change (const JipyoInstrumentFinding *self);
/* How far the last close is below the highest, as a share; 0 when that is not worth a word, even
 * where it is not the highest. */
double jipyo_instrument_finding_get_below (const JipyoInstrumentFinding *self);
