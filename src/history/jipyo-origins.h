/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who said the whole candles of a stretch. Kept among the gaps, as what was asked is
 * (jipyo-asked.h), under numbers of the rest that is left by those: one for each series, resolution
 * and name. The names lie among those of the series, behind a letter that none of them begins with.
 */

#pragma once

#include "jipyo-candle-origin.h"
#include "jipyo-store.h"

/* That the candles of the series, which are being kept under that number, are of its `origin`: from
 * then on of nobody else. Nothing where it has none. Runs inside the caller's transaction. */
gboolean jipyo_origins_add (JipyoStore *store,
                            gint64 number,
                            const JipyoCandleSeries *series,
                            GError **error);
/* Appends all that are known of it, at every resolution. (element-type JipyoCandleOrigin) */
gboolean jipyo_origins_load (JipyoStore *store, gint64 number, GPtrArray *origins, GError **error);
/* Keeps these, which came from another store, as they are. */
gboolean
jipyo_origins_copy (JipyoStore *store, gint64 number, const GPtrArray *origins, GError **error);
