/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was freed goes back to the desktop once a window rests.
 */

#include "fixture.h"
#include "jipyo-memory.h"

#include <malloc.h>
#include <string.h>
#include <unistd.h>

enum { N_BLOCKS = 512, BLOCK_BYTES = 64 * 1024, MB = 1024 * 1024 };

static double
read_resident_mb (void)
{
  g_autofree char *text = NULL;
  guint64 pages = 0;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_auto (GStrv) fields = g_strsplit (text, " ", 3);
  g_assert_true (g_ascii_string_to_unsigned (fields[1], 10, 0, G_MAXUINT64, &pages, NULL));
  return (double) pages * (double) sysconf (_SC_PAGESIZE) / MB;
}

/* As a page does that is built: much is taken and freed, something on top of it stays. */
static gpointer
leave_a_hole (void)
{
  gpointer blocks[N_BLOCKS];
  gpointer stays;

  for (guint i = 0; i < N_BLOCKS; i++)
    blocks[i] = memset (g_malloc (BLOCK_BYTES), 1, BLOCK_BYTES);
  stays = g_malloc (BLOCK_BYTES);
  for (guint i = 0; i < N_BLOCKS; i++)
    g_free (blocks[i]);
  return stays;
}

/* Until so much is resident at most, or far too long; the last that was seen. */
static double
wait_until_resident_mb (double most_mb)
{
  const gint64 end_us = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  double resident_mb = read_resident_mb ();

  while (resident_mb > most_mb && g_get_monotonic_time () < end_us) {
    ui_fixture_settle ();
    resident_mb = read_resident_mb ();
  }
  return resident_mb;
}

static void
test_rest (void)
{
  const double hole_mb = (double) N_BLOCKS * BLOCK_BYTES / MB;
  GtkWidget *window = gtk_window_new ();

  if (mallopt (M_ARENA_MAX, 1) == 0) {
    g_test_skip ("this malloc takes no advice");
    gtk_window_destroy (GTK_WINDOW (window));
    return;
  }
  jipyo_memory_prepare ();
  jipyo_memory_watch (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  ui_fixture_settle ();

  g_autofree gpointer stays = leave_a_hole ();
  const double before_mb = read_resident_mb ();
  g_assert_nonnull (stays);
  gtk_widget_queue_draw (window);
  g_assert_cmpfloat (wait_until_resident_mb (before_mb - 0.8 * hole_mb), <=,
                     before_mb - 0.8 * hole_mb);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/memory/rest", test_rest);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
