/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fake-disk.h"
#include "jipyo-history.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

typedef struct {
  GMainLoop *loop;
  gboolean saved;
  GPtrArray *loaded;
  JipyoCandleSeries *series;
  GError *error;
} Answer;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->saved = jipyo_history_save_finish (JIPYO_HISTORY (source), result, &answer->error);
  g_main_loop_quit (answer->loop);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->loaded = jipyo_history_load_finish (JIPYO_HISTORY (source), result, &answer->error);
  g_main_loop_quit (answer->loop);
}

static Answer
save (JipyoHistory *history, const GPtrArray *quotes)
{
  Answer answer = { .loop = g_main_loop_new (NULL, FALSE) };

  jipyo_history_save_async (history, quotes, NULL, saved_cb, &answer);
  g_main_loop_run (answer.loop);
  g_main_loop_unref (answer.loop);
  return answer;
}

static void
queried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->series = jipyo_history_query_finish (JIPYO_HISTORY (source), result, &answer->error);
  g_main_loop_quit (answer->loop);
}

static Answer
query_ticks (JipyoHistory *history, const char *instrument)
{
  const JipyoHistoryQuery query = { .instrument = instrument,
                                    .from_ms = G_MININT64,
                                    .to_ms = G_MAXINT64 };
  Answer answer = { .loop = g_main_loop_new (NULL, FALSE) };

  jipyo_history_query_async (history, &query, NULL, queried_cb, &answer);
  g_main_loop_run (answer.loop);
  g_main_loop_unref (answer.loop);
  return answer;
}

static Answer
load (JipyoHistory *history)
{
  Answer answer = { .loop = g_main_loop_new (NULL, FALSE) };

  jipyo_history_load_async (history, NULL, loaded_cb, &answer);
  g_main_loop_run (answer.loop);
  g_main_loop_unref (answer.loop);
  return answer;
}

static JipyoQuote *
quote (const char *instrument, gint64 price, gint64 received_us)
{
  JipyoQuote *made = jipyo_quote_new (instrument, "upbit");

  made->name = jipyo_text_new ("비트코인", "Bitcoin");
  made->currency = g_strdup ("KRW");
  made->last = (JipyoDecimal){ .digits = price, .scale = 2 };
  made->has_change = TRUE;
  made->change = (JipyoDecimal){ .digits = -2500, .scale = 0 };
  made->basis = JIPYO_BASIS_PREVIOUS_CLOSE_UTC;
  made->received_us = received_us;
  made->venue_time_us = received_us - 5;
  return made;
}

/* Drops the history and waits until its file is closed: answers hold a reference for a moment. */
static void
end (JipyoHistory *history)
{
  g_object_add_weak_pointer (G_OBJECT (history), (gpointer *) &history);
  g_object_unref (history);
  while (history != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static char *
temporary_path (char **directory)
{
  *directory = g_dir_make_tmp ("jipyo-history-XXXXXX", NULL);
  return g_build_filename (*directory, "deep", "history.sqlite", NULL);
}

static void
remove_all (const char *directory)
{
  const char *argv[] = { "rm", "-r", "--", directory, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
}

/* Saved by one program, read by the next; an older quote never replaces a newer one. */
static void
test_survives_restart (void)
{
  g_autofree char *directory = NULL;
  g_autofree char *path = temporary_path (&directory);
  JipyoHistory *history = jipyo_history_new (path);
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  const JipyoQuote *kept = NULL;
  Answer answer;

  g_ptr_array_add (quotes, quote ("upbit:KRW-BTC", 15983100000, 2000));
  g_ptr_array_add (quotes, quote ("upbit:KRW-BTC", 1, 1000));
  g_ptr_array_add (quotes, quote ("upbit:KRW-ETH", 2, 2000));
  ((JipyoQuote *) quotes->pdata[2])->state = JIPYO_QUOTE_SUSPECT;
  /* In doubt as a change, not as a price. */
  g_ptr_array_add (quotes, quote ("upbit:KRW-UNIT", 3, 2000));
  ((JipyoQuote *) quotes->pdata[3])->state = JIPYO_QUOTE_SUSPECT;
  ((JipyoQuote *) quotes->pdata[3])->unit_change = 1000;
  answer = save (history, quotes);
  g_assert_no_error (answer.error);
  g_assert_true (answer.saved);
  end (history);

  history = jipyo_history_new (path);
  answer = load (history);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.loaded->len, ==, 2);
  g_assert_cmpstr (((JipyoQuote *) answer.loaded->pdata[1])->instrument, ==, "upbit:KRW-UNIT");
  kept = answer.loaded->pdata[0];
  g_assert_cmpstr (kept->instrument, ==, "upbit:KRW-BTC");
  g_assert_cmpint (kept->last.digits, ==, 15983100000);
  g_assert_cmpint (kept->last.scale, ==, 2);
  g_assert_true (kept->has_change);
  g_assert_false (kept->has_change_percent);
  g_assert_cmpint (kept->received_us, ==, 2000);
  g_assert_cmpint (kept->state, ==, JIPYO_QUOTE_HISTORY);
  g_assert_cmpstr (kept->name.ko, ==, "비트코인");
  g_ptr_array_unref (answer.loaded);
  end (history);
  remove_all (directory);
}

/* What is handed over and not waited for is written before the object is gone. */
static void
test_writes_before_it_ends (void)
{
  g_autofree char *directory = NULL;
  g_autofree char *path = temporary_path (&directory);
  JipyoHistory *history = jipyo_history_new (path);
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  Answer answer;

  g_ptr_array_add (quotes, quote ("upbit:KRW-BTC", 1, 1000));
  jipyo_history_save_async (history, quotes, NULL, NULL, NULL);
  end (history);
  history = jipyo_history_new (path);
  answer = load (history);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.loaded->len, ==, 1);
  g_ptr_array_unref (answer.loaded);
  end (history);
  remove_all (directory);
}

static void
test_damaged_is_set_aside (void)
{
  g_autofree char *directory = NULL;
  g_autofree char *path = temporary_path (&directory);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (JipyoHistory) history = jipyo_history_new (path);
  g_autoptr (GDir) listing = NULL;
  const char *name = NULL;
  gboolean kept = FALSE;
  Answer answer;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (
    g_file_set_contents (path, "this is no database, but a text of some length; ", -1, NULL));
  answer = load (history);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.loaded->len, ==, 0);
  g_ptr_array_unref (answer.loaded);
  listing = g_dir_open (parent, 0, NULL);
  while ((name = g_dir_read_name (listing)) != NULL)
    kept |= g_str_has_prefix (name, "history.sqlite.corrupt-");
  g_assert_true (kept);
  remove_all (directory);
}

static void
test_newer_is_untouched (void)
{
  g_autofree char *directory = NULL;
  g_autofree char *path = temporary_path (&directory);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (JipyoHistory) history = jipyo_history_new (path);
  sqlite3 *database = NULL;
  Answer answer;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database,
                                 "PRAGMA application_id = 1247367535; PRAGMA user_version = 99",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);
  answer = load (history);
  g_assert_error (answer.error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_NEWER);
  g_clear_error (&answer.error);
  remove_all (directory);
}

/* The second program is told at once, and the first goes on. */
static void
test_second_is_refused (void)
{
  g_autofree char *directory = NULL;
  g_autofree char *path = temporary_path (&directory);
  g_autoptr (JipyoHistory) first = jipyo_history_new (path);
  g_autoptr (JipyoHistory) second = jipyo_history_new (path);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  Answer answer = save (first, none);

  g_assert_true (answer.saved);
  answer = load (second);
  g_assert_error (answer.error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_BUSY);
  g_clear_error (&answer.error);
  answer = save (first, none);
  g_assert_true (answer.saved);
  remove_all (directory);
}

/* Every price is kept once, the newest of the board among them, and survives as it was told. */
static void
test_keeps_every_price (void)
{
  g_autofree char *directory = NULL;
  g_autofree char *path = temporary_path (&directory);
  JipyoHistory *history = jipyo_history_new (path);
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  Answer answer;

  g_ptr_array_add (quotes, quote ("upbit:KRW-BTC", 15983100000, 2000000));
  g_ptr_array_add (quotes, quote ("upbit:KRW-ETH", 7, 2500000));
  g_ptr_array_add (quotes, quote ("upbit:KRW-BTC", 15983100000, 2000000));
  g_ptr_array_add (quotes, quote ("upbit:KRW-BTC", 15983200000, 3000000));
  g_ptr_array_add (quotes, quote ("upbit:KRW-BTC", 1, 4000000));
  ((JipyoQuote *) quotes->pdata[4])->state = JIPYO_QUOTE_SUSPECT;
  g_assert_true (save (history, quotes).saved);
  g_assert_true (save (history, quotes).saved);
  end (history);

  history = jipyo_history_new (path);
  answer = query_ticks (history, "upbit:KRW-BTC");
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.series->candles->len, ==, 2);
  g_assert_cmpuint (answer.series->scale, ==, 2);
  const JipyoCandle *candles = (const JipyoCandle *) (gpointer) answer.series->candles->data;
  g_assert_cmpint (candles[0].start_ms, ==, 1999);
  g_assert_cmpint (candles[0].close, ==, 15983100000);
  g_assert_cmpint (candles[1].close, ==, 15983200000);
  jipyo_candle_series_free (answer.series);
  end (history);
  remove_all (directory);
}

/* A row of the newest that was damaged is not shown. */
static void
test_damaged_newest (void)
{
  g_autofree char *directory = NULL;
  g_autofree char *path = temporary_path (&directory);
  JipyoHistory *history = jipyo_history_new (path);
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  sqlite3 *database = NULL;

  g_ptr_array_add (quotes, quote ("upbit:KRW-BTC", 15983100000, 2000));
  g_ptr_array_add (quotes, quote ("upbit:KRW-ETH", 7, 2000));
  g_assert_true (save (history, quotes).saved);
  end (history);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database,
                                 "UPDATE latest SET last_digits = last_digits + 1 WHERE"
                                 " instrument = 'upbit:KRW-BTC'",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);
  history = jipyo_history_new (path);
  Answer answer = load (history);
  g_assert_cmpuint (answer.loaded->len, ==, 1);
  g_assert_cmpstr (((JipyoQuote *) answer.loaded->pdata[0])->instrument, ==, "upbit:KRW-ETH");
  g_ptr_array_unref (answer.loaded);
  end (history);
  remove_all (directory);
}

/* A file of the first version that was released: all of it is there, and the rest is added. */
static void
test_first_version (void)
{
  g_autofree char *directory = g_dir_make_tmp ("jipyo-history-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "history.sqlite", NULL);
  g_autofree char *golden =
    g_test_build_filename (G_TEST_DIST, "history", "golden", "history-1.sqlite", NULL);
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (golden, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  JipyoHistory *history = jipyo_history_new (path);
  Answer answer = load (history);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.loaded->len, ==, 3);
  const JipyoQuote *kept = answer.loaded->pdata[2];
  g_assert_cmpstr (kept->instrument, ==, "test:CCC");
  g_assert_cmpstr (kept->name.en, ==, "Invented three");
  g_assert_null (kept->name.ko);
  g_assert_cmpint (kept->last.scale, ==, 8);
  g_assert_cmpint (kept->change_percent.digits, ==, -157);
  g_ptr_array_unref (answer.loaded);
  answer = query_ticks (history, "test:AAA");
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.series->candles->len, ==, 0);
  jipyo_candle_series_free (answer.series);
  end (history);
  remove_all (directory);
}

static gint64
load_price (const char *path)
{
  JipyoHistory *history = jipyo_history_new (path);
  Answer answer = load (history);
  gint64 price = 0;

  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.loaded->len, <=, 1);
  if (answer.loaded->len == 1)
    price = ((JipyoQuote *) answer.loaded->pdata[0])->last.digits;
  g_ptr_array_unref (answer.loaded);
  end (history);
  return price;
}

/* Saves `price`; TRUE when the history says that it is on the fake_disk. */
static gboolean
save_price (JipyoHistory *history, gint64 price)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);

  g_ptr_array_add (quotes, quote ("upbit:KRW-BTC", price, price));
  Answer answer = save (history, quotes);
  /* Which of its calls found no room is not always left to be asked, so that may be called a
   * failure; a failure is never called a lack of room. */
  g_assert_true (answer.saved || answer.error->domain == JIPYO_HISTORY_ERROR);
  g_assert_true (answer.saved || fake_disk.error == ENOSPC
                 || answer.error->code == JIPYO_HISTORY_ERROR_FAILED);
  g_clear_error (&answer.error);
  return answer.saved;
}

/* One life: a price is on the disk, the disk fails at one call, it is well again. FALSE when there
 * was no such call. */
static gboolean
live_through (int at)
{
  g_autofree char *directory = NULL;
  g_autofree char *path = temporary_path (&directory);
  JipyoHistory *history = jipyo_history_new (path);
  const int error = fake_disk.error;

  fake_disk.error = 0;
  g_assert_true (save_price (history, 1));
  fake_disk.error = error;
  fake_disk.at = at;
  fake_disk.n_calls = 0;
  const gboolean saved = save_price (history, 2);
  const gboolean reached = fake_disk.n_calls >= at;
  fake_disk.error = 0;
  /* What failed once is tried once more. */
  g_assert_true (saved || fake_disk.on);
  /* Nothing that was said to be saved is lost, and what comes next is saved without a restart. */
  if (!saved) {
    g_assert_true (save_price (history, 3));
    end (history);
    g_assert_cmpint (load_price (path), ==, 3);
  } else {
    end (history);
    g_assert_cmpint (load_price (path), ==, 2);
  }
  fake_disk.error = error;
  remove_all (directory);
  return reached;
}

/* Every write, sync, truncation and creation of a save fails, once and from then on. */
static void
test_failing_disk (void)
{
  static const int errors[] = { ENOSPC, EIO };
  int n_points = 0;

  for (guint i = 0; i < G_N_ELEMENTS (errors) * 2; i++) {
    fake_disk.error = errors[i / 2];
    fake_disk.on = i % 2 == 1;
    for (int at = 1; live_through (at); at++)
      n_points++;
  }
  fake_disk.error = 0;
  g_test_message ("%d points of failure", n_points);
  g_assert_cmpint (n_points, >=, 8);
}

static const struct {
  int error;
  int told;
} causes[] = {
  { ENOSPC, JIPYO_HISTORY_ERROR_FULL },
  { EDQUOT, JIPYO_HISTORY_ERROR_FULL },
  { EIO, JIPYO_HISTORY_ERROR_FAILED },
};

/* What could not be synced is not trusted to a connection that thinks it could. */
static void
test_failing_sync (void)
{
  g_autofree char *directory = NULL;
  g_autofree char *path = temporary_path (&directory);
  JipyoHistory *history = jipyo_history_new (path);
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  Answer answer;

  g_assert_true (save_price (history, 1));
  fake_disk.syncs = TRUE;
  fake_disk.on = FALSE;
  fake_disk.at = 1;
  fake_disk.n_calls = fake_disk.n_opened = 0;
  fake_disk.error = EIO;
  g_assert_true (save_price (history, 2));
  g_assert_cmpint (fake_disk.n_calls, >, 0);
  g_assert_cmpint (fake_disk.n_opened, >, 0);
  /* A sync that finds no room is told as that, and no other. */
  fake_disk.on = TRUE;
  g_ptr_array_add (quotes, quote ("upbit:KRW-BTC", 3, 3));
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++) {
    fake_disk.error = causes[i].error;
    answer = save (history, quotes);
    g_assert_error (answer.error, JIPYO_HISTORY_ERROR, causes[i].told);
    g_clear_error (&answer.error);
  }
  fake_disk.error = 0;
  fake_disk.syncs = FALSE;
  end (history);
  remove_all (directory);
}

/* SQLite tells of a file that cannot be made as of one that is not there. */
static void
test_no_room_for_a_file (void)
{
  g_autofree char *directory = NULL;
  g_autofree char *path = temporary_path (&directory);

  fake_disk.on = TRUE;
  fake_disk.at = 1;
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++) {
    JipyoHistory *history = jipyo_history_new (path);
    Answer answer;

    fake_disk.n_calls = 0;
    fake_disk.error = causes[i].error;
    answer = load (history);
    g_assert_error (answer.error, JIPYO_HISTORY_ERROR, causes[i].told);
    g_clear_error (&answer.error);
    fake_disk.error = 0;
    end (history);
  }
  remove_all (directory);
}

/* A start on a full disk: nothing can be made, and it is told why; later it can. */
static void
test_full_at_start (void)
{
  g_autofree char *directory = NULL;
  g_autofree char *path = temporary_path (&directory);
  JipyoHistory *history = jipyo_history_new (path);
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  Answer answer;

  fake_disk.on = fake_disk.can_open = TRUE;
  fake_disk.at = 1;
  fake_disk.n_calls = 0;
  fake_disk.error = ENOSPC;
  answer = load (history);
  g_assert_error (answer.error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_FULL);
  g_clear_error (&answer.error);
  g_assert_false (save_price (history, 1));
  fake_disk.error = 0;
  g_assert_true (save_price (history, 2));
  /* And it fills up under an open file. */
  g_ptr_array_add (quotes, quote ("upbit:KRW-BTC", 3, 3));
  fake_disk.error = ENOSPC;
  answer = save (history, quotes);
  g_assert_error (answer.error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_FULL);
  g_clear_error (&answer.error);
  end (history);
  /* What is there is read on a full fake_disk. */
  fake_disk.error = ENOSPC;
  g_assert_cmpint (load_price (path), ==, 2);
  fake_disk.error = 0;
  fake_disk.can_open = FALSE;
  remove_all (directory);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fake_disk_replace ();
  g_test_add_func ("/history/history/survives-restart", test_survives_restart);
  g_test_add_func ("/history/history/writes-before-it-ends", test_writes_before_it_ends);
  g_test_add_func ("/history/history/damaged-is-set-aside", test_damaged_is_set_aside);
  g_test_add_func ("/history/history/newer-is-untouched", test_newer_is_untouched);
  g_test_add_func ("/history/history/second-is-refused", test_second_is_refused);
  g_test_add_func ("/history/history/keeps-every-price", test_keeps_every_price);
  g_test_add_func ("/history/history/damaged-newest", test_damaged_newest);
  g_test_add_func ("/history/history/first-version", test_first_version);
  g_test_add_func ("/history/history/failing-disk", test_failing_disk);
  g_test_add_func ("/history/history/failing-sync", test_failing_sync);
  g_test_add_func ("/history/history/no-room-for-a-file", test_no_room_for_a_file);
  g_test_add_func ("/history/history/full-at-start", test_full_at_start);
  return g_test_run ();
}
