/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The teams' baskets of the session's reading, for what follows or watches them.
 */

#include "jipyo-basket-quote.h"
#include "jipyo-basket-rehearsal.h"
#include "jipyo-belongings.h"
#include "jipyo-instrument.h"
#include "jipyo-past-shelf.h"
#include "jipyo-quote-board.h"
#include "jipyo-session.h"

/* The context's pasts are let go of again, which the shares do not need any more. */
static JipyoTeamShares *
make_shares_of (JipyoSession *self, JipyoViewContext *context, const GPtrArray *pasts)
{
  context->pasts = pasts;
  context->weights = jipyo_weights_get_all (jipyo_session_get_weights (self));
  JipyoTeamShares *shares = jipyo_team_shares_new (context, NULL); /* fails only for options */
  context->pasts = NULL;
  return shares;
}

/* Fills in the context, too. */
static JipyoTeamShares *
make_shares (JipyoSession *self, JipyoViewContext *context)
{
  jipyo_session_get_context (self, context);
  g_autoptr (GPtrArray) needs = jipyo_team_shares_list_pasts (context);
  g_autoptr (GPtrArray) pasts = jipyo_past_shelf_pick (jipyo_session_get_shelf (self), needs,
                                                       jipyo_view_context_get_end_ms (context));

  return make_shares_of (self, context, pasts);
}

/* Of every basket whose members all have a quote. */
static GPtrArray *
list_quotes (JipyoSession *self)
{
  JipyoViewContext context;
  g_autoptr (JipyoTeamShares) shares = make_shares (self, &context);
  GPtrArray *quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);

  for (guint i = 0; context.quotes != NULL && i < shares->baskets->len; i++) {
    JipyoQuote *quote = jipyo_basket_quote_new (shares->baskets->pdata[i], context.quotes);

    if (quote != NULL)
      g_ptr_array_add (quotes, quote);
  }
  return quotes;
}

static const JipyoTeamBasket *
find_basket (const JipyoTeamShares *shares, const char *basket)
{
  for (guint i = 0; i < shares->baskets->len; i++) {
    const JipyoTeamBasket *team = g_ptr_array_index (shares->baskets, i);

    if (g_str_equal (team->team->id, jipyo_instrument_get_symbol (basket)))
      return team;
  }
  return NULL;
}

GArray *
jipyo_session_list_basket_closes (JipyoSession *self, const char *basket, guint n)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self) && jipyo_instrument_is_basket (basket), NULL);
  JipyoViewContext context;
  g_autoptr (JipyoTeamShares) shares = make_shares (self, &context);
  const JipyoTeamBasket *team = find_basket (shares, basket);

  return team != NULL ? jipyo_basket_quote_list_closes (team, n) : NULL;
}

JipyoQuote *
jipyo_session_make_basket_quote (JipyoSession *self,
                                 const char *basket,
                                 const GPtrArray *quotes,
                                 GError **error)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self) && jipyo_instrument_is_basket (basket), NULL);
  JipyoViewContext context;
  g_autoptr (JipyoTeamShares) shares = make_shares (self, &context);
  const JipyoTeamBasket *team = find_basket (shares, basket);
  JipyoQuote *quote = team != NULL ? jipyo_basket_quote_new (team, quotes) : NULL;

  if (team == NULL)
    g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_NOT_FOUND,
                 "no team of that name has a listed member");
  else if (team->basket == NULL)
    g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_OPTION,
                 jipyo_team_basket_has_weight (team)
                   ? "too few daily closes of its members were kept"
                   : "its members have the weight 0, all of them");
  else if (quote == NULL)
    g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_OPTION, "a member has no quote");
  return quote;
}

JipyoAlertRehearsal *
jipyo_session_rehearse_basket (JipyoSession *self,
                               const JipyoAlertRule *rule,
                               const GPtrArray *pasts,
                               gint64 to_us)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self) && rule != NULL, NULL);
  JipyoViewContext context;

  jipyo_session_get_context (self, &context);
  context.calendars = jipyo_session_list_calendars (self);
  g_autoptr (JipyoTeamShares) shares = make_shares_of (self, &context, pasts);
  const JipyoCalendar *calendar =
    jipyo_view_context_find_calendar (&context, JIPYO_TEAM_SHARES_MARKET);
  return jipyo_basket_rehearse (shares, calendar, rule, to_us);
}

/* What is the same as before is no news to alerts. */
static void
put_basket (JipyoSession *self, JipyoQuoteBoard *board, const JipyoQuote *quote)
{
  const JipyoQuote *before = jipyo_quote_board_find (board, quote->instrument);

  if (before != NULL && before->received_us == quote->received_us && before->state == quote->state
      && jipyo_decimal_compare (before->last, quote->last) == 0)
    return;
  if (jipyo_quote_board_put (board, quote))
    jipyo_alerts_take_quote (jipyo_session_get_alerts (self), quote, jipyo_session_get_now (self));
}

void
jipyo_session_put_baskets (JipyoSession *self, JipyoQuoteBoard *board)
{
  if (!jipyo_belongings_want_baskets (jipyo_session_get_own (self)))
    return;
  g_autoptr (GPtrArray) quotes = list_quotes (self);
  for (guint i = 0; i < quotes->len; i++)
    put_basket (self, board, g_ptr_array_index (quotes, i));
}
