/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ids of what is traded: "<venue>:<symbol>", as jipyo-quote.h has them.
 */

#pragma once

#include <glib.h>

/* "venue:SYMBOL" of letters, digits and hyphens. */
gboolean jipyo_instrument_is_valid (const char *instrument);
/* What a person typed: spaces around it go, the venue in small letters, the symbol in capitals,
 * of a basket in small letters.
 * NULL when that is no id either. (transfer full) (nullable) */
char *jipyo_instrument_parse (const char *typed);
/* Borrowed: "KRW-BTC" of "upbit:KRW-BTC"; all of it when there is no venue. */
const char *jipyo_instrument_get_symbol (const char *instrument);
/* "basket:upstage": the shares of a team, which are not traded as one. */
gboolean jipyo_instrument_is_basket (const char *instrument);
/* Whether it is traded in the sessions of Korea's exchange. */
gboolean jipyo_instrument_is_listed (const char *instrument);
