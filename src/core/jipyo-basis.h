/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Venues count a change from different moments. One basis for all of them is reckoned here from the
 * prices that were kept; where none was kept of that moment, there is no change.
 */

#pragma once

#include "jipyo-candle.h"
#include "jipyo-quote.h"

/* How long before the moment of a basis a price may be from. */
#define JIPYO_BASIS_REACH_MS (10 * 60 * 1000)

/* The moment that a basis means at `now_us`; 0 for one that is no moment of the clock. */
gint64 jipyo_basis_get_instant (JipyoChangeBasis basis, gint64 now_us);
/* The last price at or before the moment, not older than JIPYO_BASIS_REACH_MS and with no gap in
 * between; FALSE when the series has none, or is from a copy that was made before. Ticks or candles
 * of a minute. */
gboolean
jipyo_basis_find_price (const JipyoCandleSeries *series, gint64 instant_us, JipyoDecimal *price);
/* Sets the change of a quote by a basis: as it is when that is its own, else from the series, which
 * may be NULL. FALSE, with no change and no basis left, when it cannot be known, as of a price that
 * is older than the moment, or when what was kept is out of all proportion to the price. */
gboolean jipyo_quote_rebase (JipyoQuote *quote,
                             JipyoChangeBasis basis,
                             const JipyoCandleSeries *series,
                             gint64 now_us);
