/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The feed's list comes first: it is in the order of the markets.
 */

#include "jipyo-known-instruments.h"

#include "jipyo-instrument.h"

static void
add_once (GPtrArray *list, const char *instrument)
{
  if (!jipyo_instrument_is_basket (instrument)
      && !g_ptr_array_find_with_equal_func (list, instrument, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (instrument));
}

static gboolean
is_listed (const JipyoLedger *ledger, const JipyoTeam *team)
{
  for (guint i = 0; i < team->members->len; i++) {
    const JipyoMember *member = g_ptr_array_index (team->members, i);
    const JipyoOrganisation *organisation =
      jipyo_ledger_find_organisation (ledger, member->organisation);

    if (organisation != NULL && organisation->code != NULL)
      return TRUE;
  }
  return FALSE;
}

GPtrArray *
jipyo_known_instruments_list_baskets (JipyoSession *session)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (session), NULL);
  const JipyoLedger *ledger = jipyo_session_get_ledger (session);
  const GPtrArray *teams = jipyo_ledger_get_teams (ledger);
  GPtrArray *baskets = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < teams->len; i++) {
    const JipyoTeam *team = g_ptr_array_index (teams, i);

    if (is_listed (ledger, team))
      g_ptr_array_add (baskets, g_strconcat (JIPYO_ALERT_BASKET_PREFIX, team->id, NULL));
  }
  return baskets;
}

GPtrArray *
jipyo_known_instruments_list (JipyoSession *session)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (session), NULL);
  const GPtrArray *quotes = jipyo_session_get_quotes (session);
  const GPtrArray *organisations =
    jipyo_ledger_get_organisations (jipyo_session_get_ledger (session));
  g_auto (GStrv) wanted = jipyo_watchlist_list_wanted (jipyo_session_get_watchlist (session));
  GPtrArray *known = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; wanted[i] != NULL; i++)
    add_once (known, wanted[i]);
  for (guint i = 0; i < organisations->len; i++) {
    const JipyoOrganisation *organisation = g_ptr_array_index (organisations, i);
    g_autofree char *instrument = g_strconcat ("krx:", organisation->code, NULL);

    if (organisation->code != NULL)
      add_once (known, instrument);
  }
  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    add_once (known, ((const JipyoQuote *) quotes->pdata[i])->instrument);
  return known;
}
