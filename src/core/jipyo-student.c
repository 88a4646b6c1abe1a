/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The series for odd and even degrees of freedom, and the quantile by halving.
 */

#include "jipyo-student.h"

#include <math.h>

/* Each halving gains a bit; a double has 53, and the first bracket some more. */
static const guint N_HALVINGS = 80;

/* 1 + a x + a b x² + …, of factors that begin at `first`: (k / (k + 1)) for k = first, first + 2, …
 * below `freedom` − 1. */
static double
sum_series (double x, guint first, guint freedom)
{
  double term = 1;
  double sum = 1;

  for (guint k = first; k + 2 < freedom; k += 2) {
    term *= x * k / (k + 1);
    sum += term;
  }
  return sum;
}

double
jipyo_student_compute_tail (double t, guint freedom)
{
  const double angle = atan (fabs (t) / sqrt (freedom));
  const double sine = sin (angle);
  const double cosine = cos (angle);
  double within;

  g_return_val_if_fail (freedom > 0, NAN);

  if (freedom == 1)
    within = angle * M_2_PI;
  else if (freedom % 2 == 1)
    within = M_2_PI * (angle + sine * cosine * sum_series (cosine * cosine, 2, freedom));
  else
    within = sine * sum_series (cosine * cosine, 1, freedom);
  return isnan (t) ? NAN : CLAMP (1 - within, 0, 1);
}

double
jipyo_student_compute_quantile (double tail, guint freedom)
{
  double low = 0;
  double high = 1;

  g_return_val_if_fail (tail > 0 && tail < 1 && freedom > 0, NAN);

  while (jipyo_student_compute_tail (high, freedom) > tail && high < 1e12)
    high *= 2;
  for (guint i = 0; i < N_HALVINGS; i++) {
    const double middle = (low + high) / 2;

    if (jipyo_student_compute_tail (middle, freedom) > tail)
      low = middle;
    else
      high = middle;
  }
  return (low + high) / 2;
}
