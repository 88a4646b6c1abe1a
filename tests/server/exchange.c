/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The loopback exchange. Times are short enough for tests that set short limits.
 */

#include "exchange.h"

#include <string.h>

#include "market.h"
#include "script.h"
#include "stream.h"

enum { REQUEST_MAX = 8192 };

struct _Exchange {
  GSocketService *service;
  guint16 port;
  GMutex lock;
  GPtrArray *sockets; /* owned; of who is talked to */
  guint talks;        /* that have come, and are not over */
  GCond over;         /* one of them is */
  char *script;
  char *body;                   /* NULL: by path */
  GTlsCertificate *certificate; /* NULL: no TLS */
  char *last_request;
  guint requests;
  char *stream_script; /* NULL: there is no stream */
  guint streams;       /* opened or refused */
  gboolean dated;      /* its clock was set */
  gint64 ahead_ms;     /* of that against ours */
  int answers;         /* of the invented market; atomic */
  int stopping;        /* atomic */
};

/* FALSE when the other side has gone. */
static gboolean
read_request (GInputStream *stream, GString *request)
{
  char byte;

  g_string_truncate (request, 0);
  while (request->len < REQUEST_MAX && !g_str_has_suffix (request->str, "\r\n\r\n")) {
    if (g_input_stream_read (stream, &byte, 1, NULL, NULL) != 1)
      return FALSE;
    g_string_append_c (request, byte);
  }
  return TRUE;
}

static char *
choose_body (Exchange *self, const char *request)
{
  if (self->body != NULL)
    return g_strdup (self->body);
  return g_strdup (market_shape (request));
}

/* An upgrade is no request: it is not counted as one. */
static void
answer_upgrade (Exchange *self, Talk *talk)
{
  g_autofree char *script = NULL;
  Stream stream = {
    .stream = talk->stream,
    .socket = g_socket_connection_get_socket (talk->connection),
    .request = talk->request,
    .stopping = &self->stopping,
  };

  g_mutex_lock (&self->lock);
  stream.ahead_ms = self->ahead_ms;
  self->streams++;
  script = g_strdup (self->stream_script);
  g_mutex_unlock (&self->lock);
  talk->open = FALSE;
  if (script == NULL)
    script_answer_none (talk);
  else
    stream_play (&stream, script);
}

static void
answer (Exchange *self, Talk *talk)
{
  const Script *script;

  g_mutex_lock (&self->lock);
  self->requests++;
  g_free (self->last_request);
  self->last_request = g_strdup (talk->request);
  script = script_find (self->script);
  talk->body = choose_body (self, talk->request);
  talk->dated = self->dated;
  talk->ahead_ms = self->ahead_ms;
  g_mutex_unlock (&self->lock);
  talk->argument = script->argument;
  talk->open = FALSE;
  script->play (talk);
  g_clear_pointer (&talk->body, g_free);
}

static GIOStream *
open_stream (Exchange *self, GSocketConnection *connection)
{
  GIOStream *stream = NULL;

  g_mutex_lock (&self->lock);
  if (self->certificate != NULL)
    stream = g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, NULL);
  g_mutex_unlock (&self->lock);
  return stream != NULL ? stream : g_object_ref (G_IO_STREAM (connection));
}

/* Before a thread has taken it. */
static gboolean
incoming_cb (GSocketService *service,
             GSocketConnection *connection,
             GObject *source,
             gpointer user_data)
{
  Exchange *self = user_data;

  g_mutex_lock (&self->lock);
  self->talks++;
  g_mutex_unlock (&self->lock);
  return FALSE;
}

static void
begin_talk (Exchange *self, GSocket *socket)
{
  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->sockets, g_object_ref (socket));
  if (g_atomic_int_get (&self->stopping))
    g_socket_shutdown (socket, TRUE, TRUE, NULL);
  g_mutex_unlock (&self->lock);
}

static void
end_talk (Exchange *self, GSocket *socket)
{
  g_mutex_lock (&self->lock);
  g_ptr_array_remove_fast (self->sockets, socket);
  self->talks--;
  g_cond_signal (&self->over);
  g_mutex_unlock (&self->lock);
}

static gboolean
connected_cb (GThreadedSocketService *service,
              GSocketConnection *connection,
              GObject *source,
              gpointer user_data)
{
  Exchange *self = user_data;
  GSocket *socket = g_socket_connection_get_socket (connection);
  g_autoptr (GIOStream) stream = open_stream (self, connection);
  Talk talk = {
    .connection = connection,
    .stream = stream,
    .stopping = &self->stopping,
    .answers = &self->answers,
  };
  g_autoptr (GString) request = g_string_new (NULL);

  begin_talk (self, socket);
  do {
    if (!read_request (g_io_stream_get_input_stream (stream), request))
      break;
    talk.request = request->str;
    if (strstr (request->str, "Upgrade: websocket") != NULL)
      answer_upgrade (self, &talk);
    else
      answer (self, &talk);
  } while (talk.open && !g_atomic_int_get (&self->stopping));
  g_io_stream_close (stream, NULL, NULL);
  end_talk (self, socket);
  return TRUE;
}

/* Whoever waits for a request is woken; whoever plays a script looks at `stopping` now and then. */
static void
stop_talking (Exchange *self)
{
  g_mutex_lock (&self->lock);
  g_atomic_int_set (&self->stopping, 1);
  for (guint i = 0; i < self->sockets->len; i++)
    g_socket_shutdown (g_ptr_array_index (self->sockets, i), TRUE, TRUE, NULL);
  while (self->talks > 0)
    g_cond_wait (&self->over, &self->lock);
  g_mutex_unlock (&self->lock);
}

Exchange *
exchange_new (guint16 port, GError **error)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, port);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (Exchange) self = g_new0 (Exchange, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->over);
  self->sockets = g_ptr_array_new_with_free_func (g_object_unref);
  self->script = g_strdup ("ok");
  self->service = g_threaded_socket_service_new (64);
  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address,
                                      G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &bound,
                                      error))
    return NULL;
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  g_signal_connect (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  g_signal_connect (self->service, "run", G_CALLBACK (connected_cb), self);
  g_socket_service_start (self->service);
  return g_steal_pointer (&self);
}

void
exchange_free (Exchange *self)
{
  if (self == NULL)
    return;
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_clear_object (&self->service);
  stop_talking (self);
  g_ptr_array_unref (self->sockets);
  g_free (self->script);
  g_free (self->stream_script);
  g_free (self->body);
  g_free (self->last_request);
  g_clear_object (&self->certificate);
  g_cond_clear (&self->over);
  g_mutex_clear (&self->lock);
  g_free (self);
}

guint16
exchange_get_port (Exchange *self)
{
  return self->port;
}

char *
exchange_format_endpoint (Exchange *self, const char *provider)
{
  return g_strdup_printf ("%s=http://127.0.0.1:%u", provider, self->port);
}

gboolean
exchange_set_script (Exchange *self, const char *script)
{
  if (script_find (script) == NULL)
    return FALSE;
  g_mutex_lock (&self->lock);
  g_free (self->script);
  self->script = g_strdup (script);
  self->requests = 0;
  g_mutex_unlock (&self->lock);
  return TRUE;
}

gboolean
exchange_set_stream (Exchange *self, const char *script)
{
  if (script != NULL && !stream_knows (script))
    return FALSE;
  g_mutex_lock (&self->lock);
  g_free (self->stream_script);
  self->stream_script = g_strdup (script);
  self->streams = 0;
  g_mutex_unlock (&self->lock);
  return TRUE;
}

guint
exchange_count_streams (Exchange *self)
{
  guint streams;

  g_mutex_lock (&self->lock);
  streams = self->streams;
  g_mutex_unlock (&self->lock);
  return streams;
}

const char **
exchange_list_scripts (void)
{
  return script_list ();
}

void
exchange_set_body (Exchange *self, const char *body)
{
  g_mutex_lock (&self->lock);
  g_free (self->body);
  self->body = g_strdup (body);
  g_mutex_unlock (&self->lock);
}

void
exchange_set_clock (Exchange *self, gint64 ahead_ms)
{
  g_mutex_lock (&self->lock);
  self->dated = TRUE;
  self->ahead_ms = ahead_ms;
  g_mutex_unlock (&self->lock);
}

void
exchange_set_certificate (Exchange *self, GTlsCertificate *certificate)
{
  g_mutex_lock (&self->lock);
  g_set_object (&self->certificate, certificate);
  g_mutex_unlock (&self->lock);
}

guint
exchange_count_requests (Exchange *self)
{
  guint requests;

  g_mutex_lock (&self->lock);
  requests = self->requests;
  g_mutex_unlock (&self->lock);
  return requests;
}

char *
exchange_get_last_request (Exchange *self)
{
  char *request;

  g_mutex_lock (&self->lock);
  request = g_strdup (self->last_request);
  g_mutex_unlock (&self->lock);
  return request;
}
