/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The newest quote of each instrument, and their ageing.
 */

#pragma once

#include "jipyo-quote.h"

typedef struct _JipyoQuoteBoard JipyoQuoteBoard;

JipyoQuoteBoard *jipyo_quote_board_new (void);
void jipyo_quote_board_free (JipyoQuoteBoard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoQuoteBoard, jipyo_quote_board_free)

/* Keeps a copy unless a newer one of the instrument is there. TRUE when it was kept. */
gboolean jipyo_quote_board_put (JipyoQuoteBoard *self, const JipyoQuote *quote);
/* What the venue says of the instrument, for its quote now and for an older one to come. TRUE when
 * a quote changed. */
gboolean
jipyo_quote_board_set_listing (JipyoQuoteBoard *self, const char *instrument, JipyoListing listing);
/* The clock was found wrong, or right again: moves the times at which quotes were received, but
 * for those of the history. */
void jipyo_quote_board_shift (JipyoQuoteBoard *self, gint64 by_us);
/* Borrowed, until the next put. (nullable) */
const JipyoQuote *jipyo_quote_board_find (const JipyoQuoteBoard *self, const char *instrument);
/* Brings every state up to `now_us`, by age and by the calendar of its market. TRUE when one
 * changed. */
gboolean jipyo_quote_board_age (JipyoQuoteBoard *self, gint64 now_us);
/* (element-type JipyoQuote) (transfer none: valid until the next put) */
const GPtrArray *jipyo_quote_board_get_quotes (const JipyoQuoteBoard *self);
/* What coins cost in won lately, as they came. (element-type JipyoQuote) (transfer none: valid
 * until the next put) */
const GPtrArray *jipyo_quote_board_get_earlier (const JipyoQuoteBoard *self);
/* The markets' calendars, read when first asked for. (element-type JipyoCalendar) Borrowed. */
const GPtrArray *jipyo_quote_board_list_calendars (JipyoQuoteBoard *self);
/* When the last one came in; 0 for none received since the start. */
gint64 jipyo_quote_board_get_refreshed (const JipyoQuoteBoard *self);
