/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The days are those of the calendar, so that a session that nobody kept is missed and not passed
 * over.
 */

#include "jipyo-basket-rehearsal.h"

#include "jipyo-instrument.h"

#include <math.h>

static const JipyoTeamBasket *
find_basket (const JipyoTeamShares *shares, const char *subject)
{
  if (!jipyo_instrument_is_basket (subject))
    return NULL;
  for (guint i = 0; i < shares->baskets->len; i++) {
    const JipyoTeamBasket *basket = g_ptr_array_index (shares->baskets, i);

    if (g_str_equal (basket->team->id, jipyo_instrument_get_symbol (subject)))
      return basket;
  }
  return NULL;
}

static double
find_value (const JipyoTeamBasket *team, int day)
{
  guint n;

  if (team->basket == NULL || !jipyo_closes_find (team->basket->index, day, &n)
      || jipyo_closes_get_day (team->basket->index, n) != day)
    return NAN;
  return jipyo_closes_get_value (team->basket->index, n);
}

static gboolean
is_session (const JipyoTeamShares *shares, const JipyoCalendar *calendar, int day)
{
  guint n;

  if (calendar != NULL)
    return jipyo_calendar_is_session (calendar, jipyo_date_from_day (day));
  return jipyo_closes_find (shares->market, day, &n)
         && jipyo_closes_get_day (shares->market, n) == day;
}

static JipyoCloses *
list_sessions (const JipyoTeamShares *shares,
               const JipyoTeamBasket *team,
               const JipyoCalendar *calendar,
               gint64 from_us)
{
  JipyoCloses *closes = jipyo_closes_new ();
  const int first = jipyo_date_first_day (jipyo_instant_date_kst (from_us));

  for (int day = first; day <= shares->last_day; day++) {
    const double value = find_value (team, day);

    if (!isnan (value) || is_session (shares, calendar, day))
      jipyo_closes_add (closes, day, value);
  }
  return closes;
}

static gboolean
is_left_out (JipyoBasketPart part)
{
  return part != JIPYO_BASKET_IN && part != JIPYO_BASKET_UNWEIGHTED;
}

static char *
list_left_out (const JipyoTeamBasket *team, JipyoLang lang)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < team->parts->len; i++) {
    const JipyoListedShare *share = g_ptr_array_index (team->shares, i);

    if (!is_left_out (g_array_index (team->parts, JipyoBasketMember, i).part))
      continue;
    if (names->len > 0)
      g_string_append (names, ", ");
    g_string_append (names, jipyo_text_get (&share->organisation->name, lang));
  }
  return g_string_free (names, FALSE);
}

JipyoAlertRehearsal *
jipyo_basket_rehearse (const JipyoTeamShares *shares,
                       const JipyoCalendar *calendar,
                       const JipyoAlertRule *rule,
                       gint64 to_us)
{
  const JipyoTeamBasket *team = find_basket (shares, rule->subject);
  const gint64 from_us = to_us - JIPYO_ALERT_REHEARSAL_DAYS * G_TIME_SPAN_DAY;

  if (team == NULL)
    return NULL;
  g_autoptr (JipyoCloses) closes = list_sessions (shares, team, calendar, from_us);
  JipyoAlertRehearsal *self = jipyo_alert_rehearsal_new_from_closes (rule, closes, calendar, to_us);
  if (self->n_prices > 0)
    self->without =
      jipyo_text_take (list_left_out (team, JIPYO_LANG_KO), list_left_out (team, JIPYO_LANG_EN));
  return self;
}
