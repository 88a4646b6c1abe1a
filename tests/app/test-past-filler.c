/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person follows gets its past by itself: from a feed against a loopback exchange, once, and
 * of an impostor in the feed's place nothing that was not ordered. JIPYO_PROGRAM names the program.
 */

#include <glib/gstdio.h>

#include "exchange.h"
#include "jipyo-past-filler.h"

static const gint64 DAY_MS = G_GINT64_CONSTANT (86400000);
static const gint64 SECOND_US = G_USEC_PER_SEC;

typedef struct {
  Exchange *exchange;
  JipyoQuoteBoard *board;
  JipyoQuoteKeeper *keeper;
  JipyoWatchlist *watchlist;
  JipyoFeedSupervisor *feed;
  JipyoPastFiller *filler;
  gint64 clock_us;   /* monotonic, as the filler is told */
  GPtrArray *filled; /* instruments */
  GPtrArray *ended;  /* instruments, of walks that the feed has ended */
  guint deaths;      /* of the feed, before the test */
} Fixture;

static void
filled_cb (JipyoPastFiller *filler, const char *instrument, Fixture *fixture)
{
  g_ptr_array_add (fixture->filled, g_strdup (instrument));
}

static void
past_ended_cb (JipyoFeedSupervisor *feed, const char *instrument, gboolean complete, gpointer data)
{
  g_ptr_array_add (((Fixture *) data)->ended, g_strdup (instrument));
}

static void
make_feed (Fixture *fixture, const char *program)
{
  static const char *const instruments[] = { "upbit:KRW-BTC", NULL };
  g_autofree char *endpoint = exchange_format_endpoint (fixture->exchange, "upbit");
  const char *endpoints[] = { endpoint, NULL };
  const JipyoFeedOptions options = { program, endpoints, instruments };

  fixture->feed = jipyo_feed_supervisor_new (&options);
  g_signal_connect (fixture->feed, "past-ended", G_CALLBACK (past_ended_cb), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer program)
{
  g_autofree char *list = jipyo_watchlist_path ();
  g_autofree char *directory = g_path_get_dirname (list);
  g_autofree char *path = g_build_filename (directory, "history.sqlite", NULL);

  g_mkdir_with_parents (directory, 0700);
  fixture->exchange = exchange_new (0, NULL);
  g_assert_true (exchange_set_script (fixture->exchange, "live"));
  fixture->board = jipyo_quote_board_new ();
  fixture->keeper = jipyo_quote_keeper_new (path, fixture->board);
  fixture->watchlist = jipyo_watchlist_new (list);
  make_feed (fixture, program != NULL ? program : g_getenv ("JIPYO_PROGRAM"));
  fixture->filler = jipyo_past_filler_new (fixture->feed, fixture->keeper, fixture->watchlist);
  fixture->filled = g_ptr_array_new_with_free_func (g_free);
  fixture->ended = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (fixture->filler, "filled", G_CALLBACK (filled_cb), fixture);
  jipyo_watchlist_visit (fixture->watchlist, "upbit:KRW-BTC");
  jipyo_feed_supervisor_start (fixture->feed);
  while (!g_str_equal (jipyo_feed_supervisor_get_link (fixture->feed), "up"))
    g_main_context_iteration (NULL, TRUE);
  fixture->deaths = jipyo_feed_supervisor_get_deaths (fixture->feed);
}

static void
tear_down (Fixture *fixture, gconstpointer program)
{
  g_assert_finalize_object (fixture->filler);
  g_assert_finalize_object (fixture->feed);
  g_assert_finalize_object (fixture->watchlist);
  g_assert_finalize_object (fixture->keeper);
  jipyo_quote_board_free (fixture->board);
  exchange_free (fixture->exchange);
  g_ptr_array_unref (fixture->filled);
  g_ptr_array_unref (fixture->ended);
}

static void
tick (Fixture *fixture, gint64 seconds)
{
  fixture->clock_us += seconds * SECOND_US;
  jipyo_past_filler_tick (fixture->filler, fixture->clock_us, g_get_real_time ());
}

static void
queried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(JipyoCandleSeries **) data = jipyo_history_query_finish (JIPYO_HISTORY (source), result, NULL);
}

/* What is kept, after all that was begun before. */
static JipyoCandleSeries *
read_days (Fixture *fixture, const char *instrument)
{
  const JipyoHistoryQuery query = { .instrument = instrument,
                                    .resolution = JIPYO_RESOLUTION_DAY,
                                    .from_ms = G_MININT64,
                                    .to_ms = G_MAXINT64 };
  JipyoCandleSeries *series = NULL;

  jipyo_history_query_async (jipyo_quote_keeper_get_history (fixture->keeper), &query, NULL,
                             queried_cb, &series);
  while (series == NULL)
    g_main_context_iteration (NULL, TRUE);
  return series;
}

/* A tick finds something in hand, or takes the next. FALSE, with the test skipped, when the child
 * died of its silence on a busy machine: what it was told is lost then. */
static gboolean
wait_for_ends (Fixture *fixture, guint n)
{
  while (fixture->ended->len < n) {
    if (jipyo_feed_supervisor_get_deaths (fixture->feed) > fixture->deaths) {
      g_test_skip ("the feed died meanwhile");
      return FALSE;
    }
    tick (fixture, 0);
    g_main_context_iteration (NULL, FALSE);
    g_usleep (1000);
  }
  return TRUE;
}

/* The first seconds nobody is asked; then once. What the endpoints name nobody for is refused, and
 * asked for again an hour later; a day later only what is missing then. */
static void
test_fills (Fixture *fixture, gconstpointer program)
{
  const gint64 today = g_get_real_time () / 1000 / DAY_MS;
  const gboolean lacks_yesterday = (today - 1) % 7 == 0; /* as the exchange's candles do */

  tick (fixture, 1);
  tick (fixture, 2);
  g_autoptr (JipyoCandleSeries) before = read_days (fixture, "upbit:KRW-BTC");
  g_assert_cmpuint (before->candles->len, ==, 0);
  tick (fixture, 5);
  if (!wait_for_ends (fixture, 4))
    return;
  g_assert_cmpuint (fixture->filled->len, ==, 1);
  g_assert_cmpstr (fixture->filled->pdata[0], ==, "upbit:KRW-BTC");
  g_assert_cmpstr (fixture->ended->pdata[0], ==, "upbit:KRW-BTC");
  g_assert_cmpstr (fixture->ended->pdata[1], ==, "krx:KOSPI");

  g_autoptr (JipyoCandleSeries) after = read_days (fixture, "upbit:KRW-BTC");
  g_assert_cmpuint (after->candles->len, >, 340);
  g_assert_cmpint (g_array_index (after->candles, JipyoCandle, 0).start_ms, >=,
                   (today - 400) * DAY_MS);
  tick (fixture, 3601);
  if (!wait_for_ends (fixture, 5))
    return;
  g_assert_cmpstr (fixture->ended->pdata[4], ==, "krx:KOSPI");
  if (!wait_for_ends (fixture, 7))
    return;
  tick (fixture, 24 * 3600);
  if (!wait_for_ends (fixture, 8))
    return;
  g_assert_cmpstr (fixture->ended->pdata[7], ==, lacks_yesterday ? "upbit:KRW-BTC" : "krx:KOSPI");
}

/* Candles of another, of a time before the first day that was ordered, of the future, of a minute;
 * then two that are good. Before an order and after its end nothing is taken. */
static char *
write_impostor (void)
{
  static const char row[] = "\"1\",\"1\",\"1\",\"1\",\"1\"]]}'\n";
  const gint64 today = g_get_real_time () / 1000 / DAY_MS;
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "impostor", NULL);
  GString *text =
    g_string_new ("#!/bin/sh\n"
                  "good() { echo '{\"candles\":\"upbit:KRW-BTC\",\"every\":\"1d\",\"rows\":[['$1"
                  "'000,\"1\",\"1\",\"1\",\"1\",\"1\"]]}'; }\n");

  /* Before the link is up nobody is asked, however late this is read. */
  g_string_append_printf (text, "good %" G_GINT64_FORMAT "\n", (today - 50) * DAY_MS / 1000);
  g_string_append (text, "echo '{\"link\":\"up\",\"provider\":\"upbit\"}'\n"
                         "while echo '{\"heartbeat\":true}'; do sleep 0.1; done &\n");
  g_string_append (text, "while read -r word rest; do test \"$word\" = fill || continue\n");
  g_string_append_printf (
    text,
    "echo '{\"candles\":\"upbit:KRW-ETH\",\"every\":\"1d\",\"rows\":[[%" G_GINT64_FORMAT ",%s",
    (today - 51) * DAY_MS, row);
  g_string_append_printf (
    text,
    "echo '{\"candles\":\"upbit:KRW-BTC\",\"every\":\"1m\",\"rows\":[[%" G_GINT64_FORMAT ",%s",
    (today - 52) * DAY_MS, row);
  g_string_append_printf (text, "good %" G_GINT64_FORMAT "\n", (today - 401) * DAY_MS / 1000);
  g_string_append_printf (text, "good %" G_GINT64_FORMAT "\n", (today + 1) * DAY_MS / 1000);
  g_string_append_printf (text, "good %" G_GINT64_FORMAT "\n", (today - 60) * DAY_MS / 1000);
  g_string_append_printf (text, "good %" G_GINT64_FORMAT "\n", (today - 30) * DAY_MS / 1000);
  g_string_append (text, "echo '{\"filled\":\"upbit:KRW-ETH\",\"complete\":true}'\n"
                         "echo '{\"filled\":\"upbit:KRW-BTC\",\"complete\":true}'\n");
  g_string_append_printf (text, "good %" G_GINT64_FORMAT "\ndone\n", (today - 53) * DAY_MS / 1000);
  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  g_assert_cmpint (g_chmod (path, 0700), ==, 0);
  g_string_free (text, TRUE);
  return g_steal_pointer (&path);
}

/* What it says it does not have between the two is kept as a gap, and not asked for again. */
static void
test_impostor (Fixture *fixture, gconstpointer program)
{
  const gint64 today = g_get_real_time () / 1000 / DAY_MS;

  tick (fixture, 1);
  tick (fixture, 10);
  if (!wait_for_ends (fixture, 2))
    return;
  while (fixture->filled->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_autoptr (JipyoCandleSeries) kept = read_days (fixture, "upbit:KRW-BTC");
  g_autoptr (JipyoCandleSeries) other = read_days (fixture, "upbit:KRW-ETH");
  g_assert_cmpuint (other->candles->len, ==, 0);
  g_assert_cmpuint (kept->candles->len, ==, 2);
  g_assert_cmpint (g_array_index (kept->candles, JipyoCandle, 0).start_ms, ==,
                   (today - 60) * DAY_MS);
  g_assert_cmpint (g_array_index (kept->candles, JipyoCandle, 1).start_ms, ==,
                   (today - 30) * DAY_MS);
  g_assert_cmpuint (kept->gaps->len, ==, 1);
  const JipyoGap *gap = &g_array_index (kept->gaps, JipyoGap, 0);
  g_assert_cmpint (gap->reason, ==, JIPYO_GAP_MISSING);
  g_assert_cmpint (gap->from_ms, ==, (today - 59) * DAY_MS);
  g_assert_cmpint (gap->to_ms, ==, (today - 30) * DAY_MS);
  g_assert_cmpuint (fixture->filled->len, ==, 1);
}

/* An order that nobody answers is given up after a while, and the next one is taken. */
static void
test_unanswered (Fixture *fixture, gconstpointer program)
{
  tick (fixture, 1);
  tick (fixture, 10);
  g_autoptr (JipyoCandleSeries) none = read_days (fixture, "upbit:KRW-BTC");
  g_assert_cmpuint (none->candles->len, ==, 0);
  jipyo_feed_supervisor_stop (fixture->feed);
  jipyo_feed_supervisor_start (fixture->feed);
  while (!g_str_equal (jipyo_feed_supervisor_get_link (fixture->feed), "up"))
    g_main_context_iteration (NULL, TRUE);
  tick (fixture, 299);
  g_assert_cmpuint (fixture->ended->len, ==, 0);
  tick (fixture, 2);
  if (!wait_for_ends (fixture, 1))
    return;
  g_assert_cmpstr (fixture->ended->pdata[0], ==, "krx:KOSPI");
}

static void
set_up_impostor (Fixture *fixture, gconstpointer data)
{
  g_autofree char *program = write_impostor ();

  set_up (fixture, program);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/app/past-filler/fills", Fixture, NULL, set_up, test_fills, tear_down);
  g_test_add ("/app/past-filler/impostor", Fixture, NULL, set_up_impostor, test_impostor,
              tear_down);
  g_test_add ("/app/past-filler/unanswered", Fixture, NULL, set_up, test_unanswered, tear_down);
  return g_test_run ();
}
