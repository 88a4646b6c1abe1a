/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libsoup's own limits are per read, so a server that sends a byte now and then is never timed out;
 * it follows a redirect to anywhere; it hides a body that was cut off. Hence an own clock for the
 * whole, redirects by hand, and a look at each address before a byte of the request leaves.
 */

#define _DEFAULT_SOURCE /* explicit_bzero */

#include "jipyo-fetch.h"

#include <string.h>

#include "config.h"
#include "jipyo-allowance.h"
#include "jipyo-clock.h"
#include "jipyo-guard.h"

enum {
  READ_BYTES = 64 << 10,
  SOCKET_TIMEOUT_S = 15, /* a net below the clocks here */
  IDLE_TIMEOUT_S = 30,
};

const JipyoFetchLimits jipyo_fetch_limits_default = {
  .connect_ms = 4000,
  .slow_window_ms = 5000,
  .slow_bytes = 5 * 1024,
  .redirects = 3,
  .body = { .raw_bytes = 4 << 20, .decoded_bytes = 8 << 20, .ratio = 200 },
};

typedef struct {
  SoupSession *session; /* owned */
  JipyoGuard guard;
  GUri *uri;                      /* owned; where the next request goes */
  SoupMessage *message;           /* owned; the one under way */
  const JipyoFetchLimits *limits; /* borrowed, outlives the fetch */
  GInputStream *stream;           /* owned */
  JipyoBody *body;                /* owned */
  JipyoAnswer *answer;            /* owned until returned */
  char *key;                      /* owned, may be NULL, as the next */
  char *known_etag;
  char *known_modified;
  GSource *deadline;
  GSource *connect;
  GSource *pace;
  guint redirects;
  gsize paced_length; /* of the body at the last look */
  gint64 sent_us;     /* the request under way, by the steady clock */
} Work;

void
jipyo_answer_free (JipyoAnswer *answer)
{
  if (answer == NULL)
    return;
  g_clear_pointer (&answer->body, g_bytes_unref);
  g_free (answer->etag);
  g_free (answer->modified);
  g_free (answer);
}

static void
drop_source (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* The session may hold a message for longer than the work it was for. */
static void
drop_message (Work *work)
{
  if (work->message != NULL) {
    jipyo_guard_unwatch (&work->guard, work->message);
    g_signal_handlers_disconnect_by_data (work->message, work);
  }
  g_clear_object (&work->stream);
  g_clear_object (&work->message);
}

static void
work_free (Work *work)
{
  drop_source (&work->deadline);
  drop_source (&work->connect);
  drop_source (&work->pace);
  drop_message (work);
  g_clear_object (&work->session);
  g_clear_pointer (&work->body, jipyo_body_free);
  g_clear_pointer (&work->answer, jipyo_answer_free);
  g_clear_pointer (&work->uri, g_uri_unref);
  if (work->key != NULL)
    explicit_bzero (work->key, strlen (work->key));
  g_free (work->key);
  g_free (work->known_etag);
  g_free (work->known_modified);
  jipyo_guard_clear (&work->guard);
  g_free (work);
}

static gboolean
deadline_reached_cb (gpointer user_data)
{
  jipyo_guard_call_off (&((Work *) user_data)->guard, JIPYO_MARKET_ERROR_TIMED_OUT,
                        "no whole answer in time");
  return G_SOURCE_REMOVE;
}

static gboolean
connect_late_cb (gpointer user_data)
{
  jipyo_guard_call_off (&((Work *) user_data)->guard, JIPYO_MARKET_ERROR_TIMED_OUT,
                        "no connection in time");
  return G_SOURCE_REMOVE;
}

static gboolean
pace_due_cb (gpointer user_data)
{
  Work *work = user_data;
  gsize length = jipyo_body_get_raw_length (work->body);

  if (length - work->paced_length < work->limits->slow_bytes) {
    jipyo_guard_call_off (&work->guard, JIPYO_MARKET_ERROR_TIMED_OUT,
                          "the answer comes too slowly");
    return G_SOURCE_REMOVE;
  }
  work->paced_length = length;
  return G_SOURCE_CONTINUE;
}

static GSource *
start_timer (guint interval_ms, GSourceFunc callback, Work *work)
{
  GSource *source = g_timeout_source_new (interval_ms);

  g_source_set_callback (source, callback, work, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
  return source;
}

static JipyoMarketError
classify (const GError *error)
{
  if (error->domain == JIPYO_MARKET_ERROR)
    return (JipyoMarketError) error->code;
  if (error->domain == G_TLS_ERROR)
    return JIPYO_MARKET_ERROR_TLS;
  if (error->domain == SOUP_SESSION_ERROR)
    return JIPYO_MARKET_ERROR_BAD_REPLY;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return JIPYO_MARKET_ERROR_TIMED_OUT;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return JIPYO_MARKET_ERROR_CANCELLED;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return JIPYO_MARKET_ERROR_BAD_REPLY;
  return JIPYO_MARKET_ERROR_OFFLINE;
}

/* The one way out with an error. Takes `task` and `error`. */
static void
give_up (GTask *task, GError *error)
{
  Work *work = g_task_get_task_data (task);
  g_autoptr (GTask) owned = task;
  g_autoptr (GError) reason = error;

  drop_source (&work->deadline);
  drop_source (&work->connect);
  drop_source (&work->pace);
  if (work->guard.verdict != NULL)
    g_task_return_error (task, g_steal_pointer (&work->guard.verdict));
  else
    g_task_return_new_error (task, JIPYO_MARKET_ERROR, (int) classify (reason), "%s",
                             reason->message);
  g_cancellable_cancel (work->guard.own);
}

/* Takes `task`. */
static void
give_up_with (GTask *task, JipyoMarketError code, const char *message)
{
  give_up (task, g_error_new_literal (JIPYO_MARKET_ERROR, (int) code, message));
}

/* The one way out with an answer. Takes `task`. What is left of a body is not waited for. */
static void
give_answer (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  g_autoptr (GTask) owned = task;

  drop_source (&work->deadline);
  drop_source (&work->connect);
  drop_source (&work->pace);
  g_task_return_pointer (task, g_steal_pointer (&work->answer), (GDestroyNotify) jipyo_answer_free);
  g_cancellable_cancel (work->guard.own);
}

static void
message_starting_cb (SoupMessage *message, Work *work)
{
  drop_source (&work->connect);
  work->sent_us = jipyo_clock_read_steady ();
}

static void read_more (GTask *task);

static gboolean
is_length_right (Work *work)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (work->message);

  return soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH
         || soup_message_headers_get_content_length (headers)
              == (goffset) jipyo_body_get_raw_length (work->body);
}

/* An error status needs no body: one that is cut off there only loses its explanation. */
static void
body_ended (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  if (!is_length_right (work))
    g_set_error_literal (&error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                         "the answer is cut off");
  else
    work->answer->body = jipyo_body_finish (work->body, &error);
  if (work->answer->body == NULL && work->answer->status == SOUP_STATUS_OK) {
    give_up (task, error);
    return;
  }
  g_clear_error (&error);
  give_answer (task);
}

static void
body_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) bytes =
               g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, &error);

  if (bytes != NULL && g_bytes_get_size (bytes) == 0) {
    body_ended (task);
    return;
  }
  if (bytes != NULL && jipyo_body_append (work->body, bytes, &error)) {
    read_more (task);
    return;
  }
  if (error->domain != JIPYO_MARKET_ERROR
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT)) {
    g_prefix_error (&error, "the answer broke off: ");
    error->domain = JIPYO_MARKET_ERROR;
    error->code = JIPYO_MARKET_ERROR_BAD_REPLY;
  }
  give_up (task, error);
}

static void
read_more (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (work->stream, READ_BYTES, G_PRIORITY_DEFAULT, work->guard.own,
                                   body_read_cb, task);
}

static void start_message (GTask *task);

/* Only to where the first request might have gone as well. */
static void
follow_redirect (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  const char *location =
    soup_message_headers_get_one (soup_message_get_response_headers (work->message), "Location");
  g_autoptr (GUri) target = NULL;

  if (location != NULL && *location != '\0')
    target = g_uri_parse_relative (work->uri, location, G_URI_FLAGS_ENCODED, NULL);
  if (target == NULL || ++work->redirects > work->limits->redirects
      || !jipyo_origin_allows (work->guard.origin, target)) {
    give_up_with (task, JIPYO_MARKET_ERROR_BAD_STATUS,
                  target == NULL ? "redirected to nowhere" : "redirected to where it may not go");
    return;
  }
  drop_message (work);
  g_uri_unref (work->uri);
  work->uri = g_steal_pointer (&target);
  start_message (task);
}

static gboolean
is_redirect (int status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* When the answer was made; 0 when not said, or when it was kept somewhere since. */
static gint64
read_date (SoupMessageHeaders *headers)
{
  const char *value = soup_message_headers_get_one (headers, "Date");
  const char *age = soup_message_headers_get_one (headers, "Age");
  g_autoptr (GDateTime) date = value != NULL ? soup_date_time_new_from_http_string (value) : NULL;

  if (date == NULL || (age != NULL && strcmp (age, "0") != 0))
    return 0;
  return g_date_time_to_unix (date) * G_USEC_PER_SEC;
}

static void
read_answer (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (work->message);
  const char *encoding = soup_message_headers_get_list (headers, "Content-Encoding");
  int status = (int) soup_message_get_status (work->message);
  GError *error = NULL;

  if (is_redirect (status)) {
    follow_redirect (task);
    return;
  }
  work->answer = g_new0 (JipyoAnswer, 1);
  work->answer->status = status;
  work->answer->dated = (JipyoDatedAnswer){
    .date_us = read_date (headers),
    .sent_us = work->sent_us,
    .received_us = jipyo_clock_read_steady (),
  };
  /* A moment to wait for is one of the host's clock. */
  work->answer->retry_after_s = jipyo_retry_after_parse (
    soup_message_headers_get_one (headers, "Retry-After"),
    work->answer->dated.date_us != 0 ? work->answer->dated.date_us : g_get_real_time ());
  work->answer->wait_ms = jipyo_allowance_read_wait (headers);
  work->answer->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  work->answer->modified = g_strdup (soup_message_headers_get_one (headers, "Last-Modified"));
  if (status != SOUP_STATUS_OK && (status < 400 || status > 499)) {
    give_answer (task);
    return;
  }
  work->body = jipyo_body_new (encoding, &work->limits->body, &error);
  if (work->body == NULL) {
    give_up (task, error);
    return;
  }
  work->pace = start_timer (work->limits->slow_window_ms, pace_due_cb, work);
  read_more (task);
}

static void
message_sent_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  work->stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);
  drop_source (&work->connect);
  if (work->stream == NULL)
    give_up (task, error);
  else
    read_answer (task);
}

static void
start_message (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  SoupMessageHeaders *headers;

  work->message = soup_message_new_from_uri (SOUP_METHOD_GET, work->uri);
  soup_message_add_flags (work->message, SOUP_MESSAGE_NO_REDIRECT);
  headers = soup_message_get_request_headers (work->message);
  soup_message_headers_replace (headers, "Accept", "application/json");
  soup_message_headers_replace (headers, "Accept-Encoding", "gzip");
  if (work->key != NULL)
    soup_message_headers_replace (headers, "AUTH_KEY", work->key);
  if (work->known_etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", work->known_etag);
  if (work->known_modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since", work->known_modified);
  jipyo_guard_watch (&work->guard, work->message);
  g_signal_connect (work->message, "starting", G_CALLBACK (message_starting_cb), work);
  drop_source (&work->connect);
  work->connect = start_timer (work->limits->connect_ms, connect_late_cb, work);
  soup_session_send_async (work->session, work->message, G_PRIORITY_DEFAULT, work->guard.own,
                           message_sent_cb, task);
}

SoupSession *
jipyo_fetch_session_new (void)
{
  SoupSession *session;

  /* libsoup 3.2 knows no other way to keep to HTTP/1.1, whose code has fewer ways to stall. */
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  session =
    soup_session_new_with_options ("timeout", SOCKET_TIMEOUT_S, "idle-timeout", IDLE_TIMEOUT_S,
                                   "max-conns", 32, "max-conns-per-host", 6, "user-agent",
                                   "Mozilla/5.0 (compatible; Jipyo/" JIPYO_VERSION ")", NULL);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  return session;
}

void
jipyo_fetch_async (SoupSession *session,
                   const JipyoFetch *fetch,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  GTask *task = g_task_new (session, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->session = g_object_ref (session);
  jipyo_guard_init (&work->guard, fetch->origin);
  work->limits = fetch->limits;
  work->key = g_strdup (fetch->key);
  work->known_etag = g_strdup (fetch->known_etag);
  work->known_modified = g_strdup (fetch->known_modified);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  work->uri = jipyo_origin_resolve (fetch->origin, fetch->path);
  if (work->uri == NULL || !jipyo_origin_allows (work->guard.origin, work->uri)) {
    give_up_with (task, JIPYO_MARKET_ERROR_NOT_FOUND, "not an address of the provider");
    return;
  }
  jipyo_guard_heed (&work->guard, cancellable);
  work->deadline = start_timer (fetch->deadline_ms, deadline_reached_cb, work);
  start_message (task);
}

JipyoAnswer *
jipyo_fetch_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
