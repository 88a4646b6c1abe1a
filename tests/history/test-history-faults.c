/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every write, sync, truncation, creation and renaming of a history's day fails, once and from then
 * on, for want of room and for a broken disk: what was said to be kept is there when the disk is
 * well again, once, and nothing half.
 */

#include "fake-disk.h"
#include "history-day.h"

#include <errno.h>

/* FALSE when there was no such call. */
static gboolean
live_through (int error, gboolean on, int at)
{
  g_autofree char *directory = g_dir_make_tmp ("jipyo-faults-XXXXXX", NULL);
  HistoryDay told = { .path = g_build_filename (directory, "history.sqlite", NULL) };
  const char *argv[] = { "rm", "-r", "--", directory, NULL };

  fake_disk = (FakeDisk){ .error = error, .on = on, .at = at };
  history_day_spend (&told);
  const gboolean reached = fake_disk.n_calls >= at;
  fake_disk = (FakeDisk){ 0 };
  history_day_check (&told);
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
