/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bands. The fill is translucent, so that bands of several series show through each other, and
 * each has edges, so that it is told from its ground without colour.
 */

#include "jipyo-mark-band.h"

#include "jipyo-mark-line.h"
#include "jipyo-stroke.h"
#include "jipyo-whisker.h"

#include <math.h>

static const double fill_alpha = 0.2;
static const double planned_alpha = 0.08;

static void
place_band (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const double width = layout->frame.type.line;

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const double place = jipyo_scale_map (&layout->position, datum->position);
    if (isnan (datum->low) || isnan (datum->high) || !isfinite (datum->position)
        || !isfinite (place))
      continue;
    JipyoPlotShape shape = {
      .series = index,
      .datum = i,
      .colour = jipyo_mark_line_get_colour (layout, series, datum),
      .kind = datum->kind,
    };
    jipyo_whisker_place (layout, datum, &shape);
    const double value = jipyo_scale_map (&layout->value, datum->value);
    const double middle = isfinite (value) ? value : (shape.low + shape.high) / 2;
    const double least = MIN (shape.low, shape.high), size = fabs (shape.high - shape.low);
    shape.x = shape.base_x = layout->horizontal ? middle : place;
    shape.y = shape.base_y = layout->horizontal ? place : middle;
    shape.rect = layout->horizontal ? (JipyoRect){ least, place - width / 2, size, width }
                                    : (JipyoRect){ place - width / 2, least, width, size };
    jipyo_plot_scene_add_shape (layout, shape);
  }
}

/* The last shape of the longest run from `first` that looks the same. */
static guint
find_last (const JipyoMarkPaint *paint, guint first)
{
  const JipyoPlotShape *shapes = paint->shapes;
  guint last = first;

  while (last + 1 < paint->n_shapes && shapes[last + 1].datum == shapes[last].datum + 1
         && (last == first || shapes[last + 1].kind == shapes[last].kind))
    last++;
  return last;
}

static void
trace_edge (cairo_t *cr, const JipyoMarkPaint *paint, const guint run[2], gboolean high)
{
  const int step = run[1] >= run[0] ? 1 : -1;

  for (guint i = run[0];; i += (guint) step) {
    const JipyoPlotShape *shape = &paint->shapes[i];
    const double edge = high ? shape->high : shape->low;
    cairo_line_to (cr, paint->layout->horizontal ? edge : shape->x,
                   paint->layout->horizontal ? shape->y : edge);
    if (i == run[1])
      break;
  }
}

static void
paint_edges (cairo_t *cr, const JipyoMarkPaint *paint, const guint run[2])
{
  const JipyoPlotShape *last = &paint->shapes[run[1]];

  cairo_set_line_width (cr, paint->layout->frame.type.hairline);
  jipyo_mark_line_set_dash (cr, paint, last->kind);
  jipyo_stroke_set_source (cr, last->colour);
  for (int high = 0; high <= 1; high++) {
    if (last->kind == (high == 1 ? JIPYO_DATUM_AT_LEAST : JIPYO_DATUM_AT_MOST))
      continue;
    cairo_new_path (cr);
    trace_edge (cr, paint, run, high == 1);
    cairo_stroke (cr);
  }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_run (cairo_t *cr, const JipyoMarkPaint *paint, const guint run[2])
{
  const JipyoPlotShape *last = &paint->shapes[run[1]];
  const JipyoColour colour = jipyo_colour_from_rgb (last->colour);
  const gboolean open = last->kind == JIPYO_DATUM_PLANNED || last->kind == JIPYO_DATUM_TARGET;
  const guint back[2] = { run[1], run[0] };

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue,
                         open ? planned_alpha : fill_alpha);
  /* A band of one datum is as wide as a line. */
  if (run[0] == run[1]) {
    const JipyoRect *r = &last->rect;
    cairo_rectangle (cr, r->x, r->y, r->width, r->height);
    cairo_fill (cr);
    cairo_rectangle (cr, r->x, r->y, r->width, r->height);
    cairo_set_line_width (cr, paint->layout->frame.type.hairline);
    jipyo_stroke_set_source (cr, last->colour);
    cairo_stroke (cr);
    return;
  }
  cairo_new_path (cr);
  trace_edge (cr, paint, run, TRUE);
  trace_edge (cr, paint, back, FALSE);
  cairo_close_path (cr);
  cairo_fill (cr);
  paint_edges (cr, paint, run);
}

static void
paint_band (cairo_t *cr, const JipyoMarkPaint *paint)
{
  guint i = 0;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  while (i < paint->n_shapes) {
    const guint run[2] = { i, find_last (paint, i) };
    paint_run (cr, paint, run);
    const gboolean goes_on = run[1] > i && run[1] + 1 < paint->n_shapes
                             && paint->shapes[run[1] + 1].datum == paint->shapes[run[1]].datum + 1;
    i = goes_on ? run[1] : run[1] + 1;
  }
}

static void
paint_key (cairo_t *cr, const JipyoMarkPaint *paint, const JipyoRect *rect)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint->plot, paint->series);
  const JipyoColour colour =
    jipyo_colour_from_rgb (jipyo_theme_get_colour (paint->theme, series->colour));
  const double top = rect->y + rect->height * 0.1, height = rect->height * 0.8;

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, fill_alpha);
  cairo_rectangle (cr, rect->x, top, rect->width, height);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  cairo_set_line_width (cr, paint->layout->frame.type.hairline);
  for (int bottom = 0; bottom <= 1; bottom++) {
    cairo_move_to (cr, rect->x, top + bottom * height);
    cairo_line_to (cr, rect->x + rect->width, top + bottom * height);
  }
  cairo_stroke (cr);
}

const JipyoMarkClass jipyo_mark_band_class = {
  .word = { "띠그래프", "Band chart" },
  .reads = JIPYO_READS_BOUNDS,
  .airy = TRUE,
  .continuous = TRUE,
  .between = TRUE,
  .place = place_band,
  .paint = paint_band,
  .paint_key = paint_key,
};
