/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines and areas. Data are joined in the order given; a datum without a place breaks the line. A
 * datum between two breaks shows as a point, so that nothing known is invisible.
 */

#include "jipyo-mark-line.h"

#include "jipyo-mark-dense.h"
#include "jipyo-plot-dense.h"
#include "jipyo-stroke.h"
#include "jipyo-whisker.h"

#include <math.h>

static const double area_alpha = 0.16;
static const double rest_share = 0.6; /* of the width of a line, for those that are not named */
static const double sparse = 3;       /* marker diameters between points that get markers */
static const guint few = 24;          /* points; of more the line says it all */
static const guint crossing_dash = 3; /* a short one: dots are plans */

guint32
jipyo_mark_line_get_colour (const JipyoPlotLayout *layout,
                            const JipyoPlotSeries *series,
                            const JipyoDatum *datum)
{
  if (jipyo_plot_scene_get_key (series, datum).role == JIPYO_ROLE_MUTED)
    return layout->frame.theme->edge;
  return jipyo_plot_scene_get_colour (layout, series, datum);
}

static void
place_line (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const double base = jipyo_plot_scene_get_base (layout);
  const double size = layout->frame.type.marker;

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
      .base_x = layout->horizontal ? base : point[0],
      .base_y = layout->horizontal ? point[1] : base,
      .colour = jipyo_mark_line_get_colour (layout, series, datum),
      .kind = datum->kind,
    };
    jipyo_whisker_place (layout, datum, &shape);
    jipyo_plot_scene_add_shape (layout, shape);
  }
}

static gboolean
is_joined (const JipyoPlotShape *shapes, guint i)
{
  return i > 0 && shapes[i].datum == shapes[i - 1].datum + 1;
}

/* The stroke to a shape has its look: one that ends in a point of another colour is not all of it.
 */
static gboolean
looks_as (const JipyoPlotShape *one, const JipyoPlotShape *two)
{
  return one->kind == two->kind && one->colour == two->colour;
}

/* Continues a path over the longest run of joined shapes with one look from `first`; gives the
 * index of its last shape. */
static guint
trace_run (cairo_t *cr, const JipyoMarkPaint *paint, guint first)
{
  const JipyoPlotShape *shapes = paint->shapes;
  guint last = first;

  cairo_move_to (cr, shapes[first].x, shapes[first].y);
  while (last + 1 < paint->n_shapes && is_joined (shapes, last + 1)
         && (last == first || looks_as (&shapes[last + 1], &shapes[last]))) {
    last++;
    cairo_line_to (cr, shapes[last].x, shapes[last].y);
  }
  return last;
}

/* A name at the line's end tells it apart already, and dashes only roughen it, unless it runs to
 * and fro across another. */
static const double *
get_dash (const JipyoMarkPaint *paint, int *n)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint->plot, paint->series);
  const gboolean by_index =
    series->colour.role == JIPYO_ROLE_TEAM || series->colour.role == JIPYO_ROLE_SERIES;
  const gboolean rest = jipyo_plot_scene_is_rest (paint->layout, paint->series);
  guint index = 0;

  if (by_index && !paint->layout->direct && !rest)
    index = series->colour.index;
  else if (series->dashed && !rest)
    index = crossing_dash;
  return jipyo_theme_get_dash (paint->theme, index, n);
}

void
jipyo_mark_line_set_dash (cairo_t *cr, const JipyoMarkPaint *paint, JipyoDatumKind kind)
{
  const double line = paint->layout->frame.type.line;
  double pattern[8] = { 0.01 * line, 2.2 * line };
  int n = 2;

  if (kind != JIPYO_DATUM_PLANNED && kind != JIPYO_DATUM_TARGET) {
    const double *dash = get_dash (paint, &n);
    for (int i = 0; i < n; i++)
      pattern[i] = dash[i] * line;
  }
  cairo_set_dash (cr, n > 0 ? pattern : NULL, n, 0);
  cairo_set_line_cap (cr, n == 0 || kind == JIPYO_DATUM_PLANNED ? CAIRO_LINE_CAP_ROUND
                                                                : CAIRO_LINE_CAP_BUTT);
}

static void
stroke_lines (cairo_t *cr, const JipyoMarkPaint *paint)
{
  const gboolean rest = jipyo_plot_scene_is_rest (paint->layout, paint->series);
  guint i = 0;

  cairo_set_line_width (cr, paint->layout->frame.type.line * (rest ? rest_share : 1));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  while (i < paint->n_shapes) {
    const guint last = trace_run (cr, paint, i);
    jipyo_mark_line_set_dash (cr, paint, paint->shapes[last].kind);
    jipyo_stroke_set_source (cr, paint->shapes[last].colour);
    if (last > i)
      cairo_stroke (cr);
    else
      cairo_new_path (cr);
    /* A change of look continues from the last point, a break from the next. */
    i = last > i && last + 1 < paint->n_shapes && is_joined (paint->shapes, last + 1) ? last
                                                                                      : last + 1;
  }
  cairo_set_dash (cr, NULL, 0, 0);
}

static gboolean
is_alone (const JipyoMarkPaint *paint, guint i)
{
  return !is_joined (paint->shapes, i)
         && (i + 1 == paint->n_shapes || !is_joined (paint->shapes, i + 1));
}

static gboolean
are_sparse (const JipyoMarkPaint *paint)
{
  const JipyoPlotLayout *layout = paint->layout;
  const double length = layout->horizontal ? layout->area.height : layout->area.width;

  return paint->n_shapes <= few && paint->n_shapes * layout->frame.type.marker * sparse <= length;
}

void
jipyo_mark_line_paint_points (cairo_t *cr, const JipyoMarkPaint *paint)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint->plot, paint->series);
  const JipyoTypeScale *type = &paint->layout->frame.type;
  const gboolean all = are_sparse (paint);
  const gboolean rest = jipyo_plot_scene_is_rest (paint->layout, paint->series);
  const gboolean by_index =
    series->colour.role == JIPYO_ROLE_TEAM || series->colour.role == JIPYO_ROLE_SERIES;

  for (guint i = 0; i < paint->n_shapes; i++) {
    const JipyoPlotShape *shape = &paint->shapes[i];
    if ((!all || rest) && !is_alone (paint, i) && (rest || i + 1 < paint->n_shapes))
      continue;
    const JipyoPoint point = {
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
    jipyo_stroke_point (cr, &point, paint->theme);
  }
}

/* Of columns, whose points are all stated values. */
static gboolean
stroke_columns (cairo_t *cr, const JipyoMarkPaint *paint, JipyoDenseLook look)
{
  int n = 0;

  get_dash (paint, &n);
  return n == 0 && jipyo_mark_dense_paint_few (cr, paint, look);
}

static void
paint_line (cairo_t *cr, const JipyoMarkPaint *paint)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint->plot, paint->series);
  JipyoDenseLook look = { 0 };

  if (series->dashed)
    look.dash = get_dash (paint, &look.n_dash);
  if (jipyo_mark_dense_paint (cr, paint, look))
    return;
  if (!stroke_columns (cr, paint, look))
    stroke_lines (cr, paint);
  jipyo_whisker_paint_all (cr, paint, FALSE);
  jipyo_mark_line_paint_points (cr, paint);
}

static void
paint_area (cairo_t *cr, const JipyoMarkPaint *paint)
{
  const JipyoPlotShape *shapes = paint->shapes;
  guint i = 0;

  const JipyoDenseLook look = { .ground_alpha = area_alpha };

  if (jipyo_mark_dense_paint (cr, paint, look))
    return;
  if (stroke_columns (cr, paint, look)) {
    jipyo_mark_line_paint_points (cr, paint);
    return;
  }
  while (i < paint->n_shapes) {
    guint last = i;
    cairo_move_to (cr, shapes[i].base_x, shapes[i].base_y);
    cairo_line_to (cr, shapes[i].x, shapes[i].y);
    while (last + 1 < paint->n_shapes && is_joined (shapes, last + 1)) {
      last++;
      cairo_line_to (cr, shapes[last].x, shapes[last].y);
    }
    cairo_line_to (cr, shapes[last].base_x, shapes[last].base_y);
    cairo_close_path (cr);
    const JipyoColour colour = jipyo_colour_from_rgb (shapes[i].colour);
    cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, area_alpha);
    cairo_fill (cr);
    i = last + 1;
  }
  paint_line (cr, paint);
}

const JipyoMarkClass jipyo_mark_line_class = {
  .word = { "선그래프", "Line chart" },
  .tells = JIPYO_TELLS_VALUE | JIPYO_TELLS_LINE,
  .reads = JIPYO_READS_BOUNDS,
  .airy = TRUE,
  .continuous = TRUE,
  .dense = TRUE,
  .place = place_line,
  .paint = paint_line,
};

const JipyoMarkClass jipyo_mark_area_class = {
  .word = { "영역그래프", "Area chart" },
  .tells = JIPYO_TELLS_VALUE | JIPYO_TELLS_LINE,
  .reads = JIPYO_READS_BOUNDS,
  .from_zero = TRUE,
  .continuous = TRUE,
  .dense = TRUE,
  .place = place_line,
  .paint = paint_area,
};
