/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dumbbells. Teams and series differ in marker, of the four that are not hollow by themselves,
 * since hollow means the start.
 */

#include "jipyo-mark-dumbbell.h"

#include "jipyo-slot.h"
#include "jipyo-stroke.h"

#include <math.h>

static const double size_share = 1.35; /* of the marker on a line, as dots */
static const double bar_share = 1.5;   /* of a data line */
static const double pale = 0.4;        /* towards the card, for the bar */
static const double least_contrast = 3;
static const guint filled_markers = 4;

static void
place_dumbbell (JipyoPlotLayout *layout, const JipyoDatum *datum, JipyoPlotShape *shape)
{
  const double across = jipyo_scale_map (&layout->position, datum->position);
  const double size = layout->frame.type.marker * size_share;
  double ends[2] = {
    isfinite (datum->start) ? jipyo_scale_map (&layout->value, datum->start) : NAN,
    isfinite (datum->value) ? jipyo_scale_map (&layout->value, datum->value) : NAN,
  };

  ends[0] = isfinite (ends[0]) ? ends[0] : ends[1];
  ends[1] = isfinite (ends[1]) ? ends[1] : ends[0];
  const double low = MIN (ends[0], ends[1]) - size / 2;
  const double length = fabs (ends[1] - ends[0]) + size;
  shape->x = layout->horizontal ? ends[1] : across;
  shape->y = layout->horizontal ? across : ends[1];
  shape->base_x = layout->horizontal ? ends[0] : across;
  shape->base_y = layout->horizontal ? across : ends[0];
  shape->rect = layout->horizontal ? (JipyoRect){ low, across - size / 2, length, size }
                                   : (JipyoRect){ across - size / 2, low, size, length };
}

static void
move_across (const JipyoPlotLayout *layout, JipyoPlotShape *shape, double offset)
{
  const double dx = layout->horizontal ? 0 : offset, dy = layout->horizontal ? offset : 0;

  shape->x += dx;
  shape->base_x += dx;
  shape->rect.x += dx;
  shape->y += dy;
  shape->base_y += dy;
  shape->rect.y += dy;
}

static void
place_dumbbells (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const JipyoSlot slot = jipyo_slot_measure (layout, plot, index);

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    JipyoPlotShape shape = {
      .series = index,
      .datum = i,
      .colour = jipyo_plot_scene_get_colour (layout, series, datum),
      .kind = datum->kind,
    };
    if (!jipyo_scale_has (&layout->position, datum->position))
      continue;
    place_dumbbell (layout, datum, &shape);
    move_across (layout, &shape, slot.offset);
    if (isfinite (shape.x) && isfinite (shape.y))
      jipyo_plot_scene_add_shape (layout, shape);
  }
}

static JipyoPoint
make_point (const JipyoMarkPaint *paint, const JipyoPlotShape *shape)
{
  const JipyoTypeScale *type = &paint->layout->frame.type;
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint->plot, paint->series);
  const JipyoDatum *datum = jipyo_plot_scene_get_datum (paint->plot, shape);
  const JipyoColourKey key = jipyo_plot_scene_get_key (series, datum);
  const gboolean by_index = key.role == JIPYO_ROLE_TEAM || key.role == JIPYO_ROLE_SERIES;

  return (JipyoPoint){
    .x = shape->x,
    .y = shape->y,
    .size = type->marker * size_share,
    .line = type->line,
    .marker = by_index ? jipyo_theme_get_marker (paint->theme, key.index % filled_markers)
                       : JIPYO_MARKER_CIRCLE,
    .kind = shape->kind,
    .colour = key.role == JIPYO_ROLE_MUTED ? paint->theme->edge : shape->colour,
    .horizontal = paint->layout->horizontal,
  };
}

static void
paint_bar (cairo_t *cr, const JipyoMarkPaint *paint, const JipyoPlotShape *shape)
{
  const guint32 card = paint->theme->card;
  const guint32 colour = jipyo_colour_mix (shape->colour, card, pale);
  const double line = paint->layout->frame.type.line * bar_share;
  const double dots[] = { line * 0.6, line * 0.8 };

  jipyo_stroke_set_source (cr, jipyo_colour_with_contrast (colour, card, least_contrast));
  cairo_set_line_width (cr, line);
  cairo_set_dash (cr, dots, shape->kind == JIPYO_DATUM_PLANNED ? 2 : 0, 0);
  cairo_move_to (cr, shape->base_x, shape->base_y);
  cairo_line_to (cr, shape->x, shape->y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_dumbbells (cairo_t *cr, const JipyoMarkPaint *paint)
{
  for (guint i = 0; i < paint->n_shapes; i++) {
    const JipyoPlotShape *shape = &paint->shapes[i];
    const JipyoDatum *datum = jipyo_plot_scene_get_datum (paint->plot, shape);
    const JipyoPoint end = make_point (paint, shape);
    JipyoPoint start = end;
    start.x = shape->base_x;
    start.y = shape->base_y;
    start.kind = JIPYO_DATUM_TARGET;
    paint_bar (cr, paint, shape);
    if (isfinite (datum->start))
      jipyo_stroke_point (cr, &start, paint->theme);
    if (isfinite (datum->value))
      jipyo_stroke_point (cr, &end, paint->theme);
  }
}

static void
paint_key (cairo_t *cr, const JipyoMarkPaint *paint, const JipyoRect *rect)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint->plot, paint->series);
  const gboolean by_index =
    series->colour.role == JIPYO_ROLE_TEAM || series->colour.role == JIPYO_ROLE_SERIES;
  JipyoPoint point = {
    .x = rect->x + rect->width * 0.15,
    .y = rect->y + rect->height / 2,
    .size = rect->height * 0.55,
    .line = paint->layout->frame.type.line * 0.8,
    .marker = by_index
                ? jipyo_theme_get_marker (paint->theme, series->colour.index % filled_markers)
                : JIPYO_MARKER_CIRCLE,
    .kind = JIPYO_DATUM_TARGET,
    .colour = jipyo_theme_get_colour (paint->theme, series->colour),
  };

  jipyo_stroke_set_source (cr, point.colour);
  cairo_set_line_width (cr, paint->layout->frame.type.line);
  cairo_move_to (cr, point.x, point.y);
  cairo_line_to (cr, rect->x + rect->width * 0.85, point.y);
  cairo_stroke (cr);
  jipyo_stroke_point (cr, &point, paint->theme);
  point.x = rect->x + rect->width * 0.85;
  point.kind = JIPYO_DATUM_VALUE;
  jipyo_stroke_point (cr, &point, paint->theme);
}

const JipyoMarkClass jipyo_mark_dumbbell_class = {
  .word = { "변화 그래프", "Chart of changes" },
  .tells = JIPYO_TELLS_CHANGE,
  .reads = JIPYO_READS_START,
  .label = JIPYO_LABEL_ENDS,
  .airy = TRUE,
  .dotted = TRUE,
  .solid = TRUE,
  .between = TRUE,
  .place = place_dumbbells,
  .paint = paint_dumbbells,
  .paint_key = paint_key,
};
