/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A venue's own list of what it trades, and what it says of each: bytes in, listings out. Read once
 * a day.
 */

#pragma once

#include "jipyo-listing.h"

typedef struct _JipyoMarketList JipyoMarketList;

/* `length` bytes of an answer; NULL with JIPYO_MARKET_ERROR when it is no good as a whole, as when
 * a market is there twice or none at all. (transfer full) */
typedef JipyoMarketList *(*JipyoMarketListParser) (const char *data, gsize length, GError **error);

typedef struct {
  const char *path;
  JipyoMarketListParser parse;
} JipyoMarketListKind;

extern const JipyoMarketListKind jipyo_upbit_market_list;
extern const JipyoMarketListKind jipyo_bithumb_market_list;
extern const JipyoMarketListKind jipyo_coinone_market_list;

void jipyo_market_list_free (JipyoMarketList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoMarketList, jipyo_market_list_free)

/* "KRW-BTC" in any letter case. FALSE when the venue does not list it, and `listing` is untouched.
 * What it says of one that it lists may be unknown. */
gboolean
jipyo_market_list_find (const JipyoMarketList *self, const char *symbol, JipyoListing *listing);
/* In no order; the name is empty where the venue gives none. */
typedef void (*JipyoMarketListFunc) (const char *symbol, const JipyoText *name, gpointer data);
void
jipyo_market_list_foreach (const JipyoMarketList *self, JipyoMarketListFunc func, gpointer data);
guint jipyo_market_list_get_length (const JipyoMarketList *self);
