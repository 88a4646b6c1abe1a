/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was kept of an instrument, by whatever code it went at the time.
 */

#pragma once

#include "jipyo-candle.h"
#include "jipyo-history-query.h"
#include "jipyo-store.h"

/* As jipyo_range_read, with the codes of the query. (transfer full) */
JipyoCandleSeries *
jipyo_former_range_read (JipyoStore *store, const JipyoHistoryQuery *query, GError **error);
