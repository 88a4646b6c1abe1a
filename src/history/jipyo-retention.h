/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long what is kept, and what becomes of it then: ticks stay 14 days and become candles of a
 * minute; those stay 180 days and become candles of an hour; those stay 1,830 days and become
 * candles of a day, which stay. Candles that are there already, as a venue gave them, are not
 * replaced by such that are made. Gaps shorter than the candles of their time are dropped.
 */

#pragma once

#include "jipyo-candle.h"
#include "jipyo-store.h"

typedef struct {
  gint64 now_ms;
  guint
    days_left; /* as many are brought on at most; what is left over says that there are no more */
} JipyoRetention;

/* Whole UTC days that a resolution is kept; -1: for ever. */
gint64 jipyo_retention_days (JipyoResolution resolution);
/* Brings days of instruments to the next coarser resolution, each day in a transaction of its own,
 * so that others are not kept waiting. */
gboolean jipyo_retention_run (JipyoStore *store, JipyoRetention *run, GError **error);
