/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom is asked when a provider fails: in which order, for what, and how often.
 */

#include <string.h>

#include "client-fixture.h"
#include "exchange.h"
#include "jipyo-provider-order.h"

static const char yahoo_body[] =
  "{\"chart\":{\"result\":[{\"meta\":{\"currency\":\"KRW\",\"symbol\":\"^KS11\","
  "\"regularMarketPrice\":1000.5,\"previousClose\":1000,\"regularMarketTime\":1735776000}}],"
  "\"error\":null}}";

typedef struct {
  const char *class;
  const char *providers;
  gboolean good;
} Choice;

static void
test_choices (void)
{
  static const Choice cases[] = {
    { "krx-index", "yahoo,naver", TRUE },
    { "fx", "frankfurter", TRUE },
    { "bithumb", "bithumb-old", TRUE },
    { "fx", "upbit", FALSE },
    { "fx", "", FALSE },
    { "fx", "nobody", FALSE },
    { "fx", "yahoo,yahoo", FALSE },
    { "krx-share", "frankfurter", FALSE },
    { "shares", "naver", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) providers = g_strsplit (cases[i].providers, ",", -1);

    g_test_message ("%s: %s", cases[i].class, cases[i].providers);
    g_assert_true (
      (jipyo_provider_order_check (cases[i].class, (const char *const *) providers) == NULL)
      == cases[i].good);
  }
}

/* The usual order of each class is one that a person could choose. */
static void
test_usual (void)
{
  const char *const *classes = jipyo_provider_order_list_classes ();
  g_autoptr (JipyoProviderOrder) order = jipyo_provider_order_new ();

  for (guint i = 0; classes[i] != NULL; i++) {
    const char *const *usual = jipyo_provider_order_get (order, classes[i]);

    g_assert_cmpstr (jipyo_provider_order_check (classes[i], usual), ==, NULL);
    g_assert_true (jipyo_provider_order_is_usual (order, classes[i]));
  }
  for (guint i = 0; jipyo_provider_get_watchlist ()[i] != NULL; i++)
    g_assert_nonnull (jipyo_instrument_get_class (jipyo_provider_get_watchlist ()[i]));
  for (guint i = 0; jipyo_provider_get_measures ()[i] != NULL; i++)
    g_assert_nonnull (jipyo_instrument_get_class (jipyo_provider_get_measures ()[i]));
}

static void
assert_asked (const JipyoProviderOrder *order, const char *instrument, const char *expected)
{
  g_autoptr (GPtrArray) providers = jipyo_provider_order_find (order, instrument);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < providers->len; i++)
    g_string_append_printf (got, "%s ", ((const JipyoProvider *) providers->pdata[i])->id);
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_find (void)
{
  static const char *const turned[] = { "yahoo", "naver", NULL };
  g_autoptr (JipyoProviderOrder) order = jipyo_provider_order_new ();

  assert_asked (order, "krx:KOSPI", "naver yahoo ");
  assert_asked (order, "krx:OTHER", "");
  assert_asked (order, "bithumb:KRW-BTC", "bithumb bithumb-old ");
  assert_asked (order, "bithumb:BTC-ETH", "bithumb ");
  assert_asked (order, "nyse:IBM", "");
  jipyo_provider_order_set (order, "krx-index", turned);
  assert_asked (order, "krx:KOSPI", "yahoo naver ");
  assert_asked (order, "krx:035420", "naver yahoo ");
  jipyo_provider_order_set (order, "krx-index", NULL);
  assert_asked (order, "krx:KOSPI", "naver yahoo ");
}

typedef struct {
  Exchange *first;
  Exchange *second;
  JipyoClient *client;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *naver = NULL;
  g_autofree char *yahoo = NULL;
  const char *endpoints[] = { NULL, NULL, NULL };

  fixture->first = exchange_new (0, NULL);
  fixture->second = exchange_new (0, NULL);
  naver = exchange_format_endpoint (fixture->first, "naver");
  yahoo = exchange_format_endpoint (fixture->second, "yahoo");
  endpoints[0] = naver;
  endpoints[1] = yahoo;
  exchange_set_body (fixture->second, yahoo_body);
  fixture->client = client_new_with (endpoints, 1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->client);
  exchange_free (fixture->first);
  exchange_free (fixture->second);
}

static JipyoRefresh *
ask (Fixture *fixture, const char *instrument)
{
  const char *instruments[] = { instrument, NULL };
  const JipyoProvider *fallbacks[] = { jipyo_provider_find ("krx"), jipyo_provider_find ("yahoo"),
                                       NULL };
  JipyoRefreshOrder order = {
    .provider = jipyo_provider_find ("naver"),
    .instruments = instruments,
    .fallbacks = fallbacks,
  };

  return client_refresh_order (fixture->client, &order);
}

/* The quote says who said it, and the failure before it is not forgotten. */
static void
test_says_who (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JipyoRefresh) refresh = NULL;
  const JipyoQuote *quote;
  const JipyoFailure *failure;

  exchange_set_script (fixture->first, "500");
  refresh = ask (fixture, "krx:KOSPI");
  g_assert_cmpuint (refresh->quotes->len, ==, 1);
  quote = g_ptr_array_index (refresh->quotes, 0);
  g_assert_cmpstr (quote->provider, ==, "yahoo");
  g_assert_cmpint (quote->interval_ms, ==, jipyo_provider_find ("yahoo")->interval_ms);
  g_assert_cmpuint (refresh->failures->len, ==, 1);
  failure = g_ptr_array_index (refresh->failures, 0);
  g_assert_cmpstr (failure->provider, ==, "naver");
}

/* The first is tried each time; the other at its own pace; and the first is back when it is. */
static void
test_own_pace (Fixture *fixture, gconstpointer data)
{
  exchange_set_script (fixture->first, "500");
  for (guint i = 0; i < 4; i++) {
    g_autoptr (JipyoRefresh) refresh = ask (fixture, "krx:KOSPI");

    g_assert_cmpuint (refresh->quotes->len, ==, i == 0 ? 1 : 0);
    g_assert_cmpuint (refresh->failures->len, ==, 1);
    g_assert_cmpint (refresh->stand_in_ms, ==, 60000 - 10000 * (int) i);
    client_clock_us += 10 * G_USEC_PER_SEC;
  }
  g_assert_cmpuint (exchange_count_requests (fixture->first), ==, 4);
  g_assert_cmpuint (exchange_count_requests (fixture->second), ==, 1);
  client_clock_us += 20 * G_USEC_PER_SEC;
  {
    g_autoptr (JipyoRefresh) refresh = ask (fixture, "krx:KOSPI");

    g_assert_cmpuint (refresh->quotes->len, ==, 1);
  }
  exchange_set_script (fixture->first, "ok");
  client_clock_us += 100 * G_USEC_PER_SEC;
  {
    g_autoptr (JipyoRefresh) refresh = ask (fixture, "krx:KOSPI");
    const JipyoQuote *quote = g_ptr_array_index (refresh->quotes, 0);

    g_assert_cmpstr (quote->provider, ==, "naver");
    g_assert_cmpint (refresh->stand_in_ms, ==, 0);
  }
}

/* One share that is unknown makes the whole answer a refusal: the others are asked for one by one,
 * and from then on without it. */
static void
test_spoiler (Fixture *fixture, gconstpointer data)
{
  static const char *const instruments[] = { "krx:017670", "krx:000002", NULL };
  JipyoRefreshOrder order = { .provider = jipyo_provider_find ("naver"),
                              .instruments = instruments };

  exchange_set_script (fixture->first, "unknown-share");
  for (guint i = 0; i < 3; i++) {
    g_autoptr (JipyoRefresh) refresh = client_refresh_order (fixture->client, &order);
    const JipyoFailure *failure = g_ptr_array_index (refresh->failures, 0);

    g_assert_cmpuint (refresh->quotes->len, ==, 1);
    g_assert_cmpuint (refresh->failures->len, ==, 1);
    g_assert_cmpint (failure->code, ==, JIPYO_MARKET_ERROR_NOT_FOUND);
    g_assert_cmpstr (failure->instruments[0], ==, "krx:000002");
    g_assert_cmpuint (exchange_count_requests (fixture->first), ==, 3 + i);
    client_clock_us += 10 * G_USEC_PER_SEC;
  }
  client_clock_us += G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC;
  jipyo_refresh_free (client_refresh_order (fixture->client, &order));
  g_assert_cmpuint (exchange_count_requests (fixture->first), ==, 8);
}

/* A provider that no longer has the index has changed; one that no longer has a share is right. */
static void
test_not_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JipyoRefresh) index = NULL;
  g_autoptr (JipyoRefresh) share = NULL;

  exchange_set_script (fixture->first, "404");
  index = ask (fixture, "krx:KOSPI");
  g_assert_cmpuint (index->quotes->len, ==, 1);
  exchange_set_script (fixture->first, "409");
  share = ask (fixture, "krx:035420");
  g_assert_cmpuint (share->quotes->len, ==, 0);
  g_assert_cmpuint (share->failures->len, ==, 1);
  g_assert_cmpuint (exchange_count_requests (fixture->second), ==, 1);
}

/* The venue's earlier interface is at the same base, also when that is replaced. */
static void
test_old_generation (void)
{
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);
  g_autofree char *endpoint = exchange_format_endpoint (exchange, "bithumb");
  g_autoptr (JipyoClient) client = client_new (endpoint, 1);
  const char *instruments[] = { "bithumb:KRW-BTC", NULL };
  const JipyoProvider *fallbacks[] = { jipyo_provider_find ("bithumb-old"), NULL };
  JipyoRefreshOrder order = {
    .provider = jipyo_provider_find ("bithumb"),
    .instruments = instruments,
    .fallbacks = fallbacks,
  };
  g_autoptr (JipyoRefresh) refresh = NULL;
  g_autofree char *request = NULL;

  exchange_set_script (exchange, "captive");
  refresh = client_refresh_order (client, &order);
  request = exchange_get_last_request (exchange);
  g_assert_cmpuint (exchange_count_requests (exchange), ==, 2);
  g_assert_true (g_str_has_prefix (request, "GET /public/ticker/ALL_KRW HTTP/1.1\r\n"));
  g_assert_cmpuint (refresh->failures->len, ==, 2);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

/* As the window tells its feed; what is no order changes nothing. */
static void
test_told (void)
{
  static const char *const turned[] = { "yahoo", "naver", NULL };
  static const char *const wrong[] = { "krx-index",       "krx-index=",
                                       "krx-index=upbit", "krx-index=naver,naver",
                                       "elsewhere=naver", "fx=frankfurter krx-index=nobody",
                                       "fx=frankfurter " };
  g_autoptr (JipyoProviderOrder) order = jipyo_provider_order_new ();
  g_autoptr (JipyoProviderOrder) told = jipyo_provider_order_new ();
  g_autofree char *text = NULL;

  jipyo_provider_order_set (order, "krx-index", turned);
  text = jipyo_provider_order_format (order);
  g_assert_nonnull (strstr (text, "krx-index=yahoo,naver krx-share=naver,yahoo "));
  g_assert_true (jipyo_provider_order_parse (told, text));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autofree char *after = NULL;

    g_assert_false (jipyo_provider_order_parse (told, wrong[i]));
    after = jipyo_provider_order_format (told);
    g_assert_cmpstr (after, ==, text);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/market/fallback/choices", test_choices);
  g_test_add_func ("/market/fallback/usual", test_usual);
  g_test_add_func ("/market/fallback/find", test_find);
  add ("/market/fallback/says-who", test_says_who);
  add ("/market/fallback/own-pace", test_own_pace);
  add ("/market/fallback/spoiler", test_spoiler);
  add ("/market/fallback/not-found", test_not_found);
  g_test_add_func ("/market/fallback/old-generation", test_old_generation);
  g_test_add_func ("/market/fallback/told", test_told);
  return g_test_run ();
}
