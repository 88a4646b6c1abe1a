/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers from the shapes that were drawn, never from a second computation.
 */

#include "jipyo-plot-find.h"

#include "jipyo-plot-scene.h"

#include <math.h>

static gboolean
contains (const JipyoRect *rect, double x, double y)
{
  return x >= rect->x && x <= rect->x + rect->width && y >= rect->y && y <= rect->y + rect->height;
}

gboolean
jipyo_plot_layout_find_name (const JipyoPlotLayout *self, double x, double y, guint *series)
{
  for (guint i = 0; i < self->names->len; i++) {
    const JipyoPlotName *name = &g_array_index (self->names, JipyoPlotName, i);
    if (!contains (&name->rect, x, y))
      continue;
    *series = name->series;
    return TRUE;
  }
  return FALSE;
}

/* Joined data answer by their position: how far off along it, then across. */
static gboolean
find_along (const JipyoPlotLayout *self, const double point[2], guint *series, guint *datum)
{
  double least = INFINITY, least_across = INFINITY;

  for (guint i = 0; i < self->shapes->len; i++) {
    const JipyoPlotShape *shape = &g_array_index (self->shapes, JipyoPlotShape, i);
    const double along = fabs (self->horizontal ? shape->y - point[1] : shape->x - point[0]);
    const double across = fabs (self->horizontal ? shape->x - point[0] : shape->y - point[1]);
    if (!contains (&self->area, shape->x,
                   CLAMP (shape->y, self->area.y, self->area.y + self->area.height))
        || along > least + 0.5 || (along > least - 0.5 && across >= least_across))
      continue;
    least = MIN (along, least);
    least_across = across;
    *series = shape->series;
    *datum = shape->datum;
  }
  return isfinite (least);
}

gboolean
jipyo_plot_layout_find_nearest (const JipyoPlotLayout *self,
                                const double point[2],
                                guint *series,
                                guint *datum)
{
  if (jipyo_plot_layout_find_datum (self, point[0], point[1], series, datum))
    return TRUE;
  if (!self->joined || !contains (&self->area, point[0], point[1]))
    return FALSE;
  return find_along (self, point, series, datum);
}

const JipyoScale *
jipyo_plot_layout_get_whole (const JipyoPlotLayout *self)
{
  return self->position.kind == JIPYO_SCALE_BAND || self->horizontal ? NULL : &self->whole;
}

const JipyoScale *
jipyo_plot_layout_get_position_scale (const JipyoPlotLayout *self)
{
  return &self->position;
}
