/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing a width and counting.
 */

#include "jipyo-bins.h"

#include "jipyo-ticks.h"

#include <math.h>
#include <stdlib.h>

static const double value_max = 1e300; /* as for scales: what is beyond counts as that */
static const double bins_most = 60;
static const double resolution = 1e-12; /* of the largest value: less of a width is none */

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const double one = *(const double *) a, two = *(const double *) b;

  return (one > two) - (one < two);
}

/* By linear interpolation between the neighbours. */
static double
get_quantile (const GArray *sorted, double share)
{
  const double at = share * (sorted->len - 1);
  const guint below = (guint) floor (at);
  const double a = g_array_index (sorted, double, below);
  const double b = g_array_index (sorted, double, MIN (below + 1, sorted->len - 1));

  return a + (b - a) * (at - below);
}

static double
choose_width (const GArray *sorted, gboolean whole)
{
  const double low = g_array_index (sorted, double, 0);
  const double high = g_array_index (sorted, double, sorted->len - 1);
  const double span = high - low, largest = MAX (fabs (low), fabs (high));
  const double quartiles = get_quantile (sorted, 0.75) - get_quantile (sorted, 0.25);
  const double wanted =
    quartiles > 0 ? 2 * quartiles / cbrt (sorted->len) : span / (1 + log2 (sorted->len));
  /* All the same, as far as can be told: one bin of a tenth of it. */
  if (!(span > largest * resolution))
    return jipyo_ticks_step (largest > 0 ? largest : 1, 10, whole);
  const double n = CLAMP (span / wanted, 1, bins_most);
  return MAX (jipyo_ticks_step (span, (guint) n, whole), largest * resolution);
}

static GArray *
sort_finite (const double *values, gsize n_values)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = 0; i < n_values; i++)
    if (isfinite (values[i])) {
      const double value = CLAMP (values[i], -value_max, value_max);
      g_array_append_val (sorted, value);
    }
  g_array_sort (sorted, compare_values);
  return sorted;
}

GArray *
jipyo_bins_new (const double *values, gsize n_values, gboolean whole)
{
  GArray *bins = g_array_new (FALSE, FALSE, sizeof (JipyoBin));
  g_autoptr (GArray) sorted = sort_finite (values, n_values);

  if (sorted->len == 0)
    return bins;
  const double width = choose_width (sorted, whole);
  const double high = g_array_index (sorted, double, sorted->len - 1) / width;
  const double first = floor (g_array_index (sorted, double, 0) / width);
  const double last = MAX (first, whole ? floor (high) : ceil (high) - 1);
  for (double at = first; at <= last; at++) {
    const JipyoBin bin = { at * width, (at + 1) * width, 0 };
    g_array_append_val (bins, bin);
  }
  for (guint i = 0; i < sorted->len; i++) {
    const double at = floor (g_array_index (sorted, double, i) / width);
    g_array_index (bins, JipyoBin, (guint) (MIN (at, last) - first)).count++;
  }
  return bins;
}

void
jipyo_bins_add_to_series (const GArray *bins, JipyoPlotSeries *series)
{
  for (guint i = 0; i < bins->len; i++) {
    const JipyoBin *bin = &g_array_index (bins, JipyoBin, i);
    g_autofree char *text = g_strdup_printf ("%u", bin->count);
    const double middle = bin->low / 2 + bin->high / 2;
    JipyoDatum *datum =
      jipyo_plot_series_add (series, middle, bin->count, bin->count > 0 ? text : NULL);
    datum->start = bin->low;
  }
}
