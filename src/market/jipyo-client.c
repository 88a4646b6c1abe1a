/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Requests with retries, over jipyo-fetch. One host's trouble is kept to that host.
 */

#include "jipyo-client.h"

#include <string.h>

#include "jipyo-dial.h"
#include "jipyo-endpoints.h"
#include "jipyo-host.h"
#include "jipyo-kept-answers.h"
#include "jipyo-refusal.h"

enum {
  DEADLINE_MS = 10000,
  ATTEMPTS = 3,
  FIRST_DELAY_MS = 1000,
  DELAY_MAX_MS = 60000,
  PATIENCE_S = 60, /* after 429 without a Retry-After */
  BAN_S = 600,     /* after 418 without one */
  SHORTEST_ATTEMPT_MS = 100
};

/* Retries may be a tenth of all requests, and a few to begin with. */
static const double retry_credit_max = 10;
static const double retry_credit_first = 6;
static const double retry_credit_step = 0.1;

struct _JipyoClient {
  GObject parent_instance;

  SoupSession *session;   /* owned */
  GHashTable *origins;    /* provider id (borrowed) → JipyoOrigin, for replaced ones; owned */
  GHashTable *hosts;      /* as jipyo_origin_format writes it → JipyoHost; owned */
  JipyoKeptAnswers *kept; /* owned */
  GHashTable *turns;      /* path (owned) → when it is due again, gint64 (owned) */
  JipyoWorldTime *times;  /* owned */
  JipyoClock clock;       /* what they say */
  JipyoClientOptions options;
  double retry_credit;
};

G_DEFINE_FINAL_TYPE (JipyoClient, jipyo_client, G_TYPE_OBJECT)

typedef struct {
  JipyoOrigin *origin; /* owned */
  const JipyoProvider *provider;
  char *path;           /* owned; without the key */
  JipyoHost *host;      /* borrowed from the client */
  gint64 deadline_us;   /* monotonic */
  guint attempts;       /* begun */
  gboolean conditional; /* the one under way may be answered by “as before” */
  int retry_after_s;
  GSource *retry;
} Work;

static gint64
get_monotonic (JipyoClient *self)
{
  return self->options.get_monotonic_us != NULL ? self->options.get_monotonic_us ()
                                                : g_get_monotonic_time ();
}

static double
get_chance (JipyoClient *self)
{
  return self->options.get_chance != NULL ? self->options.get_chance () : g_random_double ();
}

static void
drop_retry (Work *work)
{
  if (work->retry == NULL)
    return;
  g_source_destroy (work->retry);
  g_clear_pointer (&work->retry, g_source_unref);
}

static void
work_free (Work *work)
{
  drop_retry (work);
  jipyo_origin_unref (work->origin);
  g_free (work->path);
  g_free (work);
}

static JipyoHost *
find_host (JipyoClient *self, const JipyoOrigin *origin)
{
  g_autofree char *key = jipyo_origin_format (origin);
  JipyoHost *host = g_hash_table_lookup (self->hosts, key);

  if (host == NULL) {
    host = jipyo_host_new ();
    g_hash_table_insert (self->hosts, g_steal_pointer (&key), host);
  }
  return host;
}

static char *
format_address (const Work *work)
{
  g_autofree char *origin = jipyo_origin_format (work->origin);

  return g_strconcat (origin, work->path, NULL);
}

/* Takes `task`. */
static void
fail (GTask *task, JipyoMarketError code, const char *message)
{
  g_autofree char *clean = jipyo_client_redact (g_task_get_source_object (task), message);

  g_task_return_new_error (task, JIPYO_MARKET_ERROR, (int) code, "%s", clean);
  g_object_unref (task);
}

static void attempt (GTask *task);

static gboolean
retry_due_cb (gpointer user_data)
{
  GTask *task = user_data;

  drop_retry (g_task_get_task_data (task));
  attempt (task);
  return G_SOURCE_REMOVE;
}

static void
start_retry (GTask *task, guint delay_ms)
{
  Work *work = g_task_get_task_data (task);

  work->retry = g_timeout_source_new (delay_ms);
  g_source_set_callback (work->retry, retry_due_cb, task, NULL);
  g_source_attach (work->retry, g_main_context_get_thread_default ());
}

/* Full jitter: the clients that one outage stopped must not all come back at once. */
static guint
choose_delay (JipyoClient *self, guint attempts)
{
  guint first = self->options.first_delay_ms != 0 ? self->options.first_delay_ms : FIRST_DELAY_MS;
  double most = MIN (DELAY_MAX_MS, (double) first * (1u << MIN (attempts - 1, 6)));

  return (guint) (most * get_chance (self));
}

/* FALSE when there shall be no other attempt. */
static gboolean
try_again (GTask *task, JipyoMarketError code)
{
  JipyoClient *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  guint attempts = self->options.attempts != 0 ? self->options.attempts : ATTEMPTS;
  guint delay_ms = choose_delay (self, work->attempts);
  gint64 left_ms = (work->deadline_us - g_get_monotonic_time ()) / 1000;

  if (!jipyo_market_error_is_passing (code) || code == JIPYO_MARKET_ERROR_TIMED_OUT
      || work->attempts >= attempts || self->retry_credit < 1
      || left_ms < (gint64) delay_ms + SHORTEST_ATTEMPT_MS
      || jipyo_breaker_is_probing (&work->host->breaker))
    return FALSE;
  self->retry_credit -= 1;
  start_retry (task, delay_ms);
  return TRUE;
}

/* The whole host waits, whoever asks next. */
static void
note_hold (JipyoClient *self, Work *work, JipyoMarketError code)
{
  if (code == JIPYO_MARKET_ERROR_RATE_LIMITED && work->retry_after_s < 0)
    work->retry_after_s = PATIENCE_S;
  if (code == JIPYO_MARKET_ERROR_BANNED && work->retry_after_s < 0)
    work->retry_after_s = BAN_S;
  if (work->retry_after_s > 0)
    jipyo_breaker_hold (&work->host->breaker, get_monotonic (self), work->retry_after_s);
}

/* Takes `task`. */
static void
refuse_status (GTask *task, const JipyoAnswer *answer)
{
  JipyoClient *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  JipyoMarketError code = jipyo_refusal_get_code (answer->status, answer->body);
  g_autofree char *message = jipyo_refusal_describe (answer->status, answer->body);

  work->retry_after_s = answer->retry_after_s;
  if (work->provider->key != JIPYO_KEY_NONE && (answer->status == 401 || answer->status == 403))
    code = JIPYO_MARKET_ERROR_NO_KEY;
  if (code == JIPYO_MARKET_ERROR_NOT_FOUND) {
    jipyo_breaker_succeed (&work->host->breaker);
    fail (task, code, message);
    return;
  }
  jipyo_breaker_fail (&work->host->breaker, get_monotonic (self), get_chance (self));
  note_hold (self, work, code);
  if (answer->status >= 500 && answer->status <= 599 && work->retry_after_s < 0
      && try_again (task, code))
    return;
  fail (task, code, message);
}

/* Those that found the host busy have their turn, in the order in which they came. */
static void
admit_waiting (JipyoClient *self, JipyoHost *host)
{
  while (!g_queue_is_empty (&host->waiting)) {
    const Work *first = g_task_get_task_data (g_queue_peek_head (&host->waiting));
    int wait_ms;

    if (jipyo_host_ask (host, first->path, get_monotonic (self), &wait_ms) == JIPYO_HOST_BUSY)
      return;
    attempt (g_queue_pop_head (&host->waiting));
  }
}

/* The answer, or the one from before that it says still holds. (transfer full) (nullable) */
static GBytes *
take_body (JipyoClient *self, const Work *work, const JipyoAnswer *answer)
{
  g_autofree char *address = format_address (work);
  const JipyoKeptAnswer *kept = jipyo_kept_answers_find (self->kept, address);
  JipyoKeptAnswer fresh = {
    .key = address,
    .etag = answer->etag,
    .modified = answer->modified,
    .body = answer->body,
  };

  if (answer->status == SOUP_STATUS_NOT_MODIFIED)
    return work->conditional && kept != NULL ? g_bytes_ref (kept->body) : NULL;
  if (answer->status != SOUP_STATUS_OK)
    return NULL;
  jipyo_kept_answers_put (self->kept, &fresh);
  return g_bytes_ref (answer->body);
}

/* Before the answer is read: its own times are judged by the clock. */
static void
hear_date (JipyoClient *self, const Work *work, const JipyoAnswer *answer)
{
  g_autofree char *host = jipyo_origin_format (work->origin);

  if (self->times == NULL || answer->dated.date_us == 0)
    return;
  jipyo_world_time_hear (self->times, host, &answer->dated);
  jipyo_world_time_find_epoch (self->times, answer->dated.received_us, &self->clock.epoch_us);
}

/* Takes `task`. */
static void
conclude (GTask *task, const JipyoAnswer *answer, const GError *error)
{
  JipyoClient *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  g_autoptr (GBytes) body = answer != NULL ? take_body (self, work, answer) : NULL;

  if (answer == NULL) {
    JipyoMarketError code = (JipyoMarketError) error->code;

    if (code != JIPYO_MARKET_ERROR_CANCELLED)
      jipyo_breaker_fail (&work->host->breaker, get_monotonic (self), get_chance (self));
    if (!try_again (task, code))
      fail (task, code, error->message);
    return;
  }
  hear_date (self, work, answer);
  jipyo_host_hold (work->host, work->path, get_monotonic (self), answer->wait_ms);
  if (body == NULL) {
    refuse_status (task, answer);
    return;
  }
  jipyo_breaker_succeed (&work->host->breaker);
  g_task_return_pointer (task, g_steal_pointer (&body), (GDestroyNotify) g_bytes_unref);
  g_object_unref (task);
}

static void
fetched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (JipyoClient) self = g_object_ref (g_task_get_source_object (task));
  const Work *work = g_task_get_task_data (task);
  JipyoHost *host = work->host;
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoAnswer) answer = jipyo_fetch_finish (result, &error);

  jipyo_host_end (host);
  conclude (task, answer, error);
  admit_waiting (self, host);
}

static void
send_request (GTask *task)
{
  JipyoClient *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  gint64 left_ms = (work->deadline_us - g_get_monotonic_time ()) / 1000;
  g_autofree char *address = format_address (work);
  const JipyoKeptAnswer *kept = jipyo_kept_answers_find (self->kept, address);
  const char *key = jipyo_keys_find (self->options.keys, work->provider->id);
  g_autofree char *path = jipyo_keys_fill (key, work->path);
  JipyoFetch fetch = {
    .origin = work->origin,
    .path = path,
    .key = work->provider->key == JIPYO_KEY_HEADER ? key : NULL,
    .deadline_ms = (guint) MAX (left_ms, 1),
    .limits = self->options.limits != NULL ? self->options.limits : &jipyo_fetch_limits_default,
    .known_etag = kept != NULL ? kept->etag : NULL,
    .known_modified = kept != NULL ? kept->modified : NULL,
  };

  work->attempts++;
  work->conditional = kept != NULL;
  self->retry_credit = MIN (self->retry_credit + retry_credit_step, retry_credit_max);
  jipyo_host_begin (work->host);
  jipyo_fetch_async (self->session, &fetch, g_task_get_cancellable (task), fetched_cb, task);
}

/* Takes `task`. */
static void
leave_alone (GTask *task, const char *reason, int wait_ms)
{
  Work *work = g_task_get_task_data (task);
  gboolean asked = reason != NULL || work->host->breaker.asked;

  work->retry_after_s = (wait_ms + 999) / 1000;
  if (reason == NULL)
    reason = asked ? "the venue asked for patience"
                   : "the venue failed too often and is left alone for a while";
  fail (task, asked ? JIPYO_MARKET_ERROR_RATE_LIMITED : JIPYO_MARKET_ERROR_OFFLINE, reason);
}

static void
attempt (GTask *task)
{
  JipyoClient *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  gint64 left_ms = (work->deadline_us - g_get_monotonic_time ()) / 1000;
  int wait_ms;

  if (g_task_return_error_if_cancelled (task)) {
    g_object_unref (task);
    return;
  }
  if (left_ms <= 0) {
    fail (task, JIPYO_MARKET_ERROR_TIMED_OUT, "the venue was busy with other requests");
    return;
  }
  switch (jipyo_host_ask (work->host, work->path, get_monotonic (self), &wait_ms)) {
  case JIPYO_HOST_GO:
    send_request (task);
    return;
  case JIPYO_HOST_BUSY:
    g_queue_push_tail (&work->host->waiting, task);
    return;
  case JIPYO_HOST_WAIT:
    if (wait_ms + SHORTEST_ATTEMPT_MS < left_ms)
      start_retry (task, (guint) wait_ms);
    else
      leave_alone (task, "the venue has few requests left for us", wait_ms);
    return;
  case JIPYO_HOST_REST:
    leave_alone (task, NULL, wait_ms);
    return;
  }
}

static void
jipyo_client_dispose (GObject *object)
{
  JipyoClient *self = JIPYO_CLIENT (object);

  if (self->session != NULL)
    soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_pointer (&self->origins, g_hash_table_unref);
  g_clear_pointer (&self->hosts, g_hash_table_unref);
  g_clear_pointer (&self->turns, g_hash_table_unref);
  g_clear_pointer (&self->kept, jipyo_kept_answers_free);
  g_clear_pointer (&self->times, jipyo_world_time_free);
  G_OBJECT_CLASS (jipyo_client_parent_class)->dispose (object);
}

static void
jipyo_client_class_init (JipyoClientClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jipyo_client_dispose;
}

static void
jipyo_client_init (JipyoClient *self)
{
  self->session = jipyo_fetch_session_new ();
  self->hosts =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) jipyo_host_free);
  self->turns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->kept = jipyo_kept_answers_new ();
  self->times = jipyo_world_time_new ();
  self->retry_credit = retry_credit_first;
}

gboolean
jipyo_client_check_endpoints (const char *const *endpoints, GError **error)
{
  g_autoptr (GHashTable) origins = jipyo_endpoints_parse (endpoints, error);

  return origins != NULL;
}

JipyoClient *
jipyo_client_new (const JipyoClientOptions *options, GError **error)
{
  g_autoptr (JipyoClient) self = g_object_new (JIPYO_TYPE_CLIENT, NULL);

  self->options = *options;
  self->options.endpoints = NULL;
  self->options.tls_database = NULL;
  self->clock.fixed_us = options->now_us;
  if (options->tls_database != NULL)
    soup_session_set_tls_database (self->session, options->tls_database);
  self->origins = jipyo_endpoints_parse (options->endpoints, error);
  return self->origins != NULL ? g_steal_pointer (&self) : NULL;
}

char *
jipyo_client_redact (JipyoClient *self, const char *message)
{
  return jipyo_keys_redact (self->options.keys, message);
}

void
jipyo_client_forgive (JipyoClient *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->hosts);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    JipyoHost *host = value;

    if (!host->breaker.asked)
      jipyo_breaker_succeed (&host->breaker);
  }
}

gint64
jipyo_client_get_now (JipyoClient *self)
{
  return jipyo_clock_get_now (&self->clock);
}

void
jipyo_client_set_epoch (JipyoClient *self, gint64 epoch_us)
{
  self->clock.epoch_us = epoch_us;
}

const JipyoClock *
jipyo_client_get_clock (JipyoClient *self)
{
  return &self->clock;
}

int
jipyo_client_get_turn (JipyoClient *self, const JipyoRequest *request)
{
  const gint64 *due_us = g_hash_table_lookup (self->turns, request->path);
  gint64 left_us = due_us != NULL ? *due_us - get_monotonic (self) : 0;

  return (int) ((MAX (left_us, 0) + 999) / 1000);
}

void
jipyo_client_put_off (JipyoClient *self, const JipyoRequest *request, int interval_ms)
{
  gint64 due_us = get_monotonic (self) + (gint64) interval_ms * 1000;

  g_hash_table_insert (self->turns, g_strdup (request->path), g_memdup2 (&due_us, sizeof due_us));
}

gboolean
jipyo_client_is_elsewhere (JipyoClient *self, const JipyoProvider *provider)
{
  return g_hash_table_size (self->origins) > 0
         && jipyo_endpoints_find (self->origins, provider) == NULL;
}

/* With no base replaced, the built-in one is the only host; a replaced one replaces it wholly. */
static JipyoOrigin *
find_origin (JipyoClient *self, const JipyoProvider *provider, GError **error)
{
  JipyoOrigin *origin = jipyo_endpoints_find (self->origins, provider);

  return origin != NULL ? jipyo_origin_ref (origin) : jipyo_origin_new (provider->base, error);
}

void
jipyo_client_get_async (JipyoClient *self,
                        const JipyoClientRequest *request,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  guint deadline_ms = self->options.deadline_ms != 0 ? self->options.deadline_ms : DEADLINE_MS;
  Work *work = g_new0 (Work, 1);

  work->retry_after_s = -1;
  work->provider = request->provider;
  work->path = g_strdup (request->path);
  work->deadline_us = g_get_monotonic_time () + (gint64) deadline_ms * 1000;
  work->origin = find_origin (self, request->provider, NULL);
  work->host = find_host (self, work->origin);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  if (request->provider->key != JIPYO_KEY_NONE
      && jipyo_keys_find (self->options.keys, request->provider->id) == NULL)
    fail (task, JIPYO_MARKET_ERROR_NO_KEY, "a key is needed, which “jipyo keys set” takes");
  else
    attempt (task);
}

GBytes *
jipyo_client_get_finish (JipyoClient *self,
                         GAsyncResult *result,
                         int *retry_after_s,
                         GError **error)
{
  const Work *work = g_task_get_task_data (G_TASK (result));

  *retry_after_s = work->retry_after_s;
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
dialled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  SoupWebsocketConnection *connection = jipyo_dial_finish (result, &error);

  if (connection != NULL)
    g_task_return_pointer (task, connection, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* A replaced base is the host of the stream too: nothing outside may be reached then. */
void
jipyo_client_dial_async (JipyoClient *self,
                         const JipyoProvider *provider,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  JipyoOrigin *replaced = g_hash_table_lookup (self->origins, provider->id);
  g_autoptr (JipyoOrigin) origin = replaced != NULL
                                     ? jipyo_origin_ref (replaced)
                                     : jipyo_origin_new (provider->stream->base, NULL);
  JipyoDial dial = {
    .origin = origin,
    .path = provider->stream->path,
    .deadline_ms = self->options.deadline_ms != 0 ? self->options.deadline_ms : DEADLINE_MS,
  };

  jipyo_dial_async (self->session, &dial, cancellable, dialled_cb,
                    g_task_new (self, NULL, callback, user_data));
}

SoupWebsocketConnection *
jipyo_client_dial_finish (JipyoClient *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
