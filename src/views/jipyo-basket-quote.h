/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A team's basket as a quote of an index, for whatever shows or watches quotes: "basket:upstage".
 * It is as good as the worst of its members' quotes and as old as the oldest.
 */

#pragma once

#include "jipyo-team-shares.h"

/* The index by the newest quotes (of JipyoQuote), from 100 on the base day, to two decimals, with
 * its change against the previous session where every quote has one. NULL without a basket, or
 * while a member that is in it has no quote. (transfer full) (nullable) */
JipyoQuote *jipyo_basket_quote_new (const JipyoTeamBasket *team, const GPtrArray *quotes);
/* The basket's closes of the last `n` sessions; NaN for one without. (element-type double)
 * (transfer full) */
GArray *jipyo_basket_quote_list_closes (const JipyoTeamBasket *team, guint n);
