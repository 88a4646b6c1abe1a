/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A message is put by where it belongs, unread; at most four times a second the newest of each
 * instrument is read. libsoup 3.2 notices neither an unanswered ping nor a message that never ends,
 * hence the two looks of watch_cb.
 */

#define _GNU_SOURCE /* memmem */

#include "jipyo-stream.h"

#include <string.h>

#include "jipyo-dial.h"

enum {
  PERIOD_MS = 250,
  KEEPALIVE_S = 20,
  WATCH_MIN_MS = 20,
  WATCH_MAX_MS = 250,
  FLOOD_RATE = 50000,
  UNFINISHED_MAX = 1 << 20, /* bytes of a message that has not ended */
  PATIENCE_MAX_MS = 300 * 1000,
  PATIENCE_MIN_MS = 200,
};

/* A line that fell before this was not a good one: the wait before the next goes on growing. */
static const gint64 settled_us = 60 * G_USEC_PER_SEC;

static const gint64 starved_us = 3 * G_USEC_PER_SEC;

typedef struct {
  char *hint;     /* NULL for the last, which takes what no other does */
  GBytes *newest; /* NULL when read */
} Slot;

/* Outlives the stream while the handshake is under way. */
typedef struct {
  JipyoStream *stream; /* NULL once it is gone */
  GCancellable *cancellable;
} Dialling;

struct _JipyoStream {
  JipyoStreamOptions options;
  JipyoStreamHandlers handlers;
  gpointer user_data;
  char **instruments;
  GArray *slots; /* of Slot, one an instrument */
  guint period_ms;
  gboolean wanted;
  Dialling *dialling; /* NULL when not */
  SoupWebsocketConnection *connection;
  GSource *retry;
  GSource *watch;
  GSource *ping;
  GSource *flush;
  gint64 opened_us; /* monotonic, as all here */
  gint64 heard_us;
  gint64 flushed_us;
  gint64 turned_us; /* when a timer had its turn */
  gint64 second_us; /* when the second began that is counted */
  guint in_second;
  guint64 received; /* bytes, when a message last ended */
  guint failures;   /* in a row */
  JipyoStreamCounts counts;
};

static void
slot_clear (Slot *slot)
{
  g_free (slot->hint);
  g_clear_pointer (&slot->newest, g_bytes_unref);
}

static void
drop_source (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
start_timer (GSource **source, guint delay_ms, GSourceFunc callback, JipyoStream *self)
{
  drop_source (source);
  *source = g_timeout_source_new (delay_ms);
  g_source_set_callback (*source, callback, self, NULL);
  g_source_attach (*source, g_main_context_get_thread_default ());
}

static gboolean
released_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

/* This may run inside one of its signals, after which libsoup goes on using it: so it is let go of
 * a turn later. Its answer to the close is not waited for. */
static void
let_go (JipyoStream *self)
{
  g_autoptr (GSource) later = NULL;

  drop_source (&self->watch);
  drop_source (&self->ping);
  drop_source (&self->flush);
  if (self->connection == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->connection, self);
  if (soup_websocket_connection_get_state (self->connection) == SOUP_WEBSOCKET_STATE_OPEN)
    soup_websocket_connection_close (self->connection, SOUP_WEBSOCKET_CLOSE_GOING_AWAY, NULL);
  later = g_idle_source_new ();
  g_source_set_priority (later, G_PRIORITY_HIGH);
  g_source_set_callback (later, released_cb, g_steal_pointer (&self->connection), g_object_unref);
  g_source_attach (later, g_main_context_get_thread_default ());
  for (guint i = 0; i < self->slots->len; i++)
    g_clear_pointer (&g_array_index (self->slots, Slot, i).newest, g_bytes_unref);
}

static void dial (JipyoStream *self);

static gboolean
retry_due_cb (gpointer user_data)
{
  JipyoStream *self = user_data;

  drop_source (&self->retry);
  if (self->wanted)
    dial (self);
  return G_SOURCE_REMOVE;
}

/* Full jitter, as for requests. */
static guint
choose_patience (const JipyoStream *self)
{
  double most = MIN (PATIENCE_MAX_MS, 1000.0 * (1u << MIN (self->failures, 16)));

  return (guint) MAX (PATIENCE_MIN_MS, most * g_random_double ());
}

static void
give_up (JipyoStream *self, JipyoMarketError code, const char *message)
{
  g_autoptr (JipyoFailure) failure = jipyo_failure_new (self->options.provider->id, code, message);

  if (self->connection != NULL && g_get_monotonic_time () - self->opened_us > settled_us)
    self->failures = 0;
  self->failures++;
  let_go (self);
  start_timer (&self->retry, choose_patience (self), retry_due_cb, self);
  self->handlers.closed (failure, self->user_data);
}

/* FALSE when the line was given up for it. */
static gboolean
read_message (JipyoStream *self, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GError) error = NULL;
  JipyoHarvest harvest = {
    .provider = self->options.provider->id,
    .instruments = (const char *const *) self->instruments,
    .now_us = jipyo_client_get_now (self->options.client),
    .interval_ms = self->options.interval_ms,
  };
  gboolean good;

  self->counts.passed++;
  jipyo_harvest_init (&harvest);
  good = self->options.provider->stream->parse (&harvest, data != NULL ? data : "", length, &error);
  for (guint i = 0; good && i < harvest.quotes->len; i++)
    self->handlers.quoted (g_ptr_array_index (harvest.quotes, i), self->user_data);
  jipyo_harvest_clear (&harvest);
  if (!good)
    give_up (self, (JipyoMarketError) error->code, error->message);
  return good;
}

static void
flush_slots (JipyoStream *self)
{
  drop_source (&self->flush);
  self->flushed_us = g_get_monotonic_time ();
  for (guint i = 0; i < self->slots->len; i++) {
    g_autoptr (GBytes) newest = g_steal_pointer (&g_array_index (self->slots, Slot, i).newest);

    if (newest != NULL && !read_message (self, newest))
      return;
  }
}

static gboolean
flush_due_cb (gpointer user_data)
{
  flush_slots (user_data);
  return G_SOURCE_REMOVE;
}

/* While messages pour in, no timer gets its turn: the look at the clock is here. */
static void
plan_flush (JipyoStream *self, gint64 now_us)
{
  gint64 left_ms = (gint64) self->period_ms - (now_us - self->flushed_us) / 1000;

  if (left_ms <= 0)
    flush_slots (self);
  else if (self->flush == NULL)
    start_timer (&self->flush, (guint) left_ms, flush_due_cb, self);
}

static Slot *
find_slot (JipyoStream *self, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  guint last = self->slots->len - 1;

  for (guint i = 0; data != NULL && i < last; i++) {
    Slot *slot = &g_array_index (self->slots, Slot, i);

    if (memmem (data, length, slot->hint, strlen (slot->hint)) != NULL)
      return slot;
  }
  return &g_array_index (self->slots, Slot, last);
}

/* More than can be meant, or faster than can be read: libsoup reads on for as long as there is
 * something, and nothing else in the process has its turn. */
static gboolean
is_flood (JipyoStream *self, gint64 now_us)
{
  if (now_us - self->turned_us > starved_us)
    return TRUE;
  if (now_us - self->second_us >= G_USEC_PER_SEC) {
    self->second_us = now_us;
    self->in_second = 0;
  }
  return ++self->in_second > self->options.flood_rate;
}

static void
message_cb (SoupWebsocketConnection *connection, int type, GBytes *bytes, JipyoStream *self)
{
  gint64 now_us = g_get_monotonic_time ();
  Slot *slot = find_slot (self, bytes);

  self->heard_us = now_us;
  self->received = jipyo_dial_count_received (connection);
  self->counts.messages++;
  if (is_flood (self, now_us)) {
    give_up (self, JIPYO_MARKET_ERROR_TOO_LARGE, "the stream sends more than can be meant");
    return;
  }
  g_clear_pointer (&slot->newest, g_bytes_unref);
  slot->newest = g_bytes_ref (bytes);
  plan_flush (self, now_us);
}

static void
error_cb (SoupWebsocketConnection *connection, GError *error, JipyoStream *self)
{
  give_up (self,
           error->domain == SOUP_WEBSOCKET_ERROR ? JIPYO_MARKET_ERROR_BAD_REPLY
                                                 : JIPYO_MARKET_ERROR_OFFLINE,
           error->message);
}

static void
closed_cb (SoupWebsocketConnection *connection, JipyoStream *self)
{
  give_up (self, JIPYO_MARKET_ERROR_OFFLINE, "the venue closed the stream");
}

/* TRUE when what came since the last message that ended is more than one may be. */
static gboolean
is_unfinished (JipyoStream *self)
{
  return jipyo_dial_count_received (self->connection) > self->received + UNFINISHED_MAX;
}

static gboolean
watch_cb (gpointer user_data)
{
  JipyoStream *self = user_data;

  self->turned_us = g_get_monotonic_time ();
  if (is_unfinished (self)) {
    give_up (self, JIPYO_MARKET_ERROR_TOO_LARGE, "a message of the stream does not end");
    return G_SOURCE_REMOVE;
  }
  if (g_get_monotonic_time () - self->heard_us > (gint64) self->options.quiet_ms * 1000) {
    give_up (self, JIPYO_MARKET_ERROR_TIMED_OUT, "the stream fell silent");
    return G_SOURCE_REMOVE;
  }
  return G_SOURCE_CONTINUE;
}

static gboolean
ping_cb (gpointer user_data)
{
  JipyoStream *self = user_data;

  if (soup_websocket_connection_get_state (self->connection) == SOUP_WEBSOCKET_STATE_OPEN)
    soup_websocket_connection_send_text (self->connection, self->options.provider->stream->ping);
  return G_SOURCE_CONTINUE;
}

static void
subscribe (JipyoStream *self)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);

  self->options.provider->stream->subscribe ((const char *const *) self->instruments, messages);
  for (guint i = 0; i < messages->len; i++)
    soup_websocket_connection_send_text (self->connection, g_ptr_array_index (messages, i));
}

/* Takes `connection`. */
static void
begin (JipyoStream *self, SoupWebsocketConnection *connection)
{
  guint watch_ms = CLAMP (self->options.quiet_ms / 8, WATCH_MIN_MS, WATCH_MAX_MS);

  self->connection = connection;
  self->opened_us = self->heard_us = self->turned_us = g_get_monotonic_time ();
  self->flushed_us = 0;
  self->received = jipyo_dial_count_received (connection);
  soup_websocket_connection_set_keepalive_interval (connection, KEEPALIVE_S);
  g_signal_connect (connection, "message", G_CALLBACK (message_cb), self);
  g_signal_connect (connection, "error", G_CALLBACK (error_cb), self);
  g_signal_connect (connection, "closed", G_CALLBACK (closed_cb), self);
  start_timer (&self->watch, watch_ms, watch_cb, self);
  start_timer (&self->ping, (guint) self->options.provider->stream->ping_ms, ping_cb, self);
  subscribe (self);
  self->handlers.opened (self->user_data);
}

static void
dialled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  SoupWebsocketConnection *connection =
    jipyo_client_dial_finish (JIPYO_CLIENT (object), result, &error);
  Dialling *dialling = user_data;
  JipyoStream *self = dialling->stream;

  g_object_unref (dialling->cancellable);
  g_free (dialling);
  if (self == NULL) {
    g_clear_object (&connection);
    return;
  }
  self->dialling = NULL;
  if (connection != NULL)
    begin (self, connection);
  else
    give_up (self, (JipyoMarketError) error->code, error->message);
}

static void
dial (JipyoStream *self)
{
  self->dialling = g_new0 (Dialling, 1);
  self->dialling->stream = self;
  self->dialling->cancellable = g_cancellable_new ();
  jipyo_client_dial_async (self->options.client, self->options.provider,
                           self->dialling->cancellable, dialled_cb, self->dialling);
}

static void
fill_slots (JipyoStream *self)
{
  for (guint i = 0; self->instruments[i] != NULL; i++) {
    Slot slot = { .hint = self->options.provider->stream->make_hint (self->instruments[i]) };

    g_array_append_val (self->slots, slot);
  }
  g_array_set_size (self->slots, self->slots->len + 1);
}

JipyoStream *
jipyo_stream_new (const JipyoStreamOptions *options,
                  const JipyoStreamHandlers *handlers,
                  gpointer user_data)
{
  JipyoStream *self = g_new0 (JipyoStream, 1);

  self->options = *options;
  self->handlers = *handlers;
  self->user_data = user_data;
  self->instruments = g_strdupv ((char **) options->instruments);
  self->options.instruments = NULL;
  g_object_ref (self->options.client);
  if (self->options.quiet_ms == 0)
    self->options.quiet_ms = 2 * (guint) options->provider->stream->ping_ms;
  if (self->options.flood_rate == 0)
    self->options.flood_rate = FLOOD_RATE;
  self->period_ms = PERIOD_MS;
  self->slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  g_array_set_clear_func (self->slots, (GDestroyNotify) slot_clear);
  fill_slots (self);
  return self;
}

void
jipyo_stream_free (JipyoStream *self)
{
  if (self == NULL)
    return;
  if (self->dialling != NULL) {
    self->dialling->stream = NULL;
    g_cancellable_cancel (self->dialling->cancellable);
  }
  drop_source (&self->retry);
  let_go (self);
  g_array_unref (self->slots);
  g_strfreev (self->instruments);
  g_object_unref (self->options.client);
  g_free (self);
}

void
jipyo_stream_set_wanted (JipyoStream *self, gboolean wanted)
{
  self->wanted = wanted;
  if (wanted && self->connection == NULL && self->dialling == NULL && self->retry == NULL)
    dial (self);
}

gboolean
jipyo_stream_is_open (const JipyoStream *self)
{
  return self->connection != NULL;
}

void
jipyo_stream_set_period (JipyoStream *self, guint period_ms)
{
  self->period_ms = period_ms;
}

JipyoStreamCounts
jipyo_stream_get_counts (const JipyoStream *self)
{
  return self->counts;
}
