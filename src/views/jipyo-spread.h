/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far apart venues price one thing: dearest less cheapest, and that as a share of the cheapest.
 * Legs that were not taken at one time are refused, because their difference is mostly time.
 */

#pragma once

#include "jipyo-known-quote.h"

/* Two polls of ten seconds each may be this far apart; beyond it prices have moved on. */
#define JIPYO_SPREAD_LEGS_APART_MAX_US (10 * G_TIME_SPAN_SECOND)

typedef enum {
  JIPYO_SPREAD_KNOWN,
  JIPYO_SPREAD_TOO_FEW, /* fewer than two venues have a price */
  JIPYO_SPREAD_APART,   /* the legs are too far apart in time, or of different dates */
  JIPYO_SPREAD_BAD,     /* a price is not positive, or the numbers do not fit */
} JipyoSpreadVerdict;

typedef struct {
  JipyoSpreadVerdict verdict;
  guint n_legs;         /* venues with a price */
  JipyoDecimal amount;  /* dearest − cheapest; set with KNOWN, as the rest below */
  JipyoDecimal percent; /* amount / cheapest × 100, three decimals */
  JipyoDecimal cheapest;
  JipyoDecimal dearest;
  JipyoQuoteState state; /* the worst of the legs; set with KNOWN and APART */
  gint64 oldest_us;      /* received time of the oldest leg; 0 when printed */
} JipyoSpread;

/* Legs without a quote are left out. */
void jipyo_spread_compute (JipyoSpread *self, const JipyoKnownQuote *legs, guint n_legs);
/* Why there is no spread: "시세 시각이 10초 넘게 다름"; "" when there is one. */
const char *jipyo_spread_reason (JipyoSpreadVerdict verdict, JipyoLang lang);
