/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Requests with retries, over jipyo-fetch. One host's trouble is kept to that host.
 */

#include "jipyo-client.h"

#include <string.h>

#include "jipyo-breaker.h"
#include "jipyo-dial.h"
#include "jipyo-reply.h"

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

  SoupSession *session; /* owned */
  GHashTable *origins;  /* provider id (borrowed) → JipyoOrigin, for replaced ones; owned */
  GHashTable
    *breakers; /* provider id (borrowed) → JipyoBreaker; each has hosts of its own; owned */
  JipyoClientOptions options;
  double retry_credit;
};

G_DEFINE_FINAL_TYPE (JipyoClient, jipyo_client, G_TYPE_OBJECT)

typedef struct {
  JipyoOrigin *origin;   /* owned */
  char *path;            /* owned */
  JipyoBreaker *breaker; /* borrowed from the client */
  gint64 deadline_us;    /* monotonic */
  guint attempts;        /* begun */
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

static JipyoBreaker *
find_breaker (JipyoClient *self, const JipyoProvider *provider)
{
  JipyoBreaker *breaker = g_hash_table_lookup (self->breakers, provider->id);

  if (breaker == NULL) {
    breaker = g_new0 (JipyoBreaker, 1);
    g_hash_table_insert (self->breakers, (char *) provider->id, breaker);
  }
  return breaker;
}

/* Takes `task`. */
static void
fail (GTask *task, JipyoMarketError code, const char *message)
{
  g_task_return_new_error (task, JIPYO_MARKET_ERROR, (int) code, "%s", message);
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
      || jipyo_breaker_is_probing (work->breaker))
    return FALSE;
  self->retry_credit -= 1;
  work->retry = g_timeout_source_new (delay_ms);
  g_source_set_callback (work->retry, retry_due_cb, task, NULL);
  g_source_attach (work->retry, g_main_context_get_thread_default ());
  return TRUE;
}

/* What the venue says about an error, for the message; NULL when it says nothing. (transfer full)
 */
static char *
read_explanation (GBytes *body)
{
  static const char *const names[] = { "message", "error_msg", "description", "respMsg" };
  gsize length;
  const char *data = body != NULL ? g_bytes_get_data (body, &length) : NULL;
  g_autoptr (JsonNode) root = data != NULL ? jipyo_reply_parse (data, length, NULL) : NULL;
  JipyoFields fields;

  if (root == NULL || !jipyo_fields_init (&fields, root, "", NULL))
    return NULL;
  if (jipyo_fields_has (&fields, "error"))
    jipyo_fields_init (&fields, json_object_get_member (fields.object, "error"), "error", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *text = jipyo_fields_find_string (&fields, names[i]);

    if (text != NULL)
      return jipyo_reply_clean_text (text);
  }
  return NULL;
}

static gboolean
is_unknown_share (GBytes *body)
{
  gsize length = 0;
  const char *data = body != NULL ? g_bytes_get_data (body, &length) : NULL;

  return data != NULL && g_strstr_len (data, (gssize) length, "StockConflict") != NULL;
}

static JipyoMarketError
code_of_status (int status, GBytes *body)
{
  switch (status) {
  case 404:
    return JIPYO_MARKET_ERROR_NOT_FOUND;
  case 409:
    return is_unknown_share (body) ? JIPYO_MARKET_ERROR_NOT_FOUND : JIPYO_MARKET_ERROR_BAD_STATUS;
  case 418:
  case 403:
  case 451:
    return JIPYO_MARKET_ERROR_BANNED;
  case 429:
    return JIPYO_MARKET_ERROR_RATE_LIMITED;
  default:
    return JIPYO_MARKET_ERROR_BAD_STATUS;
  }
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
    jipyo_breaker_hold (work->breaker, get_monotonic (self), work->retry_after_s);
}

/* Takes `task`. */
static void
refuse_status (GTask *task, const JipyoAnswer *answer)
{
  JipyoClient *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  JipyoMarketError code = code_of_status (answer->status, answer->body);
  g_autofree char *explanation = read_explanation (answer->body);
  g_autofree char *message =
    g_strdup_printf ("status %d%s%s", answer->status, explanation != NULL ? ": " : "",
                     explanation != NULL ? explanation : "");

  work->retry_after_s = answer->retry_after_s;
  if (code == JIPYO_MARKET_ERROR_NOT_FOUND) {
    jipyo_breaker_succeed (work->breaker);
    fail (task, code, message);
    return;
  }
  jipyo_breaker_fail (work->breaker, get_monotonic (self), get_chance (self));
  note_hold (self, work, code);
  if (answer->status >= 500 && answer->status <= 599 && work->retry_after_s < 0
      && try_again (task, code))
    return;
  fail (task, code, message);
}

static void
fetched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  JipyoClient *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoAnswer) answer = jipyo_fetch_finish (result, &error);

  if (answer != NULL && answer->status != SOUP_STATUS_OK) {
    refuse_status (task, answer);
    return;
  }
  if (answer == NULL) {
    JipyoMarketError code = (JipyoMarketError) error->code;

    if (code != JIPYO_MARKET_ERROR_CANCELLED)
      jipyo_breaker_fail (work->breaker, get_monotonic (self), get_chance (self));
    if (!try_again (task, code))
      fail (task, code, error->message);
    return;
  }
  jipyo_breaker_succeed (work->breaker);
  g_task_return_pointer (task, g_steal_pointer (&answer->body), (GDestroyNotify) g_bytes_unref);
  g_object_unref (task);
}

static void
attempt (GTask *task)
{
  JipyoClient *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  gint64 left_ms = (work->deadline_us - g_get_monotonic_time ()) / 1000;
  int wait_s = jipyo_breaker_get_wait (work->breaker, get_monotonic (self));
  JipyoFetch fetch = {
    .origin = work->origin,
    .path = work->path,
    .deadline_ms = (guint) MAX (left_ms, 1),
    .limits = self->options.limits != NULL ? self->options.limits : &jipyo_fetch_limits_default,
  };

  if (g_task_return_error_if_cancelled (task)) {
    g_object_unref (task);
    return;
  }
  if (wait_s > 0) {
    work->retry_after_s = wait_s;
    fail (task, work->breaker->asked ? JIPYO_MARKET_ERROR_RATE_LIMITED : JIPYO_MARKET_ERROR_OFFLINE,
          work->breaker->asked ? "the venue asked for patience"
                               : "the venue failed too often and is left alone for a while");
    return;
  }
  work->attempts++;
  self->retry_credit = MIN (self->retry_credit + retry_credit_step, retry_credit_max);
  jipyo_fetch_async (self->session, &fetch, g_task_get_cancellable (task), fetched_cb, task);
}

static void
jipyo_client_dispose (GObject *object)
{
  JipyoClient *self = JIPYO_CLIENT (object);

  if (self->session != NULL)
    soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_pointer (&self->origins, g_hash_table_unref);
  g_clear_pointer (&self->breakers, g_hash_table_unref);
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
  self->origins =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) jipyo_origin_unref);
  self->breakers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->retry_credit = retry_credit_first;
}

/* The provider and where it is to be found from now on; NULL when `endpoint` does not say so. */
static const JipyoProvider *
parse_endpoint (const char *endpoint, JipyoOrigin **origin, GError **error)
{
  const char *equals = strchr (endpoint, '=');
  g_autofree char *id = equals != NULL ? g_strndup (endpoint, (gsize) (equals - endpoint)) : NULL;
  const JipyoProvider *provider = jipyo_provider_find (id);

  if (provider == NULL) {
    g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NOT_FOUND,
                 "“%s” does not begin with a provider and “=”", endpoint);
    return NULL;
  }
  *origin = jipyo_origin_new (equals + 1, error);
  return *origin != NULL ? provider : NULL;
}

static gboolean
add_endpoint (JipyoClient *self, const char *endpoint, GError **error)
{
  JipyoOrigin *origin = NULL;
  const JipyoProvider *provider = parse_endpoint (endpoint, &origin, error);

  if (provider != NULL)
    g_hash_table_insert (self->origins, (char *) provider->id, origin);
  return provider != NULL;
}

gboolean
jipyo_client_check_endpoints (const char *const *endpoints, GError **error)
{
  for (guint i = 0; endpoints != NULL && endpoints[i] != NULL; i++) {
    g_autoptr (JipyoOrigin) origin = NULL;

    if (parse_endpoint (endpoints[i], &origin, error) == NULL)
      return FALSE;
  }
  return TRUE;
}

JipyoClient *
jipyo_client_new (const JipyoClientOptions *options, GError **error)
{
  g_autoptr (JipyoClient) self = g_object_new (JIPYO_TYPE_CLIENT, NULL);

  self->options = *options;
  self->options.endpoints = NULL;
  self->options.tls_database = NULL;
  if (options->tls_database != NULL)
    soup_session_set_tls_database (self->session, options->tls_database);
  for (guint i = 0; options->endpoints != NULL && options->endpoints[i] != NULL; i++)
    if (!add_endpoint (self, options->endpoints[i], error))
      return NULL;
  return g_steal_pointer (&self);
}

void
jipyo_client_forgive (JipyoClient *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->breakers);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!((const JipyoBreaker *) value)->asked)
      jipyo_breaker_succeed (value);
}

gint64
jipyo_client_get_now (JipyoClient *self)
{
  return self->options.now_us != 0 ? self->options.now_us : g_get_real_time ();
}

gboolean
jipyo_client_is_elsewhere (JipyoClient *self, const JipyoProvider *provider)
{
  return g_hash_table_size (self->origins) > 0
         && !g_hash_table_contains (self->origins, provider->id);
}

/* With no base replaced, the built-in one is the only host; a replaced one replaces it wholly. */
static JipyoOrigin *
find_origin (JipyoClient *self, const JipyoProvider *provider, GError **error)
{
  JipyoOrigin *origin = g_hash_table_lookup (self->origins, provider->id);

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
  work->path = g_strdup (request->path);
  work->deadline_us = g_get_monotonic_time () + (gint64) deadline_ms * 1000;
  work->origin = find_origin (self, request->provider, NULL);
  work->breaker = find_breaker (self, request->provider);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
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
