/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Single points. Teams and series differ in marker as well as in colour.
 */

#include "jipyo-mark-dot.h"

#include "jipyo-stroke.h"
#include "jipyo-whisker.h"

#include <math.h>

static const double apart_share = 0.85; /* of the size, between the middles of two dots */

/* Whether dots may leave the middle of their row. */
static gboolean
can_swarm (const JipyoPlotLayout *layout)
{
  return layout->horizontal && layout->value.kind == JIPYO_SCALE_TIME
         && layout->position.kind == JIPYO_SCALE_BAND;
}

/* In a low row smaller, so that three fit below each other. */
static double
get_size (const JipyoPlotLayout *layout)
{
  static const double OF_MARKER = 1.35, LEAST = 0.6; /* of the marker on a line, of that */
  static const double AIR = 0.3;                     /* of the size, between two rows */
  const double size = layout->frame.type.marker * OF_MARKER;

  if (!can_swarm (layout))
    return size;
  const double third = jipyo_scale_get_band_width (&layout->position) / (1 + 2 * apart_share + AIR);
  return CLAMP (third, size * LEAST, size);
}

static gboolean
is_covered (const JipyoPlotLayout *layout, double x, double y, double distance)
{
  for (guint i = 0; i < layout->shapes->len; i++) {
    const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i);
    const gboolean span = shape->x != shape->base_x;
    if (!span && fabs (shape->x - x) < distance && fabs (shape->y - y) < distance)
      return TRUE;
  }
  return FALSE;
}

/* The offset from the middle of the row that is nearest to it and free at X; FALSE if none is. */
static gboolean
find_offset (const JipyoPlotLayout *layout, const double point[2], double size, double *offset)
{
  const double slack = 0.01; /* sums of doubles */
  const double most = (jipyo_scale_get_band_width (&layout->position) - size) / 2 + slack;

  for (int k = 0; (k + 1) / 2 * size * apart_share <= MAX (most, 0); k++) {
    *offset = (k % 2 == 0 ? 1 : -1) * ((k + 1) / 2) * size * apart_share;
    if (!is_covered (layout, point[0], point[1] + *offset, size * apart_share * 0.99))
      return TRUE;
  }
  return FALSE;
}

/* Events of about the same day swarm around the middle of their row, so that each can be seen;
 * where the row is full, at most two dots beside their day. */
static void
swarm (const JipyoPlotLayout *layout, double point[2], double size)
{
  const int MOST_ASIDE = 2; /* dots */
  double offset = 0;

  for (int k = 0; k <= 2 * MOST_ASIDE; k++) {
    const double aside = (k % 2 == 0 ? 1 : -1) * ((k + 1) / 2) * size * apart_share;
    const double there[2] = { point[0] + aside, point[1] };
    if (find_offset (layout, there, size, &offset)) {
      point[0] = there[0];
      point[1] = there[1] + offset;
      return;
    }
  }
}

static void
place_dots (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const double size = get_size (layout);

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const double pair[2] = { datum->position, datum->value };
    double point[2];
    if (!isfinite (datum->value) || !jipyo_scale_has (&layout->position, datum->position)
        || !jipyo_plot_scene_map (layout, pair, point))
      continue;
    if (datum->kind == JIPYO_DATUM_VALUE && can_swarm (layout))
      swarm (layout, point, size);
    const JipyoPoint at = { .x = point[0],
                            .y = point[1],
                            .size = size,
                            .kind = datum->kind,
                            .horizontal = layout->horizontal };
    JipyoPlotShape shape = {
      .series = index,
      .datum = i,
      .rect = jipyo_stroke_measure_point (&at),
      .x = point[0],
      .y = point[1],
      .base_x = point[0],
      .base_y = point[1],
      .colour = jipyo_plot_scene_get_colour (layout, series, datum),
      .kind = datum->kind,
    };
    jipyo_whisker_place (layout, datum, &shape);
    jipyo_plot_scene_add_shape (layout, shape);
  }
}

static void
paint_dots (cairo_t *cr, const JipyoMarkPaint *paint)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint->plot, paint->series);
  const JipyoTypeScale *type = &paint->layout->frame.type;

  jipyo_whisker_paint_all (cr, paint, FALSE);
  for (guint i = 0; i < paint->n_shapes; i++) {
    const JipyoPlotShape *shape = &paint->shapes[i];
    const JipyoDatum *datum = jipyo_plot_scene_get_datum (paint->plot, shape);
    const JipyoColourKey key = jipyo_plot_scene_get_key (series, datum);
    const gboolean by_index = key.role == JIPYO_ROLE_TEAM || key.role == JIPYO_ROLE_SERIES;
    const JipyoPoint point = {
      .x = shape->x,
      .y = shape->y,
      .size = get_size (paint->layout),
      .line = type->line,
      .marker = by_index ? jipyo_theme_get_marker (paint->theme, key.index) : JIPYO_MARKER_CIRCLE,
      .kind = shape->kind,
      .colour = key.role == JIPYO_ROLE_MUTED ? paint->theme->edge : shape->colour,
      .horizontal = paint->layout->horizontal,
    };
    jipyo_stroke_point (cr, &point, paint->theme);
  }
}

const JipyoMarkClass jipyo_mark_dot_class = {
  .word = { "점그래프", "Dot chart" },
  .tells = JIPYO_TELLS_VALUE,
  .reads = JIPYO_READS_BOUNDS,
  .airy = TRUE,
  .dotted = TRUE,
  .solid = TRUE,
  .place = place_dots,
  .paint = paint_dots,
};
