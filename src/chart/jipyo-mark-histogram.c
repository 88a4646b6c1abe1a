/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Histograms. A bar goes from edge to edge of its bin, less a hairline that keeps it apart from the
 * next; an empty bin is a gap. Both directions.
 */

#include "jipyo-mark-histogram.h"

#include "jipyo-stroke.h"

#include <math.h>

/* Where a bin begins and ends on the picture, at least a unit apart. */
static void
find_edges (const JipyoPlotLayout *layout, const JipyoDatum *datum, double edges[2])
{
  const double middle = jipyo_scale_map (&layout->position, datum->position);
  const double start = jipyo_scale_map (&layout->position, datum->start);
  const double end = jipyo_scale_map (&layout->position, 2 * datum->position - datum->start);

  edges[0] = isfinite (start) && isfinite (end) ? MIN (start, end) : middle - 0.5;
  edges[1] = isfinite (start) && isfinite (end) ? MAX (start, end) : middle + 0.5;
  if (edges[1] - edges[0] < 1) {
    edges[0] = middle - 0.5;
    edges[1] = middle + 0.5;
  }
}

static void
place_bin (JipyoPlotLayout *layout, JipyoPlotShape shape, const double edges[2], double base)
{
  const double end = layout->horizontal ? shape.x : shape.y;
  double low = MIN (base, end), size = fabs (end - base);

  /* A count that is not nothing leaves at least a trace. */
  if (size > 0 && size < 1) {
    low = end < base ? base - 1 : base;
    size = 1;
  }
  if (layout->horizontal) {
    shape.rect = (JipyoRect){ low, edges[0], size, edges[1] - edges[0] };
    shape.base_x = base;
    shape.base_y = shape.y;
  } else {
    shape.rect = (JipyoRect){ edges[0], low, edges[1] - edges[0], size };
    shape.base_x = shape.x;
    shape.base_y = base;
  }
  jipyo_plot_scene_add_shape (layout, shape);
}

static void
place_bins (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const double base = jipyo_plot_scene_get_base (layout);

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const double pair[2] = { datum->position, datum->value };
    double point[2], edges[2];
    if (!isfinite (datum->value) || !jipyo_scale_has (&layout->position, datum->position)
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
    find_edges (layout, datum, edges);
    place_bin (layout, shape, edges, base);
  }
}

static void
paint_bins (cairo_t *cr, const JipyoMarkPaint *paint)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint->plot, paint->series);
  const gboolean horizontal = paint->layout->horizontal;
  JipyoTypeScale type = paint->layout->frame.type;

  for (guint i = 0; i < paint->n_shapes; i++) {
    const JipyoPlotShape *shape = &paint->shapes[i];
    const JipyoDatum *datum = jipyo_plot_scene_get_datum (paint->plot, shape);
    JipyoBar bar = {
      .rect = shape->rect,
      .kind = shape->kind,
      .colour = shape->colour,
      .horizontal = horizontal,
      .forward = horizontal ? shape->x >= shape->base_x : shape->y > shape->base_y,
      .lighter = jipyo_plot_scene_get_key (series, datum).role == JIPYO_ROLE_MUTED,
    };
    double *at = horizontal ? &bar.rect.y : &bar.rect.x;
    double *size = horizontal ? &bar.rect.height : &bar.rect.width;
    const double gap = MIN (MAX (1, type.hairline), *size * 0.25);
    *at += gap / 2;
    *size -= gap;
    type.radius = 0;
    jipyo_stroke_bar (cr, &bar, paint->theme, &type);
  }
}

const JipyoMarkClass jipyo_mark_histogram_class = {
  .word = { "히스토그램", "Histogram" },
  .reads = JIPYO_READS_BIN,
  .label = JIPYO_LABEL_BEYOND,
  .from_zero = TRUE,
  .edged = TRUE,
  .solid = TRUE,
  .boxed = TRUE,
  .place = place_bins,
  .paint = paint_bins,
};
