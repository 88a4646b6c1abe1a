/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A step is scored by the modified z-score of Iglewicz and Hoaglin (How to Detect and Handle
 * Outliers, 1993): its distance from the median step over 1.4826 times the median of such
 * distances, or, where more than half of the steps are the same, over 1.2533 times their mean. Both
 * are the standard deviation where steps are normal, and a single leap does not move the first.
 * They advise 3.5; that finds a leap in many a random walk of some hundred days, hence 5.
 * On a logarithmic axis steps are of the logarithm, as the eye sees them.
 */

#include "jipyo-plot-breaks.h"

#include <math.h>

#include "jipyo-marks.h"
#include "jipyo-plot-order.h"

static const double MEDIAN_TO_SIGMA = 1.4826;
static const double MEAN_TO_SIGMA = 1.2533;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
find_median (const GArray *values)
{
  g_autoptr (GArray) sorted = g_array_copy ((GArray *) values);
  const guint n = sorted->len;

  g_array_sort (sorted, compare_doubles);
  return (g_array_index (sorted, double, (n - 1) / 2) + g_array_index (sorted, double, n / 2)) / 2;
}

static double
find_mean (const GArray *values)
{
  double sum = 0;

  for (guint i = 0; i < values->len; i++)
    sum += g_array_index (values, double, i) / values->len;
  return sum;
}

static double
measure_step (const JipyoPlot *plot, JipyoDatumRef a, JipyoDatumRef b)
{
  const double from = jipyo_plot_get_datum (plot, a)->value;
  const double to = jipyo_plot_get_datum (plot, b)->value;

  return plot->value.kind == JIPYO_SCALE_LOG ? log (to) - log (from) : to - from;
}

static GArray *
list_steps (const JipyoPlot *plot, const GArray *line)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < line->len; i++) {
    const double step = measure_step (plot, g_array_index (line, JipyoDatumRef, i - 1),
                                      g_array_index (line, JipyoDatumRef, i));
    g_array_append_val (steps, step);
  }
  return steps;
}

GArray *
jipyo_plot_breaks_score (const JipyoPlot *plot, const GArray *line)
{
  if (line == NULL || line->len < JIPYO_PLOT_BREAK_STEPS + 1)
    return NULL;
  g_autoptr (GArray) steps = list_steps (plot, line);
  g_autoptr (GArray) distances = g_array_copy (steps);
  const double median = find_median (steps);

  for (guint i = 0; i < distances->len; i++)
    g_array_index (distances, double, i) = fabs (g_array_index (steps, double, i) - median);
  const double spread = find_median (distances);
  const double sigma =
    spread > 0 ? MEDIAN_TO_SIGMA * spread : MEAN_TO_SIGMA * find_mean (distances);

  for (guint i = 0; i < distances->len; i++) {
    const double score = g_array_index (distances, double, i) / sigma;
    g_array_index (distances, double, i) = isfinite (score) ? score : 0;
  }
  return g_steal_pointer (&distances);
}

/* Up to what doubles lose. */
static int
compare_sizes (double a, double b)
{
  if (fabs (a - b) <= 1e-9 * MAX (a, b))
    return 0;
  return a > b ? 1 : -1;
}

/* The largest by what one hears of it: by its score a step up and one down of the same size differ,
 * and steps of other lines are compared with other medians. */
gboolean
jipyo_plot_breaks_find_jump (const JipyoPlot *plot, JipyoFact *fact)
{
  double largest = 0;

  *fact = (JipyoFact){ .kind = JIPYO_FACT_JUMP };
  for (guint i = 0; i < plot->series->len; i++) {
    g_autoptr (GArray) line = jipyo_plot_order_list_line (plot, i);
    g_autoptr (GArray) scores = jipyo_plot_breaks_score (plot, line);

    for (guint k = 0; scores != NULL && k < scores->len; k++) {
      const JipyoDatumRef from = g_array_index (line, JipyoDatumRef, k);
      const JipyoDatumRef to = g_array_index (line, JipyoDatumRef, k + 1);
      const double score = g_array_index (scores, double, k);
      if (score <= JIPYO_PLOT_BREAK_SCORE)
        continue;
      const double size = fabs (measure_step (plot, from, to));
      const int order = fact->n++ == 0 ? 1 : compare_sizes (size, largest);
      fact->n_of = order > 0 ? 1 : fact->n_of + (order == 0);
      if (order <= 0)
        continue;
      largest = size;
      fact->amount = score;
      fact->a = from;
      fact->b = to;
    }
  }
  return fact->n > 0;
}

/* Data are joined in the order given, so that is the order that a gap is in. */
static void
find_series_gap (const JipyoPlot *plot, guint index, JipyoFact *fact)
{
  const JipyoPlotSeries *series = g_ptr_array_index (plot->series, index);
  gboolean begun = FALSE;
  guint before = 0;

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    if (!isfinite (datum->value) || !isfinite (datum->position))
      continue;
    const guint missing = begun ? i - before - 1 : 0;
    fact->n += missing > 0;
    fact->n_of += missing > 0 && missing == fact->amount;
    if (missing > fact->amount) {
      fact->n_of = 1;
      fact->amount = missing;
      fact->a = (JipyoDatumRef){ index, before };
      fact->b = (JipyoDatumRef){ index, i };
    }
    begun = TRUE;
    before = i;
  }
}

gboolean
jipyo_plot_breaks_find_gap (const JipyoPlot *plot, JipyoFact *fact)
{
  *fact = (JipyoFact){ .kind = JIPYO_FACT_GAP };
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    if (jipyo_mark_get_class (series->mark)->continuous)
      find_series_gap (plot, i, fact);
  }
  return fact->n > 0;
}
