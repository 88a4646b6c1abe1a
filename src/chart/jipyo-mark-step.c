/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Steps. The shape of a datum covers its whole level, so that a hover anywhere on it finds it; its
 * base is where the level ends. The look of a datum's kind holds for its level and the rise after.
 */

#include "jipyo-mark-step.h"

#include "jipyo-mark-dense.h"
#include "jipyo-mark-line.h"
#include "jipyo-plot-dense.h"
#include "jipyo-stroke.h"
#include "jipyo-whisker.h"

#include <math.h>

/* Where the level of a datum ends on the position axis: at the next one that has a position. */
static double
find_end (const JipyoPlotLayout *layout, const JipyoPlotSeries *series, guint index)
{
  const JipyoScale *scale = &layout->position;
  const double from = MIN (scale->from, scale->to), to = MAX (scale->from, scale->to);

  for (guint i = index + 1; i < series->data->len; i++) {
    const double end =
      jipyo_scale_map (scale, g_array_index (series->data, JipyoDatum, i).position);
    if (isfinite (end))
      return CLAMP (end, from, to);
  }
  return NAN;
}

static void
place_level (JipyoPlotLayout *layout, JipyoPlotShape *shape, double end)
{
  const double half = layout->frame.type.marker / 2;
  double *at = layout->horizontal ? &shape->base_y : &shape->base_x;
  const double x = shape->x, y = shape->y;

  *at = isfinite (end) ? end : *at;
  shape->rect = (JipyoRect){ MIN (x, shape->base_x), MIN (y, shape->base_y),
                             fabs (shape->base_x - x), fabs (shape->base_y - y) };
  if (layout->horizontal) {
    shape->rect.x -= half;
    shape->rect.width += 2 * half;
  } else {
    shape->rect.y -= half;
    shape->rect.height += 2 * half;
  }
}

static void
place_steps (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);

  if (series->columns != NULL) {
    jipyo_plot_dense_place (layout, plot, index);
    return;
  }
  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const double pair[2] = { datum->position, datum->value };
    double point[2];
    if (!isfinite (datum->value) || !isfinite (datum->position)
        || !jipyo_plot_scene_map (layout, pair, point))
      continue;
    JipyoPlotShape shape = {
      .series = index,
      .datum = i,
      .x = point[0],
      .y = point[1],
      .base_x = point[0],
      .base_y = point[1],
      .colour = jipyo_mark_line_get_colour (layout, series, datum),
      .kind = datum->kind,
    };
    jipyo_whisker_place (layout, datum, &shape);
    place_level (layout, &shape, find_end (layout, series, i));
    jipyo_plot_scene_add_shape (layout, shape);
  }
}

static gboolean
looks_like (const JipyoPlotShape *a, const JipyoPlotShape *b)
{
  return a->kind == b->kind && a->colour == b->colour;
}

static void
stroke_steps (cairo_t *cr, const JipyoMarkPaint *paint)
{
  const JipyoPlotShape *shapes = paint->shapes;

  cairo_set_line_width (cr, paint->layout->frame.type.line);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  for (guint i = 0; i < paint->n_shapes; i++) {
    const gboolean joined = i + 1 < paint->n_shapes && shapes[i + 1].datum == shapes[i].datum + 1;
    if (!cairo_has_current_point (cr))
      cairo_move_to (cr, shapes[i].x, shapes[i].y);
    cairo_line_to (cr, shapes[i].base_x, shapes[i].base_y);
    if (joined)
      cairo_line_to (cr, shapes[i + 1].x, shapes[i + 1].y);
    if (joined && looks_like (&shapes[i], &shapes[i + 1]))
      continue;
    jipyo_mark_line_set_dash (cr, paint, shapes[i].kind);
    jipyo_stroke_set_source (cr, shapes[i].colour);
    cairo_stroke (cr);
  }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_steps (cairo_t *cr, const JipyoMarkPaint *paint)
{
  if (jipyo_mark_dense_paint (cr, paint, (JipyoDenseLook){ .stepped = TRUE }))
    return;
  stroke_steps (cr, paint);
  jipyo_whisker_paint_all (cr, paint, FALSE);
  jipyo_mark_line_paint_points (cr, paint);
}

const JipyoMarkClass jipyo_mark_step_class = {
  .word = { "계단그래프", "Step chart" },
  .tells = JIPYO_TELLS_VALUE | JIPYO_TELLS_LINE,
  .reads = JIPYO_READS_BOUNDS,
  .label = JIPYO_LABEL_ALONG,
  .airy = TRUE,
  .continuous = TRUE,
  .stepped = TRUE,
  .dense = TRUE,
  .place = place_steps,
  .paint = paint_steps,
};
