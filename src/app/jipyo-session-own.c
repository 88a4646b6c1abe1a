/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is a person's own, as the session hands it out.
 */

#include "jipyo-belongings.h"
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

JipyoWatchlist *
jipyo_session_get_watchlist (JipyoSession *self)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self), NULL);
  return jipyo_belongings_get_watchlist (jipyo_session_get_own (self));
}
