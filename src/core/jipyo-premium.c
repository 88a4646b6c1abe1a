/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The arithmetic of the premium, exact until it is rounded to be shown.
 */

#include "jipyo-premium.h"

/* What is beyond these decimals is noise of the sources' binary numbers; of a dollar price as many
 * are used as leave room for the product. */
enum { DOLLAR_DECIMALS = 8, DOLLAR_DECIMALS_MIN = 2, RATE_DECIMALS = 4 };
enum { FAIR_DECIMALS = 2, PERCENT_DECIMALS = 2 };

static const struct {
  const char *id;
  const char *ko;
  const char *en;
} verdicts[] = {
  [JIPYO_PREMIUM_KNOWN] = { "known", "", "" },
  [JIPYO_PREMIUM_NO_DOLLAR] = { "no-dollar", "달러 시세가 없음", "no dollar price" },
  [JIPYO_PREMIUM_NO_RATE] = { "no-rate", "환율이 없음", "no exchange rate" },
  [JIPYO_PREMIUM_APART] = { "apart", "원화와 달러 시세의 시각이 10초 넘게 다름",
                            "won and dollar prices more than 10 s apart" },
  [JIPYO_PREMIUM_OLD_RATE] = { "old-rate", "환율이 일주일보다 오래됨",
                               "exchange rate older than a week" },
  [JIPYO_PREMIUM_BAD] = { "bad", "계산할 수 없는 시세", "prices do not compute" },
};

/* A venue of coins stamps the last trade, which in a quiet market is hours ago while its price
 * still holds: what counts is when it was said. */
static gint64
stamp_won (const JipyoQuote *won)
{
  return won->received_us;
}

/* A dollar price comes from a source that passes on what it has heard, and says how old that is. */
static gint64
stamp_dollar (const JipyoQuote *dollar)
{
  return jipyo_quote_get_price_time (dollar);
}

gboolean
jipyo_premium_find_fair (JipyoDecimal dollar, JipyoDecimal rate, JipyoDecimal *fair)
{
  const JipyoDecimal rounded = jipyo_decimal_round (rate, RATE_DECIMALS);

  for (guint decimals = DOLLAR_DECIMALS; decimals >= DOLLAR_DECIMALS_MIN; decimals--) {
    JipyoDecimal exact;

    if (!jipyo_decimal_multiply (jipyo_decimal_round (dollar, decimals), rounded, &exact))
      continue;
    *fair = jipyo_decimal_round (exact, FAIR_DECIMALS);
    return TRUE;
  }
  return FALSE;
}

/* With dollars and their worth in won the rate is positive, too. */
static gboolean
compute_shares (JipyoPremium *self, const JipyoPremiumLegs *legs)
{
  JipyoDecimal hundredfold;

  return jipyo_decimal_sign (legs->won->last) > 0 && jipyo_decimal_sign (legs->dollar->last) > 0
         && jipyo_premium_find_fair (legs->dollar->last, legs->rate->last, &self->fair)
         && jipyo_decimal_sign (self->fair) > 0
         && jipyo_decimal_subtract (legs->won->last, self->fair, &self->amount)
         && jipyo_decimal_multiply (self->amount, jipyo_decimal_from_int (100), &hundredfold)
         && jipyo_decimal_divide (hundredfold, self->fair, PERCENT_DECIMALS, &self->percent);
}

static JipyoPremiumVerdict
judge (JipyoPremium *self, const JipyoPremiumLegs *legs)
{
  if (legs->dollar == NULL)
    return JIPYO_PREMIUM_NO_DOLLAR;
  if (legs->rate == NULL || legs->rate->venue_time_us <= 0)
    return JIPYO_PREMIUM_NO_RATE;
  if (self->apart_us > JIPYO_LEGS_APART_MAX_US)
    return JIPYO_PREMIUM_APART;
  if (stamp_won (legs->won) - legs->rate->venue_time_us > JIPYO_RATE_AGE_MAX_US)
    return JIPYO_PREMIUM_OLD_RATE;
  return compute_shares (self, legs) ? JIPYO_PREMIUM_KNOWN : JIPYO_PREMIUM_BAD;
}

void
jipyo_premium_compute (JipyoPremium *self, const JipyoPremiumLegs *legs)
{
  g_return_if_fail (legs->won != NULL);

  *self = (JipyoPremium){ 0 };
  if (legs->dollar != NULL)
    self->apart_us = ABS (stamp_won (legs->won) - stamp_dollar (legs->dollar));
  if (legs->rate != NULL && legs->rate->venue_time_us > 0)
    self->rate_date = jipyo_instant_date_kst (legs->rate->venue_time_us);
  self->verdict = judge (self, legs);
}

const char *
jipyo_premium_verdict_id (JipyoPremiumVerdict verdict)
{
  g_return_val_if_fail (verdict < G_N_ELEMENTS (verdicts), "");
  return verdicts[verdict].id;
}

const char *
jipyo_premium_reason (JipyoPremiumVerdict verdict, JipyoLang lang)
{
  g_return_val_if_fail (verdict < G_N_ELEMENTS (verdicts), "");
  return lang == JIPYO_LANG_KO ? verdicts[verdict].ko : verdicts[verdict].en;
}
