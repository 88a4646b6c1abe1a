/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One request is under way at most: the next poll is chosen when the last one ended, so a slow
 * venue is asked less, never more.
 */

#include "jipyo-feed-poller.h"

#include "jipyo-pause.h"
#include "jipyo-stream.h"

enum {
  REFRESH_MIN_MS = 1000,   /* between two polls, however often a refresh is asked for */
  STREAMED_MS = 30 * 1000, /* between two polls while the stream tells more than they do */
  LINE_MS = 250,           /* between two lines of an instrument from a stream */
  LINE_HIDDEN_MS = 5000,
};

struct _JipyoFeedPoller {
  grefcount refs;
  const JipyoFeedPollerHandlers *handlers;
  gpointer user_data;
  gboolean ended;          /* once the feed has let go of it */
  JipyoClient *client;     /* borrowed */
  JipyoQuotesGroup *group; /* owned */
  const JipyoProvider *provider;
  JipyoFeedPace pace;
  GCancellable *cancellable;
  GSource *timer;      /* NULL while a request is under way */
  gint64 polled_us;    /* monotonic, the last time */
  guint failures;      /* in a row */
  JipyoStream *stream; /* owned, NULL when the venue has none */
  gboolean opened;     /* the stream was, at least once */
  int least_ms;        /* between two polls, as the venue wants it; 0: it does not say */
  const char *link;
};

static void
drop_timer (JipyoFeedPoller *self)
{
  if (self->timer == NULL)
    return;
  g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static void
poller_unref (JipyoFeedPoller *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;
  jipyo_quotes_group_free (self->group);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static void
set_link (JipyoFeedPoller *self, const char *link)
{
  if (g_strcmp0 (self->link, link) == 0)
    return;
  self->link = link;
  self->handlers->link_changed (self, self->user_data);
}

static gboolean
is_streaming (const JipyoFeedPoller *self)
{
  return self->stream != NULL && jipyo_stream_is_open (self->stream);
}

static int
choose_interval (const JipyoFeedPoller *self)
{
  switch (self->pace) {
  case JIPYO_FEED_VISIBLE:
    return is_streaming (self) ? MAX (STREAMED_MS, self->provider->interval_ms)
                               : self->provider->interval_ms;
  case JIPYO_FEED_HIDDEN:
    return self->provider->interval_hidden_ms;
  case JIPYO_FEED_METERED:
    return self->provider->interval_metered_ms;
  }
  return self->provider->interval_ms;
}

static guint
choose_delay (JipyoFeedPoller *self, const JipyoRefresh *refresh)
{
  int interval_ms = MAX (choose_interval (self), self->least_ms);

  if (refresh->stand_in_ms > 0)
    return jipyo_pause_for_stand_in (interval_ms, refresh->stand_in_ms, g_random_double ());
  if (refresh->quotes->len == 0 && refresh->failures->len > 0)
    return jipyo_pause_after_failure (g_ptr_array_index (refresh->failures, 0), self->failures,
                                      g_random_double ());
  return jipyo_pause_after_answer (interval_ms, g_random_double ());
}

static void poll (JipyoFeedPoller *self);

static gboolean
poll_due_cb (gpointer user_data)
{
  poll (user_data);
  return G_SOURCE_REMOVE;
}

static void
schedule (JipyoFeedPoller *self, guint delay_ms)
{
  drop_timer (self);
  self->timer = g_timeout_source_new (delay_ms);
  g_source_set_callback (self->timer, poll_due_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

static void
refreshed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JipyoFeedPoller *self = user_data;
  g_autoptr (JipyoRefresh) refresh = jipyo_refresh_finish (result);

  if (!self->ended)
    self->handlers->refreshed (self, refresh, self->user_data);
  if (!self->ended) {
    self->least_ms = refresh->least_ms;
    self->failures = refresh->quotes->len > 0 ? 0 : self->failures + 1;
    set_link (self, jipyo_feed_poller_is_answer (self, refresh) ? "up" : "retrying");
  }
  if (!self->ended && self->stream != NULL)
    jipyo_stream_set_wanted (self->stream, refresh->quotes->len > 0);
  if (!self->ended)
    schedule (self, choose_delay (self, refresh));
  if (!self->ended)
    self->handlers->planned (self->user_data);
  poller_unref (self);
}

static void
poll (JipyoFeedPoller *self)
{
  JipyoRefreshOrder order = {
    .provider = self->provider,
    .instruments = (const char *const *) self->group->instruments,
    .fallbacks = self->group->fallbacks,
    .interval_ms = is_streaming (self) ? STREAMED_MS : 0,
  };

  drop_timer (self);
  self->polled_us = g_get_monotonic_time ();
  g_ref_count_inc (&self->refs);
  jipyo_refresh_async (self->client, &order, self->cancellable, refreshed_cb, self);
}

/* `interval_ms` after its last poll, at once if that is past. One under way is left alone. */
static void
poll_after (JipyoFeedPoller *self, int interval_ms)
{
  gint64 passed_ms = (g_get_monotonic_time () - self->polled_us) / 1000;

  if (self->timer == NULL)
    return;
  if (passed_ms >= interval_ms)
    poll (self);
  else
    schedule (self, (guint) (interval_ms - passed_ms));
}

/* An answer is what came before the first opening; after a later one it fills the gap. */
static void
stream_opened_cb (gpointer user_data)
{
  JipyoFeedPoller *self = user_data;

  if (self->opened)
    poll_after (self, REFRESH_MIN_MS);
  self->opened = TRUE;
}

static void
stream_quoted_cb (const JipyoQuote *quote, gpointer user_data)
{
  JipyoFeedPoller *self = user_data;

  self->handlers->streamed (quote, self->user_data);
}

/* The polls take over at once, at their own pace. */
static void
stream_closed_cb (const JipyoFailure *failure, gpointer user_data)
{
  JipyoFeedPoller *self = user_data;
  JipyoStreamCounts counts = jipyo_stream_get_counts (self->stream);

  g_debug ("%s: %s, after %" G_GUINT64_FORMAT " messages of which %" G_GUINT64_FORMAT " were read",
           failure->provider, failure->message, counts.messages, counts.passed);
  if (self->failures == 0)
    poll_after (self, MAX (REFRESH_MIN_MS, self->least_ms));
}

static void
set_stream_period (JipyoFeedPoller *self)
{
  if (self->stream != NULL)
    jipyo_stream_set_period (self->stream,
                             self->pace == JIPYO_FEED_VISIBLE ? LINE_MS : LINE_HIDDEN_MS);
}

static void
add_stream (JipyoFeedPoller *self)
{
  static const JipyoStreamHandlers handlers = {
    .opened = stream_opened_cb,
    .quoted = stream_quoted_cb,
    .closed = stream_closed_cb,
  };
  const JipyoStreamOptions options = {
    .client = self->client,
    .provider = self->provider,
    .instruments = (const char *const *) self->group->instruments,
    .interval_ms = STREAMED_MS,
  };

  if (self->provider->stream == NULL || self->group->instruments[0] == NULL)
    return;
  self->stream = jipyo_stream_new (&options, &handlers, self);
  set_stream_period (self);
}

JipyoFeedPoller *
jipyo_feed_poller_new (JipyoClient *client,
                       JipyoQuotesGroup *group,
                       const JipyoFeedPollerHandlers *handlers,
                       gpointer user_data)
{
  JipyoFeedPoller *self = g_new0 (JipyoFeedPoller, 1);

  g_ref_count_init (&self->refs);
  self->handlers = handlers;
  self->user_data = user_data;
  self->client = client;
  self->group = group;
  self->provider = group->provider;
  self->cancellable = g_cancellable_new ();
  return self;
}

void
jipyo_feed_poller_end (JipyoFeedPoller *self)
{
  drop_timer (self);
  g_clear_pointer (&self->stream, jipyo_stream_free);
  self->ended = TRUE;
  g_cancellable_cancel (self->cancellable);
  poller_unref (self);
}

gboolean
jipyo_feed_poller_has_ended (const JipyoFeedPoller *self)
{
  return self->ended;
}

void
jipyo_feed_poller_start (JipyoFeedPoller *self, JipyoFeedPace pace)
{
  self->pace = pace;
  add_stream (self);
  set_link (self, "connecting");
  poll (self);
}

void
jipyo_feed_poller_set_pace (JipyoFeedPoller *self, JipyoFeedPace pace)
{
  self->pace = pace;
  set_stream_period (self);
  if (self->failures == 0)
    poll_after (self, MAX (choose_interval (self), self->least_ms));
}

void
jipyo_feed_poller_hurry (JipyoFeedPoller *self)
{
  poll_after (self, REFRESH_MIN_MS);
}

const JipyoQuotesGroup *
jipyo_feed_poller_get_group (const JipyoFeedPoller *self)
{
  return self->group;
}

const char *
jipyo_feed_poller_get_link (const JipyoFeedPoller *self)
{
  return self->link;
}

gboolean
jipyo_feed_poller_is_answer (const JipyoFeedPoller *self, const JipyoRefresh *refresh)
{
  const JipyoQuote *first;

  if (refresh->quotes->len == 0)
    return FALSE;
  first = g_ptr_array_index (refresh->quotes, 0);
  return g_strcmp0 (first->provider, self->provider->id) == 0;
}
