/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-history.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

typedef struct {
  GMainLoop *loop;
  gboolean saved;
  GPtrArray *loaded;
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
  answer = save (history, quotes);
  g_assert_no_error (answer.error);
  g_assert_true (answer.saved);
  end (history);

  history = jipyo_history_new (path);
  answer = load (history);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.loaded->len, ==, 1);
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
  g_assert_cmpint (sqlite3_exec (database, "PRAGMA user_version = 99", NULL, NULL, NULL), ==,
                   SQLITE_OK);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/history/history/survives-restart", test_survives_restart);
  g_test_add_func ("/history/history/writes-before-it-ends", test_writes_before_it_ends);
  g_test_add_func ("/history/history/damaged-is-set-aside", test_damaged_is_set_aside);
  g_test_add_func ("/history/history/newer-is-untouched", test_newer_is_untouched);
  g_test_add_func ("/history/history/second-is-refused", test_second_is_refused);
  return g_test_run ();
}
