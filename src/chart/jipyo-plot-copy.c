/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies of parts, each with all that its struct holds.
 */

#include "jipyo-plot-copy.h"

static void
copy_axis (JipyoAxis *to, const JipyoAxis *from)
{
  to->kind = from->kind;
  to->title = g_strdup (from->title);
  to->unit = from->unit;
  to->has_bounds = from->has_bounds;
  to->low = from->low;
  to->high = from->high;
  to->hidden = from->hidden;
  to->of_days = from->of_days;
  to->stretch_s = from->stretch_s;
  to->exact = from->exact;
  to->sessions = jipyo_sessions_ref (from->sessions);
}

JipyoPlot *
jipyo_plot_copy_frame (const JipyoPlot *plot)
{
  JipyoPlot *copy = jipyo_plot_new (plot->lang);

  jipyo_plot_set_title (copy, plot->title, plot->subtitle);
  jipyo_plot_set_footer (copy, plot->footer);
  copy->horizontal = plot->horizontal;
  copy->relative = plot->relative;
  copy->units = plot->units;
  copy->empty = g_strdup (plot->empty);
  copy_axis (&copy->position, &plot->position);
  copy->position.has_bounds = FALSE;
  copy_axis (&copy->value, &plot->value);
  return copy;
}

JipyoPlotSeries *
jipyo_plot_copy_series (JipyoPlot *copy, const JipyoPlotSeries *series)
{
  JipyoPlotSeries *own = jipyo_plot_add_series (copy, series->id, series->name, series->mark);

  own->colour = series->colour;
  own->dashed = series->dashed;
  jipyo_plot_series_set_spoken (own, series->spoken);
  jipyo_plot_series_name_ends (own, series->start_name, series->end_name);
  return own;
}

void
jipyo_plot_copy_columns (JipyoPlotSeries *own, const JipyoPlotSeries *series)
{
  if (series->columns != NULL)
    jipyo_plot_series_set_columns (own, series->columns);
  if (series->claims != NULL)
    jipyo_plot_series_set_claims (own, series->claims);
}

JipyoDatum *
jipyo_plot_copy_datum (JipyoPlotSeries *series, const JipyoDatum *datum, double position)
{
  JipyoDatum *copy = jipyo_plot_series_add (series, position, datum->value, datum->text);

  copy->start = datum->start;
  copy->low = datum->low;
  copy->high = datum->high;
  copy->kind = datum->kind;
  copy->has_colour = datum->has_colour;
  copy->colour = datum->colour;
  copy->faded = datum->faded;
  jipyo_datum_set_note (copy, datum->note);
  jipyo_datum_set_claim (copy, datum->claim);
  jipyo_datum_set_spoken (copy, datum->spoken);
  return copy;
}
