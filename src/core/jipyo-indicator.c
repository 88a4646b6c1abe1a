/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A running sum would keep the rounding of every value that has left the window; it is begun anew
 * after as many steps as the window is long, which costs as much again and no more.
 */

#include "jipyo-indicator.h"

#include <math.h>

static double
sum_window (const double *last, guint window)
{
  double sum = 0;

  for (guint i = 0; i < window; i++)
    sum += *(last - i);
  return sum;
}

void
jipyo_moving_average_compute (const double *values, guint n, guint window, double *averages)
{
  guint n_known = 0; /* in a row */
  guint n_summed = 0;
  double sum = 0;

  g_return_if_fail (window > 0);
  for (guint i = 0; i < n; i++) {
    averages[i] = NAN;
    n_known = isfinite (values[i]) ? n_known + 1 : 0;
    if (n_known < window)
      continue;
    if (n_known == window || n_summed == window) {
      sum = sum_window (&values[i], window);
      n_summed = 0;
    } else {
      sum += values[i] - values[i - window];
    }
    n_summed++;
    averages[i] = sum / window;
  }
}

void
jipyo_drawdown_trace (const double *values, guint n, double *drawdowns)
{
  double highest = 0;

  for (guint i = 0; i < n; i++) {
    if (isfinite (values[i]))
      highest = MAX (highest, values[i]);
    drawdowns[i] = isfinite (values[i]) && highest > 0 ? values[i] / highest - 1 : NAN;
  }
}
