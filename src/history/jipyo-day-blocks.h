/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding rows to the blocks of their days. All run inside the caller's transaction; the days of the
 * range are not looked at, the rows are sorted by time.
 */

#pragma once

#include "jipyo-block-table.h"

gboolean jipyo_day_blocks_add_ticks (JipyoStore *store,
                                     const JipyoBlockRange *range,
                                     const JipyoRows *ticks,
                                     GError **error);
/* Candles that are there stay. */
gboolean jipyo_day_blocks_add_candles (JipyoStore *store,
                                       const JipyoBlockRange *range,
                                       const JipyoRows *candles,
                                       GError **error);
/* Candles that are there give way to those that start at the same instant. */
gboolean jipyo_day_blocks_replace_candles (JipyoStore *store,
                                           const JipyoBlockRange *range,
                                           const JipyoRows *candles,
                                           GError **error);
/* The candles of a series as rows, at its scales; `rows` is empty. */
void jipyo_day_blocks_read_series (const JipyoCandleSeries *series, JipyoRows *rows);
