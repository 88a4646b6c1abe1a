/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The main loop turns while ten million points are put in order elsewhere. Its stalls are told by
 * what it computes itself, since the machine may be busy with others.
 */

#include "jipyo-columns-task.h"

#include <time.h>

enum { N = 10000000 };

static const double stall_max_ms = 50;

typedef struct {
  JipyoColumns *columns;
  GError *error;
  gboolean done;
} Outcome;

static void
columns_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->columns = jipyo_columns_make_finish (result, &outcome->error);
  outcome->done = TRUE;
}

static gboolean
tick_cb (gpointer user_data)
{
  guint *n_ticks = user_data;

  (*n_ticks)++;
  return G_SOURCE_CONTINUE;
}

static double
read_own_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static JipyoColumnsOrder
order_points (void)
{
  double *values = g_new (double, N);

  for (guint i = 0; i < N; i++)
    values[i] = i % 1000;
  values[N / 2] = -7;
  return (JipyoColumnsOrder){
    .data = { .start = 0, .step = 1, .values = values, .n = N },
    .free_owner = g_free,
    .owner = values,
  };
}

static void
test_turning (void)
{
  const JipyoColumnsOrder order = order_points ();
  Outcome outcome = { 0 };
  guint n_ticks = 0;
  const guint ticker = g_timeout_add (1, tick_cb, &n_ticks);
  double longest = 0;
  double since = read_own_ms ();

  jipyo_columns_make_async (&order, NULL, columns_made_cb, &outcome);
  while (!outcome.done) {
    g_main_context_iteration (NULL, TRUE);
    const double now = read_own_ms ();
    longest = MAX (longest, now - since);
    since = now;
  }
  g_source_remove (ticker);
  g_test_message ("%u turns, the longest %.2f ms", n_ticks, longest);
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (jipyo_columns_get_n (outcome.columns), ==, N);
  g_assert_cmpfloat (longest, <, stall_max_ms);
  const JipyoExtremes found =
    jipyo_columns_measure (outcome.columns, (JipyoColumnRange){ 0, N }, -G_MAXDOUBLE);
  g_assert_cmpfloat (found.low, ==, -7);
  g_assert_cmpfloat (found.high, ==, 999);
  jipyo_columns_unref (outcome.columns);
}

static void
freed_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  double value = 1;
  gboolean freed = FALSE;
  Outcome outcome = { 0 };
  const JipyoColumnsOrder order = {
    .data = { .step = 1, .values = &value, .n = 1 },
    .free_owner = freed_cb,
    .owner = &freed,
  };

  g_cancellable_cancel (cancellable);
  jipyo_columns_make_async (&order, cancellable, columns_made_cb, &outcome);
  while (!outcome.done || !freed)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (outcome.columns);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcome.error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/columns-task/turning", test_turning);
  g_test_add_func ("/app/columns-task/cancelled", test_cancelled);
  return g_test_run ();
}
