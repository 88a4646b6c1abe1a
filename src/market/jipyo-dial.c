/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The handshake. No Origin header: Upbit allows a client that sends one a request in ten seconds.
 */

#include "jipyo-dial.h"

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "jipyo-guard.h"

/* A ticker is under 2 KiB. Never 0, which libsoup 3.2 answers with a crash. */
static const guint64 frame_max = 256 << 10;
static const char socket_key[] = "jipyo-socket";

typedef struct {
  JipyoGuard guard;
  SoupMessage *message;      /* owned */
  GSocketConnection *socket; /* owned, may be NULL */
  GSource *deadline;
} Work;

static void
work_free (Work *work)
{
  if (work->deadline != NULL) {
    g_source_destroy (work->deadline);
    g_source_unref (work->deadline);
  }
  jipyo_guard_unwatch (&work->guard, work->message);
  g_signal_handlers_disconnect_by_data (work->message, work);
  g_clear_object (&work->message);
  g_clear_object (&work->socket);
  jipyo_guard_clear (&work->guard);
  g_free (work);
}

static gboolean
deadline_reached_cb (gpointer user_data)
{
  jipyo_guard_call_off (&((Work *) user_data)->guard, JIPYO_MARKET_ERROR_TIMED_OUT,
                        "the stream did not open in time");
  return G_SOURCE_REMOVE;
}

static void
network_event_cb (SoupMessage *message, GSocketClientEvent event, GIOStream *connection, Work *work)
{
  if (event == G_SOCKET_CLIENT_CONNECTED && G_IS_SOCKET_CONNECTION (connection))
    g_set_object (&work->socket, G_SOCKET_CONNECTION (connection));
}

static JipyoMarketError
classify (const GError *error, guint status)
{
  if (status == 429)
    return JIPYO_MARKET_ERROR_RATE_LIMITED;
  if (status >= 400)
    return JIPYO_MARKET_ERROR_BAD_STATUS;
  if (error->domain == G_TLS_ERROR)
    return JIPYO_MARKET_ERROR_TLS;
  if (error->domain == SOUP_WEBSOCKET_ERROR || error->domain == SOUP_SESSION_ERROR)
    return JIPYO_MARKET_ERROR_BAD_REPLY;
  return JIPYO_MARKET_ERROR_OFFLINE;
}

static void
connected_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoupWebsocketConnection) connection =
               soup_session_websocket_connect_finish (SOUP_SESSION (object), result, &error);

  if (work->guard.verdict != NULL) {
    g_task_return_error (task, g_steal_pointer (&work->guard.verdict));
    return;
  }
  if (connection == NULL) {
    g_task_return_new_error (task, JIPYO_MARKET_ERROR,
                             (int) classify (error, soup_message_get_status (work->message)),
                             "the stream did not open: %s", error->message);
    return;
  }
  soup_websocket_connection_set_max_incoming_payload_size (connection, frame_max);
  if (work->socket != NULL)
    g_object_set_data_full (G_OBJECT (connection), socket_key, g_steal_pointer (&work->socket),
                            g_object_unref);
  g_task_return_pointer (task, g_steal_pointer (&connection), g_object_unref);
}

void
jipyo_dial_async (SoupSession *session,
                  const JipyoDial *dial,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  GTask *task = g_task_new (session, NULL, callback, user_data);
  g_autoptr (GUri) uri = jipyo_origin_resolve (dial->origin, dial->path);
  Work *work = g_new0 (Work, 1);

  jipyo_guard_init (&work->guard, dial->origin);
  work->message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  jipyo_guard_heed (&work->guard, cancellable);
  work->deadline = g_timeout_source_new (dial->deadline_ms);
  g_source_set_callback (work->deadline, deadline_reached_cb, work, NULL);
  g_source_attach (work->deadline, g_main_context_get_thread_default ());
  soup_message_add_flags (work->message, SOUP_MESSAGE_NO_REDIRECT);
  jipyo_guard_watch (&work->guard, work->message);
  g_signal_connect (work->message, "network-event", G_CALLBACK (network_event_cb), work);
  soup_session_websocket_connect_async (session, work->message, NULL, NULL, G_PRIORITY_DEFAULT,
                                        work->guard.own, connected_cb, task);
}

SoupWebsocketConnection *
jipyo_dial_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

guint64
jipyo_dial_count_received (SoupWebsocketConnection *connection)
{
  GSocketConnection *socket = g_object_get_data (G_OBJECT (connection), socket_key);
  struct tcp_info info = { 0 };
  socklen_t length = sizeof info;

  if (socket == NULL
      || getsockopt (g_socket_get_fd (g_socket_connection_get_socket (socket)), IPPROTO_TCP,
                     TCP_INFO, &info, &length)
           != 0)
    return 0;
  return info.tcpi_bytes_received;
}
