/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of which days a series has blocks at all, in each resolution. Remembered by the store: to compare
 * with a key, SQLite reads the whole of a block, so asking again costs as much as reading several.
 */

#pragma once

#include "jipyo-candle.h"
#include "jipyo-store.h"

/* Days [from, to) of each resolution; both 0: none. */
typedef struct {
  gint64 from[JIPYO_RESOLUTION_DAY + 1];
  gint64 to[JIPYO_RESOLUTION_DAY + 1];
} JipyoExtents;

/* NULL with an error. Good until blocks of the series are written or removed. */
const JipyoExtents *jipyo_extents_find (JipyoStore *store, gint64 series, GError **error);
/* For who writes or removes blocks of the series. */
void jipyo_extents_forget (JipyoStore *store, gint64 series);
