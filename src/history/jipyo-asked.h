/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stretches of which a venue has told all that it has, by resolution: what is missing there was no
 * trade, and is not asked for again. It is no gap, for nothing came because nothing was. Kept among
 * the gaps under a number that is no series', where versions that do not know of it pass it by.
 */

#pragma once

#include "jipyo-candle.h"
#include "jipyo-store.h"

typedef struct {
  gint64 series;
  JipyoResolution resolution;
} JipyoAskedOf;

/* Joins them with those that are known and touch them; runs inside the caller's transaction.
 * `asked` as in JipyoCandleSeries. */
gboolean jipyo_asked_add (JipyoStore *store, JipyoAskedOf of, const GArray *asked, GError **error);
/* Appends all that are known. */
gboolean jipyo_asked_load (JipyoStore *store, JipyoAskedOf of, GArray *asked, GError **error);
