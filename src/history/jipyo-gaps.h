/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stretches of time for which nothing was kept, and why: an absence is stored like a price.
 */

#pragma once

#include "jipyo-candle.h"
#include "jipyo-store.h"

/* In place of a series' number. */
enum { JIPYO_GAPS_OF_ALL = 0 };

/* Runs inside the caller's transaction. */
gboolean jipyo_gaps_add (JipyoStore *store, gint64 series, const JipyoGap *gap, GError **error);
/* The same for those of several that are not kept yet. (element-type JipyoGap) */
gboolean jipyo_gaps_merge (JipyoStore *store, gint64 series, const GArray *gaps, GError **error);

typedef struct {
  gint64 series;
  gint64 from_ms;
  gint64 to_ms;
} JipyoGapsRange;

/* Appends those of the series and of all that touch the range. (element-type JipyoGap) */
gboolean
jipyo_gaps_load (JipyoStore *store, const JipyoGapsRange *range, GArray *gaps, GError **error);
