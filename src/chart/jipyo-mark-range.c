/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spans from `start` to `value`, one row a band. What is planned continues as a row of dots.
 */

#include "jipyo-mark-range.h"

#include "jipyo-stroke.h"

#include <math.h>

static const double band_share = 0.46;
static const double thickness_max = 1.15; /* labels */

static void
place_span (JipyoPlotLayout *layout, JipyoPlotShape shape, const double ends[2])
{
  const double low = MIN (ends[0], ends[1]), size = MAX (fabs (ends[1] - ends[0]), 1);
  const double pitch = layout->position.kind == JIPYO_SCALE_BAND
                         ? jipyo_scale_get_band_width (&layout->position)
                         : layout->frame.type.gap * 2;
  const double thickness =
    CLAMP (pitch * band_share, 1, MAX (1, thickness_max * layout->frame.type.label));

  if (layout->horizontal) {
    shape.rect = (JipyoRect){ low, shape.y - thickness / 2, size, thickness };
    shape.base_x = ends[0];
    shape.base_y = shape.y;
  } else {
    shape.rect = (JipyoRect){ shape.x - thickness / 2, low, thickness, size };
    shape.base_x = shape.x;
    shape.base_y = ends[0];
  }
  jipyo_plot_scene_add_shape (layout, shape);
}

static void
place_ranges (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const double pair[2] = { datum->position, datum->value };
    double point[2];
    if (!isfinite (datum->value) || !jipyo_scale_has (&layout->position, datum->position)
        || !jipyo_plot_scene_map (layout, pair, point))
      continue;
    /* A span whose start is not known begins where the axis does. */
    const double start = jipyo_scale_map (&layout->value, datum->start);
    const double ends[2] = { isfinite (start) ? start : layout->value.from,
                             layout->horizontal ? point[0] : point[1] };
    const JipyoPlotShape shape = {
      .series = index,
      .datum = i,
      .x = point[0],
      .y = point[1],
      .colour = jipyo_plot_scene_get_colour (layout, series, datum),
      .kind = datum->kind,
    };
    place_span (layout, shape, ends);
  }
}

static void
paint_plan (cairo_t *cr, const JipyoPlotShape *shape, const JipyoTypeScale *type)
{
  const double dot = MAX (1, type->line);
  const double dots[] = { 0.01 * dot, type->gap * 1.2 };

  jipyo_stroke_set_source (cr, shape->colour);
  cairo_set_line_width (cr, dot);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dots, 2, -type->gap);
  cairo_move_to (cr, shape->base_x, shape->base_y);
  cairo_line_to (cr, shape->x, shape->y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_ranges (cairo_t *cr, const JipyoMarkPaint *paint)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint->plot, paint->series);
  JipyoTypeScale type = paint->layout->frame.type;

  for (guint i = 0; i < paint->n_shapes; i++) {
    const JipyoPlotShape *shape = &paint->shapes[i];
    if (shape->kind == JIPYO_DATUM_PLANNED) {
      paint_plan (cr, shape, &paint->layout->frame.type);
      continue;
    }
    const JipyoDatum *datum = jipyo_plot_scene_get_datum (paint->plot, shape);
    const gboolean horizontal = paint->layout->horizontal;
    const JipyoBar bar = {
      .rect = shape->rect,
      .kind = shape->kind,
      .colour = shape->colour,
      .horizontal = horizontal,
      .forward = horizontal ? shape->x >= shape->base_x : shape->y > shape->base_y,
      .lighter = jipyo_plot_scene_get_key (series, datum).role == JIPYO_ROLE_MUTED,
    };
    type.radius = MIN (shape->rect.width, shape->rect.height) / 2;
    jipyo_stroke_bar (cr, &bar, paint->theme, &type);
  }
}

const JipyoMarkClass jipyo_mark_range_class = {
  .word = { "기간 그래프", "Chart of time spans" },
  .tells = JIPYO_TELLS_VALUE,
  .reads = JIPYO_READS_START,
  .label = JIPYO_LABEL_INSIDE,
  .solid = TRUE,
  .place = place_ranges,
  .paint = paint_ranges,
};
