/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The trace of a line: the same however its points are given, and within bounds whatever they are.
 * That it is the line as well is for test-dense.c.
 */

#include "jipyo-trace.h"

#include <math.h>

/* The trace of points that are said to be at even distances, or have a position each. */
static JipyoTrace *
trace_walk (guint n, gboolean even, gboolean stepped)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  double *numbers = g_new (double, 2 * n);

  for (guint i = 0; i < n; i++) {
    numbers[i] = 1.6e9 + i * 60.0;
    numbers[n + i] = i > 0 ? numbers[n + i - 1] + g_rand_double_range (rand, -1, 1) : 0;
  }
  const JipyoColumnData data = {
    .positions = even ? NULL : numbers,
    .start = 1.6e9,
    .step = 60,
    .values = numbers + n,
    .n = n,
  };
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, g_free, numbers);
  const double end = 1.6e9 + n * 60.0;
  /* Empty to the left of the points and cut to the right of the view. */
  const JipyoTraceRequest request = {
    .columns = columns,
    .n = n,
    .position = { .kind = JIPYO_SCALE_TIME, .low = 1.6e9, .high = end, .from = 3.3, .to = 250 },
    .value = { .kind = JIPYO_SCALE_LINEAR, .low = -200, .high = 200, .from = 160, .to = 0 },
    .stepped = stepped,
    .first = 0,
    .end = 240,
  };
  return jipyo_trace_new (&request);
}

/* Points at even distances need no search, and are the same line. (But for slots of two blocks to
 * two and a half, which are set to whole blocks with every one or one by one.) */
static void
test_even (void)
{
  static const guint counts[] = { 1, 2, 77, 777, 2345, 7777, 31000, 400000 };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (counts); i++) {
    g_autoptr (JipyoTrace) one = trace_walk (counts[i / 2], TRUE, i % 2 == 1);
    g_autoptr (JipyoTrace) two = trace_walk (counts[i / 2], FALSE, i % 2 == 1);
    g_assert_cmpuint (one->n, ==, two->n);
    g_assert_cmpuint (one->parts->len, ==, 1);
    g_assert_cmpmem (one->parts->data, sizeof (JipyoTracePart), two->parts->data,
                     sizeof (JipyoTracePart));
    for (guint k = 0; k < one->n; k++) {
      g_assert_cmpfloat_with_epsilon (one->enter[k], two->enter[k], 1e-3);
      g_assert_cmpfloat_with_epsilon (one->top[k], two->top[k], 1e-3);
      g_assert_cmpfloat_with_epsilon (one->bottom[k], two->bottom[k], 1e-3);
    }
  }
}

/* Values and distances beyond all bounds have places within some. */
static void
test_huge (void)
{
  static const double steps[] = { 1, 5e-324, 1e-300, 1e300 };
  double values[500];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i % 3 == 0 ? 1.7e308 : -1.7e308;
  for (guint i = 0; i < 2 * G_N_ELEMENTS (steps); i++) {
    const JipyoColumnData data = { .step = steps[i / 2], .values = values, .n = 500 };
    g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, NULL, NULL);
    const JipyoTraceRequest request = {
      .columns = columns,
      .n = 500,
      .position = { .kind = JIPYO_SCALE_LINEAR, .low = 0, .high = 500, .from = 0, .to = 250 },
      .value = { .kind = JIPYO_SCALE_LINEAR, .low = -1, .high = 1, .from = 160, .to = 0 },
      .stepped = i % 2 == 1,
      .end = 250,
    };
    g_autoptr (JipyoTrace) trace = jipyo_trace_new (&request);
    for (guint k = 0; k < trace->n; k++) {
      g_assert_cmpfloat (fabsf (trace->top[k]), <=, 1e6F);
      g_assert_cmpfloat (fabsf (trace->bottom[k]), <=, 1e6F);
    }
  }
}

/* Points so close that their numbers along the axis have no bound: 0 of them lie before a pixel, or
 * all, and where that cannot be told by even distances they are searched. */
static void
test_close (void)
{
  static const double steps[] = { 5e-324, 1e-310, 1e-300, 1e-20 };
  enum { N = 500 };
  double values[N], positions[N];

  for (guint i = 0; i < N; i++)
    values[i] = i % 2 == 0 ? -0.5 : 0.5;
  for (guint i = 0; i < 2 * G_N_ELEMENTS (steps); i++) {
    for (guint k = 0; k < N; k++)
      positions[k] = k * steps[i / 2];
    const JipyoColumnData even = { .step = steps[i / 2], .values = values, .n = N };
    const JipyoColumnData searched = { .positions = positions, .values = values, .n = N };
    g_autoptr (JipyoColumns) columns = jipyo_columns_new (&even, NULL, NULL);
    g_autoptr (JipyoColumns) others = jipyo_columns_new (&searched, NULL, NULL);
    JipyoTraceRequest request = {
      .columns = columns,
      .n = N,
      .position = { .kind = JIPYO_SCALE_LINEAR, .low = -1, .high = 1, .from = 0, .to = 250 },
      .value = { .kind = JIPYO_SCALE_LINEAR, .low = -1, .high = 1, .from = 160, .to = 0 },
      .stepped = i % 2 == 1,
      .end = 250,
    };
    g_autoptr (JipyoTrace) trace = jipyo_trace_new (&request);
    request.columns = others;
    g_autoptr (JipyoTrace) expected = jipyo_trace_new (&request);
    g_assert_cmpuint (expected->n, >, 0);
    g_assert_cmpuint (trace->n, ==, expected->n);
    g_assert_cmpint (g_array_index (trace->parts, JipyoTracePart, 0).slot, ==,
                     g_array_index (expected->parts, JipyoTracePart, 0).slot);
    for (guint k = 0; k < trace->n; k++) {
      g_assert_cmpfloat_with_epsilon (trace->top[k], expected->top[k], 1e-3);
      g_assert_cmpfloat_with_epsilon (trace->bottom[k], expected->bottom[k], 1e-3);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/trace/even", test_even);
  g_test_add_func ("/chart/trace/huge", test_huge);
  g_test_add_func ("/chart/trace/close", test_close);
  return g_test_run ();
}
