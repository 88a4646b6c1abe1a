/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The arithmetic of the spread. The share is of the cheapest leg: that is what one pays to earn it,
 * and it is the base that reproduces the published percentages (10 of 2,890 is 0.346 %).
 */

#include "jipyo-spread.h"

#include <string.h>

static const guint PERCENT_DECIMALS = 3;

/* Printed legs have a date and no time: the same date is all that can be asked of them. */
static gboolean
legs_belong_together (const JipyoKnownQuote *a, const JipyoKnownQuote *b)
{
  if ((a->printed != NULL) != (b->printed != NULL))
    return FALSE;
  if (a->printed != NULL)
    return jipyo_date_compare (a->printed->date, b->printed->date) == 0;
  gint64 apart_us = a->quote->received_us - b->quote->received_us;
  return ABS (apart_us) <= JIPYO_SPREAD_LEGS_APART_MAX_US;
}

static gboolean
compute_shares (JipyoSpread *self)
{
  JipyoDecimal hundredfold;
  return jipyo_decimal_sign (self->cheapest) > 0
         && jipyo_decimal_subtract (self->dearest, self->cheapest, &self->amount)
         && jipyo_decimal_multiply (self->amount, jipyo_decimal_from_int (100), &hundredfold)
         && jipyo_decimal_divide (hundredfold, self->cheapest, PERCENT_DECIMALS, &self->percent);
}

static void
add_leg (JipyoSpread *self, const JipyoKnownQuote *leg)
{
  gboolean first = self->n_legs++ == 0;
  JipyoDecimal last = leg->quote->last;

  if (first || jipyo_decimal_compare (last, self->cheapest) < 0)
    self->cheapest = last;
  if (first || jipyo_decimal_compare (last, self->dearest) > 0)
    self->dearest = last;
  self->state = first ? leg->state : jipyo_quote_state_worse (self->state, leg->state);
  if (first || leg->quote->received_us < self->oldest_us)
    self->oldest_us = leg->quote->received_us;
}

void
jipyo_spread_compute (JipyoSpread *self, const JipyoKnownQuote *legs, guint n_legs)
{
  gboolean together = TRUE;

  memset (self, 0, sizeof *self);
  for (guint i = 0; i < n_legs; i++) {
    if (legs[i].quote == NULL)
      continue;
    for (guint j = 0; j < i; j++)
      if (legs[j].quote != NULL && !legs_belong_together (&legs[i], &legs[j]))
        together = FALSE;
    add_leg (self, &legs[i]);
  }

  if (self->n_legs < 2)
    self->verdict = JIPYO_SPREAD_TOO_FEW;
  else if (!together)
    self->verdict = JIPYO_SPREAD_APART;
  else
    self->verdict = compute_shares (self) ? JIPYO_SPREAD_KNOWN : JIPYO_SPREAD_BAD;
}

const char *
jipyo_spread_reason (JipyoSpreadVerdict verdict, JipyoLang lang)
{
  gboolean ko = lang == JIPYO_LANG_KO;
  switch (verdict) {
  case JIPYO_SPREAD_KNOWN:
    return "";
  case JIPYO_SPREAD_TOO_FEW:
    return ko ? "한 거래소에만 있음" : "at one venue only";
  case JIPYO_SPREAD_APART:
    return ko ? "받은 시각이 10초 넘게 다름" : "received more than 10 s apart";
  case JIPYO_SPREAD_BAD:
    return ko ? "계산할 수 없는 시세" : "prices do not compute";
  }
  return "";
}
