/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one asks of the history.
 */

#pragma once

#include "jipyo-candle.h"

typedef struct {
  const char *instrument;
  JipyoResolution resolution; /* what is not kept at it is made of what is finer */
  gint64 from_ms;             /* G_MININT64: from the first that was kept */
  gint64 to_ms;               /* not included; G_MAXINT64: to the last */
  gboolean as_kept; /* only what is kept at that very resolution, nothing made of what is finer; and
                     * what was asked of venues */
  guint n_buckets;  /* more candles than these are reduced to so many stretches of equal length,
                     * each with its extremes; 0: all of them */
  /* Of JipyoNewCode, what venues have renamed: what was kept by an older code comes with it, and
   * what was another coin's by the same one does not; or NULL. */
  GPtrArray *codes;
} JipyoHistoryQuery;

/* (transfer full) */
JipyoHistoryQuery *jipyo_history_query_copy (const JipyoHistoryQuery *self);
/* Of such a copy. */
void jipyo_history_query_free (JipyoHistoryQuery *self);
