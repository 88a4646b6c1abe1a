/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One coin across the won markets that are compared, for the view of the markets side by side.
 */

#pragma once

#include "jipyo-spread.h"

/* In the order of the columns. */
typedef enum {
  JIPYO_VENUE_BITHUMB,
  JIPYO_VENUE_UPBIT,
  JIPYO_VENUE_COINONE,
  JIPYO_N_VENUES
} JipyoVenue;

typedef struct {
  char *symbol; /* "KRW-BTC" */
  char *code;   /* "BTC" */
  JipyoText name;
  JipyoKnownQuote legs[JIPYO_N_VENUES];
  JipyoSpread spread;
} JipyoCoin;

/* "bithumb", "upbit", "coinone". */
const char *jipyo_venue_id (JipyoVenue venue);
/* "빗썸" / "Bithumb". */
const char *jipyo_venue_label (JipyoVenue venue, JipyoLang lang);
/* All coins known in the context: those at two venues or more first, each part in the order of the
 * record. Received quotes of a coin displace its printed ones at every venue, so that no row mixes
 * a price of today with one of the past. (element-type JipyoCoin) (transfer full) */
GPtrArray *jipyo_coin_collect (const JipyoViewContext *context);
void jipyo_coin_free (JipyoCoin *self);
/* "코인원, 업비트": whose prices were refused as of another time; NULL when none was. (transfer
 * full) (nullable) */
char *jipyo_coin_format_refused (const JipyoCoin *self, JipyoLang lang);
/* TRUE when the coin's prices are printed ones. */
gboolean jipyo_coin_is_printed (const JipyoCoin *self);
