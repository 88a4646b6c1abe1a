/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real client against an exchange that misbehaves by script. The names in the table are the
 * rows of the fault matrix. Limits are short here, so that nothing takes its real ten seconds.
 */

#include <string.h>

#include "client-fixture.h"
#include "exchange.h"

typedef struct {
  const char *script;
  const char *code; /* "" for a quote */
  int retry_after_s;
  guint requests; /* 0: not looked at */
} Fault;

static const Fault faults[] = {
  { "ok", "", -1, 1 },
  { "eof", "", -1, 1 },
  { "gzip", "", -1, 1 },
  { "gzip-members", "", -1, 1 },
  { "silent", "timed-out", -1, 1 },        /* N7 */
  { "drip", "timed-out", -1, 1 },          /* N8 */
  { "drip-headers", "timed-out", -1, 1 },  /* N8 */
  { "half", "timed-out", -1, 1 },          /* N9 */
  { "cl-short", "bad-reply", -1, 0 },      /* N9 */
  { "cl-long", "bad-reply", -1, 0 },       /* all of the text, not of the body */
  { "chunk-trunc", "bad-reply", -1, 0 },   /* N10 */
  { "chunk-badsize", "bad-reply", -1, 0 }, /* N11 */
  { "chunk-negsize", "bad-reply", -1, 0 },
  { "chunk-hugesize", "bad-reply", -1, 0 },
  { "reset", "bad-reply", -1, 0 }, /* N12 */
  { "429", "rate-limited", 7, 1 }, /* N14 */
  { "429-date", "rate-limited", 1, 1 },
  { "429-dated", "rate-limited", 9, 1 },
  { "429-bare", "rate-limited", 60, 1 },
  { "429-huge", "rate-limited", 3600, 1 },
  { "418", "banned", 120, 1 },
  { "500", "bad-status", -1, 0 }, /* N15 */
  { "503", "bad-status", 30, 1 },
  { "400", "bad-status", -1, 1 },
  { "404", "not-found", -1, 1 },
  { "409", "not-found", -1, 1 },
  { "auth", "bad-status", -1, 0 },   /* N16 */
  { "captive", "bad-reply", -1, 0 }, /* N17 */
  { "captive-302", "bad-status", -1, 0 },
  { "redir-file", "bad-status", -1, 0 }, /* N18 */
  { "redir-data", "bad-status", -1, 0 },
  { "redir-other", "bad-status", -1, 0 },
  { "redir-nowhere", "bad-status", -1, 0 },
  { "redir-broken", "bad-status", -1, 0 },
  { "redir-loop", "bad-status", -1, 0 },
  { "gzip-trunc", "bad-reply", -1, 0 }, /* P16 */
  { "gzip-badsum", "bad-reply", -1, 0 },
  { "gzip-garbage", "bad-reply", -1, 0 },
  { "gzip-layers", "bad-reply", -1, 0 },
  { "gzip-not", "bad-reply", -1, 0 },
  { "gzip-bomb", "too-large", -1, 1 },
  { "encoding-br", "bad-reply", -1, 0 },
  { "encoding-deflate", "bad-reply", -1, 0 },
  { "encoding-zstd", "bad-reply", -1, 0 },
  { "encoding-two", "bad-reply", -1, 0 },
  { "encoding-none", "", -1, 1 },
  { "endless", "too-large", -1, 1 }, /* N23 */
  { "bighdr", "bad-reply", -1, 0 },  /* N22 */
  { "manyhdr", "bad-reply", -1, 0 },
  { "nulhdr", "bad-reply", -1, 0 },
  { "nonutf8hdr", "", -1, 1 },
  { "continue", "", -1, 1 },
  { "endless-100", "bad-reply", -1, 0 },
  { "once-then-close", "", -1, 1 }, /* N13 */
  { "204", "bad-status", -1, 0 },   /* P17 */
  { "206", "bad-status", -1, 0 },
  { "304", "bad-status", -1, 0 },
  { "999", "bad-status", -1, 0 },
  { "empty", "bad-reply", -1, 0 }, /* P1 */
  { "spaces", "bad-reply", -1, 0 },
  { "bom", "bad-reply", -1, 0 },
  { "wrong-type", "bad-reply", -1, 0 },
  { "not-http", "bad-reply", -1, 0 },
};

/* What is found out by something else as well, and would only be told worse without it. */
static const struct {
  const char *script;
  const char *says;
} complaints[] = {
  { "drip", "too slowly" },          { "captive", "want a log-in" },
  { "redir-nowhere", "to nowhere" }, { "redir-broken", "to nowhere" },
  { "chunk-badsize", "is empty" },   { "chunk-negsize", "is empty" },
};

static void
assert_complaint (const JipyoRefresh *refresh, const char *script)
{
  const JipyoFailure *failure = g_ptr_array_index (refresh->failures, 0);

  for (guint i = 0; i < G_N_ELEMENTS (complaints); i++)
    if (strcmp (complaints[i].script, script) == 0)
      g_assert_nonnull (strstr (failure->message, complaints[i].says));
}

static void
assert_failure (const JipyoRefresh *refresh, const char *code, int retry_after_s)
{
  const JipyoFailure *failure;

  g_assert_cmpuint (refresh->quotes->len, ==, 0);
  g_assert_cmpuint (refresh->failures->len, ==, 1);
  failure = g_ptr_array_index (refresh->failures, 0);
  g_test_message ("%s", failure->message);
  g_assert_cmpstr (jipyo_market_error_id (failure->code), ==, code);
  g_assert_cmpint (failure->retry_after_s, ==, retry_after_s);
}

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);
  g_autofree char *endpoint = exchange_format_endpoint (exchange, "upbit");
  g_autoptr (JipyoClient) client = client_new (endpoint, 2);
  g_autoptr (JipyoRefresh) refresh = NULL;
  gint64 start_us = g_get_monotonic_time ();

  g_assert_true (exchange_set_script (exchange, fault->script));
  refresh = client_refresh_one (client, "upbit", "upbit:KRW-BTC");
  g_assert_cmpint ((g_get_monotonic_time () - start_us) / 1000, <, 4 * CLIENT_DEADLINE_MS);
  if (*fault->code == '\0') {
    g_assert_cmpuint (refresh->failures->len, ==, 0);
    g_assert_cmpuint (refresh->quotes->len, ==, 1);
  } else {
    assert_failure (refresh, fault->code, fault->retry_after_s);
    assert_complaint (refresh, fault->script);
  }
  if (fault->requests != 0)
    g_assert_cmpuint (exchange_count_requests (exchange), ==, fault->requests);
}

typedef struct {
  const char *provider;
  const char *instrument;
  const char *last;
} Served;

static void
test_every_provider (void)
{
  static const Served cases[] = {
    { "upbit", "upbit:KRW-BTC", "120" },     { "bithumb", "bithumb:KRW-BTC", "120" },
    { "coinone", "coinone:KRW-BTC", "120" }, { "naver", "krx:KOSPI", "1234.5" },
    { "naver", "krx:000001", "1000" },
  };
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *endpoint = exchange_format_endpoint (exchange, cases[i].provider);
    g_autoptr (JipyoClient) client = client_new (endpoint, 1);
    g_autoptr (JipyoRefresh) refresh =
                 client_refresh_one (client, cases[i].provider, cases[i].instrument);
    const JipyoQuote *quote;
    g_autofree char *last = NULL;

    g_assert_cmpuint (refresh->quotes->len, ==, 1);
    quote = g_ptr_array_index (refresh->quotes, 0);
    last = jipyo_decimal_format (quote->last);
    g_assert_cmpstr (quote->instrument, ==, cases[i].instrument);
    g_assert_cmpstr (last, ==, cases[i].last);
  }
}

static void
test_request_is_modest (void)
{
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);
  g_autofree char *endpoint = exchange_format_endpoint (exchange, "upbit");
  g_autoptr (JipyoClient) client = client_new (endpoint, 1);
  g_autoptr (JipyoRefresh) refresh = client_refresh_one (client, "upbit", "upbit:KRW-BTC");
  g_autofree char *request = exchange_get_last_request (exchange);

  g_assert_true (g_str_has_prefix (request, "GET /v1/ticker?markets=KRW-BTC HTTP/1.1\r\n"));
  g_assert_nonnull (strstr (request, "Accept-Encoding: gzip\r\n"));
  g_assert_null (strstr (request, "Origin"));
  g_assert_null (strstr (request, "Cookie"));
}

/* N16, P16: what libsoup would do with a challenge, and with layer upon layer of compression. The
 * first only crashes it on the port that no test can have. */
static void
test_diet (void)
{
  g_autoptr (SoupSession) session = jipyo_fetch_session_new ();

  g_assert_false (soup_session_has_feature (session, SOUP_TYPE_AUTH_MANAGER));
  g_assert_false (soup_session_has_feature (session, SOUP_TYPE_CONTENT_DECODER));
  g_assert_cmpstr (g_getenv ("SOUP_FORCE_HTTP1"), ==, "1");
}

/* N5: the port of an exchange that has gone. */
static void
test_refused (void)
{
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);
  g_autofree char *endpoint = exchange_format_endpoint (exchange, "upbit");
  g_autoptr (JipyoClient) client = client_new (endpoint, 2);
  g_autoptr (JipyoRefresh) refresh = NULL;

  g_clear_pointer (&exchange, exchange_free);
  refresh = client_refresh_one (client, "upbit", "upbit:KRW-BTC");
  assert_failure (refresh, "offline", -1);
}

/* N13: the second request meets a connection that was closed meanwhile. */
static void
test_reused_connection (void)
{
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);
  g_autofree char *endpoint = exchange_format_endpoint (exchange, "upbit");
  g_autoptr (JipyoClient) client = client_new (endpoint, 2);

  exchange_set_script (exchange, "once-then-close");
  for (guint i = 0; i < 3; i++) {
    g_autoptr (JipyoRefresh) refresh = client_refresh_one (client, "upbit", "upbit:KRW-BTC");

    g_assert_cmpuint (refresh->quotes->len, ==, 1);
  }
}

/* N14: the host is not asked again before its time. */
static void
test_patience (void)
{
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);
  g_autofree char *endpoint = exchange_format_endpoint (exchange, "upbit");
  g_autoptr (JipyoClient) client = client_new (endpoint, 2);
  g_autoptr (JipyoRefresh) first = NULL;
  g_autoptr (JipyoRefresh) second = NULL;
  g_autoptr (JipyoRefresh) third = NULL;

  exchange_set_script (exchange, "429");
  first = client_refresh_one (client, "upbit", "upbit:KRW-BTC");
  exchange_set_script (exchange, "ok");
  client_clock_us += 5 * G_USEC_PER_SEC;
  second = client_refresh_one (client, "upbit", "upbit:KRW-BTC");
  assert_failure (second, "rate-limited", 2);
  g_assert_cmpuint (exchange_count_requests (exchange), ==, 0);
  client_clock_us += 2 * G_USEC_PER_SEC;
  third = client_refresh_one (client, "upbit", "upbit:KRW-BTC");
  g_assert_cmpuint (third->quotes->len, ==, 1);
}

/* N15: an hour of failure, asked every ten seconds. */
static void
test_hour_of_failure (void)
{
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);
  g_autofree char *endpoint = exchange_format_endpoint (exchange, "upbit");
  g_autoptr (JipyoClient) client = client_new (endpoint, 3);

  exchange_set_script (exchange, "500");
  for (guint i = 0; i < 360; i++) {
    g_autoptr (JipyoRefresh) refresh = client_refresh_one (client, "upbit", "upbit:KRW-BTC");

    g_assert_cmpuint (refresh->quotes->len, ==, 0);
    client_clock_us += 10 * G_USEC_PER_SEC;
  }
  g_assert_cmpuint (exchange_count_requests (exchange), <=, 70);
  g_assert_cmpuint (exchange_count_requests (exchange), >=, 50);
  exchange_set_script (exchange, "ok");
  client_clock_us += 60 * G_USEC_PER_SEC;
  {
    g_autoptr (JipyoRefresh) refresh = client_refresh_one (client, "upbit", "upbit:KRW-BTC");

    g_assert_cmpuint (refresh->quotes->len, ==, 1);
  }
}

/* N7: one stuck venue does not delay another. */
static void
test_side_by_side (void)
{
  g_autoptr (Exchange) stuck = exchange_new (0, NULL);
  g_autoptr (Exchange) good = exchange_new (0, NULL);
  g_autofree char *stuck_endpoint = exchange_format_endpoint (stuck, "upbit");
  g_autofree char *good_endpoint = exchange_format_endpoint (good, "coinone");
  g_autoptr (JipyoClient) client = client_new (stuck_endpoint, 1);
  g_autoptr (JipyoClient) other = client_new (good_endpoint, 1);
  const char *instruments[] = { "upbit:KRW-BTC", NULL };
  JipyoRefreshOrder order = { .provider = jipyo_provider_find ("upbit"),
                              .instruments = instruments };
  JipyoRefresh *late = NULL;
  g_autoptr (JipyoRefresh) soon = NULL;

  exchange_set_script (stuck, "silent");
  jipyo_refresh_async (client, &order, NULL, client_refreshed_cb, &late);
  soon = client_refresh_one (other, "coinone", "coinone:KRW-BTC");
  g_assert_cmpuint (soon->quotes->len, ==, 1);
  g_assert_null (late);
  while (late == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_failure (late, "timed-out", -1);
  jipyo_refresh_free (late);
}

static void
test_cancelled (void)
{
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);
  g_autofree char *endpoint = exchange_format_endpoint (exchange, "upbit");
  g_autoptr (JipyoClient) client = client_new (endpoint, 2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const char *instruments[] = { "upbit:KRW-BTC", NULL };
  JipyoRefreshOrder order = { .provider = jipyo_provider_find ("upbit"),
                              .instruments = instruments };
  JipyoRefresh *refresh = NULL;

  exchange_set_script (exchange, "silent");
  jipyo_refresh_async (client, &order, cancellable, client_refreshed_cb, &refresh);
  while (exchange_count_requests (exchange) == 0)
    g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (cancellable);
  while (refresh == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_failure (refresh, "cancelled", -1);
  jipyo_refresh_free (refresh);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autofree char *name = g_strconcat ("/market/faults/", faults[i].script, NULL);

    g_test_add_data_func (name, &faults[i], test_fault);
  }
  g_test_add_func ("/market/client/every-provider", test_every_provider);
  g_test_add_func ("/market/client/request-is-modest", test_request_is_modest);
  g_test_add_func ("/market/client/diet", test_diet);
  g_test_add_func ("/market/client/refused", test_refused);
  g_test_add_func ("/market/client/reused-connection", test_reused_connection);
  g_test_add_func ("/market/client/patience", test_patience);
  g_test_add_func ("/market/client/hour-of-failure", test_hour_of_failure);
  g_test_add_func ("/market/client/side-by-side", test_side_by_side);
  g_test_add_func ("/market/client/cancelled", test_cancelled);
  return g_test_run ();
}
