/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Worked out by hand, and the mean of each window once more from its values.
 */

#include "jipyo-indicator.h"

#include <math.h>

enum { LONG = 5000 };

static void
assert_values (const double *values, const double *expected, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (isnan (expected[i]))
      g_assert_true (isnan (values[i]));
    else
      g_assert_cmpfloat_with_epsilon (values[i], expected[i], 1e-12);
  }
}

static void
test_average (void)
{
  static const double values[] = { 2, 4, 9, 5, NAN, 1, 2, 6, 1 };
  static const double of_three[] = { NAN, NAN, 5, 6, NAN, NAN, NAN, 3, 3 };
  double averages[G_N_ELEMENTS (values)];

  jipyo_moving_average_compute (values, G_N_ELEMENTS (values), 3, averages);
  assert_values (averages, of_three, G_N_ELEMENTS (values));
  jipyo_moving_average_compute (values, G_N_ELEMENTS (values), 1, averages);
  assert_values (averages, values, G_N_ELEMENTS (values));
  jipyo_moving_average_compute (values, 4, 5, averages);
  for (guint i = 0; i < 4; i++)
    g_assert_true (isnan (averages[i]));
  jipyo_moving_average_compute (NULL, 0, 5, NULL);
}

/* A large value that has left the window leaves nothing behind. */
static void
test_no_drift (void)
{
  g_autofree double *values = g_new (double, LONG);
  g_autofree double *averages = g_new (double, LONG);

  for (guint i = 0; i < LONG; i++)
    values[i] = i == 10 ? 1e16 : 1 + 0.001 * (i * 7919 % 101);
  jipyo_moving_average_compute (values, LONG, 60, averages);
  for (guint i = 200; i < LONG; i++) {
    double sum = 0;
    for (guint j = 0; j < 60; j++)
      sum += values[i - j];
    g_assert_cmpfloat_with_epsilon (averages[i], sum / 60, 1e-9);
  }
}

static void
test_drawdown (void)
{
  static const double values[] = { 100, 80, NAN, 120, 90, 120, 150, 60 };
  static const double expected[] = { 0, -0.2, NAN, 0, -0.25, 0, 0, -0.6 };
  double drawdowns[G_N_ELEMENTS (values)];

  jipyo_drawdown_trace (values, G_N_ELEMENTS (values), drawdowns);
  assert_values (drawdowns, expected, G_N_ELEMENTS (values));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/indicator/average", test_average);
  g_test_add_func ("/core/indicator/no-drift", test_no_drift);
  g_test_add_func ("/core/indicator/drawdown", test_drawdown);
  return g_test_run ();
}
