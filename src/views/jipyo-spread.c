/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The arithmetic of the spread. The share is of the cheapest leg: that is what one pays to earn it,
 * and it is the base that reproduces the published percentages (10 of 2,890 is 0.346 %).
 */

#include "jipyo-spread.h"

#include <string.h>

#include "jipyo-format.h"

static const guint PERCENT_DECIMALS = 3;
/* The venues' premiums over each other have been less: beyond it one of the prices is wrong, though
 * whoever received it first had nothing to doubt it by. */
static const int BELIEVED_PERCENT = 10;

/* Whether `leg` is of the time of `newest`. Printed legs have a date and no time: the same date is
 * all that can be asked of them. What a venue stamps is the last trade, which in a quiet market is
 * hours ago while its price still holds: what counts is when it was said. */
static gboolean
is_of_its_time (const JipyoKnownQuote *leg, const JipyoKnownQuote *newest)
{
  if ((leg->printed != NULL) != (newest->printed != NULL))
    return FALSE;
  if (leg->printed != NULL)
    return jipyo_date_compare (leg->printed->date, newest->printed->date) == 0;
  return newest->quote->received_us - leg->quote->received_us <= JIPYO_LEGS_APART_MAX_US;
}

/* What was received comes before what was printed, then the later. */
static gboolean
is_newer (const JipyoKnownQuote *leg, const JipyoKnownQuote *than)
{
  if (than == NULL || (leg->printed != NULL) != (than->printed != NULL))
    return than == NULL || leg->printed == NULL;
  if (leg->printed != NULL)
    return jipyo_date_compare (leg->printed->date, than->printed->date) > 0;
  return leg->quote->received_us > than->quote->received_us;
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

/* `first` of those that are compared. */
static void
add_leg (JipyoSpread *self, const JipyoKnownQuote *leg, gboolean first)
{
  JipyoDecimal last = leg->quote->last;

  if (first || jipyo_decimal_compare (last, self->cheapest) < 0)
    self->cheapest = last;
  if (first || jipyo_decimal_compare (last, self->dearest) > 0)
    self->dearest = last;
  self->state = first ? leg->state : jipyo_quote_state_worse (self->state, leg->state);
  if (first || jipyo_quote_get_price_time (leg->quote) < self->oldest_us)
    self->oldest_us = jipyo_quote_get_price_time (leg->quote);
}

static void
doubt_shares (JipyoSpread *self, const JipyoKnownQuote *newest)
{
  if (newest->printed == NULL
      && jipyo_decimal_compare (self->percent, jipyo_decimal_from_int (BELIEVED_PERCENT)) > 0)
    self->state = JIPYO_QUOTE_SUSPECT;
}

static const JipyoKnownQuote *
survey (JipyoSpread *self, const JipyoKnownQuote *legs, guint n_legs)
{
  const JipyoKnownQuote *newest = NULL;

  for (guint i = 0; i < n_legs; i++) {
    if (legs[i].quote == NULL)
      continue;
    self->n_legs++;
    if (is_newer (&legs[i], newest))
      newest = &legs[i];
  }
  return newest;
}

void
jipyo_spread_compute (JipyoSpread *self, const JipyoKnownQuote *legs, guint n_legs)
{
  const JipyoKnownQuote *newest;
  guint n_compared = 0;

  memset (self, 0, sizeof *self);
  newest = survey (self, legs, n_legs);
  for (guint i = 0; i < n_legs; i++) {
    if (legs[i].quote == NULL)
      continue;
    self->apart_us = MAX (self->apart_us, newest->quote->received_us - legs[i].quote->received_us);
    if (is_of_its_time (&legs[i], newest))
      add_leg (self, &legs[i], n_compared++ == 0);
    else
      self->refused |= 1u << i;
  }

  if (self->n_legs < 2)
    self->verdict = JIPYO_SPREAD_TOO_FEW;
  else if (n_compared < 2)
    self->verdict = JIPYO_SPREAD_APART;
  else
    self->verdict = compute_shares (self) ? JIPYO_SPREAD_KNOWN : JIPYO_SPREAD_BAD;
  if (self->verdict == JIPYO_SPREAD_KNOWN)
    doubt_shares (self, newest);
}

char *
jipyo_spread_format_percent (const JipyoSpread *self)
{
  g_autofree char *number = jipyo_decimal_format_fixed (self->percent, PERCENT_DECIMALS, FALSE);

  return g_strdup_printf ("%s %%", number);
}

char *
jipyo_spread_format_amount (const JipyoSpread *self, JipyoLang lang)
{
  g_autofree char *number =
    jipyo_format_price (self->amount, jipyo_decimal_get_decimals (self->amount));

  return g_strdup_printf (lang == JIPYO_LANG_KO ? "%s원" : "₩%s", number);
}

const char *
jipyo_spread_verdict_id (JipyoSpreadVerdict verdict)
{
  switch (verdict) {
  case JIPYO_SPREAD_KNOWN:
    return "known";
  case JIPYO_SPREAD_TOO_FEW:
    return "too-few";
  case JIPYO_SPREAD_APART:
    return "apart";
  case JIPYO_SPREAD_BAD:
    return "bad";
  }
  return "";
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
