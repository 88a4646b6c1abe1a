/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shares. A small part of each amount is summed, so that the sum of huge ones stays finite.
 */

#include "jipyo-plot-shares.h"

#include "jipyo-datum-text.h"
#include "jipyo-marks.h"
#include "jipyo-plot-copy.h"

#include <math.h>

static const double scaled = 1e-6;     /* amounts are summed as this part of them */
static const double coarse_least = 10; /* percent; what is less has a decimal */

static gboolean
is_stacked (const JipyoPlotSeries *series)
{
  return jipyo_mark_get_class (series->mark)->stacked;
}

static gboolean
has_share (const JipyoDatum *datum)
{
  return isfinite (datum->value) && isfinite (datum->position);
}

static void
add_amount (GHashTable *totals, const JipyoDatum *datum)
{
  double *total = g_hash_table_lookup (totals, &datum->position);

  if (total == NULL) {
    double *position = g_new (double, 1);
    *position = datum->position;
    total = g_new0 (double, 1);
    g_hash_table_insert (totals, position, total);
  }
  *total += fabs (datum->value) * scaled;
}

/* By position; NULL when nothing is stacked. */
static GHashTable *
sum (const JipyoPlot *plot, const JipyoPlotState *state)
{
  GHashTable *totals = g_hash_table_new_full (g_double_hash, g_double_equal, g_free, g_free);
  gboolean stacked = FALSE;

  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    stacked = stacked || is_stacked (series);
    if (!is_stacked (series) || jipyo_plot_state_hides (state, i))
      continue;
    for (guint k = 0; k < series->data->len; k++)
      if (has_share (&g_array_index (series->data, JipyoDatum, k)))
        add_amount (totals, &g_array_index (series->data, JipyoDatum, k));
  }
  if (!stacked)
    g_clear_pointer (&totals, g_hash_table_unref);
  return totals;
}

static double
get_share (GHashTable *totals, const JipyoDatum *datum)
{
  const double *total = has_share (datum) ? g_hash_table_lookup (totals, &datum->position) : NULL;

  if (total == NULL)
    return NAN;
  return *total > 0 ? datum->value * scaled / *total * 100 : 0;
}

static void
write_share (JipyoPlot *copy, JipyoDatum *datum)
{
  const double steps = fabs (datum->value) < coarse_least ? 10 : 1;

  if (datum->text == NULL || !isfinite (datum->value))
    return;
  g_free (datum->text);
  datum->text = jipyo_datum_text_format_value (copy, round (datum->value * steps) / steps);
}

static void
add_series (JipyoPlot *copy, const JipyoPlotSeries *series, GHashTable *totals)
{
  JipyoPlotSeries *own = jipyo_plot_copy_series (copy, series);

  if (!is_stacked (series))
    return;
  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    JipyoDatum *share = jipyo_plot_copy_datum (own, datum, datum->position);
    share->value = get_share (totals, datum);
    write_share (copy, share);
  }
}

static void
add_bands (JipyoPlot *copy, const JipyoAxis *axis)
{
  for (guint i = 0; axis->bands != NULL && i < axis->bands->len; i++) {
    const gboolean noted = axis->notes != NULL && i < axis->notes->len;
    jipyo_plot_add_band (copy, g_ptr_array_index (axis->bands, i),
                         noted ? g_ptr_array_index (axis->notes, i) : NULL);
  }
}

static gboolean
is_about_amounts (const JipyoAnnotation *annotation)
{
  return annotation->kind == JIPYO_ANNOTATION_NOTE
         || (annotation->kind != JIPYO_ANNOTATION_EVENT
             && annotation->axis == JIPYO_ANNOTATION_ON_VALUE);
}

JipyoPlot *
jipyo_plot_copy_shares (const JipyoPlot *plot, const JipyoPlotState *state)
{
  g_return_val_if_fail (plot != NULL, NULL);
  g_autoptr (GHashTable) totals = sum (plot, state);

  if (totals == NULL)
    return NULL;
  JipyoPlot *copy = jipyo_plot_copy_frame (plot);
  copy->relative = FALSE;
  copy->position.has_bounds = plot->position.has_bounds;
  copy->value.kind = JIPYO_SCALE_LINEAR;
  copy->value.unit = JIPYO_UNIT_PERCENT;
  copy->value.has_bounds = FALSE;
  g_clear_pointer (&copy->value.title, g_free);
  add_bands (copy, &plot->position);
  for (guint i = 0; i < plot->series->len; i++)
    add_series (copy, g_ptr_array_index (plot->series, i), totals);
  for (guint i = 0; i < plot->annotations->len; i++)
    if (!is_about_amounts (g_ptr_array_index (plot->annotations, i)))
      jipyo_plot_add_annotation (copy, g_ptr_array_index (plot->annotations, i));
  return copy;
}
