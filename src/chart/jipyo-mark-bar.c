/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bars: plain, grouped when several series have a bar in one band, stacked. Both directions, both
 * signs, linear and logarithmic.
 */

#include "jipyo-mark-bar.h"

#include "jipyo-slot.h"
#include "jipyo-stroke.h"
#include "jipyo-whisker.h"

#include <math.h>

static void
place_bar (JipyoPlotLayout *layout,
           JipyoPlotShape shape,
           const JipyoSlot *slot,
           const double ends[2])
{
  const double centre = (layout->horizontal ? shape.y : shape.x) + slot->offset;
  double low = MIN (ends[0], ends[1]), size = fabs (ends[1] - ends[0]);

  /* A figure that is not nothing leaves at least a trace. */
  if (size > 0 && size < 1) {
    low = ends[1] < ends[0] ? ends[0] - 1 : ends[0];
    size = 1;
  }
  if (layout->horizontal) {
    shape.rect = (JipyoRect){ low, centre - slot->thickness / 2, size, slot->thickness };
    shape.y = shape.base_y = centre;
    shape.base_x = ends[0];
  } else {
    shape.rect = (JipyoRect){ centre - slot->thickness / 2, low, slot->thickness, size };
    shape.x = shape.base_x = centre;
    shape.base_y = ends[0];
  }
  jipyo_plot_scene_add_shape (layout, shape);
}

static void
place_series (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index, const double *bases)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const JipyoSlot slot = jipyo_slot_measure (layout, plot, index);
  const double base = jipyo_plot_scene_get_base (layout);

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const double top = bases != NULL ? bases[i] + datum->value : datum->value;
    const double pair[2] = { datum->position, top };
    double point[2];
    if (!isfinite (datum->value) || !jipyo_scale_has (&layout->position, datum->position)
        || !jipyo_plot_scene_map (layout, pair, point))
      continue;
    const double from = bases != NULL ? jipyo_scale_map (&layout->value, bases[i]) : base;
    const double ends[2] = { isfinite (from) ? from : base,
                             layout->horizontal ? point[0] : point[1] };
    JipyoPlotShape shape = {
      .series = index,
      .datum = i,
      .x = point[0],
      .y = point[1],
      .colour = jipyo_plot_scene_get_colour (layout, series, datum),
      .kind = datum->kind,
    };
    if (bases == NULL)
      jipyo_whisker_place (layout, datum, &shape);
    place_bar (layout, shape, &slot, ends);
  }
}

static void
place_bars (JipyoPlotLayout *layout, const JipyoPlot *plot, guint series)
{
  place_series (layout, plot, series, NULL);
}

static void
place_stack (JipyoPlotLayout *layout, const JipyoPlot *plot, guint series)
{
  place_series (layout, plot, series, g_ptr_array_index (layout->stacks, series));
}

static void
paint_bars (cairo_t *cr, const JipyoMarkPaint *paint)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint->plot, paint->series);
  const gboolean stacked = series->mark == JIPYO_MARK_STACK;

  for (guint i = 0; i < paint->n_shapes; i++) {
    const JipyoPlotShape *shape = &paint->shapes[i];
    const JipyoDatum *datum = jipyo_plot_scene_get_datum (paint->plot, shape);
    const gboolean horizontal = paint->layout->horizontal;
    JipyoBar bar = {
      .rect = shape->rect,
      .kind = shape->kind,
      .colour = shape->colour,
      .horizontal = horizontal,
      .forward = horizontal ? shape->x >= shape->base_x : shape->y > shape->base_y,
      .lighter = jipyo_plot_scene_get_key (series, datum).role == JIPYO_ROLE_MUTED,
    };
    JipyoTypeScale type = paint->layout->frame.type;
    if (stacked) {
      /* A pixel of ground between segments keeps them apart without colour. */
      double *size = horizontal ? &bar.rect.width : &bar.rect.height;
      *size = MAX (*size - MAX (1, type.hairline), *size * 0.5);
      type.radius = MIN (type.radius, 1);
    }
    jipyo_stroke_bar (cr, &bar, paint->theme, &type);
  }
  jipyo_whisker_paint_all (cr, paint, TRUE);
}

const JipyoMarkClass jipyo_mark_bar_class = {
  .word = { "막대그래프", "Bar chart" },
  .tells = JIPYO_TELLS_VALUE | JIPYO_TELLS_LINE,
  .reads = JIPYO_READS_BOUNDS,
  .label = JIPYO_LABEL_BEYOND,
  .boxed = TRUE,
  .from_zero = TRUE,
  .solid = TRUE,
  .place = place_bars,
  .paint = paint_bars,
};

const JipyoMarkClass jipyo_mark_stack_class = {
  .word = { "누적 막대그래프", "Stacked bar chart" },
  .whole = { "막대", "bar" },
  .tells = JIPYO_TELLS_PARTS,
  .label = JIPYO_LABEL_STACKED,
  .stacked = TRUE,
  .boxed = TRUE,
  .from_zero = TRUE,
  .solid = TRUE,
  .place = place_stack,
  .paint = paint_bars,
};
