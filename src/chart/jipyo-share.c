/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small part of each amount is summed, so that the sum of huge ones stays finite.
 */

#include "jipyo-share.h"

#include <math.h>

#include "jipyo-marks.h"

static const double scaled = 1e-6;     /* amounts are summed as this part of them */
static const double coarse_least = 10; /* percent; what is less has a decimal */

gboolean
jipyo_share_is_stacked (const JipyoPlotSeries *series)
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

GHashTable *
jipyo_share_sum (const JipyoPlot *plot, const JipyoPlotState *state)
{
  GHashTable *totals = g_hash_table_new_full (g_double_hash, g_double_equal, g_free, g_free);
  gboolean stacked = FALSE;

  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    stacked = stacked || jipyo_share_is_stacked (series);
    if (!jipyo_share_is_stacked (series) || jipyo_plot_state_hides (state, i))
      continue;
    for (guint k = 0; k < series->data->len; k++)
      if (has_share (&g_array_index (series->data, JipyoDatum, k)))
        add_amount (totals, &g_array_index (series->data, JipyoDatum, k));
  }
  if (!stacked)
    g_clear_pointer (&totals, g_hash_table_unref);
  return totals;
}

double
jipyo_share_measure (GHashTable *totals, const JipyoDatum *datum)
{
  const double *total = has_share (datum) ? g_hash_table_lookup (totals, &datum->position) : NULL;

  if (total == NULL)
    return NAN;
  return *total > 0 ? datum->value * scaled / *total * 100 : 0;
}

double
jipyo_share_round (double share)
{
  const double steps = fabs (share) < coarse_least ? 10 : 1;

  return round (share * steps) / steps;
}
