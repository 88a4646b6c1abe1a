/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program that writes the history is killed at any moment, over and over: what it said to be kept
 * is there, in order, once, and the file is whole. JIPYO_KILLS says how often.
 */

#include "jipyo-range.h"
#include "jipyo-store.h"
#include "jipyo-verification.h"

#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A file grows with each life; after so many, or before its minutes are half a year old and become
 * hours, a new one is begun. */
enum { LIVES = 40, KEPT_MAX = 20000 };

typedef struct {
  char *path;
  gint64 kept; /* the last number that was said to be kept */
} Story;

static pid_t
start_writer (const Story *story, int *output)
{
  g_autofree char *next = g_strdup_printf ("%" G_GINT64_FORMAT, story->kept + 1);
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  const pid_t child = fork ();
  if (child == 0) {
    dup2 (ends[1], STDOUT_FILENO);
    close (ends[0]);
    execl (g_getenv ("JIPYO_WRITER"), "history-writer", story->path, next, NULL);
    _exit (127);
  }
  close (ends[1]);
  *output = ends[0];
  return child;
}

/* The last whole line of what the writer said, or what was kept before. */
static gint64
read_last (int output, gint64 before)
{
  g_autoptr (GString) said = g_string_new (NULL);
  char bytes[4096];
  gssize n;

  while ((n = read (output, bytes, sizeof bytes)) > 0)
    g_string_append_len (said, bytes, n);
  close (output);
  char *end = strrchr (said->str, '\n');
  if (end == NULL)
    return before;
  *end = '\0';
  const char *begin = strrchr (said->str, '\n');
  return g_ascii_strtoll (begin != NULL ? begin + 1 : said->str, NULL, 10);
}

/* Candles of a minute: what has grown old is no tick any more. One number falls on one minute. */
static void
check (Story *story)
{
  const JipyoHistoryQuery query = { .instrument = "test:AAA",
                                    .resolution = JIPYO_RESOLUTION_MINUTE,
                                    .from_ms = G_MININT64,
                                    .to_ms = G_MAXINT64 };
  g_autoptr (GError) error = NULL;
  JipyoStore *store = jipyo_store_open (story->path, &error);

  g_assert_no_error (error);
  g_autoptr (JipyoCandleSeries) series = jipyo_range_read (store, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (series->gaps->len, ==, 0);
  g_assert_cmpint (series->candles->len, >=, story->kept);
  for (guint i = 0; i < series->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (series->candles, JipyoCandle, i);

    g_assert_cmpint (candle->open, ==, i + 1);
    g_assert_cmpint (candle->low, ==, candle->high);
  }
  story->kept = series->candles->len;
  jipyo_store_close (store);
}

static gboolean
live_and_die (Story *story)
{
  int output, status;
  const pid_t child = start_writer (story, &output);

  /* One in four while it opens the file, the others within some commits of the first. */
  if (g_random_int_range (0, 4) > 0)
    poll (&(struct pollfd){ .fd = output, .events = POLLIN }, 1, 5000);
  g_usleep ((gulong) g_random_int_range (0, 20000));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  const gint64 before = story->kept;
  story->kept = read_last (output, before);
  check (story);
  return story->kept > before;
}

static void
test_kills (void)
{
  const char *count = g_getenv ("JIPYO_KILLS");
  const int n_kills = count != NULL ? atoi (count) : 60;
  int n_fruitful = 0;

  for (int kills = 0; kills < n_kills;) {
    g_autofree char *directory = g_dir_make_tmp ("jipyo-kills-XXXXXX", NULL);
    Story story = { .path = g_build_filename (directory, "history.sqlite", NULL) };
    const char *argv[] = { "rm", "-r", "--", directory, NULL };
    g_autoptr (GError) error = NULL;

    for (int life = 0; life < LIVES && kills < n_kills && story.kept < KEPT_MAX; life++, kills++)
      n_fruitful += live_and_die (&story);
    g_assert_true (jipyo_verification_check (story.path, &error));
    g_assert_no_error (error);
    g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                                 NULL, NULL, NULL));
    g_free (story.path);
  }
  g_test_message ("%d kills, %d of them of a writer that had committed", n_kills, n_fruitful);
  g_assert_cmpint (n_fruitful, >, 0);
}

/* D14. Of many that begin at once one has the file; the others are refused it, and none harms it.
 */
static void
test_one_of_many (void)
{
  enum { N_WRITERS = 20 };
  g_autofree char *directory = g_dir_make_tmp ("jipyo-kills-XXXXXX", NULL);
  Story story = { .path = g_build_filename (directory, "history.sqlite", NULL) };
  const char *argv[] = { "rm", "-r", "--", directory, NULL };
  pid_t writers[N_WRITERS];
  int outputs[N_WRITERS];
  int n_had = 0, status;

  for (int i = 0; i < N_WRITERS; i++)
    writers[i] = start_writer (&story, &outputs[i]);
  for (int i = 0; i < N_WRITERS; i++)
    poll (&(struct pollfd){ .fd = outputs[i], .events = POLLIN }, 1, -1);
  for (int i = 0; i < N_WRITERS; i++) {
    kill (writers[i], SIGKILL);
    g_assert_cmpint (waitpid (writers[i], &status, 0), ==, writers[i]);
    const gint64 kept = read_last (outputs[i], 0);
    n_had += kept > 0;
    story.kept = MAX (story.kept, kept);
    if (WIFEXITED (status))
      g_assert_cmpint (WEXITSTATUS (status), ==, 2);
  }
  /* None, when two kept each other from beginning: the window tries again. */
  g_assert_cmpint (n_had, <=, 1);
  check (&story);
  g_assert_true (jipyo_verification_check (story.path, NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  g_free (story.path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/kills/nothing-is-lost", test_kills);
  g_test_add_func ("/history/kills/one-of-many", test_one_of_many);
  return g_test_run ();
}
