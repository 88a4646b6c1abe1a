/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an instrument is called: by its venue, by the record's organisations, by its symbol.
 */

#pragma once

#include "jipyo-ledger.h"
#include "jipyo-quote.h"

/* `quote` may be NULL. A share without a quote has the name of the organisation with its code. */
JipyoText
jipyo_instrument_name (const JipyoLedger *ledger, const char *instrument, const JipyoQuote *quote);
/* Short, with the venue where several have it: "네이버", "BTC 업비트". (transfer full) */
char *jipyo_instrument_label (const JipyoLedger *ledger,
                              const char *instrument,
                              const JipyoQuote *quote,
                              JipyoLang lang);
/* "업비트", "Korea Exchange"; the id's own word for a venue that is not known. (transfer full) */
char *jipyo_instrument_venue (const char *instrument, JipyoLang lang);
