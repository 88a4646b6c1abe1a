/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The premium of each coin's won price over its dollar price (core/jipyo-premium.h says how it is
 * reckoned), with what it was reckoned from, and its words for the view of the markets side by
 * side. Of received prices only: the article states neither dollar prices nor a rate.
 *
 * The source of dollar prices stamps each with the second in which it last heard of one, and that
 * is often a minute ago. Such a price is not compared with the won price of now, but with the one
 * that was received nearest to that second, by the same ten seconds; the figure is then of that
 * time, and says so. A dollar price from before the first won price stays refused.
 */

#pragma once

#include "jipyo-coin.h"

typedef struct {
  const JipyoCoin *coin;  /* borrowed */
  JipyoPremium premium;   /* not looked at when the coin is printed */
  JipyoVenue venue;       /* whose won price it is of */
  gint64 of_us;           /* when that was the price; 0: it is the newest */
  JipyoKnownQuote dollar; /* its quote is NULL when none was received, as the next */
  JipyoKnownQuote rate;
  JipyoQuoteState state; /* the worst of the three prices; set with KNOWN */
} JipyoCoinPremium;

/* One a coin, in their order; `coins` (element-type JipyoCoin) must outlive it.
 * (element-type JipyoCoinPremium) (transfer full) */
GPtrArray *jipyo_coin_premium_collect (const JipyoViewContext *context, const GPtrArray *coins);
/* The first that can be told, or NULL: never of an implausible price. */
const JipyoCoinPremium *jipyo_coin_premium_find_headline (const GPtrArray *premiums);
/* Whether anything was received of which there could be one. */
gboolean jipyo_coin_premium_is_due (const JipyoCoinPremium *self);
gboolean jipyo_coin_premium_is_known (const JipyoCoinPremium *self);

void jipyo_coin_premium_add_columns (JipyoTable *table);
/* Fills the columns of the last row. */
void jipyo_coin_premium_fill_row (const JipyoCoinPremium *self, JipyoTable *table);

/* "업비트 · $100,000 × 1,450원 (2026-11-20)". (transfer full) */
char *jipyo_coin_premium_format_legs (const JipyoCoinPremium *self, JipyoLang lang);
/* "비트코인은 달러 시세보다 3.45 % 비쌈 (2026-11-20 환율)". (transfer full) */
char *jipyo_coin_premium_format_sentence (const JipyoCoinPremium *self, JipyoLang lang);
/* For the foot of the picture: the rate with its day and its source, or why there is no premium of
 * the first coin. NULL when none is due. (transfer full) (nullable) */
char *jipyo_coin_premium_format_foot (const GPtrArray *premiums, JipyoLang lang);
