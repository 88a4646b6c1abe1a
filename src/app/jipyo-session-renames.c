/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a venue has renamed is followed by its new code, and that is told. Nothing else is changed:
 * alerts on the old code, and its history, stay what they are.
 */

#include "jipyo-feed-supervisor.h"
#include "jipyo-instrument.h"
#include "jipyo-session.h"

static void
renamed_cb (JipyoSession *self, const char *instrument, const char *successor)
{
  jipyo_watchlist_replace (jipyo_session_get_watchlist (self), instrument, successor);
}

JipyoFeedSupervisor *
jipyo_session_follow_renames (JipyoSession *self, JipyoFeedSupervisor *feed)
{
  g_signal_connect_object (feed, "renamed", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  return feed;
}

char *
jipyo_session_describe_rename (JipyoSession *self)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self), NULL);
  const char *successor;
  const char *old = jipyo_watchlist_get_renamed (jipyo_session_get_watchlist (self), &successor);

  return old != NULL ? g_strdup_printf ("%s → %s", old, jipyo_instrument_get_symbol (successor))
                     : NULL;
}
