/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stacked areas. Each begins where the one before it ends, so that the upper edge is the whole;
 * a line of ground keeps them apart without colour. A datum without a place is a gap in its own
 * area, and those above rest on what is left.
 */

#include "jipyo-mark-area-stack.h"

#include "jipyo-stroke.h"

#include <math.h>

static gboolean
is_joined (const JipyoPlotShape *shapes, guint i)
{
  return i > 0 && shapes[i].datum == shapes[i - 1].datum + 1;
}

static void
place_point (JipyoPlotLayout *layout, JipyoPlotShape shape, double base)
{
  const gboolean horizontal = layout->horizontal;

  shape.base_x = horizontal ? base : shape.x;
  shape.base_y = horizontal ? shape.y : base;
  shape.rect = (JipyoRect){
    MIN (shape.x, shape.base_x) - (horizontal ? 0 : 0.5),
    MIN (shape.y, shape.base_y) - (horizontal ? 0.5 : 0),
    horizontal ? fabs (shape.x - shape.base_x) : 1,
    horizontal ? 1 : fabs (shape.y - shape.base_y),
  };
  jipyo_plot_scene_add_shape (layout, shape);
}

/* A point stands for the area half-way to its neighbours. */
static void
widen (JipyoPlotLayout *layout, guint first)
{
  JipyoPlotShape *shapes = (JipyoPlotShape *) (gpointer) layout->shapes->data;
  const guint n = layout->shapes->len;

  for (guint i = first; i < n; i++) {
    const double at = layout->horizontal ? shapes[i].y : shapes[i].x;
    double ends[2] = { at - 0.5, at + 0.5 };
    for (int side = 0; side < 2; side++) {
      const guint other = side == 0 ? i - 1 : i + 1;
      if ((side == 0 && i == first) || other >= n || !is_joined (shapes, MAX (i, other)))
        continue;
      const double next = layout->horizontal ? shapes[other].y : shapes[other].x;
      ends[0] = MIN (ends[0], (at + next) / 2);
      ends[1] = MAX (ends[1], (at + next) / 2);
    }
    *(layout->horizontal ? &shapes[i].rect.y : &shapes[i].rect.x) = ends[0];
    *(layout->horizontal ? &shapes[i].rect.height : &shapes[i].rect.width) = ends[1] - ends[0];
  }
}

static void
place_areas (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const double *bases = g_ptr_array_index (layout->stacks, index);
  const guint first = layout->shapes->len;

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const double pair[2] = { datum->position, bases[i] + datum->value };
    const double from = jipyo_scale_map (&layout->value, bases[i]);
    double point[2];
    if (!isfinite (datum->value) || !isfinite (datum->position)
        || !jipyo_plot_scene_map (layout, pair, point))
      continue;
    const JipyoPlotShape shape = {
      .series = index,
      .datum = i,
      .x = point[0],
      .y = point[1],
      .colour = jipyo_plot_scene_get_colour (layout, series, datum),
      .kind = datum->kind,
    };
    place_point (layout, shape, isfinite (from) ? from : jipyo_plot_scene_get_base (layout));
  }
  widen (layout, first);
}

static void
trace_tops (cairo_t *cr, const JipyoPlotShape *shapes, guint first, guint last)
{
  cairo_move_to (cr, shapes[first].x, shapes[first].y);
  for (guint i = first + 1; i <= last; i++)
    cairo_line_to (cr, shapes[i].x, shapes[i].y);
}

/* What is computed or not yet so is pale under a line of its colour. */
static void
paint_run (cairo_t *cr, const JipyoMarkPaint *paint, guint first, guint last)
{
  const JipyoPlotShape *shapes = paint->shapes;
  const JipyoTypeScale *type = &paint->layout->frame.type;
  const gboolean sure = shapes[last].kind == JIPYO_DATUM_VALUE;
  const double dots[] = { type->line, type->line * 1.5 };

  trace_tops (cr, shapes, first, last);
  for (guint i = last + 1; i-- > first;)
    cairo_line_to (cr, shapes[i].base_x, shapes[i].base_y);
  cairo_close_path (cr);
  jipyo_stroke_set_source (
    cr, jipyo_colour_mix (shapes[last].colour, paint->theme->card, sure ? 0.12 : 0.62));
  cairo_fill (cr);
  trace_tops (cr, shapes, first, last);
  jipyo_stroke_set_source (cr, sure ? paint->theme->card : shapes[last].colour);
  cairo_set_dash (cr, dots, sure ? 0 : 2, 0);
  cairo_set_line_width (cr, MAX (1, type->hairline * 1.5));
  cairo_stroke (cr);
}

static void
paint_areas (cairo_t *cr, const JipyoMarkPaint *paint)
{
  const JipyoPlotShape *shapes = paint->shapes;
  guint i = 0;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  while (i < paint->n_shapes) {
    guint last = i;
    while (last + 1 < paint->n_shapes && is_joined (shapes, last + 1)
           && (last == i || shapes[last + 1].kind == shapes[last].kind))
      last++;
    if (last > i)
      paint_run (cr, paint, i, last);
    else if (!is_joined (shapes, i)) {
      /* Between two gaps it is as wide as itself. */
      const JipyoRect *r = &shapes[i].rect;
      jipyo_stroke_set_source (cr, shapes[i].colour);
      cairo_rectangle (cr, r->x, r->y, r->width, r->height);
      cairo_fill (cr);
    }
    i = last > i && last + 1 < paint->n_shapes && is_joined (shapes, last + 1) ? last : last + 1;
  }
  cairo_set_dash (cr, NULL, 0, 0);
}

const JipyoMarkClass jipyo_mark_area_stack_class = {
  .word = { "누적 영역그래프", "Stacked area chart" },
  .whole = { "묶음", "group" },
  .tells = JIPYO_TELLS_PARTS,
  .from_zero = TRUE,
  .edged = TRUE,
  .continuous = TRUE,
  .stacked = TRUE,
  .boxed = TRUE,
  .place = place_areas,
  .paint = paint_areas,
};
