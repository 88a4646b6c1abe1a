/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a venue has renamed is followed by its new code; that is told, and kept with its time,
 * whoever looked at the old one.
 */

#include "jipyo-feed-supervisor.h"
#include "jipyo-instrument.h"
#include "jipyo-quote-board.h"
#include "jipyo-session.h"

/* When a price came last by the old code, or now: while nothing ran it ended unseen. */
static gint64
find_end (JipyoSession *self, const char *instrument)
{
  const JipyoQuote *last = jipyo_quote_board_find (jipyo_session_get_board (self), instrument);
  const gint64 now_us = jipyo_session_get_now (self);

  return last != NULL && last->received_us > 0 ? MIN (last->received_us, now_us) : now_us;
}

static void
renamed_cb (JipyoSession *self, const char *instrument, const char *successor)
{
  g_autoptr (JipyoNewCode) code =
               jipyo_new_code_new (instrument, successor, find_end (self, instrument));

  if (jipyo_new_codes_take (jipyo_session_get_new_codes (self), code))
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
