/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What coins cost in won during the last five minutes, a price every five seconds: a dollar price
 * that is told late can be compared with the won price of its own time.
 */

#pragma once

#include "jipyo-quote.h"

typedef struct _JipyoQuoteTrail JipyoQuoteTrail;

JipyoQuoteTrail *jipyo_quote_trail_new (void);
void jipyo_quote_trail_free (JipyoQuoteTrail *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoQuoteTrail, jipyo_quote_trail_free)

/* Keeps a copy of a coin's live price; any other is left. */
void jipyo_quote_trail_put (JipyoQuoteTrail *self, const JipyoQuote *quote);
/* As they came. (element-type JipyoQuote) (transfer none: valid until the next put) */
const GPtrArray *jipyo_quote_trail_get_quotes (const JipyoQuoteTrail *self);
