/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was kept of an instrument between two instants.
 */

#pragma once

#include "jipyo-candle.h"
#include "jipyo-history-query.h"
#include "jipyo-store.h"

/* NULL only when the database could not be read; an instrument that was never kept has an empty
 * series. (transfer full) */
JipyoCandleSeries *
jipyo_range_read (JipyoStore *store, const JipyoHistoryQuery *query, GError **error);
