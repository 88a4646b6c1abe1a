/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What finders of facts ask of a datum.
 */

#include "jipyo-plot-fact.h"

#include "jipyo-marks.h"
#include "jipyo-session-price.h"

const JipyoDatum *
jipyo_plot_get_datum (const JipyoPlot *plot, JipyoDatumRef ref)
{
  const JipyoPlotSeries *series = g_ptr_array_index (plot->series, ref.series);

  return &g_array_index (series->data, JipyoDatum, ref.datum);
}

gboolean
jipyo_datum_is_plain (const JipyoDatum *datum)
{
  return datum->kind == JIPYO_DATUM_VALUE || datum->kind == JIPYO_DATUM_DERIVED;
}

JipyoRole
jipyo_plot_get_role (const JipyoPlot *plot, JipyoDatumRef ref)
{
  const JipyoPlotSeries *series = g_ptr_array_index (plot->series, ref.series);
  const JipyoDatum *datum = jipyo_plot_get_datum (plot, ref);

  return datum->has_colour ? datum->colour.role : series->colour.role;
}

gboolean
jipyo_plot_facts_is_single (const JipyoPlot *plot, const JipyoPlotSeries *series)
{
  if (jipyo_session_price_is_in (plot))
    return jipyo_session_price_is_of (series);
  return (jipyo_mark_get_class (series->mark)->tells & JIPYO_TELLS_VALUE) != 0;
}

gboolean
jipyo_plot_facts_has_ratios (const JipyoPlot *plot)
{
  static const JipyoUnit without[] = {
    JIPYO_UNIT_PERCENT, JIPYO_UNIT_PERCENT_POINTS, JIPYO_UNIT_POINTS,
    JIPYO_UNIT_RANK,    JIPYO_UNIT_YEAR,
  };

  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    if (plot->value.unit == without[i])
      return FALSE;
  return plot->value.kind != JIPYO_SCALE_TIME;
}
