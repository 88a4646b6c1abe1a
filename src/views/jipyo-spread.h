/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far apart venues price one thing: dearest less cheapest, and that as a share of the cheapest.
 * A leg that was not taken at the time of the newest one is refused and named, because its
 * difference is mostly time; what is left is compared.
 */

#pragma once

#include "jipyo-known-quote.h"
#include "jipyo-premium.h"

typedef enum {
  JIPYO_SPREAD_KNOWN,
  JIPYO_SPREAD_TOO_FEW, /* fewer than two venues have a price */
  JIPYO_SPREAD_APART,   /* too few are left: the others are of another time, or of other dates */
  JIPYO_SPREAD_BAD,     /* a price is not positive, or the numbers do not fit */
} JipyoSpreadVerdict;

typedef struct {
  JipyoSpreadVerdict verdict;
  guint n_legs;         /* venues with a price */
  guint refused;        /* bit i: leg i came more than ten seconds before the newest */
  gint64 apart_us;      /* between the oldest and the newest, refused or not; 0 when printed */
  JipyoDecimal amount;  /* dearest − cheapest; set with KNOWN, as the rest below */
  JipyoDecimal percent; /* amount / cheapest × 100, three decimals */
  JipyoDecimal cheapest;
  JipyoDecimal dearest;
  JipyoQuoteState state; /* the worst of the legs that are compared */
  gint64 oldest_us;      /* when the oldest price of these is from; 0 when printed */
} JipyoSpread;

/* Legs without a quote are left out. At most 32. */
void jipyo_spread_compute (JipyoSpread *self, const JipyoKnownQuote *legs, guint n_legs);
/* "0.346 %", always three decimals: the differences are small. (transfer full) */
char *jipyo_spread_format_percent (const JipyoSpread *self);
/* "50,000원", "₩50,000". (transfer full) */
char *jipyo_spread_format_amount (const JipyoSpread *self, JipyoLang lang);
/* For machines: "known", "too-few", "apart", "bad". */
const char *jipyo_spread_verdict_id (JipyoSpreadVerdict verdict);
/* Why there is no spread: "받은 시각이 10초 넘게 다름"; "" when there is one. */
const char *jipyo_spread_reason (JipyoSpreadVerdict verdict, JipyoLang lang);
