/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a program takes from its start to its first picture, seen from outside: the time until
 * the middle of an empty screen changes. Run on a display without a window manager, so that nothing
 * but the program paints. Two programs take turns, because a busy machine is busy for both; what
 * counts is the ratio of the medians, printed beside what it should be at most. Memory is read
 * when the program has come to rest after that picture, of it alone and with its children.
 */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <glib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

enum { TURNS = 9, LIMIT_MS = 30000, SETTLE_MS = 2500 };

typedef struct {
  double first_frame_ms[TURNS];
  double pss_mb[TURNS];
  double private_dirty_mb[TURNS];
  double all_private_dirty_mb[TURNS]; /* with the children */
} Measurements;

static unsigned long
read_middle (Display *display)
{
  int screen = DefaultScreen (display);
  XImage *image =
    XGetImage (display, DefaultRootWindow (display), DisplayWidth (display, screen) / 2,
               DisplayHeight (display, screen) / 2, 1, 1, AllPlanes, ZPixmap);
  unsigned long pixel = XGetPixel (image, 0, 0);

  XDestroyImage (image);
  return pixel;
}

static gboolean
wait_for_change (Display *display, unsigned long before, gboolean change)
{
  gint64 end = g_get_monotonic_time () + LIMIT_MS * 1000;

  while ((read_middle (display) != before) != change) {
    if (g_get_monotonic_time () > end)
      return FALSE;
    g_usleep (500);
  }
  return TRUE;
}

/* Kilobytes of a line of smaps_rollup. */
static double
read_rollup (const char *text, const char *name)
{
  const char *line = strstr (text, name);

  return line == NULL ? 0 : g_ascii_strtod (line + strlen (name), NULL) / 1024;
}

static void
read_memory (GPid pid, double *pss_mb, double *private_dirty_mb)
{
  g_autofree char *rollup = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *text = NULL;

  *pss_mb = *private_dirty_mb = 0;
  if (!g_file_get_contents (rollup, &text, NULL, NULL))
    return;
  *pss_mb = read_rollup (text, "\nPss:");
  *private_dirty_mb = read_rollup (text, "\nPrivate_Dirty:");
}

/* What the children hold, whichever of their parent's threads started them. */
static double
sum_children (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/task", pid);
  g_autoptr (GDir) tasks = g_dir_open (path, 0, NULL);
  const char *task = NULL;
  double sum_mb = 0;

  while (tasks != NULL && (task = g_dir_read_name (tasks)) != NULL) {
    g_autofree char *file = g_build_filename (path, task, "children", NULL);
    g_autofree char *text = NULL;

    if (!g_file_get_contents (file, &text, NULL, NULL))
      continue;
    g_auto (GStrv) pids = g_strsplit (text, " ", -1);

    for (guint i = 0; pids[i] != NULL; i++) {
      double pss_mb, private_dirty_mb;

      if (*pids[i] == '\0')
        continue;
      read_memory (atoi (pids[i]), &pss_mb, &private_dirty_mb);
      sum_mb += private_dirty_mb + sum_children (atoi (pids[i]));
    }
  }
  return sum_mb;
}

static gboolean
take_turn (Display *display, char **command, int turn, Measurements *out)
{
  unsigned long before = read_middle (display);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  GPid pid;

  if (!g_spawn_async (NULL, command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error)) {
    g_printerr ("bench-start: %s\n", error->message);
    return FALSE;
  }
  gboolean shown = wait_for_change (display, before, TRUE);

  out->first_frame_ms[turn] = (double) (g_get_monotonic_time () - start) / 1000;
  g_usleep (SETTLE_MS * 1000);
  read_memory (pid, &out->pss_mb[turn], &out->private_dirty_mb[turn]);
  out->all_private_dirty_mb[turn] = out->private_dirty_mb[turn] + sum_children (pid);
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  return shown && wait_for_change (display, before, FALSE);
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values)
{
  qsort (values, TURNS, sizeof *values, compare_doubles);
  return values[TURNS / 2];
}

static void
print_row (const char *name, double *limit, double *ours, const char *at_most)
{
  double low = median (limit), own = median (ours);

  g_print ("%-28s %8.1f %8.1f %7.2f %8s\n", name, low, own, own / low, at_most);
}

int
main (int argc, char **argv)
{
  Measurements limit, ours;

  if (argc < 3) {
    g_printerr ("Usage: bench-start BARE-PROGRAM PROGRAM [ARGUMENT…]\n");
    return 2;
  }
  Display *display = XOpenDisplay (NULL);
  char *bare[] = { argv[1], NULL };

  if (display == NULL) {
    g_printerr ("bench-start: no display\n");
    return 77;
  }
  for (int turn = 0; turn < TURNS; turn++)
    if (!take_turn (display, bare, turn, &limit) || !take_turn (display, argv + 2, turn, &ours)) {
      g_printerr ("bench-start: no picture within %d s\n", LIMIT_MS / 1000);
      return 1;
    }
  XCloseDisplay (display);

  g_print ("%-28s %8s %8s %7s %8s\n", "", "bare", "jipyo", "ratio", "at most");
  print_row ("first frame, ms", limit.first_frame_ms, ours.first_frame_ms, "1.30");
  print_row ("PSS, MB", limit.pss_mb, ours.pss_mb, "-");
  print_row ("private dirty, MB", limit.private_dirty_mb, ours.private_dirty_mb, "1.30");
  print_row ("private dirty with feed, MB", limit.all_private_dirty_mb, ours.all_private_dirty_mb,
             "1.80");
  return 0;
}
