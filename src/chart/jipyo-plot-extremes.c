/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bound, a target or a plan may hide the true extreme: what it stands for lies between two ends.
 */

#include "jipyo-plot-extremes.h"

#include <math.h>

static double
value_of (const JipyoPlot *plot, JipyoDatumRef ref)
{
  return jipyo_plot_get_datum (plot, ref)->value;
}

static int
sign_of (double x)
{
  return (x > 0) - (x < 0);
}

/* The least and the most that the truth behind a datum may be. */
static void
get_bounds (const JipyoDatum *datum, double bounds[2])
{
  bounds[0] = datum->kind == JIPYO_DATUM_AT_MOST ? -INFINITY : datum->value;
  bounds[1] = datum->kind == JIPYO_DATUM_AT_LEAST ? INFINITY : datum->value;
  if (datum->kind == JIPYO_DATUM_TARGET || datum->kind == JIPYO_DATUM_PLANNED) {
    bounds[0] = -INFINITY;
    bounds[1] = INFINITY;
  }
}

/* `sign` 1 looks for the highest, -1 for the lowest. */
static gboolean
is_certain (const JipyoPlot *plot, const GArray *field, JipyoDatumRef extreme, int sign)
{
  const double value = value_of (plot, extreme);
  double own[2], other[2];

  get_bounds (jipyo_plot_get_datum (plot, extreme), own);
  for (guint i = 0; i < field->len; i++) {
    const JipyoDatum *datum = jipyo_plot_get_datum (plot, g_array_index (field, JipyoDatumRef, i));
    get_bounds (datum, other);
    if (datum->value != value && (sign > 0 ? other[1] > own[0] : other[0] < own[1]))
      return FALSE;
  }
  return own[0] == own[1];
}

JipyoFact
jipyo_plot_extremes_find (const JipyoPlot *plot, const GArray *field, JipyoFactKind kind)
{
  const int sign = kind == JIPYO_FACT_HIGHEST ? 1 : -1;
  JipyoFact fact = {
    .kind = kind,
    .a = g_array_index (field, JipyoDatumRef, 0),
    .n_of = field->len,
  };

  for (guint i = 0; i < field->len; i++) {
    const JipyoDatumRef ref = g_array_index (field, JipyoDatumRef, i);
    const int order = sign * sign_of (value_of (plot, ref) - value_of (plot, fact.a));
    fact.n = order > 0 ? 1 : fact.n + (order == 0);
    fact.a = order > 0 ? ref : fact.a;
  }
  fact.uncertain = !is_certain (plot, field, fact.a, sign);
  return fact;
}

/* A span begins before it ends; its beginning counts when the earliest is looked for. */
static double
get_beginning (const JipyoPlot *plot, JipyoDatumRef ref)
{
  const JipyoPlotSeries *series = g_ptr_array_index (plot->series, ref.series);
  const JipyoDatum *datum = jipyo_plot_get_datum (plot, ref);

  return series->mark == JIPYO_MARK_RANGE && isfinite (datum->start)
           ? MIN (datum->start, datum->value)
           : datum->value;
}

JipyoFact
jipyo_plot_extremes_find_earliest (const JipyoPlot *plot, const GArray *field)
{
  JipyoFact fact = { .kind = JIPYO_FACT_LOWEST,
                     .a = g_array_index (field, JipyoDatumRef, 0),
                     .n_of = field->len };

  for (guint i = 0; i < field->len; i++) {
    const JipyoDatumRef ref = g_array_index (field, JipyoDatumRef, i);
    const int order = sign_of (get_beginning (plot, fact.a) - get_beginning (plot, ref));
    fact.n = order > 0 ? 1 : fact.n + (order == 0);
    fact.a = order > 0 ? ref : fact.a;
  }
  fact.amount = get_beginning (plot, fact.a);
  return fact;
}
