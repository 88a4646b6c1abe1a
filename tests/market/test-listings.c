/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of an instrument between two of its venue's lists, asked for from a loopback
 * exchange; the clock of the client is set on meanwhile.
 */

#include <string.h>

#include "exchange.h"
#include "jipyo-listings.h"
#include "jipyo-quote-json.h"

#define ROW(market, name)                                                                          \
  "{\"market\":\"" market "\",\"korean_name\":\"" name "\",\"english_name\":\"" name "\"}"

typedef struct {
  Exchange *exchange;
  JipyoClient *client;
  JipyoListings *listings;
} Desk;

static void
set_up (Desk *desk, gconstpointer data)
{
  desk->exchange = exchange_new (0, NULL);
  g_autofree char *endpoint = exchange_format_endpoint (desk->exchange, "upbit");
  const char *endpoints[] = { endpoint, NULL };
  const JipyoClientOptions options = { .endpoints = endpoints };

  desk->client = jipyo_client_new (&options, NULL);
  desk->listings = jipyo_listings_new (desk->client, NULL, NULL);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  jipyo_listings_free (desk->listings);
  g_object_unref (desk->client);
  exchange_free (desk->exchange);
}

/* So many hours from now. */
static void
ask_in (Desk *desk, int hours, const char *list)
{
  jipyo_client_set_epoch (desk->client, g_get_real_time () + hours * G_TIME_SPAN_HOUR
                                          - jipyo_clock_read_steady ());
  exchange_set_body (desk->exchange, list);
  jipyo_listings_ask (desk->listings, jipyo_provider_find ("upbit"));
  while (jipyo_listings_is_asking (desk->listings))
    g_main_context_iteration (NULL, TRUE);
}

/* What is said of a price that is not there. (transfer full) */
static char *
miss (Desk *desk, const char *instrument)
{
  g_autofree char *message = g_strconcat (instrument, ": not in the answer", NULL);
  JipyoFailure *failure = jipyo_failure_new ("upbit", JIPYO_MARKET_ERROR_NOT_FOUND, message);
  char *said;

  jipyo_listings_explain (desk->listings, failure);
  said = g_strdup (failure->message);
  jipyo_failure_free (failure);
  return said;
}

/* A code is new only when the price is not to be had by the old one; one that comes back is itself
 * again. */
static void
test_renamed (Desk *desk, gconstpointer data)
{
  ask_in (desk, 0, "[" ROW ("KRW-OLD", "옛날") "," ROW ("KRW-BTC", "비트코인") "]");
  g_autofree char *before = miss (desk, "upbit:KRW-OLD");
  g_assert_cmpstr (before, ==, "upbit:KRW-OLD: not in the answer");
  g_assert_null (jipyo_listings_find_successor (desk->listings, "upbit:KRW-OLD"));
  ask_in (desk, 2, "[" ROW ("KRW-NEW", "옛날") "," ROW ("KRW-BTC", "비트코인") "]");
  g_autofree char *successor = jipyo_listings_find_successor (desk->listings, "upbit:KRW-OLD");
  g_assert_cmpstr (successor, ==, "upbit:KRW-NEW");
  g_autofree char *after = miss (desk, "upbit:KRW-OLD");
  g_assert_nonnull (strstr (after, "where KRW-NEW has come by the same name"));
  g_autoptr (JipyoQuote) quote = jipyo_quote_new ("upbit:KRW-OLD", "upbit");
  jipyo_listings_settle (desk->listings, quote);
  g_assert_null (jipyo_listings_find_successor (desk->listings, "upbit:KRW-OLD"));
}

static void
test_several (Desk *desk, gconstpointer data)
{
  ask_in (desk, 0, "[" ROW ("KRW-OLD", "옛날") "]");
  g_free (miss (desk, "upbit:KRW-OLD"));
  ask_in (desk, 2, "[" ROW ("KRW-NEW", "옛날") "," ROW ("KRW-TWIN", "옛날") "]");
  g_assert_null (jipyo_listings_find_successor (desk->listings, "upbit:KRW-OLD"));
  g_autofree char *said = miss (desk, "upbit:KRW-OLD");
  g_assert_nonnull (strstr (said, "several have come by the same name"));
  g_autofree char *never = miss (desk, "upbit:KRW-NEVER");
  g_assert_nonnull (strstr (never, "delisted, or never listed"));
}

/* One line of the feed, read again; FALSE when it is refused. */
static gboolean
read_again (const JipyoNotice *notices, guint n, JipyoFeedLine *line)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (FALSE);
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (JipyoNotice));
  g_autofree char *text = NULL;

  g_array_append_vals (array, notices, n);
  jipyo_notices_write (writer, array);
  text = jipyo_json_writer_finish (writer);
  return jipyo_feed_line_parse (line, text, strlen (text), NULL);
}

/* What the child writes of a new code is what the window reads; what is no code is refused. */
static void
test_line (void)
{
  const JipyoNotice notices[] = {
    { (char *) "upbit:KRW-OLD", JIPYO_LISTING_DELISTED, (char *) "upbit:KRW-NEW" },
    { (char *) "upbit:KRW-BTC", JIPYO_LISTING_WARNING, NULL },
  };
  const JipyoNotice bad = { (char *) "upbit:KRW-OLD", JIPYO_LISTING_DELISTED, (char *) "<b>" };
  JipyoFeedLine line;

  g_assert_true (read_again (notices, G_N_ELEMENTS (notices), &line));
  g_assert_cmpuint (line.notices->len, ==, G_N_ELEMENTS (notices));
  for (guint i = 0; i < line.notices->len; i++) {
    const JipyoNotice *read = &g_array_index (line.notices, JipyoNotice, i);

    g_assert_cmpstr (read->instrument, ==, notices[i].instrument);
    g_assert_cmpint (read->listing, ==, notices[i].listing);
    g_assert_cmpstr (read->successor, ==, notices[i].successor);
  }
  jipyo_feed_line_clear (&line);
  g_assert_false (read_again (&bad, 1, &line));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/market/listings/line", test_line);
  g_test_add ("/market/listings/renamed", Desk, NULL, set_up, test_renamed, tear_down);
  g_test_add ("/market/listings/several", Desk, NULL, set_up, test_several, tear_down);
  return g_test_run ();
}
