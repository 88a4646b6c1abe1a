/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much dearer a coin is for won than for dollars:
 *
 *   premium = won price ÷ (dollar price × rate) − 1
 *
 * where the rate is what a dollar costs in won. Its rules: a dollar price more than ten seconds
 * from the won price is refused, because bitcoin moves by as much as a premium within a minute. A
 * rate is no price of the moment: it has a day, which goes with the figure wherever that is shown,
 * and over a weekend it is Friday's; only one of more than a week ago is refused. What was printed
 * without its dollar price has no premium. Fees and the cost of moving money are not in it.
 */

#pragma once

#include "jipyo-date.h"
#include "jipyo-quote.h"

/* Of prices that are compared: two polls of ten seconds each may be this far apart; beyond it
 * prices have moved on. */
#define JIPYO_LEGS_APART_MAX_US (10 * G_TIME_SPAN_SECOND)
/* The longest run of holidays without a fixing. */
#define JIPYO_RATE_AGE_MAX_US (7 * G_TIME_SPAN_DAY)

typedef enum {
  JIPYO_PREMIUM_KNOWN,
  JIPYO_PREMIUM_NO_DOLLAR, /* no dollar price was received */
  JIPYO_PREMIUM_NO_RATE,   /* no rate was received, or none that says of which day it is */
  JIPYO_PREMIUM_APART,     /* won and dollar are too far apart in time */
  JIPYO_PREMIUM_OLD_RATE,
  JIPYO_PREMIUM_BAD, /* a price is not positive, or the numbers do not fit */
} JipyoPremiumVerdict;

/* Borrowed; what is not known is NULL. */
typedef struct {
  const JipyoQuote *won;
  const JipyoQuote *dollar;
  const JipyoQuote *rate;
} JipyoPremiumLegs;

typedef struct {
  JipyoPremiumVerdict verdict;
  gint64 apart_us;      /* between won and dollar; 0 when one of them is not known */
  JipyoDate rate_date;  /* in Korea; unknown without a rate */
  JipyoDecimal fair;    /* dollar × rate in won, two decimals; set with KNOWN, as the rest */
  JipyoDecimal amount;  /* won − fair */
  JipyoDecimal percent; /* two decimals */
} JipyoPremium;

/* What so many dollars are worth in won, to two decimals; FALSE when the numbers do not fit. */
gboolean jipyo_premium_find_fair (JipyoDecimal dollar, JipyoDecimal rate, JipyoDecimal *fair);
void jipyo_premium_compute (JipyoPremium *self, const JipyoPremiumLegs *legs);
/* For machines: "known", "no-dollar", "no-rate", "apart", "old-rate", "bad". */
const char *jipyo_premium_verdict_id (JipyoPremiumVerdict verdict);
/* Why there is none: "달러 시세가 없음"; "" when there is one. */
const char *jipyo_premium_reason (JipyoPremiumVerdict verdict, JipyoLang lang);
