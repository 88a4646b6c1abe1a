/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * C1: the way of a wrong clock, from the hosts that tell of it to whoever shows the time. The clock
 * of this machine is seven minutes slow because those of the exchanges are as much ahead.
 */

#include <signal.h>
#include <string.h>

#include "exchange.h"
#include "jipyo-feed-supervisor.h"
#include "jipyo-feed.h"
#include "jipyo-quote-json.h"
#include "jipyo-quotes.h"

enum { N_VENUES = 2, PATIENCE_US = 20 * G_USEC_PER_SEC };

static const gint64 SLOW_US = 7 * 60 * G_USEC_PER_SEC;
static const char *const venues[] = { "upbit", "bithumb" };
static const char *const instruments[] = { "upbit:KRW-BTC", "bithumb:KRW-BTC", NULL };

typedef struct {
  Exchange *exchanges[N_VENUES];
  char *endpoints[N_VENUES + 1];
  GString *clocks; /* lines of the feed */
  GString *quotes;
  guint right; /* that the window alone is told */
  guint live;  /* quotes of the supervisor */
  guint odd;
  gint64 epoch_us;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer ahead_ms)
{
  for (guint i = 0; i < N_VENUES; i++) {
    fixture->exchanges[i] = exchange_new (0, NULL);
    exchange_set_script (fixture->exchanges[i], "live");
    exchange_set_clock (fixture->exchanges[i], GPOINTER_TO_INT (ahead_ms));
    fixture->endpoints[i] = exchange_format_endpoint (fixture->exchanges[i], venues[i]);
  }
  fixture->clocks = g_string_new (NULL);
  fixture->quotes = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  for (guint i = 0; i < N_VENUES; i++) {
    exchange_free (fixture->exchanges[i]);
    g_free (fixture->endpoints[i]);
  }
  g_string_free (fixture->clocks, TRUE);
  g_string_free (fixture->quotes, TRUE);
}

static void
line_made_cb (JipyoFeedLineKind kind, const char *line, gpointer user_data)
{
  Fixture *fixture = user_data;

  if (kind == JIPYO_FEED_LINE_CLOCK)
    g_string_append (fixture->clocks, line);
  if (kind == JIPYO_FEED_LINE_QUOTE)
    g_string_append_printf (fixture->quotes, "%s\n", line);
  fixture->right += kind == JIPYO_FEED_LINE_CLOCK_RIGHT;
}

static JipyoQuotesOrder
make_order (Fixture *fixture)
{
  return (JipyoQuotesOrder){
    .instruments = instruments,
    .endpoints = (const char *const *) fixture->endpoints,
  };
}

static gboolean
has_live_quotes (const Fixture *fixture)
{
  for (guint i = 0; i < N_VENUES; i++) {
    g_autofree char *pattern =
      g_strdup_printf ("\"provider\":\"%s\"[^\\n]*?\"state\":\"live\"", venues[i]);

    if (!g_regex_match_simple (pattern, fixture->quotes->str, 0, 0))
      return FALSE;
  }
  return TRUE;
}

/* What came before it was known is asked for again at once, not at the next turn. */
static void
test_feed (Fixture *fixture, gconstpointer data)
{
  const JipyoQuotesOrder order = make_order (fixture);
  g_autoptr (JipyoFeed) feed = NULL;
  gint64 found_us;

  exchange_set_script (fixture->exchanges[1], "500");
  exchange_set_stream (fixture->exchanges[0], "ws-dead"); /* no other reason to ask again */
  feed = jipyo_feed_new (&order, line_made_cb, fixture, NULL);
  while (fixture->quotes->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (fixture->quotes->str, "\"state\":\"suspect\""));
  exchange_set_script (fixture->exchanges[1], "live");
  while (fixture->clocks->len == 0)
    g_main_context_iteration (NULL, TRUE);
  found_us = g_get_monotonic_time ();
  g_assert_true (g_regex_match_simple ("^{\"clock\":{\"state\":\"slow\",\"by_s\":4(19|2[01]),"
                                       "\"epoch_us\":[0-9]+}}$",
                                       fixture->clocks->str, 0, 0));
  while (!has_live_quotes (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_get_monotonic_time () - found_us, <, 4 * G_USEC_PER_SEC);
  /* Set right meanwhile, which is told as well. */
  g_string_truncate (fixture->clocks, 0);
  for (guint i = 0; i < N_VENUES; i++)
    exchange_set_clock (fixture->exchanges[i], 0);
  while (fixture->clocks->len == 0) {
    jipyo_feed_refresh (feed);
    g_main_context_iteration (NULL, TRUE);
  }
  g_assert_nonnull (strstr (fixture->clocks->str, "\"state\":\"right\",\"by_s\":0"));
}

/* The window hears of it, so that it knows at once when somebody sets the clock. Nobody else does,
 * and nothing is asked twice. */
static void
test_right (Fixture *fixture, gconstpointer data)
{
  const JipyoQuotesOrder order = make_order (fixture);
  const gint64 start_us = g_get_monotonic_time ();
  g_autoptr (JipyoFeed) feed = NULL;

  for (guint i = 0; i < N_VENUES; i++) /* without a stream it would be asked again for that */
    exchange_set_stream (fixture->exchanges[i], "ws-live");
  feed = jipyo_feed_new (&order, line_made_cb, fixture, NULL);
  while (fixture->right == 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_get_monotonic_time () - start_us < 2 * G_USEC_PER_SEC) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (5000);
  }
  g_assert_cmpuint (fixture->right, ==, 1);
  g_assert_cmpuint (fixture->clocks->len, ==, 0);
  for (guint i = 0; i < N_VENUES; i++) /* prices, and the list */
    g_assert_cmpuint (exchange_count_requests (fixture->exchanges[i]), <=, 2);
}

static void
fetched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(JipyoQuotesReport **) user_data = jipyo_quotes_fetch_finish (result, NULL);
}

static JipyoQuotesReport *
fetch (Fixture *fixture)
{
  const JipyoQuotesOrder order = make_order (fixture);
  JipyoQuotesReport *report = NULL;

  jipyo_quotes_fetch_async (&order, NULL, fetched_cb, &report);
  while (report == NULL)
    g_main_context_iteration (NULL, TRUE);
  return report;
}

/* One refresh asks once more when it has found out. */
static void
test_quotes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JipyoQuotesReport) report = fetch (fixture);
  g_autofree char *json = jipyo_quotes_report_format_json (report);
  g_autofree char *ko = jipyo_quotes_report_format_clock (report, JIPYO_LANG_KO);
  g_autofree char *en = jipyo_quotes_report_format_clock (report, JIPYO_LANG_EN);

  g_assert_cmpuint (report->quotes->len, ==, N_VENUES);
  for (guint i = 0; i < N_VENUES; i++) {
    const JipyoQuote *quote = g_ptr_array_index (report->quotes, i);

    g_assert_cmpint (quote->state, ==, JIPYO_QUOTE_LIVE);
    g_assert_cmpint (ABS (quote->received_us - g_get_real_time () - SLOW_US), <,
                     5 * G_USEC_PER_SEC);
  }
  g_assert_true (
    g_regex_match_simple ("\"clock\": {\\s*\"state\": \"slow\",\\s*\"by_s\": 4[12]", json, 0, 0));
  g_assert_cmpstr (ko, ==, "7분 늦습니다");
  g_assert_cmpstr (en, ==, "7 min slow");
}

static void
test_quotes_right (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JipyoQuotesReport) report = fetch (fixture);
  g_autofree char *json = jipyo_quotes_report_format_json (report);
  g_autofree char *clock = jipyo_quotes_report_format_clock (report, JIPYO_LANG_EN);

  g_assert_null (strstr (json, "clock"));
  g_assert_null (clock);
  g_assert_cmpuint (report->quotes->len, ==, N_VENUES);
  for (guint i = 0; i < N_VENUES; i++)
    g_assert_cmpuint (exchange_count_requests (fixture->exchanges[i]), <=, 2);
}

static void
quote_received_cb (JipyoFeedSupervisor *supervisor, const JipyoQuote *quote, Fixture *fixture)
{
  fixture->live += quote->state == JIPYO_QUOTE_LIVE;
  fixture->odd += quote->state != JIPYO_QUOTE_LIVE;
}

static void
clock_heard_cb (JipyoFeedSupervisor *supervisor, gint64 epoch_us, Fixture *fixture)
{
  fixture->epoch_us = epoch_us;
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_for_live (Fixture *fixture, guint count)
{
  const gint64 end_us = g_get_monotonic_time () + PATIENCE_US;
  const guint ticker = g_timeout_add (50, tick_cb, NULL);

  while ((fixture->live < count || fixture->epoch_us == 0) && g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticker);
  g_assert_cmpuint (fixture->live, >=, count);
}

/* The real child tells its window, and one that takes its place is told by that: it need not find
 * out anew, and shows nothing suspect until it has. */
static void
test_supervisor (Fixture *fixture, gconstpointer data)
{
  const JipyoFeedOptions options = {
    .program = g_getenv ("JIPYO_PROGRAM"),
    .endpoints = (const char *const *) fixture->endpoints,
    .instruments = instruments,
  };
  JipyoFeedSupervisor *supervisor = jipyo_feed_supervisor_new (&options);
  JipyoClock clock = { 0 };

  g_signal_connect (supervisor, "quote-received", G_CALLBACK (quote_received_cb), fixture);
  g_signal_connect (supervisor, "clock-heard", G_CALLBACK (clock_heard_cb), fixture);
  jipyo_feed_supervisor_start (supervisor);
  wait_for_live (fixture, 2);
  clock.epoch_us = fixture->epoch_us;
  g_assert_cmpint (ABS (jipyo_clock_get_error (&clock) + SLOW_US), <, 2 * G_USEC_PER_SEC);
  fixture->odd = 0;
  kill (jipyo_feed_supervisor_get_pid (supervisor), SIGKILL);
  wait_for_live (fixture, fixture->live + 2);
  g_assert_cmpuint (fixture->odd, ==, 0);
  g_assert_finalize_object (supervisor);
}

/* A time that cannot be is no line of a feed. */
static void
test_lines (void)
{
  static const char *const bad[] = {
    "{\"clock\":7}",
    "{\"clock\":{}}",
    "{\"clock\":{\"epoch_us\":\"soon\"}}",
    "{\"clock\":{\"epoch_us\":-1790000000000000}}",
    "{\"clock\":{\"epoch_us\":1790000000}}",
    "{\"clock\":{\"epoch_us\":9000000000000000000}}",
  };
  static const char good[] =
    "{\"clock\":{\"state\":\"right\",\"by_s\":0,\"epoch_us\":1790000000000000}}";
  g_autoptr (GError) error = NULL;
  JipyoFeedLine line;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_assert_false (jipyo_feed_line_parse (&line, bad[i], strlen (bad[i]), &error));
    g_assert_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY);
    g_clear_error (&error);
  }
  g_assert_true (jipyo_feed_line_parse (&line, good, strlen (good), &error));
  g_assert_cmpint (line.epoch_us, ==, 1790000000000000);
  jipyo_feed_line_clear (&line);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    int ahead_s;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/app/wrong-clock/feed", 7 * 60, test_feed },
    { "/app/wrong-clock/right", 0, test_right },
    { "/app/wrong-clock/quotes", 7 * 60, test_quotes },
    { "/app/wrong-clock/quotes-right", 0, test_quotes_right },
    { "/app/wrong-clock/supervisor", 7 * 60, test_supervisor },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, GINT_TO_POINTER (tests[i].ahead_s * 1000), set_up,
                tests[i].test, tear_down);
  g_test_add_func ("/app/wrong-clock/lines", test_lines);
  return g_test_run ();
}
