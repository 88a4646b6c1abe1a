/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a view asks for lies on the shelf once it was read, up to the reading's end and no further.
 */

#include "jipyo-past-shelf.h"
#include "jipyo-past.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;
static const gint64 FIRST_DAY = 20000; /* 2024-10-04 */
static const guint N_DAYS = 30;

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (jipyo_past_keep_finish (result, NULL));
  *(gboolean *) data = TRUE;
}

/* A candle each day, of the day's number. */
static void
keep_days (void)
{
  g_autoptr (JipyoCandleSeries) series =
               jipyo_candle_series_new ("krx:KOSPI", JIPYO_RESOLUTION_DAY);
  gboolean kept = FALSE;

  for (guint i = 0; i < N_DAYS; i++) {
    const gint64 price = FIRST_DAY + i;
    const JipyoCandle candle = { price * DAY_MS, price, price, price, price, -1 };
    g_array_append_val (series->candles, candle);
  }
  jipyo_past_keep_async (series, NULL, kept_cb, &kept);
  while (!kept)
    g_main_context_iteration (NULL, TRUE);
}

static GPtrArray *
make_needs (guint days)
{
  GPtrArray *needs = jipyo_past_needs_new ();

  jipyo_past_needs_add (needs, "krx:KOSPI", JIPYO_RESOLUTION_DAY, days);
  jipyo_past_needs_add (needs, "krx:KOSDAQ", JIPYO_RESOLUTION_DAY, days);
  return needs;
}

typedef struct {
  gboolean done;
  GError *error;
} Answer;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  jipyo_past_shelf_read_finish (JIPYO_PAST_SHELF (source), result, &answer->error);
  answer->done = TRUE;
}

static Answer
read_all (JipyoPastShelf *shelf, const GPtrArray *needs, gint64 end_ms)
{
  Answer answer = { 0 };

  jipyo_past_shelf_read_async (shelf, needs, end_ms, read_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  return answer;
}

/* The end belongs to the reading, what is after it does not. */
static void
test_waits (void)
{
  keep_days ();
  g_autoptr (JipyoPastShelf) shelf = jipyo_past_shelf_new ();
  g_autoptr (GPtrArray) needs = make_needs (10);
  const gint64 end_ms = (FIRST_DAY + 20) * DAY_MS;
  g_autoptr (GPtrArray) before = jipyo_past_shelf_pick (shelf, needs, end_ms);
  g_assert_cmpuint (before->len, ==, 2);
  g_assert_null (before->pdata[0]);
  Answer answer = read_all (shelf, needs, end_ms);
  g_assert_no_error (answer.error);
  g_assert_false (jipyo_past_shelf_has_failed (shelf));

  g_autoptr (GPtrArray) after = jipyo_past_shelf_pick (shelf, needs, end_ms);
  const JipyoCandleSeries *kospi = after->pdata[0];
  const JipyoCandleSeries *kosdaq = after->pdata[1];
  g_assert_cmpuint (kospi->candles->len, ==, 10);
  g_assert_cmpint (g_array_index (kospi->candles, JipyoCandle, 0).close, ==, FIRST_DAY + 10);
  g_assert_cmpint (g_array_index (kospi->candles, JipyoCandle, 9).close, ==, FIRST_DAY + 19);
  g_assert_cmpuint (kosdaq->candles->len, ==, 0);

  /* Another day's reading is another book. */
  g_autoptr (GPtrArray) other = jipyo_past_shelf_pick (shelf, needs, end_ms - DAY_MS);
  g_assert_null (other->pdata[0]);
}

static void
test_all (void)
{
  keep_days ();
  g_autoptr (JipyoPastShelf) shelf = jipyo_past_shelf_new ();
  g_autoptr (GPtrArray) needs = make_needs (0);
  const gint64 end_ms = (FIRST_DAY + 100) * DAY_MS;
  const Answer answer = read_all (shelf, needs, end_ms);
  g_assert_no_error (answer.error);
  g_autoptr (GPtrArray) picked = jipyo_past_shelf_pick (shelf, needs, end_ms);
  g_assert_cmpuint (((JipyoCandleSeries *) picked->pdata[0])->candles->len, ==, N_DAYS);
}

/* A candle is found again by its id, and joined of shorter ones as a view joins them. */
static void
test_candle (void)
{
  keep_days ();
  g_autoptr (JipyoPastShelf) shelf = jipyo_past_shelf_new ();
  g_autoptr (GPtrArray) needs = make_needs (0);
  JipyoCandleId id = { (char *) "krx:KOSPI", DAY_MS, (FIRST_DAY + 3) * DAY_MS };

  g_assert_null (jipyo_past_shelf_find_candle (shelf, &id));
  const Answer answer = read_all (shelf, needs, (FIRST_DAY + 100) * DAY_MS);
  g_assert_no_error (answer.error);
  g_autoptr (JipyoCandleSeries) day = jipyo_past_shelf_find_candle (shelf, &id);
  g_assert_cmpuint (day->candles->len, ==, 1);
  g_assert_cmpint (day->step_ms, ==, DAY_MS);
  g_assert_cmpint (g_array_index (day->candles, JipyoCandle, 0).close, ==, FIRST_DAY + 3);

  id.step_ms = 5 * DAY_MS;
  id.start_ms = FIRST_DAY / 5 * 5 * DAY_MS;
  g_autoptr (JipyoCandleSeries) joined = jipyo_past_shelf_find_candle (shelf, &id);
  g_assert_cmpint (joined->step_ms, ==, 5 * DAY_MS);
  g_assert_cmpint (joined->resolution, ==, JIPYO_RESOLUTION_DAY);
  g_assert_cmpint (g_array_index (joined->candles, JipyoCandle, 0).open, ==, FIRST_DAY);
  g_assert_cmpint (g_array_index (joined->candles, JipyoCandle, 0).close, ==, FIRST_DAY + 4);

  id.start_ms += DAY_MS; /* no such candle begins there */
  g_assert_null (jipyo_past_shelf_find_candle (shelf, &id));
  id.instrument = (char *) "krx:KOSDAQ";
  g_assert_null (jipyo_past_shelf_find_candle (shelf, &id));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer loaded)
{
  g_autoptr (GPtrArray) quotes = jipyo_history_load_finish (JIPYO_HISTORY (source), result, NULL);

  g_assert_nonnull (quotes);
  *(gboolean *) loaded = TRUE;
}

static void
arrived_cb (guint *n)
{
  (*n)++;
}

/* With a keeper nothing is waited for: it comes by itself, and is read once. */
static void
test_arrives (void)
{
  keep_days ();
  g_autoptr (JipyoPastShelf) shelf = jipyo_past_shelf_new ();
  g_autoptr (GPtrArray) needs = make_needs (10);
  g_autoptr (JipyoQuoteBoard) board = jipyo_quote_board_new ();
  g_autofree char *path = jipyo_past_path ();
  JipyoQuoteKeeper *keeper = jipyo_quote_keeper_new (path, board);
  const gint64 end_ms = (FIRST_DAY + 20) * DAY_MS;
  guint n_arrived = 0;
  g_signal_connect_swapped (shelf, "arrived", G_CALLBACK (arrived_cb), &n_arrived);
  jipyo_past_shelf_set_keeper (shelf, keeper);
  g_autoptr (JipyoNewCodes) codes = jipyo_new_codes_new_own ();
  const JipyoNewCode change = { (char *) "krx:KOSPI", (char *) "krx:KOSDAQ", end_ms * 1000 };
  jipyo_new_codes_take (codes, &change);
  jipyo_past_shelf_set_codes (shelf, codes);
  for (guint i = 0; i < 3; i++) {
    g_autoptr (GPtrArray) picked = jipyo_past_shelf_pick (shelf, needs, end_ms);
    g_assert_null (picked->pdata[0]);
  }
  while (n_arrived < 2)
    g_main_context_iteration (NULL, TRUE);
  g_autoptr (GPtrArray) picked = jipyo_past_shelf_pick (shelf, needs, end_ms);
  g_assert_cmpuint (((JipyoCandleSeries *) picked->pdata[0])->candles->len, ==, 10);
  g_assert_cmpuint (((JipyoCandleSeries *) picked->pdata[1])->candles->len, ==, 10);

  /* Another program's turn: the file is in use, so it gets a copy of now. */
  g_autoptr (JipyoPastShelf) second = jipyo_past_shelf_new ();
  const Answer answer = read_all (second, needs, end_ms);
  g_assert_no_error (answer.error);
  g_assert_cmpint (ABS (jipyo_past_shelf_get_copied_ms (second) - g_get_real_time () / 1000), <,
                   60000);
  g_autoptr (GPtrArray) copied = jipyo_past_shelf_pick (second, needs, end_ms);
  g_assert_cmpuint (((JipyoCandleSeries *) copied->pdata[0])->candles->len, ==, 10);

  g_object_add_weak_pointer (G_OBJECT (keeper), (gpointer *) &keeper);
  g_object_unref (keeper);
  while (keeper != NULL || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (n_arrived, ==, 2);
}

/* What has a new code has its past, up to the change, whoever reads it. */
static void
test_former (void)
{
  const gint64 end_ms = (FIRST_DAY + 100) * DAY_MS;
  const JipyoNewCode change = { (char *) "krx:KOSPI", (char *) "krx:KOSDAQ",
                                (FIRST_DAY + 10) * DAY_MS * 1000 + 5 };
  const JipyoCandleId id = { (char *) "krx:KOSDAQ", DAY_MS, (FIRST_DAY + 3) * DAY_MS };

  keep_days ();
  g_autoptr (JipyoPastShelf) shelf = jipyo_past_shelf_new ();
  g_autoptr (JipyoNewCodes) codes = jipyo_new_codes_new_own ();
  g_autoptr (GPtrArray) needs = make_needs (0);
  jipyo_new_codes_take (codes, &change);
  jipyo_past_shelf_set_codes (shelf, codes);
  const Answer answer = read_all (shelf, needs, end_ms);
  g_assert_no_error (answer.error);
  g_autoptr (GPtrArray) picked = jipyo_past_shelf_pick (shelf, needs, end_ms);
  const JipyoCandleSeries *old = picked->pdata[0], *new = picked->pdata[1];
  g_assert_cmpuint (old->candles->len, ==, 19); /* what came later is another's */
  g_assert_cmpstr (old->next->successor, ==, "krx:KOSDAQ");
  g_assert_cmpuint (new->candles->len, ==, 11);
  g_assert_cmpuint (new->former->len, ==, 1);
  g_autoptr (JipyoCandleSeries) day = jipyo_past_shelf_find_candle (shelf, &id);
  g_assert_cmpuint (day->former->len, ==, 1);
  while (jipyo_own_file_is_saving (jipyo_new_codes_get_file (codes)))
    g_main_context_iteration (NULL, TRUE);
}

static const gint64 COPIED_S = 1738152000; /* 2025-01-29 21:00 in Korea */

/* As the history makes one each day; nobody has it open. */
static char *
make_copy (const char *path)
{
  char *copy = g_strconcat (path, ".backup-1", NULL);
  const struct utimbuf times = { COPIED_S, COPIED_S };
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) size, NULL));
  g_assert_cmpint (g_utime (copy, (struct utimbuf *) &times), ==, 0);
  return copy;
}

static void
check_copied (JipyoPastShelf *shelf, const GPtrArray *needs, gint64 end_ms)
{
  g_autoptr (GPtrArray) picked = jipyo_past_shelf_pick (shelf, needs, end_ms);
  const JipyoCandleSeries *series = picked->pdata[0];
  g_autofree char *json = jipyo_past_format_json (series, G_MAXINT64);
  g_autofree char *text = jipyo_past_format_text (series, G_MAXINT64, JIPYO_LANG_EN);

  g_assert_cmpint (jipyo_past_shelf_get_copied_ms (shelf), ==, COPIED_S * 1000);
  g_assert_cmpuint (series->candles->len, ==, 10);
  g_assert_nonnull (strstr (json, "\"source\": \"copy\""));
  g_assert_nonnull (strstr (json, "\"as_of\": \"2025-01-29T"));
  g_assert_true (g_str_has_prefix (text, "As of the copy of 2025-01-29 21:00"));
}

/* While another has the history, and does not hear, its newest sound copy is read, which says of
 * when it is; a copy that is damaged is none. */
static void
test_copied (void)
{
  keep_days ();
  g_autofree char *path = jipyo_past_path ();
  g_autofree char *copy = make_copy (path);
  g_autoptr (JipyoHistory) holder = jipyo_history_new (path);
  g_autoptr (JipyoPastShelf) shelf = jipyo_past_shelf_new ();
  g_autoptr (JipyoPastShelf) later = jipyo_past_shelf_new ();
  g_autoptr (GPtrArray) needs = make_needs (10);
  const gint64 end_ms = (FIRST_DAY + 20) * DAY_MS;
  gboolean loaded = FALSE;

  jipyo_history_load_async (holder, NULL, loaded_cb, &loaded);
  while (!loaded)
    g_main_context_iteration (NULL, TRUE);
  Answer answer = read_all (shelf, needs, end_ms);
  g_assert_no_error (answer.error);
  g_assert_false (jipyo_past_shelf_has_failed (shelf));
  check_copied (shelf, needs, end_ms);
  g_assert_cmpint (truncate (copy, 5000), ==, 0);
  answer = read_all (later, needs, end_ms);
  g_assert_error (answer.error, JIPYO_PAST_ERROR, JIPYO_PAST_ERROR_BUSY);
  g_assert_true (jipyo_past_shelf_has_failed (later));
  g_clear_error (&answer.error);
  g_assert_cmpint (jipyo_past_shelf_get_copied_ms (later), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/past-shelf/waits", test_waits);
  g_test_add_func ("/app/past-shelf/all", test_all);
  g_test_add_func ("/app/past-shelf/candle", test_candle);
  g_test_add_func ("/app/past-shelf/arrives", test_arrives);
  g_test_add_func ("/app/past-shelf/former", test_former);
  g_test_add_func ("/app/past-shelf/copied", test_copied);
  return g_test_run ();
}
