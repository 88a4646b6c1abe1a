/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every write, sync, truncation, creation and renaming of a history's day fails, once and from then
 * on, for want of room and for a broken disk: what was said to be kept is there when the disk is
 * well again, once, and nothing half.
 */

#include "fake-disk.h"
#include "jipyo-backup.h"
#include "jipyo-day-blocks.h"
#include "jipyo-range.h"
#include "jipyo-retention.h"
#include "jipyo-tail.h"
#include "jipyo-verification.h"

#include <errno.h>

static const gint64 START_MS = 1728000000000;
static const gint64 DAY_MS = 24 * 60 * 60 * 1000;

enum { N_CANDLES = 300 };

/* What a life has been told. */
typedef struct {
  char *path;
  int n_ticks;       /* kept for certain */
  int n_tried;       /* and perhaps these */
  gboolean imported; /* the candles are kept for certain */
  gboolean backed_up;
} Told;

static gboolean
keep_tick (JipyoStore *store, int number)
{
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  jipyo_rows_append (&rows, (const gint64[]){ START_MS + number * DAY_MS, 0, number });
  return jipyo_store_begin (store, NULL)
         && jipyo_store_end (store, jipyo_tail_append (store, "test:AAA", &rows, NULL), NULL);
}

static gboolean
keep_candles (JipyoStore *store)
{
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_CANDLE_COLUMNS);
  for (int i = 0; i < N_CANDLES; i++)
    jipyo_rows_append (&rows, (const gint64[]){ START_MS + i * DAY_MS, 5, 6, 4, 5, 1 });
  if (!jipyo_store_begin (store, NULL))
    return FALSE;
  const JipyoBlockRange range = {
    .series = jipyo_store_find_series (store, "test:BBB", TRUE, NULL),
    .instrument = "test:BBB",
    .resolution = JIPYO_RESOLUTION_DAY,
  };
  return jipyo_store_end (
    store, range.series != 0 && jipyo_day_blocks_replace_candles (store, &range, &rows, NULL),
    NULL);
}

static gboolean
tidy (JipyoStore *store)
{
  JipyoRetention run = { .now_ms = START_MS + 30 * DAY_MS, .days_left = 3 };

  return jipyo_tail_fold (store, NULL) && jipyo_retention_run (store, &run, NULL);
}

/* A day, up to the first step that fails: the store is closed then, as the history does. */
static void
spend_day (Told *told)
{
  JipyoStore *store = jipyo_store_open (told->path, NULL);

  for (int i = 0; store != NULL && i < 4; i++) {
    told->n_tried++;
    if (!keep_tick (store, told->n_tried))
      break;
    told->n_ticks = told->n_tried;
    if (i == 1 && !tidy (store))
      break;
    if (i == 2 && !(told->imported = keep_candles (store)))
      break;
    if (i == 3)
      told->backed_up = jipyo_backup_make_daily (store->database, told->path, NULL);
  }
  jipyo_store_close (store);
}

static JipyoCandleSeries *
read_days (JipyoStore *store, const char *instrument)
{
  const JipyoHistoryQuery query = { .instrument = instrument,
                                    .resolution = JIPYO_RESOLUTION_DAY,
                                    .from_ms = G_MININT64,
                                    .to_ms = G_MAXINT64 };
  JipyoCandleSeries *series = jipyo_range_read (store, &query, NULL);

  g_assert_nonnull (series);
  g_assert_cmpuint (series->gaps->len, ==, 0);
  return series;
}

static void
check (const Told *told)
{
  g_autoptr (GError) error = NULL;
  JipyoStore *store = jipyo_store_open (told->path, &error);

  g_assert_no_error (error);
  g_autoptr (JipyoCandleSeries) ticks = read_days (store, "test:AAA");
  g_assert_cmpint (ticks->candles->len, >=, told->n_ticks);
  g_assert_cmpint (ticks->candles->len, <=, told->n_tried);
  for (guint i = 0; i < ticks->candles->len; i++)
    g_assert_cmpint (g_array_index (ticks->candles, JipyoCandle, i).close, ==, i + 1);
  g_autoptr (JipyoCandleSeries) candles = read_days (store, "test:BBB");
  g_assert_true (candles->candles->len == N_CANDLES
                 || (candles->candles->len == 0 && !told->imported));
  g_assert_true (keep_tick (store, (int) ticks->candles->len + 1));
  jipyo_store_close (store);
  g_assert_true (jipyo_verification_check (told->path, &error));
  g_assert_no_error (error);
  g_autofree char *backup = g_strconcat (told->path, ".backup-1", NULL);
  const gboolean there = g_file_test (backup, G_FILE_TEST_EXISTS);
  g_assert_true (there || !told->backed_up);
  g_assert_true (!there || jipyo_verification_check (backup, NULL));
}

/* FALSE when there was no such call. */
static gboolean
live_through (int error, gboolean on, int at)
{
  g_autofree char *directory = g_dir_make_tmp ("jipyo-faults-XXXXXX", NULL);
  Told told = { .path = g_build_filename (directory, "history.sqlite", NULL) };
  const char *argv[] = { "rm", "-r", "--", directory, NULL };

  fake_disk = (FakeDisk){ .error = error, .on = on, .at = at };
  spend_day (&told);
  const gboolean reached = fake_disk.n_calls >= at;
  fake_disk = (FakeDisk){ 0 };
  check (&told);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  g_free (told.path);
  return reached;
}

static void
test_faults (void)
{
  static const int errors[] = { ENOSPC, EIO };
  const int stride = g_strcmp0 (g_getenv ("JIPYO_FAULTS"), "all") == 0 ? 1 : 9;
  int n_points = 0;

  for (guint i = 0; i < G_N_ELEMENTS (errors) * 2; i++)
    for (int at = 1 + (int) i % stride; live_through (errors[i / 2], i % 2 == 1, at); at += stride)
      n_points++;
  g_test_message ("%d points of failure", n_points);
  g_assert_cmpint (n_points, >, 300 / stride);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fake_disk_replace ();
  g_test_add_func ("/history/faults/day", test_faults);
  return g_test_run ();
}
