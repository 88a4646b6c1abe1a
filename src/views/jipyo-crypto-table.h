/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the view "market-crypto": a row a coin, with each venue's price, base, time and
 * state, the spread and what was refused of it, and the premium with what it was reckoned from.
 */

#pragma once

#include "jipyo-coin-premium.h"

/* `premiums` (element-type JipyoCoinPremium) are those of the coins, in their order. */
void jipyo_crypto_table_fill (JipyoTable *table, const GPtrArray *premiums);
