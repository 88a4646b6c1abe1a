/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One poller a provider. A poller has one request under way at most: the next poll is chosen when
 * the last one ended, so a slow venue is asked less, never more.
 */

#include "jipyo-feed.h"

#include "jipyo-calendars.h"
#include "jipyo-feed-filler.h"
#include "jipyo-gate.h"
#include "jipyo-name-memory.h"
#include "jipyo-pause.h"
#include "jipyo-quote-json.h"
#include "jipyo-stream.h"

#include <string.h>

enum {
  REFRESH_MIN_MS = 1000,   /* between two polls, however often a refresh is asked for */
  STREAMED_MS = 30 * 1000, /* between two polls while the stream tells more than they do */
  LINE_MS = 250,           /* between two lines of an instrument from a stream */
  LINE_HIDDEN_MS = 5000,
  CLOCK_MOVED_US = G_USEC_PER_SEC,
};

struct _JipyoFeed {
  JipyoClient *client;              /* owned */
  JipyoGate *gate;                  /* owned */
  JipyoListings *listings;          /* owned */
  JipyoNameMemory *names;           /* owned */
  JipyoCalendars *calendars;        /* owned */
  const JipyoProviderOrder *choice; /* borrowed, may be NULL; whom to ask when nobody is named */
  char **providers;                 /* owned, may be NULL */
  char **instruments;               /* owned, may be NULL: the watchlist */
  GPtrArray *pollers;               /* of Poller, owned */
  JipyoFeedFiller *filler;          /* owned */
  JipyoFeedPace pace;
  gint64 told_epoch_us; /* of the clock; 0: nothing was told */
  gint64 told_error_us;
  JipyoFeedLineFunc func;
  gpointer user_data;
};

typedef struct {
  grefcount refs;
  JipyoFeed *feed;         /* NULL once the feed has let go of it */
  JipyoQuotesGroup *group; /* owned */
  const JipyoProvider *provider;
  GCancellable *cancellable;
  GSource *timer;      /* NULL while a request is under way */
  gint64 polled_us;    /* monotonic, the last time */
  guint failures;      /* in a row */
  JipyoStream *stream; /* owned, NULL when the venue has none */
  gboolean opened;     /* the stream was, at least once */
  int least_ms;        /* between two polls, as the venue wants it; 0: it does not say */
  const char *link;
} Poller;

static void
drop_timer (Poller *poller)
{
  if (poller->timer == NULL)
    return;
  g_source_destroy (poller->timer);
  g_clear_pointer (&poller->timer, g_source_unref);
}

static void
poller_unref (Poller *poller)
{
  if (!g_ref_count_dec (&poller->refs))
    return;
  jipyo_quotes_group_free (poller->group);
  g_clear_object (&poller->cancellable);
  g_free (poller);
}

/* What is under way still comes back, to nobody. */
static void
poller_detach (Poller *poller)
{
  drop_timer (poller);
  g_clear_pointer (&poller->stream, jipyo_stream_free);
  poller->feed = NULL;
  g_cancellable_cancel (poller->cancellable);
  poller_unref (poller);
}

static GPtrArray *
new_pollers (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) poller_detach);
}

static void
emit (JipyoFeed *self, JipyoFeedLineKind kind, JipyoJsonWriter *writer)
{
  g_autofree char *line = jipyo_json_writer_finish (writer);

  self->func (kind, line, self->user_data);
}

static void
emit_quote (JipyoFeed *self, const JipyoQuote *quote)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (FALSE);
  g_autoptr (JipyoQuote) passed = jipyo_gate_pass (self->gate, quote);

  jipyo_calendars_settle (self->calendars, passed, jipyo_client_get_now (self->client));
  jipyo_listings_settle (self->listings, passed);
  jipyo_quote_write (writer, passed);
  emit (self, JIPYO_FEED_LINE_QUOTE, writer);
}

static void
emit_failures (JipyoFeed *self, const GPtrArray *failures)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (FALSE);

  if (failures->len == 0)
    return;
  jipyo_failures_write (writer, failures);
  emit (self, JIPYO_FEED_LINE_ERRORS, writer);
}

/* Of what is watched at a venue, whose names are kept; nothing when it said nothing. */
static void
emit_listings (JipyoFeed *self, const char *venue)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (FALSE);
  g_autoptr (GArray) notices = g_array_new (FALSE, FALSE, sizeof (JipyoNotice));

  g_array_set_clear_func (notices, (GDestroyNotify) jipyo_notice_clear);
  jipyo_name_memory_keep (self->names, self->instruments);
  for (guint i = 0; i < self->pollers->len; i++) {
    const Poller *poller = g_ptr_array_index (self->pollers, i);

    for (guint j = 0; strcmp (poller->provider->venue, venue) == 0 && poller->group->instruments[j];
         j++) {
      const char *instrument = poller->group->instruments[j];
      const JipyoListing listing = jipyo_listings_get (self->listings, instrument);

      if (listing == JIPYO_LISTING_UNKNOWN)
        continue;
      const JipyoNotice notice = { g_strdup (instrument), listing,
                                   jipyo_listings_find_successor (self->listings, instrument) };
      g_array_append_val (notices, notice);
    }
  }
  if (notices->len == 0)
    return;
  jipyo_notices_write (writer, notices);
  emit (self, JIPYO_FEED_LINE_LISTINGS, writer);
}

static void
list_answered_cb (const JipyoProvider *provider, gpointer user_data)
{
  emit_listings (user_data, provider->venue);
}

static void
tell_link (const Poller *poller)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (FALSE);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "link", poller->link);
  jipyo_json_writer_member (writer, "provider", poller->provider->id);
  jipyo_json_writer_end_object (writer);
  emit (poller->feed, JIPYO_FEED_LINE_LINK, writer);
}

static void
set_link (Poller *poller, const char *link)
{
  if (g_strcmp0 (poller->link, link) == 0)
    return;
  poller->link = link;
  tell_link (poller);
}

static gboolean
is_streaming (const Poller *poller)
{
  return poller->stream != NULL && jipyo_stream_is_open (poller->stream);
}

static int
choose_interval (const Poller *poller)
{
  switch (poller->feed->pace) {
  case JIPYO_FEED_VISIBLE:
    return is_streaming (poller) ? MAX (STREAMED_MS, poller->provider->interval_ms)
                                 : poller->provider->interval_ms;
  case JIPYO_FEED_HIDDEN:
    return poller->provider->interval_hidden_ms;
  case JIPYO_FEED_METERED:
    return poller->provider->interval_metered_ms;
  }
  return poller->provider->interval_ms;
}

static guint
choose_delay (Poller *poller, const JipyoRefresh *refresh)
{
  int interval_ms = MAX (choose_interval (poller), poller->least_ms);

  if (refresh->stand_in_ms > 0)
    return jipyo_pause_for_stand_in (interval_ms, refresh->stand_in_ms, g_random_double ());
  if (refresh->quotes->len == 0 && refresh->failures->len > 0)
    return jipyo_pause_after_failure (g_ptr_array_index (refresh->failures, 0), poller->failures,
                                      g_random_double ());
  return jipyo_pause_after_answer (interval_ms, g_random_double ());
}

static void poll (Poller *poller);
static void poll_after (Poller *poller, int interval_ms);

static gboolean
poll_due_cb (gpointer user_data)
{
  poll (user_data);
  return G_SOURCE_REMOVE;
}

static void
schedule (Poller *poller, guint delay_ms)
{
  drop_timer (poller);
  poller->timer = g_timeout_source_new (delay_ms);
  g_source_set_callback (poller->timer, poll_due_cb, poller, NULL);
  g_source_attach (poller->timer, g_main_context_get_thread_default ());
}

/* By the provider itself: another one that stands in for it says nothing of how it is. */
static gboolean
is_answered (const Poller *poller, const JipyoRefresh *refresh)
{
  const JipyoQuote *first;

  if (refresh->quotes->len == 0)
    return FALSE;
  first = g_ptr_array_index (refresh->quotes, 0);
  return g_strcmp0 (first->provider, poller->provider->id) == 0;
}

static gboolean
is_missing_some (const JipyoRefresh *refresh)
{
  for (guint i = 0; i < refresh->failures->len; i++)
    if (((const JipyoFailure *) g_ptr_array_index (refresh->failures, i))->code
        == JIPYO_MARKET_ERROR_NOT_FOUND)
      return TRUE;
  return FALSE;
}

/* A venue that answers is asked what it says of what it trades; one that does not is let be. */
static void
look_at_listings (Poller *poller, const JipyoRefresh *refresh)
{
  JipyoFeed *self = poller->feed;
  const gboolean missing = is_missing_some (refresh);

  for (guint i = 0; i < refresh->failures->len; i++)
    jipyo_listings_explain (self->listings, g_ptr_array_index (refresh->failures, i));
  if (missing)
    emit_listings (self, poller->provider->venue);
  if (missing || is_answered (poller, refresh))
    jipyo_listings_ask (self->listings, poller->provider);
}

/* What came before was taken for of another time: so all are asked once more. */
static void
look_at_clock (JipyoFeed *self)
{
  const JipyoClock *clock = jipyo_client_get_clock (self->client);
  const gint64 error_us = jipyo_clock_get_error (clock);
  const gboolean moved = ABS (error_us - self->told_error_us) > CLOCK_MOVED_US;
  const gboolean wrong = error_us != 0 || self->told_error_us != 0;
  g_autoptr (JipyoJsonWriter) writer = NULL;

  if (clock->epoch_us == 0
      || (!moved && ABS (clock->epoch_us - self->told_epoch_us) <= CLOCK_MOVED_US))
    return;
  self->told_epoch_us = clock->epoch_us;
  self->told_error_us = error_us;
  writer = jipyo_json_writer_new (FALSE);
  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_key (writer, "clock");
  jipyo_clock_write (writer, clock);
  jipyo_json_writer_end_object (writer);
  emit (self, wrong ? JIPYO_FEED_LINE_CLOCK : JIPYO_FEED_LINE_CLOCK_RIGHT, writer);
  for (guint i = 0; moved && i < self->pollers->len; i++)
    poll_after (g_ptr_array_index (self->pollers, i), REFRESH_MIN_MS);
}

static void
refreshed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Poller *poller = user_data;
  g_autoptr (JipyoRefresh) refresh = jipyo_refresh_finish (result);

  for (guint i = 0; poller->feed != NULL && i < refresh->quotes->len; i++)
    emit_quote (poller->feed, g_ptr_array_index (refresh->quotes, i));
  if (poller->feed != NULL)
    look_at_listings (poller, refresh);
  if (poller->feed != NULL)
    emit_failures (poller->feed, refresh->failures);
  if (poller->feed != NULL) {
    poller->least_ms = refresh->least_ms;
    poller->failures = refresh->quotes->len > 0 ? 0 : poller->failures + 1;
    set_link (poller, is_answered (poller, refresh) ? "up" : "retrying");
  }
  if (poller->feed != NULL && poller->stream != NULL)
    jipyo_stream_set_wanted (poller->stream, refresh->quotes->len > 0);
  if (poller->feed != NULL)
    schedule (poller, choose_delay (poller, refresh));
  if (poller->feed != NULL)
    look_at_clock (poller->feed);
  poller_unref (poller);
}

static void
poll (Poller *poller)
{
  JipyoRefreshOrder order = {
    .provider = poller->provider,
    .instruments = (const char *const *) poller->group->instruments,
    .fallbacks = poller->group->fallbacks,
    .interval_ms = is_streaming (poller) ? STREAMED_MS : 0,
  };

  drop_timer (poller);
  poller->polled_us = g_get_monotonic_time ();
  g_ref_count_inc (&poller->refs);
  jipyo_refresh_async (poller->feed->client, &order, poller->cancellable, refreshed_cb, poller);
}

/* `interval_ms` after its last poll, at once if that is past. One under way is left alone. */
static void
poll_after (Poller *poller, int interval_ms)
{
  gint64 passed_ms = (g_get_monotonic_time () - poller->polled_us) / 1000;

  if (poller->timer == NULL)
    return;
  if (passed_ms >= interval_ms)
    poll (poller);
  else
    schedule (poller, (guint) (interval_ms - passed_ms));
}

/* An answer is what came before the first opening; after a later one it fills the gap. */
static void
stream_opened_cb (gpointer user_data)
{
  Poller *poller = user_data;

  if (poller->opened)
    poll_after (poller, REFRESH_MIN_MS);
  poller->opened = TRUE;
}

static void
stream_quoted_cb (const JipyoQuote *quote, gpointer user_data)
{
  Poller *poller = user_data;
  JipyoGate *gate = poller->feed->gate;
  const JipyoQuote *last = jipyo_gate_get_last (gate, quote->instrument);
  g_autoptr (JipyoQuote) whole = NULL;

  /* What a line says first when it opens again was said before it fell. */
  if (last != NULL && quote->venue_time_us == last->venue_time_us
      && jipyo_decimal_equal (quote->last, last->last))
    return;
  whole = jipyo_gate_complete (gate, quote);
  emit_quote (poller->feed, whole);
  jipyo_gate_expect_overtaking (gate, quote->instrument);
}

/* The polls take over at once, at their own pace. */
static void
stream_closed_cb (const JipyoFailure *failure, gpointer user_data)
{
  Poller *poller = user_data;
  JipyoStreamCounts counts = jipyo_stream_get_counts (poller->stream);

  g_debug ("%s: %s, after %" G_GUINT64_FORMAT " messages of which %" G_GUINT64_FORMAT " were read",
           failure->provider, failure->message, counts.messages, counts.passed);
  if (poller->failures == 0)
    poll_after (poller, MAX (REFRESH_MIN_MS, poller->least_ms));
}

static void
set_stream_period (Poller *poller)
{
  if (poller->stream != NULL)
    jipyo_stream_set_period (poller->stream,
                             poller->feed->pace == JIPYO_FEED_VISIBLE ? LINE_MS : LINE_HIDDEN_MS);
}

static void
add_stream (Poller *poller)
{
  static const JipyoStreamHandlers handlers = {
    .opened = stream_opened_cb,
    .quoted = stream_quoted_cb,
    .closed = stream_closed_cb,
  };
  const JipyoStreamOptions options = {
    .client = poller->feed->client,
    .provider = poller->provider,
    .instruments = (const char *const *) poller->group->instruments,
    .interval_ms = STREAMED_MS,
  };

  if (poller->provider->stream == NULL || poller->group->instruments[0] == NULL)
    return;
  poller->stream = jipyo_stream_new (&options, &handlers, poller);
  set_stream_period (poller);
}

/* Takes `group`. */
static void
add_poller (JipyoFeed *self, JipyoQuotesGroup *group)
{
  Poller *poller = g_new0 (Poller, 1);

  g_ref_count_init (&poller->refs);
  poller->feed = self;
  poller->group = group;
  poller->provider = group->provider;
  poller->cancellable = g_cancellable_new ();
  g_ptr_array_add (self->pollers, poller);
  add_stream (poller);
  set_link (poller, "connecting");
  poll (poller);
}

static void
past_came_cb (const char *line, gpointer user_data)
{
  JipyoFeed *self = user_data;

  self->func (JIPYO_FEED_LINE_PAST, line, self->user_data);
}

/* Whoever is asked for the same as before goes on, and is not asked at once. Takes `group`. */
static void
take_group (JipyoFeed *self, GPtrArray *before, JipyoQuotesGroup *group)
{
  for (guint i = 0; i < before->len; i++) {
    Poller *poller = g_ptr_array_index (before, i);

    if (!jipyo_quotes_group_is_same (poller->group, group))
      continue;
    jipyo_quotes_group_free (group);
    g_ptr_array_add (self->pollers, g_ptr_array_steal_index_fast (before, i));
    tell_link (poller);
    return;
  }
  add_poller (self, group);
}

static gboolean
start (JipyoFeed *self, const JipyoQuotesOrder *order, GError **error)
{
  g_autoptr (GPtrArray) failures =
               g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_failure_free);
  g_autoptr (GPtrArray) groups = jipyo_quotes_plan (order, failures, error);

  g_autoptr (GPtrArray) before = NULL;

  if (groups == NULL)
    return FALSE;
  before = g_steal_pointer (&self->pollers);
  self->pollers = new_pollers ();
  emit_failures (self, failures);
  while (groups->len > 0)
    take_group (self, before, g_ptr_array_steal_index (groups, 0));
  return TRUE;
}

JipyoFeed *
jipyo_feed_new (const JipyoQuotesOrder *order,
                JipyoFeedLineFunc func,
                gpointer user_data,
                GError **error)
{
  /* The next poll is the retry: inside a poll only a connection that broke is tried once more. */
  JipyoClientOptions options = {
    .endpoints = order->endpoints, .keys = order->keys, .now_us = order->now_us, .attempts = 2
  };
  g_autoptr (JipyoFeed) self = g_new0 (JipyoFeed, 1);

  self->func = func;
  self->user_data = user_data;
  self->gate = jipyo_gate_new ();
  self->calendars = jipyo_calendars_new (NULL);
  self->choice = order->order;
  self->pollers = new_pollers ();
  self->providers = g_strdupv ((char **) order->providers);
  self->instruments = g_strdupv ((char **) order->instruments);
  self->client = jipyo_client_new (&options, error);
  if (self->client == NULL)
    return NULL;
  self->listings = jipyo_listings_new (self->client, list_answered_cb, self);
  self->names = jipyo_name_memory_new (order->names, self->listings);
  if (!start (self, order, error))
    return NULL;
  self->filler = jipyo_feed_filler_new (self->client, past_came_cb, self);
  return g_steal_pointer (&self);
}

void
jipyo_feed_free (JipyoFeed *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pollers);
  jipyo_feed_filler_free (self->filler);
  jipyo_listings_free (self->listings);
  jipyo_name_memory_free (self->names);
  g_clear_object (&self->client);
  g_strfreev (self->providers);
  g_strfreev (self->instruments);
  jipyo_gate_free (self->gate);
  jipyo_calendars_free (self->calendars);
  g_free (self);
}

static void
start_again (JipyoFeed *self)
{
  JipyoQuotesOrder order = {
    .providers = (const char *const *) self->providers,
    .instruments = (const char *const *) self->instruments,
    .order = self->choice,
  };

  start (self, &order, NULL); /* the providers were good before */
}

void
jipyo_feed_watch (JipyoFeed *self, const char *const *instruments)
{
  g_strfreev (self->instruments);
  self->instruments = g_strdupv ((char **) instruments);
  jipyo_name_memory_keep (self->names, self->instruments);
  start_again (self);
}

void
jipyo_feed_set_order (JipyoFeed *self, const JipyoProviderOrder *order)
{
  self->choice = order;
  start_again (self);
}

void
jipyo_feed_refresh (JipyoFeed *self)
{
  jipyo_client_forgive (self->client);
  for (guint i = 0; i < self->pollers->len; i++)
    poll_after (g_ptr_array_index (self->pollers, i), REFRESH_MIN_MS);
}

void
jipyo_feed_set_epoch (JipyoFeed *self, gint64 epoch_us)
{
  jipyo_client_set_epoch (self->client, epoch_us);
}

void
jipyo_feed_fill (JipyoFeed *self, const char *instrument, gint64 from_ms)
{
  if (self->pace == JIPYO_FEED_METERED)
    jipyo_feed_filler_refuse (self->filler, instrument);
  else
    jipyo_feed_filler_fill (self->filler, instrument, from_ms);
}

void
jipyo_feed_set_pace (JipyoFeed *self, JipyoFeedPace pace)
{
  if (self->pace == pace)
    return;
  self->pace = pace;
  for (guint i = 0; i < self->pollers->len; i++) {
    Poller *poller = g_ptr_array_index (self->pollers, i);

    set_stream_period (poller);
    if (poller->failures == 0)
      poll_after (poller, MAX (choose_interval (poller), poller->least_ms));
  }
}
