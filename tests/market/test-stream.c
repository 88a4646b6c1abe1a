/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Messages of the streams, with invented figures, and the real stream against a venue that
 * misbehaves by script. The names in the table are the rows of the fault matrix.
 */

#include <string.h>

#include "damage.h"
#include "exchange.h"
#include "jipyo-stream.h"

enum { QUIET_MS = 2000, WAIT_MS = 20000 };

#define NOW_US (G_GINT64_CONSTANT (1735776000) * G_USEC_PER_SEC)

typedef struct {
  const char *provider;
  const char *text;
  const char *expected; /* state and price, "nothing", or part of the error */
} Message;

static const Message messages[] = {
  { "upbit",
    "{\"type\":\"ticker\",\"code\":\"KRW-BTC\",\"trade_price\":120,\"prev_closing_price\":100,"
    "\"signed_change_price\":20,\"signed_change_rate\":0.2,\"timestamp\":1735776000000}",
    "live 120 20 previous-close-utc" },
  { "upbit",
    "{\"type\":\"ticker\",\"code\":\"KRW-BTC\",\"trade_price\":120,\"prev_closing_price\":100,"
    "\"signed_change_price\":20,\"signed_change_rate\":0.2,\"timestamp\":1735776000000,"
    "\"is_trading_suspended\":true}",
    "suspended 120 20 previous-close-utc" },
  { "upbit",
    "{\"type\":\"ticker\",\"code\":\"KRW-BTC\",\"trade_price\":120,\"prev_closing_price\":100,"
    "\"signed_change_price\":20,\"signed_change_rate\":0.2,\"timestamp\":1735776009000}",
    "suspect 120 20 previous-close-utc" },
  { "upbit",
    "{\"type\":\"ticker\",\"code\":\"KRW-BTC\",\"trade_price\":120,\"prev_closing_price\":100,"
    "\"signed_change_price\":20,\"signed_change_rate\":0.2,\"timestamp\":1735576000000}",
    "stale 120 20 previous-close-utc" },
  { "upbit", "{\"type\":\"ticker\",\"code\":\"KRW-BTC\",\"trade_price\":0}", "nothing" },
  { "upbit", "{\"type\":\"ticker\",\"code\":\"KRW-ETH\",\"trade_price\":1}", "nothing" },
  { "upbit", "{\"type\":\"trade\",\"code\":\"KRW-BTC\"}", "nothing" },
  { "upbit", "{\"status\":\"UP\"}", "nothing" },
  { "upbit", "{\"error\":{\"name\":\"NO_CODES\",\"message\":\"codes is required\"}}",
    "codes is required" },
  { "upbit", "[]", "" },
  { "upbit", "", "" },
  { "upbit", "{\"code\":\"KRW-BTC\",\"code\":\"KRW-BTC\",\"type\":\"ticker\"}", "" },
  { "bithumb",
    "{\"type\":\"ticker\",\"code\":\"KRW-BTC\",\"trade_price\":120,\"prev_closing_price\":100,"
    "\"signed_change_price\":20,\"signed_change_rate\":0.2,\"trade_date\":\"20250102\","
    "\"trade_time\":\"090000\",\"trade_timestamp\":1735776000000,\"timestamp\":1735776000000,"
    "\"delisting_date\":\"\"}",
    "live 120 20 previous-close-kst" },
  { "coinone",
    "{\"response_type\":\"DATA\",\"channel\":\"TICKER\",\"data\":{\"quote_currency\":\"KRW\","
    "\"target_currency\":\"BTC\",\"timestamp\":1735776000000,\"first\":\"90\",\"last\":\"120\"}}",
    "live 120 - unstated" },
  { "coinone", "{\"response_type\":\"PONG\"}", "nothing" },
  { "coinone", "{\"response_type\":\"CONNECTED\",\"channel\":null}", "nothing" },
  { "coinone", "{\"response_type\":\"ERROR\",\"error_code\":160012,\"message\":\"Invalid Topic\"}",
    "Invalid Topic" },
  { "coinone", "{\"response_type\":\"DATA\",\"channel\":\"TICKER\",\"data\":[]}", "" },
};

static char *
describe (const JipyoQuote *quote)
{
  g_autofree char *last = jipyo_decimal_format (quote->last);
  g_autofree char *change =
    quote->has_change ? jipyo_decimal_format (quote->change) : g_strdup ("-");

  return g_strdup_printf ("%s %s %s %s", jipyo_quote_state_id (quote->state), last, change,
                          jipyo_change_basis_id (quote->basis));
}

static char *
parse_message (const JipyoProvider *provider, const char *text, gsize length)
{
  g_autofree char *instrument = g_strconcat (provider->id, ":KRW-BTC", NULL);
  const char *wanted[] = { instrument, NULL };
  JipyoHarvest harvest = { .provider = provider->id, .instruments = wanted, .now_us = NOW_US };
  g_autoptr (GError) error = NULL;
  char *result;

  jipyo_harvest_init (&harvest);
  if (!provider->stream->parse (&harvest, text, length, &error))
    result = g_strdup (error->message);
  else if (harvest.quotes->len == 0)
    result = g_strdup ("nothing");
  else
    result = describe (g_ptr_array_index (harvest.quotes, 0));
  jipyo_harvest_clear (&harvest);
  return result;
}

static void
test_messages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++) {
    const JipyoProvider *provider = jipyo_provider_find (messages[i].provider);
    g_autofree char *got = parse_message (provider, messages[i].text, strlen (messages[i].text));

    g_test_message ("%s", messages[i].text);
    if (strchr (messages[i].expected, ' ') != NULL || *messages[i].expected == 'n')
      g_assert_nonnull (strstr (got, messages[i].expected));
    else
      g_assert_cmpstr (got, !=, "nothing");
  }
}

/* P2: what is cut off anywhere tells nothing. */
static void
test_prefixes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    for (gsize length = 0; length < strlen (messages[i].text); length++) {
      g_autofree char *got =
        parse_message (jipyo_provider_find (messages[i].provider), messages[i].text, length);

      g_assert_false (g_str_has_prefix (got, "live"));
    }
}

typedef struct {
  const Message *message;
  guint wrong; /* live figures that the message did not have */
} Trial;

/* A state may be lost with the member that gave it; a figure is there or is not. */
static void
look_at (gpointer data, const char *text, gsize length, gboolean digits_only)
{
  Trial *trial = data;
  const char *figure = strchr (trial->message->expected, ' ');
  g_autofree char *got =
    parse_message (jipyo_provider_find (trial->message->provider), text, length);

  if (digits_only || !g_str_has_prefix (got, "live ")
      || (figure != NULL && g_str_has_suffix (got, figure)))
    return;
  if (trial->wrong++ == 0)
    g_test_message ("%s: %.*s", got, (int) length, text);
}

/* P12: no single fault makes another figure of it. */
static void
test_damage (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++) {
    g_autofree char *text = g_strdup (messages[i].text);
    Trial trial = { .message = &messages[i] };

    damage_each (text, strlen (text), look_at, &trial);
    g_assert_cmpuint (trial.wrong, ==, 0);
  }
}

typedef struct {
  Exchange *exchange;
  JipyoClient *client;
  JipyoStream *stream;
  guint opened;
  guint quoted;
  guint closed;
  JipyoMarketError code;
  char *reason;
} Story;

static void
opened_cb (gpointer user_data)
{
  ((Story *) user_data)->opened++;
}

static void
quoted_cb (const JipyoQuote *quote, gpointer user_data)
{
  g_assert_cmpstr (quote->provider, ==, "upbit");
  g_assert_cmpint (quote->state, ==, JIPYO_QUOTE_LIVE);
  ((Story *) user_data)->quoted++;
}

static void
closed_cb (const JipyoFailure *failure, gpointer user_data)
{
  Story *story = user_data;

  story->closed++;
  story->code = failure->code;
  g_free (story->reason);
  story->reason = g_strdup (failure->message);
}

static void
story_begin (Story *story, const char *script)
{
  static const char *const instruments[] = { "upbit:KRW-BTC", "upbit:KRW-ETH", NULL };
  static const JipyoStreamHandlers handlers = { opened_cb, quoted_cb, closed_cb };
  g_autoptr (GError) error = NULL;
  g_autofree char *endpoint = NULL;
  const char *endpoints[] = { NULL, NULL };
  JipyoClientOptions client_options = { .endpoints = endpoints, .deadline_ms = 5000 };
  JipyoStreamOptions options = {
    .provider = jipyo_provider_find ("upbit"),
    .instruments = instruments,
    .interval_ms = 30000,
    .quiet_ms = QUIET_MS,
    .flood_rate = 6000,
  };

  *story = (Story){ 0 };
  story->exchange = exchange_new (0, &error);
  g_assert_no_error (error);
  g_assert_true (exchange_set_stream (story->exchange, script));
  endpoints[0] = endpoint = exchange_format_endpoint (story->exchange, "upbit");
  story->client = jipyo_client_new (&client_options, &error);
  g_assert_no_error (error);
  options.client = story->client;
  story->stream = jipyo_stream_new (&options, &handlers, story);
  jipyo_stream_set_wanted (story->stream, TRUE);
}

static void
story_end (Story *story)
{
  jipyo_stream_free (story->stream);
  g_object_unref (story->client);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  exchange_free (story->exchange);
  g_free (story->reason);
}

static gboolean
note_timeout_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until `*count` is `least`, or for WAIT_MS. */
static void
wait_for (const guint *count, guint least)
{
  gboolean late = FALSE;
  guint id = g_timeout_add (WAIT_MS, note_timeout_cb, &late);

  while (*count < least && !late)
    g_main_context_iteration (NULL, TRUE);
  if (!late)
    g_source_remove (id);
  g_assert_cmpuint (*count, >=, least);
}

static void
wait_ms (guint time_ms)
{
  gboolean over = FALSE;

  g_timeout_add (time_ms, note_timeout_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_live (void)
{
  Story story;
  JipyoStreamCounts counts;

  story_begin (&story, "ws-live");
  wait_for (&story.quoted, 6);
  g_assert_cmpuint (story.opened, ==, 1);
  g_assert_cmpuint (story.closed, ==, 0);
  g_assert_true (jipyo_stream_is_open (story.stream));
  counts = jipyo_stream_get_counts (story.stream);
  g_assert_cmpuint (counts.messages, >=, counts.passed);
  story_end (&story);
}

/* N27: of hundreds a second about two coins, at most four a second and a coin are read. */
static void
test_conflation (void)
{
  Story story;
  JipyoStreamCounts counts;
  gint64 begun_us;
  guint seconds;

  story_begin (&story, "ws-400");
  wait_for (&story.quoted, 1);
  begun_us = g_get_monotonic_time ();
  wait_ms (2000);
  seconds = 1 + (guint) ((g_get_monotonic_time () - begun_us) / G_USEC_PER_SEC);
  counts = jipyo_stream_get_counts (story.stream);
  g_test_message ("%u s, %u messages, %u read, %u quotes", seconds, (guint) counts.messages,
                  (guint) counts.passed, story.quoted);
  g_assert_cmpuint (counts.messages, >=, 400);
  g_assert_cmpuint (story.quoted, <=, 2 * (4 * seconds + 2));
  g_assert_cmpuint (story.quoted, >=, 2);
  story_end (&story);
}

typedef struct {
  const char *script;
  JipyoMarketError code;
} Fault;

static const Fault faults[] = {
  { "ws-dead", JIPYO_MARKET_ERROR_TIMED_OUT },      /* N24 */
  { "ws-drop", JIPYO_MARKET_ERROR_OFFLINE },        /* N25 */
  { "ws-close", JIPYO_MARKET_ERROR_OFFLINE },       /* N25 */
  { "ws-restart", JIPYO_MARKET_ERROR_BAD_REPLY },   /* N25: a code that libsoup does not know */
  { "ws-noclose", JIPYO_MARKET_ERROR_BAD_REPLY },   /* N25 */
  { "ws-big", JIPYO_MARKET_ERROR_BAD_REPLY },       /* N26 */
  { "ws-fragments", JIPYO_MARKET_ERROR_TOO_LARGE }, /* N26 */
  { "ws-masked", JIPYO_MARKET_ERROR_BAD_REPLY },    /* N26 */
  { "ws-huge", JIPYO_MARKET_ERROR_BAD_REPLY },      /* N26 */
  { "ws-utf8", JIPYO_MARKET_ERROR_BAD_REPLY },      /* N26 */
  { "ws-deflate", JIPYO_MARKET_ERROR_BAD_REPLY },   /* N26 */
  { "ws-opcode", JIPYO_MARKET_ERROR_BAD_REPLY },    { "ws-orphan", JIPYO_MARKET_ERROR_BAD_REPLY },
  { "ws-nul", JIPYO_MARKET_ERROR_BAD_REPLY }, /* N26 */
  { "ws-empty", JIPYO_MARKET_ERROR_BAD_REPLY },     { "ws-error", JIPYO_MARKET_ERROR_BAD_REPLY },
  { "ws-flood", JIPYO_MARKET_ERROR_TOO_LARGE }, /* N27 */
  { NULL, JIPYO_MARKET_ERROR_BAD_STATUS },
};

/* It is dropped for the right reason, and once the venue is itself again it is back. */
static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  Story story;
  guint quoted;

  story_begin (&story, fault->script);
  wait_for (&story.closed, 1);
  g_test_message ("%s", story.reason);
  g_assert_cmpstr (jipyo_market_error_id (story.code), ==, jipyo_market_error_id (fault->code));
  g_assert_false (jipyo_stream_is_open (story.stream));
  quoted = story.quoted;
  exchange_set_stream (story.exchange, "ws-live");
  wait_for (&story.quoted, quoted + 4);
  story_end (&story);
}

/* Answers to pings keep a line on which nobody trades. */
static void
test_quiet (void)
{
  Story story;

  story_begin (&story, "ws-live");
  wait_for (&story.opened, 1);
  jipyo_stream_set_wanted (story.stream, FALSE);
  exchange_set_stream (story.exchange, NULL);
  wait_for (&story.quoted, 4);
  g_assert_true (jipyo_stream_is_open (story.stream));
  story_end (&story);
}

/* Nobody wants it: a venue that answers no request is not dialled either. */
static void
test_unwanted (void)
{
  Story story;

  story_begin (&story, "ws-drop");
  wait_for (&story.closed, 1);
  jipyo_stream_set_wanted (story.stream, FALSE);
  exchange_set_stream (story.exchange, "ws-live");
  wait_ms (2500);
  g_assert_cmpuint (exchange_count_streams (story.exchange), ==, 0);
  jipyo_stream_set_wanted (story.stream, TRUE);
  wait_for (&story.quoted, 3);
  story_end (&story);
}

static void
test_freed_while_dialling (void)
{
  Story story;

  story_begin (&story, "ws-live");
  story_end (&story);
  wait_ms (50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/market/stream/messages", test_messages);
  g_test_add_func ("/market/stream/prefixes", test_prefixes);
  g_test_add_func ("/market/stream/damage", test_damage);
  g_test_add_func ("/market/stream/live", test_live);
  g_test_add_func ("/market/stream/conflation", test_conflation);
  g_test_add_func ("/market/stream/quiet", test_quiet);
  g_test_add_func ("/market/stream/unwanted", test_unwanted);
  g_test_add_func ("/market/stream/freed-while-dialling", test_freed_while_dialling);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autofree char *path = g_strconcat (
      "/market/stream/fault/", faults[i].script != NULL ? faults[i].script : "refused", NULL);

    g_test_add_data_func (path, &faults[i], test_fault);
  }
  return g_test_run ();
}
