/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The feed when a provider is gone and another stands in for it.
 */

#include <string.h>

#include "exchange.h"
#include "jipyo-feed.h"

static const char yahoo_body[] =
  "{\"chart\":{\"result\":[{\"meta\":{\"currency\":\"KRW\",\"symbol\":\"^KS11\","
  "\"regularMarketPrice\":1000.5,\"previousClose\":1000,\"regularMarketTime\":1735776000}}],"
  "\"error\":null}}";

typedef struct {
  GString *links; /* as they were told */
  guint quotes;
  guint errors;
} Heard;

static void
line_made_cb (JipyoFeedLineKind kind, const char *line, gpointer user_data)
{
  Heard *heard = user_data;

  if (kind == JIPYO_FEED_LINE_LINK)
    g_string_append (heard->links, line);
  if (kind == JIPYO_FEED_LINE_QUOTE) {
    g_assert_nonnull (strstr (line, "\"provider\":\"yahoo\""));
    heard->quotes++;
  }
  if (kind == JIPYO_FEED_LINE_ERRORS)
    heard->errors++;
}

/* That another one answers does not make the one that is gone be there. */
static void
test_stand_in (void)
{
  static const char *const instruments[] = { "krx:KOSPI", NULL };
  g_autoptr (Exchange) gone = exchange_new (0, NULL);
  g_autoptr (Exchange) there = exchange_new (0, NULL);
  g_autofree char *naver = exchange_format_endpoint (gone, "naver");
  g_autofree char *yahoo = exchange_format_endpoint (there, "yahoo");
  const char *endpoints[] = { naver, yahoo, NULL };
  JipyoQuotesOrder order = { .instruments = instruments, .endpoints = endpoints };
  Heard heard = { .links = g_string_new (NULL) };
  g_autoptr (JipyoFeed) feed = NULL;

  exchange_set_script (gone, "captive");
  exchange_set_body (there, yahoo_body);
  feed = jipyo_feed_new (&order, line_made_cb, &heard, NULL);
  while (heard.quotes == 0 || heard.errors == 0
         || strstr (heard.links->str, "\"link\":\"retrying\"") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (strstr (heard.links->str, "\"link\":\"up\""));
  g_string_free (heard.links, TRUE);
}

/* Runs the loop until there were so many, or for less time than until the next poll. */
static void
wait_for (guint (*count) (Exchange *), Exchange *exchange, guint least)
{
  const gint64 end_us = g_get_monotonic_time () + 9 * G_USEC_PER_SEC;

  while (count (exchange) < least && g_get_monotonic_time () < end_us) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (5000);
  }
  g_assert_cmpuint (count (exchange), >=, least);
}

typedef struct {
  Exchange *exchange; /* Upbit */
  JipyoFeed *feed;    /* NULL until it is begun */
  GString *quotes;    /* lines, as they were told, and the next */
  GString *errors;
  GString *listings;
} Told;

static void
set_up (Told *told, gconstpointer data)
{
  told->exchange = exchange_new (0, NULL);
  told->quotes = g_string_new (NULL);
  told->errors = g_string_new (NULL);
  told->listings = g_string_new (NULL);
}

static void
tear_down (Told *told, gconstpointer data)
{
  jipyo_feed_free (told->feed);
  exchange_free (told->exchange);
  g_string_free (told->quotes, TRUE);
  g_string_free (told->errors, TRUE);
  g_string_free (told->listings, TRUE);
}

static void
line_told_cb (JipyoFeedLineKind kind, const char *line, gpointer user_data)
{
  Told *told = user_data;

  if (kind == JIPYO_FEED_LINE_QUOTE)
    g_string_append (told->quotes, line);
  if (kind == JIPYO_FEED_LINE_ERRORS)
    g_string_append (told->errors, line);
  if (kind == JIPYO_FEED_LINE_LISTINGS)
    g_string_append (told->listings, line);
}

static void
begin (Told *told, const char *const *instruments)
{
  g_autofree char *upbit = exchange_format_endpoint (told->exchange, "upbit");
  const char *endpoints[] = { upbit, NULL };
  JipyoQuotesOrder order = { .instruments = instruments, .endpoints = endpoints };

  told->feed = jipyo_feed_new (&order, line_told_cb, told, NULL);
}

/* N25: what a stream missed while it was down, a poll brings. */
static void
test_line_falls (Told *told, gconstpointer data)
{
  static const char *const instruments[] = { "upbit:KRW-BTC", NULL };
  Exchange *exchange = told->exchange;
  guint asked;

  exchange_set_script (exchange, "live");
  exchange_set_stream (exchange, "ws-drop");
  begin (told, instruments);
  wait_for (exchange_count_requests, exchange, 3); /* prices, the list, prices as it fell */
  exchange_set_stream (exchange, "ws-live");
  wait_for (exchange_count_streams, exchange, 1);
  asked = exchange_count_requests (exchange);
  wait_for (exchange_count_requests, exchange, asked + 1);
}

static gboolean
says (const GString *text, const char *part)
{
  return strstr (text->str, part) != NULL;
}

/* What the venue says of what it lists comes once, by itself and with each quote; what is neither
 * in its list nor in its answer is delisted. */
static void
test_listings (Told *told, gconstpointer data)
{
  static const char *const instruments[] = { "upbit:KRW-MTL", "upbit:KRW-BTC", "upbit:KRW-ETC",
                                             "upbit:KRW-XRP", "upbit:KRW-ADA", NULL };
  static const char *const notices[] = { "MTL\",\"listing\":\"delisted\"",
                                         "BTC\",\"listing\":\"listed\"",
                                         "ETC\",\"listing\":\"warning\"",
                                         "XRP\",\"listing\":\"caution\"" };

  exchange_set_script (told->exchange, "delisting");
  begin (told, instruments);
  while (told->listings->len == 0)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    g_assert_true (says (told->listings, notices[i]));
  g_assert_false (says (told->listings, "ADA"));
  g_assert_true (says (told->quotes, "\"listing\":null"));
  g_assert_true (says (told->errors, "KRW-MTL: not in the answer"));
  jipyo_feed_refresh (told->feed);
  g_string_truncate (told->quotes, 0);
  while (!says (told->quotes, "\"listing\":null") || !says (told->errors, "delisted, or never"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (says (told->quotes, "\"state\":\"live\",\"listing\":\"warning\""));
  g_assert_true (says (told->quotes, "\"state\":\"live\",\"listing\":\"caution\""));
  g_assert_false (says (told->listings, "ADA")); /* one that has a price is not gone */
  /* Two answers with prices, and one list. */
  g_assert_cmpuint (exchange_count_requests (told->exchange), ==, 3);
}

/* A list that is no good says nothing, and is not asked for again at once. */
static void
test_bad_list (Told *told, gconstpointer data)
{
  static const char *const instruments[] = { "upbit:KRW-BTC", NULL };

  begin (told, instruments); /* “{}” for the list */
  while (exchange_count_requests (told->exchange) < 2)
    g_main_context_iteration (NULL, TRUE);
  g_string_truncate (told->quotes, 0);
  jipyo_feed_refresh (told->feed);
  while (told->quotes->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (exchange_count_requests (told->exchange), ==, 3);
  g_assert_true (says (told->quotes, "\"listing\":null"));
  g_assert_cmpuint (told->listings->len, ==, 0);
}

/* Another order is asked at once, and disturbs nobody whom it does not concern. */
static void
test_order (void)
{
  static const char *const instruments[] = { "krx:KOSPI", "bithumb:KRW-BTC", NULL };
  static const char *const turned[] = { "yahoo", "naver", NULL };
  g_autoptr (JipyoProviderOrder) order = jipyo_provider_order_new ();
  Exchange *exchanges[] = { exchange_new (0, NULL), exchange_new (0, NULL),
                            exchange_new (0, NULL) };
  g_autofree char *naver = exchange_format_endpoint (exchanges[0], "naver");
  g_autofree char *yahoo = exchange_format_endpoint (exchanges[1], "yahoo");
  g_autofree char *bithumb = exchange_format_endpoint (exchanges[2], "bithumb");
  const char *endpoints[] = { naver, yahoo, bithumb, NULL };
  JipyoQuotesOrder usual = { .instruments = instruments, .endpoints = endpoints };
  Heard heard = { .links = g_string_new (NULL) };
  JipyoFeed *feed;
  guint others;

  exchange_set_script (exchanges[0], "captive");
  exchange_set_script (exchanges[2], "429");
  exchange_set_body (exchanges[1], yahoo_body);
  feed = jipyo_feed_new (&usual, line_made_cb, &heard, NULL);
  wait_for (exchange_count_requests, exchanges[0], 1);
  wait_for (exchange_count_requests, exchanges[2], 1);
  while (heard.errors < 2) /* the answers that both of them gave */
    g_main_context_iteration (NULL, TRUE);
  others = exchange_count_requests (exchanges[2]);
  heard.quotes = 0;
  g_string_truncate (heard.links, 0);
  jipyo_provider_order_set (order, "krx-index", turned);
  jipyo_feed_set_order (feed, order);
  g_assert_nonnull (strstr (heard.links->str, "\"retrying\",\"provider\":\"bithumb\""));
  while (heard.quotes == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (heard.links->str, "\"up\",\"provider\":\"yahoo\""));
  g_assert_cmpuint (exchange_count_requests (exchanges[2]), ==, others);
  jipyo_feed_free (feed);
  for (guint i = 0; i < G_N_ELEMENTS (exchanges); i++)
    exchange_free (exchanges[i]);
  g_string_free (heard.links, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/feed/stand-in", test_stand_in);
  g_test_add ("/app/feed/line-falls", Told, NULL, set_up, test_line_falls, tear_down);
  g_test_add ("/app/feed/listings", Told, NULL, set_up, test_listings, tear_down);
  g_test_add ("/app/feed/bad-list", Told, NULL, set_up, test_bad_list, tear_down);
  g_test_add_func ("/app/feed/order", test_order);
  return g_test_run ();
}
