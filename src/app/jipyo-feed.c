/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One poller a provider. What they bring passes the gate, the calendars and the lists of the
 * venues, and becomes lines.
 */

#include "jipyo-feed.h"

#include "jipyo-calendars.h"
#include "jipyo-feed-filler.h"
#include "jipyo-gate.h"
#include "jipyo-name-memory.h"
#include "jipyo-quote-json.h"

#include <string.h>

static const gint64 CLOCK_MOVED_US = G_USEC_PER_SEC;

struct _JipyoFeed {
  JipyoClient *client;              /* owned */
  JipyoGate *gate;                  /* owned */
  JipyoListings *listings;          /* owned */
  JipyoNameMemory *names;           /* owned */
  JipyoCalendars *calendars;        /* owned */
  const JipyoProviderOrder *choice; /* borrowed, may be NULL; whom to ask when nobody is named */
  char **providers;                 /* owned, may be NULL */
  char **instruments;               /* owned, may be NULL: the watchlist */
  GPtrArray *pollers;               /* of JipyoFeedPoller, owned */
  JipyoFeedFiller *filler;          /* owned */
  JipyoFeedPace pace;
  gint64 told_epoch_us; /* of the clock; 0: nothing was told */
  gint64 told_error_us;
  JipyoFeedLineFunc func;
  gpointer user_data;
};

static GPtrArray *
new_pollers (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_feed_poller_end);
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
    const JipyoQuotesGroup *group =
      jipyo_feed_poller_get_group (g_ptr_array_index (self->pollers, i));

    for (guint j = 0; strcmp (group->provider->venue, venue) == 0 && group->instruments[j]; j++) {
      const char *instrument = group->instruments[j];
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
tell_link (const JipyoFeedPoller *poller, gpointer user_data)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (FALSE);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "link", jipyo_feed_poller_get_link (poller));
  jipyo_json_writer_member (writer, "provider", jipyo_feed_poller_get_group (poller)->provider->id);
  jipyo_json_writer_end_object (writer);
  emit (user_data, JIPYO_FEED_LINE_LINK, writer);
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
look_at_listings (JipyoFeed *self, JipyoFeedPoller *poller, const JipyoRefresh *refresh)
{
  const JipyoProvider *provider = jipyo_feed_poller_get_group (poller)->provider;
  const gboolean missing = is_missing_some (refresh);

  for (guint i = 0; i < refresh->failures->len; i++)
    jipyo_listings_explain (self->listings, g_ptr_array_index (refresh->failures, i));
  if (missing)
    emit_listings (self, provider->venue);
  if (missing || jipyo_feed_poller_is_answer (poller, refresh))
    jipyo_listings_ask (self->listings, provider);
}

/* What came before was taken for of another time: so all are asked once more. */
static void
look_at_clock (gpointer user_data)
{
  JipyoFeed *self = user_data;
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
    jipyo_feed_poller_hurry (g_ptr_array_index (self->pollers, i));
}

static void
refreshed_cb (JipyoFeedPoller *poller, const JipyoRefresh *refresh, gpointer user_data)
{
  JipyoFeed *self = user_data;

  for (guint i = 0; !jipyo_feed_poller_has_ended (poller) && i < refresh->quotes->len; i++)
    emit_quote (self, g_ptr_array_index (refresh->quotes, i));
  if (!jipyo_feed_poller_has_ended (poller))
    look_at_listings (self, poller, refresh);
  if (!jipyo_feed_poller_has_ended (poller))
    emit_failures (self, refresh->failures);
}

static void
streamed_cb (const JipyoQuote *quote, gpointer user_data)
{
  JipyoFeed *self = user_data;
  const JipyoQuote *last = jipyo_gate_get_last (self->gate, quote->instrument);
  g_autoptr (JipyoQuote) whole = NULL;

  /* What a line says first when it opens again was said before it fell. */
  if (last != NULL && quote->venue_time_us == last->venue_time_us
      && jipyo_decimal_equal (quote->last, last->last))
    return;
  whole = jipyo_gate_complete (self->gate, quote);
  emit_quote (self, whole);
  jipyo_gate_expect_overtaking (self->gate, quote->instrument);
}

/* Takes `group`. */
static void
add_poller (JipyoFeed *self, JipyoQuotesGroup *group)
{
  static const JipyoFeedPollerHandlers handlers = {
    .refreshed = refreshed_cb,
    .streamed = streamed_cb,
    .link_changed = tell_link,
    .planned = look_at_clock,
  };
  JipyoFeedPoller *poller = jipyo_feed_poller_new (self->client, group, &handlers, self);

  g_ptr_array_add (self->pollers, poller);
  jipyo_feed_poller_start (poller, self->pace);
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
    JipyoFeedPoller *poller = g_ptr_array_index (before, i);

    if (!jipyo_quotes_group_is_same (jipyo_feed_poller_get_group (poller), group))
      continue;
    jipyo_quotes_group_free (group);
    g_ptr_array_add (self->pollers, g_ptr_array_steal_index_fast (before, i));
    tell_link (poller, self);
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
    jipyo_feed_poller_hurry (g_ptr_array_index (self->pollers, i));
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
  for (guint i = 0; i < self->pollers->len; i++)
    jipyo_feed_poller_set_pace (g_ptr_array_index (self->pollers, i), pace);
}
