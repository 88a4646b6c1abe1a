/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sharing out.
 */

#include "jipyo-apportionment.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
  guint index;
  double remainder;
} Claim;

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const Claim *one = a, *two = b;

  if (one->remainder != two->remainder)
    return one->remainder > two->remainder ? -1 : 1;
  return (one->index > two->index) - (one->index < two->index);
}

static double
get_size (double part)
{
  return isfinite (part) && part > 0 ? part : 0;
}

void
jipyo_apportion (const double *parts, guint n_parts, guint n_units, guint *units)
{
  g_autofree Claim *claims = g_new (Claim, MAX (n_parts, 1));
  double largest = 0, sum = 0;
  guint left = n_units;

  for (guint i = 0; i < n_parts; i++)
    largest = MAX (largest, get_size (parts[i]));
  /* By the largest part, so that no sum overflows. */
  for (guint i = 0; i < n_parts; i++)
    sum += largest > 0 ? get_size (parts[i]) / largest : 0;
  for (guint i = 0; i < n_parts; i++) {
    const double share = sum > 0 ? get_size (parts[i]) / largest / sum * n_units : 0;
    /* What rounding took off a whole share is no remainder. */
    units[i] = MIN ((guint) floor (share + 1e-9), left);
    claims[i] = (Claim){ i, share > 0 ? share - units[i] : -1 };
    left -= units[i];
  }
  if (sum == 0)
    return;
  qsort (claims, n_parts, sizeof *claims, compare_claims);
  for (guint i = 0; left > 0; i = (i + 1) % n_parts)
    if (claims[i].remainder >= -1e-6) {
      units[claims[i].index]++;
      left--;
    }
}
