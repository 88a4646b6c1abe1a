/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a venue says of an instrument besides its price: that it trades as usual, that one is to be
 * careful, that it does not trade now or no more. A price by itself would only grow old.
 */

#pragma once

#include "jipyo-lang.h"

typedef enum {
  JIPYO_LISTING_UNKNOWN,   /* nobody said; null in JSON */
  JIPYO_LISTING_LISTED,    /* as usual */
  JIPYO_LISTING_CAUTION,   /* moves out of the ordinary */
  JIPYO_LISTING_WARNING,   /* the venue warns of it, often before it ends */
  JIPYO_LISTING_SUSPENDED, /* is not traded for now */
  JIPYO_LISTING_DELISTED,  /* is not traded any more */
} JipyoListing;

/* "listed", "caution", "warning", "suspended", "delisted"; NULL when unknown. */
const char *jipyo_listing_id (JipyoListing listing);
/* NULL is unknown. */
gboolean jipyo_listing_parse (const char *id, JipyoListing *listing);
/* For people; NULL for what need not be said. */
const char *jipyo_listing_label (JipyoListing listing, JipyoLang lang);
