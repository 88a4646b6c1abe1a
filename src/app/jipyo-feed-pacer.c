/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The monotonic clock stands still while the machine sleeps and the other does not, which needs no
 * service to be asked.
 */

#include "jipyo-feed-pacer.h"

/* Many machines get their network back at once; they need not all ask at once. */
static const guint SPREAD_MS = 1500;
static const gint64 SLEEP_MIN_US = 5 * G_USEC_PER_SEC;

struct _JipyoFeedPacer {
  GObject parent_instance;

  JipyoFeedSupervisor *feed;     /* owned */
  GNetworkMonitor *network;      /* borrowed, lives as long as the process */
  GPowerProfileMonitor *profile; /* owned */
  guint refresh_id;              /* 0 while none is due */
  gint64 ahead_us;               /* of the real clock over the monotonic one; 0: not yet known */
  gboolean visible;
  const char *saving; /* why; or NULL */
  gboolean available;
};

G_DEFINE_FINAL_TYPE (JipyoFeedPacer, jipyo_feed_pacer, G_TYPE_OBJECT)

static void
tell_pace (JipyoFeedPacer *self)
{
  const char *pace = self->saving != NULL ? "metered" : self->visible ? "visible" : "hidden";

  jipyo_feed_supervisor_set_pace (self->feed, pace);
}

static gboolean
refresh_due_cb (gpointer data)
{
  JipyoFeedPacer *self = data;

  self->refresh_id = 0;
  jipyo_feed_supervisor_refresh (self->feed);
  return G_SOURCE_REMOVE;
}

static void
refresh_soon (JipyoFeedPacer *self)
{
  if (self->refresh_id == 0)
    self->refresh_id =
      g_timeout_add ((guint) g_random_int_range (0, (gint32) SPREAD_MS), refresh_due_cb, self);
}

void
jipyo_feed_pacer_set_visible (JipyoFeedPacer *self, gboolean visible)
{
  g_return_if_fail (JIPYO_IS_FEED_PACER (self));
  if (self->visible == visible)
    return;
  self->visible = visible;
  tell_pace (self);
}

void
jipyo_feed_pacer_set_saving (JipyoFeedPacer *self, const char *saving)
{
  g_return_if_fail (JIPYO_IS_FEED_PACER (self));
  if (g_strcmp0 (self->saving, saving) == 0)
    return;
  self->saving = saving;
  tell_pace (self);
}

const char *
jipyo_feed_pacer_get_reason (JipyoFeedPacer *self)
{
  g_return_val_if_fail (JIPYO_IS_FEED_PACER (self), NULL);
  if (self->saving != NULL)
    return self->saving;
  return self->visible ? "visible" : "hidden";
}

void
jipyo_feed_pacer_set_available (JipyoFeedPacer *self, gboolean available)
{
  g_return_if_fail (JIPYO_IS_FEED_PACER (self));
  /* A network that was never gone may still be another one now: the link says whether it serves. */
  if (available
      && (!self->available
          || g_strcmp0 (jipyo_feed_supervisor_get_link (self->feed), "offline") == 0))
    refresh_soon (self);
  self->available = available;
}

void
jipyo_feed_pacer_tick (JipyoFeedPacer *self, gint64 real_us, gint64 monotonic_us)
{
  g_return_if_fail (JIPYO_IS_FEED_PACER (self));
  const gint64 ahead_us = real_us - monotonic_us;

  if (self->ahead_us != 0 && ahead_us - self->ahead_us > SLEEP_MIN_US)
    refresh_soon (self);
  self->ahead_us = ahead_us;
}

static void
surroundings_changed_cb (JipyoFeedPacer *self)
{
  const char *saving = NULL;

  if (g_network_monitor_get_network_metered (self->network))
    saving = "metered";
  else if (g_power_profile_monitor_get_power_saver_enabled (self->profile))
    saving = "power-saver";
  jipyo_feed_pacer_set_saving (self, saving);
}

static void
network_changed_cb (JipyoFeedPacer *self, gboolean available)
{
  jipyo_feed_pacer_set_available (self, available);
}

static void
jipyo_feed_pacer_dispose (GObject *object)
{
  JipyoFeedPacer *self = JIPYO_FEED_PACER (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->profile);
  g_clear_object (&self->feed);
  G_OBJECT_CLASS (jipyo_feed_pacer_parent_class)->dispose (object);
}

static void
jipyo_feed_pacer_class_init (JipyoFeedPacerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jipyo_feed_pacer_dispose;
}

static void
jipyo_feed_pacer_init (JipyoFeedPacer *self)
{
  self->visible = TRUE;
  self->network = g_network_monitor_get_default ();
  self->profile = g_power_profile_monitor_dup_default ();
  self->available = g_network_monitor_get_network_available (self->network);
  g_signal_connect_object (self->network, "network-changed", G_CALLBACK (network_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->network, "notify::network-metered",
                           G_CALLBACK (surroundings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->profile, "notify::power-saver-enabled",
                           G_CALLBACK (surroundings_changed_cb), self, G_CONNECT_SWAPPED);
}

JipyoFeedPacer *
jipyo_feed_pacer_new (JipyoFeedSupervisor *feed)
{
  JipyoFeedPacer *self = g_object_new (JIPYO_TYPE_FEED_PACER, NULL);

  self->feed = g_object_ref (feed);
  surroundings_changed_cb (self);
  return self;
}
