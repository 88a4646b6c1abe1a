/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is a person's own, as the session hands it out, and what a person asks for is checked.
 */

#include "jipyo-belongings.h"
#include "jipyo-client.h"
#include "jipyo-quote-board.h"
#include "jipyo-quote-keeper.h"
#include "jipyo-session.h"

JipyoNotes *
jipyo_session_get_notes (JipyoSession *self)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self), NULL);
  return jipyo_belongings_get_notes (jipyo_session_get_own (self));
}

JipyoAlerts *
jipyo_session_get_alerts (JipyoSession *self)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self), NULL);
  return jipyo_belongings_get_alerts (jipyo_session_get_own (self));
}

JipyoNewCodes *
jipyo_session_get_new_codes (JipyoSession *self)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self), NULL);
  return jipyo_belongings_get_new_codes (jipyo_session_get_own (self));
}

JipyoWatchlist *
jipyo_session_get_watchlist (JipyoSession *self)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self), NULL);
  return jipyo_belongings_get_watchlist (jipyo_session_get_own (self));
}

const char *
jipyo_session_get_history (JipyoSession *self)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self), NULL);
  JipyoQuoteKeeper *keeper = jipyo_session_get_keeper (self);

  return keeper != NULL ? jipyo_quote_keeper_get_state (keeper) : "kept";
}

const char *
jipyo_session_get_damaged_file (JipyoSession *self)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self), NULL);
  JipyoQuoteKeeper *keeper = jipyo_session_get_keeper (self);

  return keeper != NULL ? jipyo_history_get_damaged_file (jipyo_quote_keeper_get_history (keeper))
                        : NULL;
}

gboolean
jipyo_session_check_endpoints (const char *const *endpoints, GError **error)
{
  return jipyo_client_check_endpoints (endpoints, error);
}

JipyoWeights *
jipyo_session_get_weights (JipyoSession *self)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self), NULL);
  return jipyo_belongings_get_weights (jipyo_session_get_own (self));
}

JipyoProviders *
jipyo_session_get_providers (JipyoSession *self)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self), NULL);
  return jipyo_belongings_get_providers (jipyo_session_get_own (self));
}

JipyoKeyDesk *
jipyo_session_get_key_desk (JipyoSession *self)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self), NULL);
  return jipyo_belongings_get_key_desk (jipyo_session_get_own (self));
}

const GPtrArray *
jipyo_session_list_calendars (JipyoSession *self)
{
  return jipyo_quote_board_list_calendars (jipyo_session_get_board (self));
}
