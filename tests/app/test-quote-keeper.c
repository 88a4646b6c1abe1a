/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is on the board is on the disk, or the keeper says why not and mends it when it can.
 */

#include "jipyo-history.h"
#include "jipyo-quote-keeper.h"

#include <glib/gstdio.h>

static const gint64 NOW_US = G_USEC_PER_SEC; /* the prices came in the second before */

typedef struct {
  char *directory;
  char *path;
  JipyoQuoteBoard *board;
  JipyoQuoteKeeper *keeper;
} Desk;

static void
put_price (Desk *desk, gint64 price)
{
  g_autoptr (JipyoQuote) quote = jipyo_quote_new ("upbit:KRW-BTC", "upbit");

  quote->name = jipyo_text_new ("비트코인", "Bitcoin");
  quote->currency = g_strdup ("KRW");
  quote->last = jipyo_decimal_from_int (price);
  quote->basis = JIPYO_BASIS_PREVIOUS_CLOSE_UTC;
  quote->received_us = quote->venue_time_us = price * 1000;
  g_assert_true (jipyo_quote_board_put (desk->board, quote));
  jipyo_quote_keeper_add (desk->keeper, quote);
}

static void
open_desk (Desk *desk)
{
  desk->board = jipyo_quote_board_new ();
  desk->keeper = jipyo_quote_keeper_new (desk->path, desk->board);
}

static void
close_desk (Desk *desk)
{
  g_object_add_weak_pointer (G_OBJECT (desk->keeper), (gpointer *) &desk->keeper);
  g_object_unref (desk->keeper);
  /* Answers hold what they answer for a moment. */
  while (desk->keeper != NULL || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  jipyo_quote_board_free (desk->board);
}

static void
remove_desk (Desk *desk)
{
  const char *argv[] = { "rm", "-r", "--", desk->directory, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  g_free (desk->path);
  g_free (desk->directory);
}

static void
wait_for_state (Desk *desk, const char *state)
{
  while (!g_str_equal (jipyo_quote_keeper_get_state (desk->keeper), state))
    g_main_context_iteration (NULL, TRUE);
}

static void
loaded_cb (gboolean *loaded)
{
  *loaded = TRUE;
}

/* FALSE while the keeper before still has the file: its worker is not waited for. */
static gboolean
open_loaded (Desk *desk)
{
  gboolean loaded = FALSE;

  open_desk (desk);
  g_signal_connect_swapped (desk->keeper, "loaded", G_CALLBACK (loaded_cb), &loaded);
  while (!loaded && g_str_equal (jipyo_quote_keeper_get_state (desk->keeper), "kept"))
    g_main_context_iteration (NULL, TRUE);
  if (!loaded) {
    g_assert_cmpstr (jipyo_quote_keeper_get_state (desk->keeper), ==, "busy");
    close_desk (desk);
  }
  return loaded;
}

static gint64
read_back (Desk *desk)
{
  const GPtrArray *quotes = NULL;
  gint64 price;

  while (!open_loaded (desk))
    g_usleep (10000);
  quotes = jipyo_quote_board_get_quotes (desk->board);
  g_assert_cmpuint (quotes->len, ==, 1);
  price = ((const JipyoQuote *) quotes->pdata[0])->last.digits;
  close_desk (desk);
  return price;
}

static void
queried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  int *n = data;
  g_autoptr (JipyoCandleSeries) series =
               jipyo_history_query_finish (JIPYO_HISTORY (source), result, NULL);

  /* The keeper before may still have the file. */
  *n = series != NULL ? (int) series->candles->len : -1;
}

/* Prices that were kept on their way to the newest. */
static int
count_ticks_in (JipyoHistory *history)
{
  const JipyoHistoryQuery query = { .instrument = "upbit:KRW-BTC",
                                    .from_ms = G_MININT64,
                                    .to_ms = G_MAXINT64 };
  int n = -1;

  while (n < 0) {
    n = -2;
    jipyo_history_query_async (history, &query, NULL, queried_cb, &n);
    while (n == -2)
      g_main_context_iteration (NULL, TRUE);
  }
  return n;
}

static int
count_ticks (Desk *desk)
{
  g_autoptr (JipyoHistory) history = jipyo_history_new (desk->path);
  const int n = count_ticks_in (history);

  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  return n;
}

/* A file stands where the folder should be; nothing can be written until it is gone. */
static void
test_says_and_mends (void)
{
  Desk desk = { .directory = g_dir_make_tmp ("jipyo-keeper-XXXXXX", NULL) };
  g_autofree char *obstacle = g_build_filename (desk.directory, "data", NULL);

  desk.path = g_build_filename (obstacle, "history.sqlite", NULL);
  g_assert_true (g_file_set_contents (obstacle, "x", 1, NULL));
  open_desk (&desk);
  wait_for_state (&desk, "failed");
  put_price (&desk, 4);
  put_price (&desk, 5);
  /* Not with each tick: a disk in need is left alone for some seconds. */
  jipyo_quote_keeper_tick (desk.keeper, 0, NOW_US);
  g_assert_cmpstr (jipyo_quote_keeper_get_state (desk.keeper), ==, "failed");
  g_assert_cmpint (g_unlink (obstacle), ==, 0);
  jipyo_quote_keeper_tick (desk.keeper, 60 * G_USEC_PER_SEC, NOW_US);
  wait_for_state (&desk, "kept");
  put_price (&desk, 6); /* saved when the keeper ends */
  close_desk (&desk);
  g_assert_cmpint (read_back (&desk), ==, 6);
  g_assert_cmpint (count_ticks (&desk), ==, 3);

  remove_desk (&desk);
}

/* The file at the path is no database: what is kept is kept in a new one, and where it went is
 * told.
 */
static void
test_says_damage (void)
{
  Desk desk = { .directory = g_dir_make_tmp ("jipyo-keeper-XXXXXX", NULL) };
  g_autofree char *kept = NULL;

  desk.path = g_build_filename (desk.directory, "history.sqlite", NULL);
  g_assert_true (g_file_set_contents (desk.path, "alas", 4, NULL));
  open_desk (&desk);
  g_assert_true (jipyo_quote_keeper_is_keeping (desk.keeper));
  wait_for_state (&desk, "damaged");
  g_assert_true (jipyo_quote_keeper_is_keeping (desk.keeper));
  kept = g_strdup (jipyo_history_get_damaged_file (jipyo_quote_keeper_get_history (desk.keeper)));
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_REGULAR));
  put_price (&desk, 4);
  jipyo_quote_keeper_tick (desk.keeper, 1, NOW_US);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (jipyo_quote_keeper_get_state (desk.keeper), ==, "damaged");
  close_desk (&desk);
  g_assert_cmpint (read_back (&desk), ==, 4);
  g_assert_cmpint (g_unlink (kept), ==, 0);
  remove_desk (&desk);
}

/* Where prices come without a pause, old ones are looked after all the same, and copies are made.
 */
static void
test_looked_after_while_prices_come (void)
{
  Desk desk = { .directory = g_dir_make_tmp ("jipyo-keeper-XXXXXX", NULL) };

  desk.path = g_build_filename (desk.directory, "history.sqlite", NULL);
  g_autofree char *copy = g_strconcat (desk.path, ".backup-1", NULL);
  open_desk (&desk);
  for (gint64 second = 1; second < 1000 && !g_file_test (copy, G_FILE_TEST_EXISTS); second++) {
    put_price (&desk, second);
    jipyo_quote_keeper_tick (desk.keeper, second * G_USEC_PER_SEC,
                             NOW_US + second * G_USEC_PER_SEC);
    g_usleep (2000);
    while (g_main_context_iteration (NULL, FALSE))
      ;
  }
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  close_desk (&desk);
  remove_desk (&desk);
}

/* By the time that it is told, not by the machine's: in 1970 nothing is old yet. */
static void
test_tidies (void)
{
  Desk desk = { .directory = g_dir_make_tmp ("jipyo-keeper-XXXXXX", NULL) };
  gint64 monotonic_us = G_USEC_PER_SEC;

  desk.path = g_build_filename (desk.directory, "history.sqlite", NULL);
  open_desk (&desk);
  JipyoHistory *history = jipyo_quote_keeper_get_history (desk.keeper);
  put_price (&desk, 4);
  put_price (&desk, 5);
  for (int i = 0; i < 4; i++, monotonic_us += 2 * G_TIME_SPAN_HOUR) {
    jipyo_quote_keeper_tick (desk.keeper, monotonic_us, NOW_US);
    g_assert_cmpint (count_ticks_in (history), ==, 2);
  }
  jipyo_quote_keeper_tick (desk.keeper, monotonic_us, NOW_US + 30 * G_TIME_SPAN_DAY);
  g_assert_cmpint (count_ticks_in (history), ==, 0);
  close_desk (&desk);
  remove_desk (&desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/quote-keeper/says-and-mends", test_says_and_mends);
  g_test_add_func ("/app/quote-keeper/says-damage", test_says_damage);
  g_test_add_func ("/app/quote-keeper/tidies", test_tidies);
  g_test_add_func ("/app/quote-keeper/looked-after-while-prices-come",
                   test_looked_after_while_prices_come);
  return g_test_run ();
}
