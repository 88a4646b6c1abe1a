/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Certificates that must be refused, and why that is said (N20); TLS and plain text taken for each
 * other (N21). The authority that is trusted is the tests' own.
 */

#include <string.h>

#include "client-fixture.h"
#include "exchange.h"

/* A handshake takes its time under a sanitizer; a misunderstanding only ends by the clock. */
enum { HANDSHAKE_MS = 30000, MISUNDERSTANDING_MS = 1500 };

static const JipyoFetchLimits limits = {
  .connect_ms = HANDSHAKE_MS,
  .slow_window_ms = HANDSHAKE_MS,
  .redirects = 3,
  .body = { .raw_bytes = 1 << 20, .decoded_bytes = 2 << 20, .ratio = 200 },
};

typedef struct {
  const char *certificate; /* NULL: the exchange speaks plain text */
  const char *scheme;
  gboolean trusted;    /* whether the tests' authority is in the store */
  const char *code;    /* "" for a quote; NULL: any but a quote */
  const char *message; /* part of it */
} Case;

static const Case cases[] = {
  { "good", "https", TRUE, "", NULL },
  { "good", "https", FALSE, "tls", "issuer is unknown" },
  { "expired", "https", TRUE, "tls", "is the clock" },
  { "future", "https", TRUE, "tls", "is the clock" },
  { "other-host", "https", TRUE, "tls", "for another host" },
  { "stranger", "https", TRUE, "tls", "issuer is unknown" },
  { NULL, "https", TRUE, NULL, "no whole answer in time" },
  { "good", "http", TRUE, NULL, NULL },
};

static char *
find_certificate (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".pem", NULL);

  return g_test_build_filename (G_TEST_DIST, "market", "tls", file, NULL);
}

static GTlsDatabase *
open_store (gboolean trusted)
{
  g_autofree char *path = find_certificate (trusted ? "authority" : "stranger");
  g_autoptr (GError) error = NULL;
  GTlsDatabase *store = g_tls_file_database_new (path, &error);

  g_assert_no_error (error);
  return store;
}

static void
set_certificate (Exchange *exchange, const char *name)
{
  g_autofree char *path = find_certificate (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);

  g_assert_no_error (error);
  exchange_set_certificate (exchange, certificate);
}

static JipyoRefresh *
refresh_once (Exchange *exchange, const Case *tried)
{
  static const char *const instruments[] = { "upbit:KRW-BTC", NULL };
  g_autofree char *endpoint =
    g_strdup_printf ("upbit=%s://127.0.0.1:%u", tried->scheme, exchange_get_port (exchange));
  const char *endpoints[] = { endpoint, NULL };
  g_autoptr (GTlsDatabase) store = open_store (tried->trusted);
  JipyoClientOptions options = {
    .endpoints = endpoints,
    .deadline_ms = tried->code == NULL ? MISUNDERSTANDING_MS : HANDSHAKE_MS,
    .limits = &limits,
    .attempts = 1,
    .tls_database = store,
  };
  JipyoRefreshOrder order = { .provider = jipyo_provider_find ("upbit"),
                              .instruments = instruments };
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoClient) client = jipyo_client_new (&options, &error);

  g_assert_no_error (error);
  return client_refresh_order (client, &order);
}

static void
test_case (gconstpointer data)
{
  const Case *tried = data;
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);
  g_autoptr (JipyoRefresh) refresh = NULL;
  const JipyoFailure *failure;

  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ())) {
    g_test_skip ("no TLS here");
    return;
  }
  if (tried->certificate != NULL)
    set_certificate (exchange, tried->certificate);
  refresh = refresh_once (exchange, tried);
  for (guint i = 0; i < refresh->failures->len; i++) {
    const JipyoFailure *each = g_ptr_array_index (refresh->failures, i);

    g_test_message ("%s: %s", jipyo_market_error_id (each->code), each->message);
  }
  if (g_strcmp0 (tried->code, "") == 0) {
    g_assert_cmpuint (refresh->quotes->len, ==, 1);
    return;
  }
  g_assert_cmpuint (refresh->quotes->len, ==, 0);
  g_assert_cmpuint (exchange_count_requests (exchange), ==, 0);
  failure = g_ptr_array_index (refresh->failures, 0);
  if (tried->code != NULL)
    g_assert_cmpstr (jipyo_market_error_id (failure->code), ==, tried->code);
  if (tried->message != NULL)
    g_assert_nonnull (strstr (failure->message, tried->message));
}

/* It speaks first, as no server of TLS does. */
static gboolean
connected_cb (GSocketService *service, GSocketConnection *connection)
{
  static const char text[] = "HTTP/1.1 400 Bad Request\r\n\r\n";
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));

  g_output_stream_write_all (output, text, strlen (text), NULL, NULL, NULL);
  g_object_set_data_full (G_OBJECT (service), "connection", g_object_ref (connection),
                          g_object_unref);
  return TRUE;
}

/* A handshake that fails before there is a certificate to be judged is one of TLS, too: not a host
 * that is away, which would be asked again at once. */
static void
test_no_handshake (void)
{
  static const char *const instruments[] = { "upbit:KRW-BTC", NULL };
  g_autoptr (GSocketService) service = g_socket_service_new ();
  const guint16 port =
    g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL);
  g_autofree char *endpoint = g_strdup_printf ("upbit=https://127.0.0.1:%u", port);
  const char *endpoints[] = { endpoint, NULL };
  const JipyoClientOptions options = {
    .endpoints = endpoints, .deadline_ms = HANDSHAKE_MS, .limits = &limits, .attempts = 1
  };
  const JipyoRefreshOrder order = { .provider = jipyo_provider_find ("upbit"),
                                    .instruments = instruments };
  g_autoptr (JipyoClient) client = jipyo_client_new (&options, NULL);
  g_autoptr (JipyoRefresh) refresh = NULL;

  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ())) {
    g_test_skip ("no TLS here");
    return;
  }
  g_signal_connect (service, "incoming", G_CALLBACK (connected_cb), NULL);
  refresh = client_refresh_order (client, &order);
  g_assert_cmpuint (refresh->failures->len, ==, 1);
  const JipyoFailure *failure = g_ptr_array_index (refresh->failures, 0);
  g_test_message ("%s", failure->message);
  g_assert_cmpstr (jipyo_market_error_id (failure->code), ==, "tls");
  g_socket_service_stop (service);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/market/tls/no-handshake", test_no_handshake);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = g_strdup_printf (
      "/market/tls/%s-%s-%s", cases[i].certificate != NULL ? cases[i].certificate : "plain",
      cases[i].scheme, cases[i].trusted ? "trusted" : "unknown");

    g_test_add_data_func (name, &cases[i], test_case);
  }
  return g_test_run ();
}
