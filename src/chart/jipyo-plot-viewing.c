/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks place all they have; what is not looked at is taken away again here, once for all marks.
 */

#include "jipyo-plot-viewing.h"

#include "jipyo-marks.h"
#include "jipyo-plot-choice.h"

#include <math.h>

void
jipyo_plot_viewing_set_scale (JipyoPlot *viewed, const JipyoPlotState *state)
{
  if (state == NULL || state->log == JIPYO_PLOT_AS_DESCRIBED)
    return;
  if (jipyo_plot_is_log (viewed, state)) {
    viewed->value.kind = JIPYO_SCALE_LOG;
    viewed->value.hidden = FALSE;
    viewed->value.has_bounds = viewed->value.has_bounds && viewed->value.low > 0;
  } else if (viewed->value.kind == JIPYO_SCALE_LOG) {
    viewed->value.kind = JIPYO_SCALE_LINEAR;
    viewed->value.has_bounds = FALSE;
  }
}

/* -1 before the window, 1 beyond it, 2 not yet reached. */
static int
get_side (const JipyoPlotLayout *layout, const JipyoPlot *plot, const JipyoPlotShape *shape)
{
  const JipyoPlotState *state = &layout->state;
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, shape->series);
  const double position = jipyo_plot_series_get_datum (series, shape->datum).position;

  /* All that a dense line has is where it ends in view. */
  if (jipyo_plot_scene_find_dense (layout, shape->series) != NULL)
    return 0;
  if (!isnan (state->until) && position > state->until)
    return 2;
  /* A ground of its own has bands, whatever the plot's axis is. */
  if (!state->has_window || layout->position.kind == JIPYO_SCALE_BAND
      || jipyo_mark_get_class (series->mark)->celled)
    return 0;
  return position < state->low ? -1 : position > state->high ? 1 : 0;
}

void
jipyo_plot_viewing_trim (JipyoPlotLayout *layout, const JipyoPlot *plot, guint first)
{
  GArray *shapes = layout->shapes;
  guint n = first;

  for (guint i = first; i < shapes->len; i++) {
    JipyoPlotShape shape = g_array_index (shapes, JipyoPlotShape, i);
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, shape.series);
    const gboolean joined = jipyo_mark_get_class (series->mark)->continuous;
    const int side = get_side (layout, plot, &shape);
    const gboolean leads_in =
      joined && side == -1 && i + 1 < shapes->len
      && get_side (layout, plot, &g_array_index (shapes, JipyoPlotShape, i + 1)) >= 0;
    const gboolean leads_out =
      joined && side == 1 && i > first
      && get_side (layout, plot, &g_array_index (shapes, JipyoPlotShape, i - 1)) <= 0;
    if (side != 0 && !leads_in && !leads_out)
      continue;
    shape.colour = jipyo_plot_scene_fade (layout, shape.series, shape.colour);
    g_array_index (shapes, JipyoPlotShape, n) = shape;
    n++;
  }
  g_array_set_size (shapes, n);
}
