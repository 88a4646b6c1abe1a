/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawdown and volatility.
 */

#include "jipyo-price-risk.h"

#include <math.h>

gboolean
jipyo_drawdown_compute (const JipyoCloses *closes, JipyoDrawdown *drawdown)
{
  double peak = 0;
  int peak_day = 0;
  JipyoDrawdown found = { 0 };

  for (guint i = 0; i < jipyo_closes_get_n (closes); i++) {
    const double value = jipyo_closes_get_value (closes, i);
    const int day = jipyo_closes_get_day (closes, i);

    if (isnan (value))
      continue;
    if (peak == 0)
      found.peak_day = found.trough_day = day;
    if (value >= peak) {
      peak = value;
      peak_day = day;
    }
    found.current = value / peak - 1;
    if (found.current < found.worst) {
      found.worst = found.current;
      found.peak_day = peak_day;
      found.trough_day = day;
    }
  }
  if (peak == 0)
    return FALSE;
  *drawdown = found;
  return TRUE;
}

/* Two passes: the squares of small differences from the mean lose no digits. */
double
jipyo_volatility_compute (const JipyoCloses *closes)
{
  const guint n = jipyo_closes_get_n (closes);
  g_autofree double *returns = g_new (double, MAX (n, 1));
  double sum = 0;
  double squares = 0;
  guint count = 0;

  jipyo_closes_compute_returns (closes, returns);
  for (guint i = 0; i < n; i++) {
    if (isnan (returns[i]))
      continue;
    sum += returns[i];
    count++;
  }
  if (count < JIPYO_VOLATILITY_RETURNS_MIN)
    return NAN;
  for (guint i = 0; i < n; i++) {
    if (!isnan (returns[i]))
      squares += (returns[i] - sum / count) * (returns[i] - sum / count);
  }
  return sqrt (squares / (count - 1) * JIPYO_TRADING_DAYS_A_YEAR);
}
