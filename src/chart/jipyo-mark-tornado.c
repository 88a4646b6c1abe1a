/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tornado bars. A line at the base runs through all of them where it is the same for all.
 */

#include "jipyo-mark-tornado.h"

#include "jipyo-slot.h"
#include "jipyo-stroke.h"
#include "jipyo-whisker.h"

#include <math.h>

static const double base_width = 1.3; /* hairlines */

static gboolean
place_tornado (JipyoPlotLayout *layout, const JipyoDatum *datum, JipyoPlotShape *shape)
{
  const double across = jipyo_scale_map (&layout->position, datum->position);
  const double base = jipyo_scale_map (&layout->value, datum->value);
  double *along = layout->horizontal ? &shape->x : &shape->y;

  shape->x = shape->base_x = across;
  shape->y = shape->base_y = across;
  *along = base;
  jipyo_whisker_place (layout, datum, shape);
  if (!isfinite (shape->low) || !isfinite (shape->high) || !isfinite (across))
    return FALSE;
  *along = isfinite (base) ? base : shape->low;
  shape->base_x = shape->x;
  shape->base_y = shape->y;
  return TRUE;
}

static void
cover (const JipyoPlotLayout *layout, JipyoPlotShape *shape, const JipyoSlot *slot)
{
  const double base = layout->horizontal ? shape->x : shape->y;
  const double low = MIN (base, MIN (shape->low, shape->high));
  const double size = MAX (1, MAX (base, MAX (shape->low, shape->high)) - low);
  double *across = layout->horizontal ? &shape->y : &shape->x;

  *across += slot->offset;
  shape->base_x = shape->x;
  shape->base_y = shape->y;
  shape->rect = layout->horizontal
                  ? (JipyoRect){ low, *across - slot->thickness / 2, size, slot->thickness }
                  : (JipyoRect){ *across - slot->thickness / 2, low, slot->thickness, size };
}

/* A line at the base of all data, if they have the same. */
static void
add_base_line (JipyoPlotLayout *layout, const JipyoPlotSeries *series)
{
  const JipyoRect *area = &layout->area;
  const double base =
    series->data->len > 0 ? g_array_index (series->data, JipyoDatum, 0).value : NAN;
  const double place = jipyo_scale_map (&layout->value, base);

  for (guint i = 0; i < series->data->len; i++)
    if (g_array_index (series->data, JipyoDatum, i).value != base)
      return;
  if (!isfinite (base) || !isfinite (place) || !jipyo_scale_has (&layout->value, base))
    return;
  const JipyoGuide guide = {
    .x1 = layout->horizontal ? place : area->x,
    .x2 = layout->horizontal ? place : area->x + area->width,
    .y1 = layout->horizontal ? area->y : place,
    .y2 = layout->horizontal ? area->y + area->height : place,
    .colour = layout->frame.theme->edge,
    .width = layout->frame.type.hairline * base_width,
  };
  g_array_append_val (layout->guides, guide);
}

static void
place_tornados (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
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
    if (!jipyo_scale_has (&layout->position, datum->position)
        || !place_tornado (layout, datum, &shape))
      continue;
    cover (layout, &shape, &slot);
    jipyo_plot_scene_add_shape (layout, shape);
  }
  add_base_line (layout, series);
}

/* The part of a shape from the base to one of its ends. */
static JipyoRect
get_part (const JipyoPlotLayout *layout, const JipyoPlotShape *shape, double end)
{
  const double base = layout->horizontal ? shape->x : shape->y;
  const double low = MIN (base, end), size = fabs (end - base);
  JipyoRect part = shape->rect;

  if (layout->horizontal) {
    part.x = low;
    part.width = size;
  } else {
    part.y = low;
    part.height = size;
  }
  return part;
}

static void
paint_tornados (cairo_t *cr, const JipyoMarkPaint *paint)
{
  const JipyoPlotLayout *layout = paint->layout;
  JipyoTypeScale type = layout->frame.type;

  type.radius = 0;
  for (guint i = 0; i < paint->n_shapes; i++) {
    const JipyoPlotShape *shape = &paint->shapes[i];
    const double base = layout->horizontal ? shape->x : shape->y;
    if (shape->low == shape->high) {
      jipyo_stroke_set_source (cr, shape->colour);
      cairo_rectangle (cr, shape->rect.x, shape->rect.y, shape->rect.width, shape->rect.height);
      cairo_fill (cr);
      continue;
    }
    for (int high = 0; high <= 1; high++) {
      const double end = high == 1 ? shape->high : shape->low;
      const JipyoBar bar = {
        .rect = get_part (layout, shape, end),
        .kind = shape->kind == JIPYO_DATUM_VALUE && high == 0 ? JIPYO_DATUM_DERIVED : shape->kind,
        .colour = shape->colour,
        .horizontal = layout->horizontal,
        .forward = end >= base,
      };
      if (end != base)
        jipyo_stroke_bar (cr, &bar, paint->theme, &type);
    }
  }
}

const JipyoMarkClass jipyo_mark_tornado_class = {
  .word = { "토네이도 그래프", "Tornado chart" },
  .reads = JIPYO_READS_BOUNDS,
  .label = JIPYO_LABEL_ENDS,
  .airy = TRUE,
  .solid = TRUE,
  .between = TRUE,
  .boxed = TRUE,
  .place = place_tornados,
  .paint = paint_tornados,
};
