/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names that lead nowhere, never answer, or lead into this machine; and an address that swallows
 * whatever is sent to it. The resolver is the tests' own.
 */

#include <string.h>

#include "client-fixture.h"

typedef enum { NAMES_MISSING, NAMES_SILENT, NAMES_AT_HOME } Mood;

static Mood mood;

#define TYPE_NAMES (names_get_type ())
G_DECLARE_FINAL_TYPE (Names, names, TEST, NAMES, GResolver)

struct _Names {
  GResolver parent_instance;
};

G_DEFINE_FINAL_TYPE (Names, names, G_TYPE_RESOLVER)

static void
free_addresses (gpointer addresses)
{
  g_resolver_free_addresses (addresses);
}

/* A silent one answers when nobody listens any longer. Takes `user_data`. */
static void
gave_up_cb (GCancellable *cancellable, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_error_if_cancelled (task);
}

static void
look_up_async (GResolver *resolver,
               const char *name,
               GResolverNameLookupFlags flags,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  switch (mood) {
  case NAMES_MISSING:
    g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "no %s", name);
    return;
  case NAMES_SILENT:
    g_assert_nonnull (cancellable);
    g_signal_connect (cancellable, "cancelled", G_CALLBACK (gave_up_cb), g_steal_pointer (&task));
    return;
  case NAMES_AT_HOME:
    g_task_return_pointer (task, g_list_append (NULL, g_inet_address_new_from_string ("127.0.0.1")),
                           free_addresses);
    return;
  }
}

static GList *
look_up_finish (GResolver *resolver, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
names_class_init (NamesClass *klass)
{
  GResolverClass *class = G_RESOLVER_CLASS (klass);

  class->lookup_by_name_with_flags_async = look_up_async;
  class->lookup_by_name_with_flags_finish = look_up_finish;
}

static void
names_init (Names *self)
{
}

/* Asks https://venue.example once; how it failed. (transfer full) */
static JipyoFailure *
ask (const char *base)
{
  g_autofree char *endpoint = g_strconcat ("upbit=", base, NULL);
  g_autoptr (JipyoClient) client = client_new (endpoint, 2);
  const gint64 start_us = g_get_monotonic_time ();
  g_autoptr (JipyoRefresh) refresh = client_refresh_one (client, "upbit", "upbit:KRW-BTC");

  g_assert_cmpint ((g_get_monotonic_time () - start_us) / 1000, <, 4 * CLIENT_DEADLINE_MS);
  g_assert_cmpuint (refresh->failures->len, ==, 1);
  return jipyo_failure_copy (g_ptr_array_index (refresh->failures, 0));
}

static void
assert_failed (const char *base, const char *code, const char *words)
{
  g_autoptr (JipyoFailure) failure = ask (base);

  g_test_message ("%s", failure->message);
  g_assert_cmpstr (jipyo_market_error_id (failure->code), ==, code);
  g_assert_nonnull (strstr (failure->message, words));
}

/* N4 */
static void
test_missing (void)
{
  mood = NAMES_MISSING;
  assert_failed ("https://venue.example", "offline", "");
}

/* N4: the wait for a name is part of the time of a request. */
static void
test_silent (void)
{
  mood = NAMES_SILENT;
  assert_failed ("https://venue.example", "timed-out", "no connection in time");
}

/* (transfer full) */
static GSocket *
listen_at_home (int backlog, guint16 *port)
{
  g_autoptr (GInetAddress) home = g_inet_address_new_from_string ("127.0.0.1");
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (home, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;
  GSocket *socket =
    g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, &error);

  g_assert_no_error (error);
  g_socket_set_blocking (socket, FALSE);
  g_socket_set_listen_backlog (socket, backlog);
  g_assert_true (g_socket_bind (socket, any, TRUE, NULL) && g_socket_listen (socket, NULL));
  bound = g_socket_get_local_address (socket, NULL);
  *port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  return socket;
}

/* N19: not a byte is sent to where a name should not have led. */
static void
test_at_home (void)
{
  guint16 port;
  g_autoptr (GSocket) socket = listen_at_home (5, &port);
  g_autofree char *base = g_strdup_printf ("https://venue.example:%u", port);
  g_autoptr (GSocket) caller = NULL;
  char byte;

  mood = NAMES_AT_HOME;
  assert_failed (base, "offline", "an address that is not allowed");
  caller = g_socket_accept (socket, NULL, NULL);
  if (caller != NULL)
    g_assert_cmpint (g_socket_receive (caller, &byte, 1, NULL, NULL), <=, 0);
}

/* N6: the queue of those who call is full, so what is sent to that port is dropped. */
static void
test_black_hole (void)
{
  enum { CALLERS = 8 };
  guint16 port;
  g_autoptr (GSocket) socket = listen_at_home (0, &port);
  g_autofree char *base = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_autoptr (GSocketAddress) there = g_socket_get_local_address (socket, NULL);
  g_autoptr (GPtrArray) callers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < CALLERS; i++) {
    GSocket *caller =
      g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);

    g_socket_set_blocking (caller, FALSE);
    g_socket_connect (caller, there, NULL, NULL); /* in progress is all that it says */
    g_ptr_array_add (callers, caller);
  }
  assert_failed (base, "timed-out", "no connection in time");
}

int
main (int argc, char **argv)
{
  g_autoptr (GResolver) names = NULL;

  g_test_init (&argc, &argv, NULL);
  names = g_object_new (TYPE_NAMES, NULL);
  g_resolver_set_default (names);
  g_test_add_func ("/market/names/missing", test_missing);
  g_test_add_func ("/market/names/silent", test_silent);
  g_test_add_func ("/market/names/at-home", test_at_home);
  g_test_add_func ("/market/names/black-hole", test_black_hole);
  return g_test_run ();
}
