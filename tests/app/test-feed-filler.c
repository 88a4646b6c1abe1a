/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The feed told to fill in past days, against a loopback exchange: which lines it speaks, what it
 * asks for, and what a reader of its lines does not believe.
 */

#include <string.h>

#include "exchange.h"
#include "jipyo-candle-json.h"
#include "jipyo-feed.h"
#include "jipyo-quote-json.h"

static const gint64 DAY_MS = G_GINT64_CONSTANT (86400000);

typedef struct {
  Exchange *exchange;
  JipyoFeed *feed;
  GArray *candles; /* of JipyoCandle, as they came */
  guint n_lines;   /* of candles */
  gsize longest;
  JipyoResolution resolution; /* of the last line */
  guint n_ended;
  gboolean complete; /* the last one */
  guint n_quotes;
} Fixture;

static void
take_past (Fixture *fixture, const JipyoFeedLine *line)
{
  if (line->filled != NULL) {
    fixture->n_ended++;
    fixture->complete = line->complete;
  } else {
    g_assert_nonnull (line->candles);
    g_assert_true (g_str_has_prefix (line->candles->instrument, line->candles->origin));
    fixture->resolution = line->candles->resolution;
    fixture->n_lines++;
    g_array_append_vals (fixture->candles, line->candles->candles->data,
                         line->candles->candles->len);
  }
}

static void
line_made_cb (JipyoFeedLineKind kind, const char *text, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;
  JipyoFeedLine line;

  fixture->n_quotes += kind == JIPYO_FEED_LINE_QUOTE;
  if (kind != JIPYO_FEED_LINE_PAST)
    return;
  fixture->longest = MAX (fixture->longest, strlen (text));
  jipyo_feed_line_parse (&line, text, strlen (text), &error);
  g_assert_no_error (error);
  take_past (fixture, &line);
  jipyo_feed_line_clear (&line);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const instruments[] = { "upbit:KRW-BTC", NULL };
  g_autofree char *upbit = NULL;
  g_autofree char *coinone = NULL;
  const char *endpoints[] = { NULL, NULL, NULL };
  JipyoQuotesOrder order = { .instruments = instruments, .endpoints = endpoints };

  fixture->exchange = exchange_new (0, NULL);
  g_assert_true (exchange_set_script (fixture->exchange, "live"));
  upbit = exchange_format_endpoint (fixture->exchange, "upbit");
  coinone = exchange_format_endpoint (fixture->exchange, "coinone");
  endpoints[0] = upbit;
  endpoints[1] = coinone;
  fixture->candles = g_array_new (FALSE, FALSE, sizeof (JipyoCandle));
  fixture->feed = jipyo_feed_new (&order, line_made_cb, fixture, NULL);
  g_assert_nonnull (fixture->feed);
  while (fixture->n_quotes == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jipyo_feed_free (fixture->feed);
  exchange_free (fixture->exchange);
  g_array_unref (fixture->candles);
}

static gint64
today (void)
{
  return g_get_real_time () / 1000 / DAY_MS;
}

static void
wait_for_ends (const Fixture *fixture, guint n)
{
  while (fixture->n_ended < n)
    g_main_context_iteration (NULL, TRUE);
}

/* Two pages, in lines that the window reads; while they are walked another order is refused. */
static void
test_fills (Fixture *fixture, gconstpointer data)
{
  const gint64 first_day = today () - 300;

  jipyo_feed_fill (fixture->feed, "upbit:KRW-BTC", first_day * DAY_MS);
  jipyo_feed_fill (fixture->feed, "upbit:KRW-ETH", first_day * DAY_MS);
  g_assert_cmpuint (fixture->n_ended, ==, 1);
  g_assert_false (fixture->complete);
  wait_for_ends (fixture, 2);
  g_assert_true (fixture->complete);
  g_assert_cmpint (fixture->resolution, ==, JIPYO_RESOLUTION_DAY);
  g_assert_cmpuint (fixture->n_lines, >=, 3);
  g_assert_cmpuint (fixture->longest, <, 32 << 10);
  g_assert_cmpuint (fixture->candles->len, >, 250);
  for (guint i = 0; i < fixture->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (fixture->candles, JipyoCandle, i);

    g_assert_cmpint (candle->start_ms, >=, first_day * DAY_MS);
    g_assert_cmpint (candle->start_ms, <, today () * DAY_MS);
    g_assert_true (i == 0 || candle[-1].start_ms < candle->start_ms);
    g_assert_cmpint (candle->volume, >=, 0);
  }
}

/* Nothing is asked of a host that the endpoints do not name, of nobody, or on a network that is
 * paid by volume. */
static void
test_refuses (Fixture *fixture, gconstpointer data)
{
  const guint n_requests = exchange_count_requests (fixture->exchange);

  jipyo_feed_fill (fixture->feed, "krx:KOSPI", (today () - 10) * DAY_MS);
  jipyo_feed_fill (fixture->feed, "fx:USDKRW", (today () - 10) * DAY_MS);
  jipyo_feed_fill (fixture->feed, "upbit:KRW-BTC", (today () + 10) * DAY_MS);
  jipyo_feed_set_pace (fixture->feed, JIPYO_FEED_METERED);
  jipyo_feed_fill (fixture->feed, "upbit:KRW-BTC", (today () - 10) * DAY_MS);
  g_assert_cmpuint (fixture->n_ended, ==, 4);
  g_assert_false (fixture->complete);
  g_assert_cmpuint (fixture->n_lines, ==, 0);
  g_assert_cmpuint (exchange_count_requests (fixture->exchange), ==, n_requests);
}

/* A venue that fails ends it; the feed goes on. A feed that ends in the middle leaves nothing. */
static void
test_ends_early (Fixture *fixture, gconstpointer data)
{
  g_assert_true (exchange_set_script (fixture->exchange, "404"));
  jipyo_feed_fill (fixture->feed, "upbit:KRW-BTC", (today () - 10) * DAY_MS);
  wait_for_ends (fixture, 1);
  g_assert_false (fixture->complete);
  g_assert_true (exchange_set_script (fixture->exchange, "live"));
  jipyo_feed_fill (fixture->feed, "upbit:KRW-BTC", (today () - 10) * DAY_MS);
}

/* A venue whose days begin at midnight in Korea: no day of the history's, but 60 days of hours. */
static void
test_days_of_korea (Fixture *fixture, gconstpointer data)
{
  const gint64 start_ms = (today () - 50) * DAY_MS + 15 * DAY_MS / 24;
  g_autofree char *body = g_strdup_printf (
    "{\"result\":\"success\",\"error_code\":\"0\",\"is_last\":true,\"chart\":[{\"timestamp\":"
    "%" G_GINT64_FORMAT ",\"open\":\"5\",\"high\":\"7\",\"low\":\"4\",\"close\":\"6\","
    "\"target_volume\":\"2.5\",\"quote_volume\":\"15\"}]}",
    start_ms);

  g_assert_true (exchange_set_script (fixture->exchange, "ok"));
  exchange_set_body (fixture->exchange, body);
  jipyo_feed_fill (fixture->feed, "coinone:KRW-BTC", (today () - 400) * DAY_MS);
  wait_for_ends (fixture, 1);
  g_assert_true (fixture->complete);
  g_assert_cmpint (fixture->resolution, ==, JIPYO_RESOLUTION_HOUR);
  g_assert_cmpuint (fixture->candles->len, ==, 1);
  g_assert_cmpint (g_array_index (fixture->candles, JipyoCandle, 0).start_ms, ==, start_ms);
}

static const char *const bad_lines[] = {
  "{\"filled\":\"no instrument\",\"complete\":true}",
  "{\"filled\":7}",
  "{\"candles\":\"upbit:KRW-BTC\",\"rows\":[]}",
  "{\"candles\":\"upbit:KRW-BTC\",\"every\":\"tick\",\"rows\":[]}",
  "{\"candles\":\"upbit:KRW-BTC\",\"every\":\"1d\",\"provider\":\"nobody\",\"rows\":[]}",
  "{\"candles\":\"../upbit\",\"every\":\"1d\",\"rows\":[]}",
  "{\"candles\":\"upbit:KRW-BTC\",\"every\":\"1d\",\"rows\":{}}",
  "{\"candles\":\"upbit:KRW-BTC\",\"every\":\"1d\",\"rows\":[[1,2,3]]}",
  "{\"candles\":\"upbit:KRW-BTC\",\"every\":\"1d\",\"rows\":[{\"start\":86400000}]}",
  /* Not at midnight; the lowest above the close; no price; twice, and not the same. */
  "{\"candles\":\"upbit:KRW-BTC\",\"every\":\"1d\",\"rows\":"
  "[[86400001,\"1\",\"1\",\"1\",\"1\",null]]}",
  "{\"candles\":\"upbit:KRW-BTC\",\"every\":\"1d\",\"rows\":"
  "[[86400000,\"3\",\"4\",\"2\",\"1\",null]]}",
  "{\"candles\":\"upbit:KRW-BTC\",\"every\":\"1d\",\"rows\":"
  "[[86400000,\"1\",\"1\",\"1\",\"0\",null],[172800000,\"1\",\"1\",\"1\",\"1\",null]]}",
  "{\"candles\":\"upbit:KRW-BTC\",\"every\":\"1d\",\"rows\":"
  "[[86400000,\"1\",\"1\",\"1\",\"1\",null],[86400000,\"2\",\"2\",\"2\",\"2\",null],"
  "[172800000,\"1\",\"1\",\"1\",\"1\",null]]}",
};

/* One bad row spoils the line: the child is not what it should be. */
static void
test_bad_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_lines); i++) {
    g_autoptr (GError) error = NULL;
    JipyoFeedLine line;

    g_test_message ("%s", bad_lines[i]);
    g_assert_false (jipyo_feed_line_parse (&line, bad_lines[i], strlen (bad_lines[i]), &error));
    g_assert_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY);
  }
}

/* What was written is read back, figure by figure. */
static void
test_round_trip (void)
{
  static const char text[] = "{\"candles\":\"upbit:KRW-BTC\",\"every\":\"1h\",\"rows\":["
                             "[3600000,\"0.00012\",\"0.0002\",\"0.0001\",\"0.00015\",\"70\"],"
                             "[7200000,\"0.00015\",\"0.00015\",\"0.00015\",\"0.00015\",null]]}";
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (FALSE);
  g_autofree char *written = NULL;
  JipyoFeedLine line;

  g_assert_true (jipyo_feed_line_parse (&line, text, strlen (text), NULL));
  jipyo_candles_write (writer, line.candles, 0, 100);
  written = jipyo_json_writer_finish (writer);
  g_assert_cmpstr (written, ==, text);
  jipyo_feed_line_clear (&line);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/app/feed-filler/fills", Fixture, NULL, set_up, test_fills, tear_down);
  g_test_add ("/app/feed-filler/refuses", Fixture, NULL, set_up, test_refuses, tear_down);
  g_test_add ("/app/feed-filler/ends-early", Fixture, NULL, set_up, test_ends_early, tear_down);
  g_test_add ("/app/feed-filler/days-of-korea", Fixture, NULL, set_up, test_days_of_korea,
              tear_down);
  g_test_add_func ("/app/feed-filler/bad-lines", test_bad_lines);
  g_test_add_func ("/app/feed-filler/round-trip", test_round_trip);
  return g_test_run ();
}
