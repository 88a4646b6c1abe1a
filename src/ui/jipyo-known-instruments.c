/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The feed's list comes first: it is in the order of the markets.
 */

#include "jipyo-known-instruments.h"

static void
add_once (GPtrArray *list, const char *instrument)
{
  if (!g_ptr_array_find_with_equal_func (list, instrument, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (instrument));
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
