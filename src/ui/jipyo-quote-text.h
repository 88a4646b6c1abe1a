/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quote in words: venue, price, change, and how old it is. Pure.
 */

#pragma once

#include "jipyo-known-quote.h"

/* "업비트"; the venue's own name where it has none in the language. */
const char *jipyo_quote_text_venue (const JipyoQuote *quote, JipyoLang lang);
/* "코스피", "BTC 업비트": what fits above a price. */
char *jipyo_quote_text_short_name (const JipyoQuote *quote, const JipyoText *name, JipyoLang lang);
/* "159,831,000", with the decimals that an index has. */
char *jipyo_quote_text_price (const JipyoQuote *quote);
/* "▲50.25 +1.60 %"; "" when no change is known. */
char *jipyo_quote_text_change (const JipyoKnownQuote *known);
/* The same with what it is counted from, of a coin: venues differ. "▲321 +1.60 %, since 00:00 KST".
 */
char *jipyo_quote_text_change_named (const JipyoKnownQuote *known, JipyoLang lang);
/* "3초 전"; or what the state says, and of which day. */
char *jipyo_quote_text_age (const JipyoKnownQuote *known, gint64 now_us, JipyoLang lang);
