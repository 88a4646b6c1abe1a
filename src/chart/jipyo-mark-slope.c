/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Slopes. The shape covers no more than its line: see `slanted`.
 */

#include "jipyo-mark-slope.h"

#include "jipyo-mark-line.h"
#include "jipyo-stroke.h"

#include <math.h>

static const double side_share = 0.25; /* of an axis without bands, for the figures */

static gboolean
place_slope (const JipyoPlotLayout *layout, const JipyoDatum *datum, JipyoPlotShape *shape)
{
  const JipyoScale *scale = &layout->position;
  const gboolean bands = scale->kind == JIPYO_SCALE_BAND;
  const double side = (scale->to - scale->from) * side_share;
  const double across[2] = {
    bands ? jipyo_scale_map (scale, datum->position) : scale->from + side,
    bands ? jipyo_scale_map (scale, datum->position + 1) : scale->to - side,
  };
  const double along[2] = { jipyo_scale_map (&layout->value, datum->start),
                            jipyo_scale_map (&layout->value, datum->value) };
  const double size = layout->frame.type.marker;

  if (!isfinite (across[0]) || !isfinite (across[1]) || !isfinite (along[0])
      || !isfinite (along[1]))
    return FALSE;
  shape->base_x = layout->horizontal ? along[0] : across[0];
  shape->base_y = layout->horizontal ? across[0] : along[0];
  shape->x = layout->horizontal ? along[1] : across[1];
  shape->y = layout->horizontal ? across[1] : along[1];
  shape->rect =
    (JipyoRect){ MIN (shape->base_x, shape->x) - size / 2, MIN (shape->base_y, shape->y) - size / 2,
                 fabs (shape->x - shape->base_x) + size, fabs (shape->y - shape->base_y) + size };
  return TRUE;
}

static void
place_slopes (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    JipyoPlotShape shape = {
      .series = index,
      .datum = i,
      .colour = jipyo_mark_line_get_colour (layout, series, datum),
      .kind = datum->kind,
      .slanted = TRUE,
    };
    if (isfinite (datum->value) && isfinite (datum->start)
        && jipyo_scale_has (&layout->position, datum->position)
        && place_slope (layout, datum, &shape))
      jipyo_plot_scene_add_shape (layout, shape);
  }
}

static void
paint_slopes (cairo_t *cr, const JipyoMarkPaint *paint)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint->plot, paint->series);
  const JipyoTypeScale *type = &paint->layout->frame.type;
  const gboolean by_index =
    series->colour.role == JIPYO_ROLE_TEAM || series->colour.role == JIPYO_ROLE_SERIES;

  cairo_set_line_width (cr, type->line);
  for (guint i = 0; i < paint->n_shapes; i++) {
    const JipyoPlotShape *shape = &paint->shapes[i];
    JipyoPoint point = {
      .x = shape->x,
      .y = shape->y,
      .size = type->marker,
      .line = type->line,
      .marker = by_index ? jipyo_theme_get_marker (paint->theme, series->colour.index)
                         : JIPYO_MARKER_CIRCLE,
      .kind = shape->kind,
      .colour = shape->colour,
      .horizontal = paint->layout->horizontal,
    };
    jipyo_mark_line_set_dash (cr, paint, shape->kind);
    jipyo_stroke_set_source (cr, shape->colour);
    cairo_set_line_width (cr, type->line);
    cairo_move_to (cr, shape->base_x, shape->base_y);
    cairo_line_to (cr, shape->x, shape->y);
    cairo_stroke (cr);
    cairo_set_dash (cr, NULL, 0, 0);
    jipyo_stroke_point (cr, &point, paint->theme);
    point.x = shape->base_x;
    point.y = shape->base_y;
    point.kind = JIPYO_DATUM_VALUE;
    jipyo_stroke_point (cr, &point, paint->theme);
  }
}

static void
paint_key (cairo_t *cr, const JipyoMarkPaint *paint, const JipyoRect *rect)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint->plot, paint->series);
  const JipyoTypeScale *type = &paint->layout->frame.type;
  const gboolean by_index =
    series->colour.role == JIPYO_ROLE_TEAM || series->colour.role == JIPYO_ROLE_SERIES;
  JipyoPoint point = {
    .x = rect->x + rect->width * 0.1,
    .y = rect->y + rect->height * 0.8,
    .size = rect->height * 0.5,
    .line = type->line * 0.8,
    .marker =
      by_index ? jipyo_theme_get_marker (paint->theme, series->colour.index) : JIPYO_MARKER_CIRCLE,
    .colour = jipyo_theme_get_colour (paint->theme, series->colour),
  };
  const double x = rect->x + rect->width * 0.9, y = rect->y + rect->height * 0.2;

  jipyo_stroke_set_source (cr, point.colour);
  cairo_set_line_width (cr, type->line);
  cairo_move_to (cr, point.x, point.y);
  cairo_line_to (cr, x, y);
  cairo_stroke (cr);
  jipyo_stroke_point (cr, &point, paint->theme);
  point.x = x;
  point.y = y;
  jipyo_stroke_point (cr, &point, paint->theme);
}

const JipyoMarkClass jipyo_mark_slope_class = {
  .word = { "기울기그래프", "Slope chart" },
  .tells = JIPYO_TELLS_CHANGE,
  .reads = JIPYO_READS_START,
  .label = JIPYO_LABEL_SLOPE,
  .airy = TRUE,
  .leaping = TRUE,
  .place = place_slopes,
  .paint = paint_slopes,
  .paint_key = paint_key,
};
