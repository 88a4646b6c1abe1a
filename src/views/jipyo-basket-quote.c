/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The formula is jipyo-basket.h's, with the newest price in place of a close.
 */

#include "jipyo-basket-quote.h"

#include "jipyo-alert.h"
#include "jipyo-figures.h"

static const double BASE_VALUE = 100;
static const guint DECIMALS = 2;

typedef struct {
  double now;
  double before; /* at the end of the previous session */
  gboolean has_before;
  JipyoQuote *quote; /* takes over times and state */
} Sum;

static const JipyoQuote *
find_quote (const GPtrArray *quotes, const char *instrument)
{
  for (guint i = 0; i < quotes->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (quotes, i);

    if (g_str_equal (quote->instrument, instrument))
      return quote;
  }
  return NULL;
}

static void
take_times (JipyoQuote *self, const JipyoQuote *leg)
{
  if (self->received_us == 0) {
    self->received_us = leg->received_us;
    self->venue_time_us = leg->venue_time_us;
    self->state = leg->state;
  }
  self->received_us = MIN (self->received_us, leg->received_us);
  self->venue_time_us = MIN (self->venue_time_us, leg->venue_time_us);
  self->interval_ms = MAX (self->interval_ms, leg->interval_ms);
  self->state = jipyo_quote_state_worse (self->state, leg->state);
}

/* `part` is in the basket, so it has a close on the base day. */
static void
add_leg (Sum *sum, const JipyoQuote *leg, const JipyoBasketMember *part, int base_day)
{
  const double last = jipyo_decimal_to_double (leg->last);
  guint base = 0;

  jipyo_closes_find (part->closes, base_day, &base);
  const double units = BASE_VALUE * part->share / jipyo_closes_get_value (part->closes, base);
  sum->now += units * last;
  sum->has_before &= leg->has_change && leg->basis == JIPYO_BASIS_PREVIOUS_SESSION;
  sum->before += units * (last - jipyo_decimal_to_double (leg->change));
  take_times (sum->quote, leg);
}

static gboolean
add_up (Sum *sum, const JipyoTeamBasket *team, const GPtrArray *quotes)
{
  for (guint i = 0; i < team->parts->len; i++) {
    const JipyoBasketMember *part = &g_array_index (team->parts, JipyoBasketMember, i);
    const JipyoListedShare *share = g_ptr_array_index (team->shares, i);
    const JipyoQuote *leg = find_quote (quotes, share->instrument);

    if (part->part != JIPYO_BASKET_IN)
      continue;
    if (leg == NULL)
      return FALSE;
    add_leg (sum, leg, part, team->basket->base_day);
  }
  return TRUE;
}

JipyoQuote *
jipyo_basket_quote_new (const JipyoTeamBasket *team, const GPtrArray *quotes)
{
  g_autofree char *instrument = g_strconcat (JIPYO_ALERT_BASKET_PREFIX, team->team->id, NULL);
  g_autoptr (JipyoQuote) quote = jipyo_quote_new (instrument, "basket");
  Sum sum = { .has_before = TRUE, .quote = quote };

  if (team->basket == NULL || !add_up (&sum, team, quotes))
    return NULL;
  quote->name = jipyo_text_copy (&team->team->short_name);
  quote->currency = g_strdup ("");
  quote->last = jipyo_figure_round (sum.now, DECIMALS);
  if (sum.has_before)
    jipyo_quote_set_change_from (quote, jipyo_figure_round (sum.before, DECIMALS),
                                 JIPYO_BASIS_PREVIOUS_SESSION);
  return g_steal_pointer (&quote);
}

GArray *
jipyo_basket_quote_list_closes (const JipyoTeamBasket *team, guint n)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));
  const guint n_all = team->basket != NULL ? jipyo_closes_get_n (team->basket->index) : 0;

  for (guint i = n_all > n ? n_all - n : 0; i < n_all; i++) {
    const double value = jipyo_closes_get_value (team->basket->index, i);

    g_array_append_val (values, value);
  }
  return values;
}
