/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a host is treated: what it says of its limits, how many ask it at once, what an outage of an
 * hour costs it, and how a hundred clients come back. Clocks are simulated; the seed is fixed.
 */

#include <string.h>

#include "client-fixture.h"
#include "exchange.h"
#include "jipyo-allowance.h"
#include "jipyo-host.h"
#include "jipyo-kept-answers.h"
#include "jipyo-pause.h"

typedef struct {
  const char *name;
  const char *value;
  int wait_ms;
} Allowance;

static void
test_allowance (void)
{
  static const Allowance cases[] = {
    { "Remaining-Req", "group=ticker; min=600; sec=9", 0 },
    { "Remaining-Req", "group=ticker; min=0; sec=9", 0 },
    { "Remaining-Req", "group=candles; min=600; sec=1", 1000 },
    { "Remaining-Req", "group=ticker; min=600; sec=0", 1000 },
    { "Remaining-Req", "sec=0", 1000 },
    { "Remaining-Req", "group=ticker; sec=-1", 0 },
    { "Remaining-Req", "group=ticker; sec=99999999999999999999", 0 },
    { "Remaining-Req", "nothing of the kind", 0 },
    { "Public-Ratelimit-Remaining", "1199", 0 },
    { "Public-Ratelimit-Remaining", "60", 0 },
    { "Public-Ratelimit-Remaining", "30", 2000 },
    { "Public-Ratelimit-Remaining", "0", 60000 },
    { "Public-Ratelimit-Remaining", "-3", 0 },
    { "Public-Ratelimit-Remaining", "many", 0 },
    { "X-Other", "0", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);

    soup_message_headers_append (headers, cases[i].name, cases[i].value);
    g_test_message ("%s: %s", cases[i].name, cases[i].value);
    g_assert_cmpint (jipyo_allowance_read_wait (headers), ==, cases[i].wait_ms);
    soup_message_headers_unref (headers);
  }
}

static void
assert_word (JipyoHost *host, const char *path, JipyoHostWord word, int wait_ms)
{
  int wait;

  g_assert_cmpint (jipyo_host_ask (host, path, client_clock_us, &wait), ==, word);
  g_assert_cmpint (wait, ==, wait_ms);
}

/* Tickers and candles are counted apart; their own parameters do not make a kind. */
static void
test_kinds (void)
{
  g_autoptr (JipyoHost) host = jipyo_host_new ();

  jipyo_host_hold (host, "/v1/candles/minutes/1?market=KRW-BTC", client_clock_us, 1000);
  assert_word (host, "/v1/candles/days?market=KRW-ETH", JIPYO_HOST_WAIT, 1000);
  assert_word (host, "/v1/ticker?markets=KRW-BTC", JIPYO_HOST_GO, 0);
  jipyo_host_hold (host, "/v1/candles/minutes/1", client_clock_us, 400);
  assert_word (host, "/v1/candles", JIPYO_HOST_WAIT, 1000);
  client_clock_us += G_USEC_PER_SEC;
  assert_word (host, "/v1/candles", JIPYO_HOST_GO, 0);
}

static void
test_room (void)
{
  g_autoptr (JipyoHost) host = jipyo_host_new ();

  jipyo_host_begin (host);
  assert_word (host, "/", JIPYO_HOST_GO, 0);
  jipyo_host_begin (host);
  assert_word (host, "/", JIPYO_HOST_BUSY, 0);
  jipyo_host_end (host);
  assert_word (host, "/", JIPYO_HOST_GO, 0);
  jipyo_breaker_fail (&host->breaker, client_clock_us, 0);
  assert_word (host, "/", JIPYO_HOST_BUSY, 0);
  jipyo_host_end (host);
  for (guint i = 0; i < 4; i++)
    jipyo_breaker_fail (&host->breaker, client_clock_us, 1);
  assert_word (host, "/", JIPYO_HOST_REST, 90 * 1000);
  client_clock_us += 90 * G_USEC_PER_SEC;
  assert_word (host, "/", JIPYO_HOST_GO, 0);
  jipyo_host_begin (host);
  assert_word (host, "/", JIPYO_HOST_BUSY, 0);
  jipyo_host_end (host);
}

static void
test_kept_answers (void)
{
  g_autoptr (JipyoKeptAnswers) answers = jipyo_kept_answers_new ();
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  g_autoptr (GBytes) large = g_bytes_new_take (g_malloc0 (300 << 10), 300 << 10);
  JipyoKeptAnswer answer = { .key = (char *) "a", .etag = (char *) "\"1\"", .body = body };

  jipyo_kept_answers_put (answers, &answer);
  g_assert_cmpstr (jipyo_kept_answers_find (answers, "a")->etag, ==, "\"1\"");
  answer.body = large;
  jipyo_kept_answers_put (answers, &answer);
  g_assert_null (jipyo_kept_answers_find (answers, "a"));
  answer.body = body;
  answer.etag = NULL;
  jipyo_kept_answers_put (answers, &answer);
  g_assert_null (jipyo_kept_answers_find (answers, "a"));
  /* A mark that is too long to be sent back is none, beside another or alone. */
  g_autofree char *endless = g_strnfill (256, 'x');
  answer.etag = endless;
  jipyo_kept_answers_put (answers, &answer);
  g_assert_null (jipyo_kept_answers_find (answers, "a"));
  answer.modified = (char *) "Wed, 21 Oct 2015 07:28:00 GMT";
  jipyo_kept_answers_put (answers, &answer);
  g_assert_null (jipyo_kept_answers_find (answers, "a")->etag);
  g_assert_nonnull (jipyo_kept_answers_find (answers, "a")->modified);
  answer.etag = NULL;
  for (guint i = 0; i < 40; i++) {
    g_autofree char *key = g_strdup_printf ("%u", i);

    answer.key = key;
    answer.modified = (char *) "Wed, 21 Oct 2015 07:28:00 GMT";
    jipyo_kept_answers_put (answers, &answer);
  }
  g_assert_null (jipyo_kept_answers_find (answers, "7"));
  g_assert_nonnull (jipyo_kept_answers_find (answers, "8"));
}

/* P17: "as before" is an answer only to whoever said what was before. */
static void
test_conditional (void)
{
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);
  g_autofree char *endpoint = exchange_format_endpoint (exchange, "upbit");
  g_autoptr (JipyoClient) client = client_new (endpoint, 1);

  exchange_set_script (exchange, "marked");
  for (guint i = 0; i < 3; i++) {
    g_autoptr (JipyoRefresh) refresh = client_refresh_one (client, "upbit", "upbit:KRW-BTC");
    g_autofree char *request = exchange_get_last_request (exchange);

    g_assert_cmpuint (refresh->quotes->len, ==, 1);
    g_assert_true ((strstr (request, "If-None-Match: \"") != NULL) == (i > 0));
  }
  exchange_set_body (exchange, "[]");
  {
    g_autoptr (JipyoRefresh) refresh = client_refresh_one (client, "upbit", "upbit:KRW-BTC");

    g_assert_cmpuint (refresh->quotes->len, ==, 0);
  }
}

/* The clock of the host stands still, so that only the turn of the loop lets time pass. */
static void
test_spent (void)
{
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);
  g_autofree char *endpoint = exchange_format_endpoint (exchange, "upbit");
  g_autoptr (JipyoClient) client = client_new (endpoint, 1);
  g_autoptr (JipyoRefresh) first = NULL;
  g_autoptr (JipyoRefresh) second = NULL;
  g_autoptr (JipyoRefresh) third = NULL;
  const JipyoFailure *failure;

  exchange_set_script (exchange, "second-spent");
  first = client_refresh_one (client, "upbit", "upbit:KRW-BTC");
  g_assert_cmpuint (first->quotes->len, ==, 1);
  second = client_refresh_one (client, "upbit", "upbit:KRW-BTC");
  g_assert_cmpuint (second->quotes->len, ==, 0);
  failure = g_ptr_array_index (second->failures, 0);
  g_assert_cmpint (failure->code, ==, JIPYO_MARKET_ERROR_RATE_LIMITED);
  g_assert_cmpint (failure->retry_after_s, ==, 1);
  g_assert_cmpuint (exchange_count_requests (exchange), ==, 1);
  client_clock_us += G_USEC_PER_SEC;
  third = client_refresh_one (client, "upbit", "upbit:KRW-BTC");
  g_assert_cmpuint (third->quotes->len, ==, 1);
}

/* A wait that fits into the time of the request is waited out, in real time here. */
static void
test_waits_in_line (void)
{
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);
  g_autofree char *endpoint = exchange_format_endpoint (exchange, "upbit");
  const char *endpoints[] = { endpoint, NULL };
  JipyoClientOptions options = { .endpoints = endpoints, .attempts = 1 };
  g_autoptr (JipyoClient) client = jipyo_client_new (&options, NULL);
  gint64 start_us = g_get_monotonic_time ();

  exchange_set_script (exchange, "second-spent");
  for (guint i = 0; i < 2; i++) {
    g_autoptr (JipyoRefresh) refresh = client_refresh_one (client, "upbit", "upbit:KRW-BTC");

    g_assert_cmpuint (refresh->quotes->len, ==, 1);
  }
  g_assert_cmpint (g_get_monotonic_time () - start_us, >=, 900 * 1000);
}

static const char **
list_shares (guint count)
{
  const char **shares = g_new0 (const char *, count + 1);

  for (guint i = 0; i < count; i++) {
    g_autofree char *id = g_strdup_printf ("krx:%06u", 100 + i);

    shares[i] = g_intern_string (id);
  }
  return shares;
}

/* N15, many: a request each for forty shares, every ten seconds of an hour. */
static void
test_hour_of_many (void)
{
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);
  g_autofree char *endpoint = exchange_format_endpoint (exchange, "yahoo");
  g_autoptr (JipyoClient) client = client_new (endpoint, 3);
  g_autofree const char **shares = list_shares (40);

  exchange_set_script (exchange, "500");
  for (guint i = 0; i < 360; i++) {
    g_autoptr (JipyoRefresh) refresh = client_refresh (client, "yahoo", shares);

    g_assert_cmpuint (refresh->quotes->len, ==, 0);
    g_assert_cmpuint (refresh->failures->len, ==, 40);
    client_clock_us += 10 * G_USEC_PER_SEC;
  }
  g_test_message ("%u requests", exchange_count_requests (exchange));
  g_assert_cmpuint (exchange_count_requests (exchange), <=, 70);
  g_assert_cmpuint (exchange_count_requests (exchange), >=, 50);
}

/* N7, many: those that wait for a silent host end when their own time is over. */
static void
test_line_ends (void)
{
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);
  g_autofree char *endpoint = exchange_format_endpoint (exchange, "yahoo");
  g_autoptr (JipyoClient) client = client_new (endpoint, 1);
  g_autofree const char **shares = list_shares (12);
  g_autoptr (JipyoRefresh) refresh = NULL;
  gint64 start_us = g_get_monotonic_time ();

  exchange_set_script (exchange, "silent");
  refresh = client_refresh (client, "yahoo", shares);
  g_assert_cmpuint (refresh->failures->len, ==, 12);
  g_assert_cmpuint (exchange_count_requests (exchange), ==, 2);
  g_assert_cmpint ((g_get_monotonic_time () - start_us) / 1000, <, 3 * CLIENT_DEADLINE_MS);
}

enum { CLIENTS = 100, OUTAGE_S = 3600, RUN_S = OUTAGE_S + 600, INTERVAL_MS = 10000 };

typedef struct {
  JipyoHost *host;
  gint64 next_us;
  gint64 back_us; /* when it first had an answer again; 0 not yet */
  guint failures;
  guint requests; /* during the outage */
} Client;

/* One poll, as the feed and the client make it together. */
static void
poll_once (Client *client, gint64 now_us, GRand *chance)
{
  JipyoFailure failure = { .code = JIPYO_MARKET_ERROR_OFFLINE, .retry_after_s = -1 };
  gboolean out = now_us < OUTAGE_S * (gint64) G_USEC_PER_SEC;
  int wait_ms;
  guint pause_ms;

  if (jipyo_host_ask (client->host, "/v1/ticker", now_us, &wait_ms) == JIPYO_HOST_REST) {
    failure.retry_after_s = (wait_ms + 999) / 1000;
  } else if (out) {
    client->requests++;
    jipyo_breaker_fail (&client->host->breaker, now_us, g_rand_double (chance));
  } else {
    jipyo_breaker_succeed (&client->host->breaker);
    client->back_us = client->back_us != 0 ? client->back_us : now_us;
    client->failures = 0;
    client->next_us =
      now_us + jipyo_pause_after_answer (INTERVAL_MS, g_rand_double (chance)) * 1000;
    return;
  }
  pause_ms = jipyo_pause_after_failure (&failure, ++client->failures, g_rand_double (chance));
  client->next_us = now_us + (gint64) pause_ms * 1000;
}

static void
assert_no_herd (const Client *clients)
{
  guint in_second[RUN_S] = { 0 };
  gint64 first_us = G_MAXINT64;
  gint64 last_us = 0;
  guint most = 0;

  for (guint i = 0; i < CLIENTS; i++) {
    first_us = MIN (first_us, clients[i].back_us);
    last_us = MAX (last_us, clients[i].back_us);
    most = MAX (most, ++in_second[clients[i].back_us / G_USEC_PER_SEC]);
    g_assert_cmpuint (clients[i].requests, <=, 70);
    g_assert_cmpuint (clients[i].requests, >=, 30);
  }
  g_test_message ("back within %d s, at most %u in a second",
                  (int) ((last_us - first_us) / G_USEC_PER_SEC), most);
  g_assert_cmpint (last_us - first_us, >=, 30 * G_USEC_PER_SEC);
  g_assert_cmpint (last_us - OUTAGE_S * (gint64) G_USEC_PER_SEC, <, 150 * G_USEC_PER_SEC);
  g_assert_cmpuint (most, <=, 10);
}

/* G13: one host fails for an hour under a hundred clients that all began at the same moment. */
static void
test_recovery (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (13);
  Client clients[CLIENTS] = { 0 };

  for (guint i = 0; i < CLIENTS; i++)
    clients[i].host = jipyo_host_new ();
  for (gint64 now_us = 0; now_us < RUN_S * (gint64) G_USEC_PER_SEC; now_us += G_USEC_PER_SEC / 4)
    for (guint i = 0; i < CLIENTS; i++)
      if (clients[i].next_us <= now_us)
        poll_once (&clients[i], now_us, chance);
  assert_no_herd (clients);
  for (guint i = 0; i < CLIENTS; i++)
    jipyo_host_free (clients[i].host);
}

static void
test_pauses (void)
{
  JipyoFailure failure = { .code = JIPYO_MARKET_ERROR_TIMED_OUT, .retry_after_s = -1 };

  g_assert_cmpuint (jipyo_pause_after_failure (&failure, 1, 0), ==, 1000);
  g_assert_cmpuint (jipyo_pause_after_failure (&failure, 3, 1), ==, 8000);
  g_assert_cmpuint (jipyo_pause_after_failure (&failure, 40, 1), ==, 60 * 1000);
  failure.code = JIPYO_MARKET_ERROR_BAD_REPLY;
  g_assert_cmpuint (jipyo_pause_after_failure (&failure, 40, 0.5), ==, 150 * 1000);
  failure.retry_after_s = 30;
  g_assert_cmpuint (jipyo_pause_after_failure (&failure, 40, 0.5), ==, 30500);
  failure.code = JIPYO_MARKET_ERROR_NOT_FOUND;
  g_assert_cmpuint (jipyo_pause_after_failure (&failure, 1, 0.5), ==, 3600 * 1000);
  failure.code = JIPYO_MARKET_ERROR_TLS;
  g_assert_cmpuint (jipyo_pause_after_failure (&failure, 1, 0.5), ==, 300 * 1000);
  g_assert_cmpuint (jipyo_pause_for_stand_in (10000, 60000, 0), ==, 60000);
  g_assert_cmpuint (jipyo_pause_for_stand_in (10000, 60000, 1), ==, 66000);
  g_assert_cmpuint (jipyo_pause_for_stand_in (10000, 2000, 0), ==, 10000);
  g_assert_cmpuint (jipyo_pause_for_stand_in (10000, 86400000, 0), ==, 600 * 1000);
  g_assert_cmpuint (jipyo_pause_for_stand_in (1800000, 86400000, 0), ==, 1800 * 1000);
  g_assert_cmpuint (jipyo_pause_after_answer (10000, 0), ==, 9000);
  g_assert_cmpuint (jipyo_pause_after_answer (10000, 1), ==, 11000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/market/manners/allowance", test_allowance);
  g_test_add_func ("/market/manners/kinds", test_kinds);
  g_test_add_func ("/market/manners/room", test_room);
  g_test_add_func ("/market/manners/kept-answers", test_kept_answers);
  g_test_add_func ("/market/manners/conditional", test_conditional);
  g_test_add_func ("/market/manners/spent", test_spent);
  g_test_add_func ("/market/manners/waits-in-line", test_waits_in_line);
  g_test_add_func ("/market/manners/hour-of-many", test_hour_of_many);
  g_test_add_func ("/market/manners/line-ends", test_line_ends);
  g_test_add_func ("/market/manners/recovery", test_recovery);
  g_test_add_func ("/market/manners/pauses", test_pauses);
  return g_test_run ();
}
