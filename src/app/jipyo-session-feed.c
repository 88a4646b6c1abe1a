/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What keeps the session's quotes coming: the feed with its pace, what is kept of it, and the
 * second that passes. Nothing of it is there until the feed is started.
 */

#include "jipyo-alert-units.h"
#include "jipyo-past.h"
#include "jipyo-session-private.h"
#include "jipyo-session.h"

static const guint TICK_INTERVAL_S = 1;
static const gint64 TICK_LATE_US = 2 * G_USEC_PER_SEC;

/* The child knows no price from before its start, and of a new code none by the old one. */
static JipyoQuote *
look_at_unit (JipyoSession *self, const JipyoQuote *received)
{
  JipyoQuote *quote = jipyo_quote_copy (received);

  jipyo_unit_watch_mark (self->units, quote,
                         jipyo_quote_board_find (self->board, quote->instrument));
  return quote;
}

void
jipyo_session_take_quote (JipyoSession *self, const JipyoQuote *received)
{
  JipyoAlerts *alerts = jipyo_session_get_alerts (self);
  const gint64 now_us = jipyo_session_get_now (self);
  g_autoptr (JipyoQuote) quote = look_at_unit (self, received);

  if (!jipyo_quote_board_put (self->board, quote))
    return;
  if (self->keeper != NULL)
    jipyo_quote_keeper_add (self->keeper, quote);
  jipyo_alert_units_heed (alerts, quote, now_us);
  jipyo_alerts_take_quote (alerts, quote, now_us);
  jipyo_session_announce (self);
}

static void
listed_cb (JipyoSession *self, const char *instrument, int listing)
{
  if (jipyo_quote_board_set_listing (self->board, instrument, (JipyoListing) listing))
    jipyo_session_announce (self);
}

/* What was received so far was received by the other clock. */
static void
clock_heard_cb (JipyoSession *self, gint64 epoch_us)
{
  const gint64 before_us = jipyo_clock_get_error (&self->clock);

  self->clock.epoch_us = epoch_us;
  jipyo_quote_board_shift (self->board, before_us - jipyo_clock_get_error (&self->clock));
}

static void
feed_failed_cb (JipyoSession *self, const char *provider)
{
  if (*provider != '\0')
    jipyo_alerts_take_failure (jipyo_session_get_alerts (self), provider,
                               jipyo_session_get_now (self));
}

/* A child that begins again reads the names of the one before: what is wrong with them is told, as
 * at the start, and put aside before it can be lost. */
static void
link_changed_cb (JipyoSession *self)
{
  if (self->tick_id != 0)
    jipyo_belongings_check_names (self->own);
  g_object_notify (G_OBJECT (self), "link");
}

static void
history_changed_cb (JipyoSession *self)
{
  g_object_notify (G_OBJECT (self), "history");
}

static void
tick (JipyoSession *self)
{
  const gint64 monotonic_us = g_get_monotonic_time ();

  self->ticked_us = g_get_real_time ();
  jipyo_feed_pacer_tick (self->pacer, self->ticked_us, monotonic_us);
  jipyo_quote_keeper_tick (self->keeper, monotonic_us,
                           self->ticked_us - jipyo_session_get_clock_error (self));
  jipyo_past_filler_tick (self->filler, monotonic_us, jipyo_session_get_now (self));
  jipyo_alerts_advance (jipyo_session_get_alerts (self), self->record.whole,
                        jipyo_session_get_now (self));
  if (jipyo_quote_board_age (self->board, jipyo_session_get_now (self)))
    jipyo_session_announce (self);
  g_signal_emit_by_name (self, "ticked");
}

static gboolean
ticked_cb (gpointer data)
{
  tick (data);
  return G_SOURCE_CONTINUE;
}

/* What cannot be kept is still shown: a full disk or a second program is no reason to stop. */
static void
make_keeper (JipyoSession *self)
{
  g_autofree char *path = jipyo_past_path ();

  self->keeper = jipyo_quote_keeper_new (path, self->board);
  jipyo_past_shelf_set_keeper (self->shelf, self->keeper);
  jipyo_session_announce (self);
  jipyo_session_listen (self, self->keeper, "loaded", G_CALLBACK (jipyo_session_announce));
  jipyo_session_listen (self, self->keeper, "notify::state", G_CALLBACK (history_changed_cb));
}

static void
wanted_cb (JipyoSession *self, JipyoWatchlist *watchlist)
{
  g_auto (GStrv) wanted = jipyo_watchlist_list_wanted (watchlist);

  jipyo_feed_supervisor_watch (self->feed, (const char *const *) wanted);
}

static void
filled_cb (JipyoSession *self, const char *instrument)
{
  jipyo_past_shelf_forget (self->shelf, instrument);
  jipyo_session_announce (self);
}

static void
make_filler (JipyoSession *self)
{
  self->filler =
    jipyo_past_filler_new (self->feed, self->keeper, jipyo_session_get_watchlist (self));
  jipyo_session_listen (self, self->filler, "filled", G_CALLBACK (filled_cb));
}

static void
make_feed (JipyoSession *self)
{
  JipyoWatchlist *watchlist = jipyo_session_get_watchlist (self);
  g_auto (GStrv) wanted = jipyo_watchlist_list_wanted (watchlist);
  JipyoFeedOptions options = { .endpoints = jipyo_belongings_get_endpoints (self->own),
                               .instruments = (const char *const *) wanted };

  jipyo_session_listen (self, watchlist, "wanted", G_CALLBACK (wanted_cb));
  self->feed = jipyo_session_follow_renames (self, jipyo_feed_supervisor_new (&options));
  self->pacer = jipyo_feed_pacer_new (self->feed);
  jipyo_feed_pacer_set_visible (self->pacer, self->viewers > 0);
  jipyo_session_listen (self, self->feed, "quote-received", G_CALLBACK (jipyo_session_take_quote));
  jipyo_session_listen (self, self->feed, "listed", G_CALLBACK (listed_cb));
  jipyo_session_listen (self, self->feed, "clock-heard", G_CALLBACK (clock_heard_cb));
  jipyo_session_listen (self, self->feed, "failed", G_CALLBACK (feed_failed_cb));
  jipyo_session_listen (self, self->feed, "link-changed", G_CALLBACK (link_changed_cb));
}

void
jipyo_session_start_feed (JipyoSession *self)
{
  if (self->tick_id != 0)
    return;
  if (self->feed == NULL) {
    jipyo_session_get_alerts (self);
    jipyo_belongings_get_calendars (self->own);
    jipyo_belongings_check_names (self->own);
    jipyo_belongings_get_new_codes (self->own);
    make_keeper (self);
    make_feed (self);
    jipyo_providers_set_feed (jipyo_belongings_get_providers (self->own), self->feed, self->pacer);
    make_filler (self);
  }
  if (!self->offline)
    jipyo_feed_supervisor_start (self->feed);
  self->ticked_us = g_get_real_time ();
  self->tick_id = g_timeout_add_seconds (TICK_INTERVAL_S, ticked_cb, self);
}

void
jipyo_session_stop_feed (JipyoSession *self)
{
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->announce_id, g_source_remove);
  if (self->feed != NULL)
    jipyo_feed_supervisor_stop (self->feed);
}

gboolean
jipyo_session_is_offline (JipyoSession *self)
{
  return self->offline;
}

/* The child is what talks to the network: without it nothing does. Ages go on. */
void
jipyo_session_set_offline (JipyoSession *self, gboolean offline)
{
  if (self->offline == offline)
    return;
  self->offline = offline;
  if (self->tick_id != 0 && offline)
    jipyo_feed_supervisor_stop (self->feed);
  else if (self->tick_id != 0)
    jipyo_feed_supervisor_start (self->feed);
  g_object_notify (G_OBJECT (self), "offline");
  link_changed_cb (self);
}

void
jipyo_session_refresh (JipyoSession *self)
{
  if (self->feed != NULL)
    jipyo_feed_supervisor_refresh (self->feed);
}

static void
count_viewers (JipyoSession *self, int change)
{
  self->viewers = (guint) ((int) self->viewers + change);
  if (self->pacer != NULL)
    jipyo_feed_pacer_set_visible (self->pacer, self->viewers > 0);
}

void
jipyo_session_add_viewer (JipyoSession *self)
{
  g_return_if_fail (JIPYO_IS_SESSION (self));
  count_viewers (self, 1);
}

void
jipyo_session_remove_viewer (JipyoSession *self)
{
  g_return_if_fail (JIPYO_IS_SESSION (self) && self->viewers > 0);
  count_viewers (self, -1);
}

void
jipyo_session_catch_up (JipyoSession *self)
{
  g_return_if_fail (JIPYO_IS_SESSION (self));
  if (self->tick_id != 0 && ABS (g_get_real_time () - self->ticked_us) > TICK_LATE_US)
    tick (self);
}
