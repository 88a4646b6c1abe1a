/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Few strokes, nothing measured but the card before.
 */

#include "jipyo-plot-overlay.h"

#include "jipyo-plot-scene.h"
#include "jipyo-stroke.h"

#include <math.h>

static const double ring_width = 2;
static const double ring_distance = 2; /* a name may begin four pixels from its dot */
static const double tint_alpha = 0.14;

static void
fill_tint (cairo_t *cr, const JipyoPlotLayout *layout, const double ends[2])
{
  const JipyoColour colour = jipyo_colour_from_rgb (layout->frame.theme->accent);
  const JipyoRect *area = &layout->area;
  const double from = MIN (ends[0], ends[1]), size = fabs (ends[1] - ends[0]);

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, tint_alpha);
  if (layout->horizontal)
    cairo_rectangle (cr, area->x, from, area->width, size);
  else
    cairo_rectangle (cr, from, area->y, size, area->height);
  cairo_fill (cr);
}

static void
stroke_line_at (cairo_t *cr, const JipyoPlotLayout *layout, double place)
{
  const JipyoRect *area = &layout->area;
  const double at = floor (place) + 0.5; /* one sharp pixel */

  jipyo_stroke_set_source (cr, layout->frame.theme->muted);
  cairo_set_line_width (cr, 1);
  if (layout->horizontal) {
    cairo_move_to (cr, area->x, at);
    cairo_line_to (cr, area->x + area->width, at);
  } else {
    cairo_move_to (cr, at, area->y);
    cairo_line_to (cr, at, area->y + area->height);
  }
  cairo_stroke (cr);
}

void
jipyo_plot_overlay_draw_cursor (cairo_t *cr, const JipyoPlotLayout *layout, double position)
{
  const double place = jipyo_scale_map (&layout->position, position);

  if (isfinite (place) && jipyo_scale_has (&layout->position, position))
    stroke_line_at (cr, layout, place);
}

/* Across rows it would lead to no other series, and strike through what is written in its own. */
static gboolean
has_cursor (const JipyoPlotLayout *layout)
{
  return layout->joined && !layout->horizontal;
}

static gboolean
get_middle (const JipyoPlotLayout *layout, guint series, guint datum, double *place)
{
  JipyoRect rect;

  if (!jipyo_plot_layout_get_datum_rect (layout, series, datum, &rect))
    return FALSE;
  *place = layout->horizontal ? rect.y + rect.height / 2 : rect.x + rect.width / 2;
  return TRUE;
}

static void
stroke_ring (cairo_t *cr, const JipyoPlotLayout *layout, const JipyoRect *rect)
{
  const double distance = ring_distance;
  const JipyoRect ring = { rect->x - distance, rect->y - distance, rect->width + 2 * distance,
                           rect->height + 2 * distance };

  jipyo_stroke_rounded (cr, &ring, layout->frame.type.gap * 0.7);
  jipyo_stroke_set_source (cr, layout->frame.theme->text);
  cairo_set_line_width (cr, ring_width);
  cairo_stroke (cr);
}

static void
draw_lines (cairo_t *cr, const JipyoPlotOverlay *self)
{
  const JipyoPlotLayout *layout = self->layout;
  const JipyoPlotPointer *pointer = self->pointer;
  double ends[2];

  if (pointer->has_link && !pointer->has_datum)
    jipyo_plot_overlay_draw_cursor (cr, layout, pointer->link);
  if (pointer->has_range)
    fill_tint (cr, layout, pointer->range);
  if (!pointer->has_datum || !get_middle (layout, pointer->series, pointer->datum, &ends[1]))
    return;
  if (pointer->has_anchor && get_middle (layout, pointer->series, pointer->anchor, &ends[0])) {
    fill_tint (cr, layout, ends);
    stroke_line_at (cr, layout, ends[0]);
  }
  if (has_cursor (layout))
    stroke_line_at (cr, layout, ends[1]);
}

static gboolean
get_marked (const JipyoPlotOverlay *self, JipyoRect *rect)
{
  const JipyoPlotPointer *pointer = self->pointer;

  return pointer->has_datum
         && jipyo_plot_layout_get_datum_rect (self->layout, pointer->series, pointer->datum, rect);
}

void
jipyo_plot_overlay_draw (const JipyoPlotOverlay *self, JipyoOverlayPart part, cairo_t *cr)
{
  JipyoRect rect;

  switch (part) {
  case JIPYO_OVERLAY_LINES:
    draw_lines (cr, self);
    return;
  case JIPYO_OVERLAY_RING:
    if (get_marked (self, &rect))
      stroke_ring (cr, self->layout, &rect);
    return;
  case JIPYO_OVERLAY_CARD:
    if (self->card != NULL)
      jipyo_plot_card_draw (self->card, cr);
    return;
  case JIPYO_OVERLAY_N_PARTS:
    return;
  }
}

static void
include (JipyoRect *all, JipyoRect part)
{
  const double right = MAX (all->x + all->width, part.x + part.width);
  const double bottom = MAX (all->y + all->height, part.y + part.height);

  if (all->width <= 0 || all->height <= 0) {
    *all = part;
    return;
  }
  all->x = MIN (all->x, part.x);
  all->y = MIN (all->y, part.y);
  all->width = right - all->x;
  all->height = bottom - all->y;
}

/* A stretch of the area between two places along the position axis, with a line's width. */
static JipyoRect
get_stretch (const JipyoPlotLayout *layout, const double ends[2])
{
  const JipyoRect *area = &layout->area;
  const double from = MIN (ends[0], ends[1]) - 1, size = fabs (ends[1] - ends[0]) + 2;

  return layout->horizontal ? (JipyoRect){ area->x, from, area->width, size }
                            : (JipyoRect){ from, area->y, size, area->height };
}

static JipyoRect
measure_lines (const JipyoPlotOverlay *self)
{
  const JipyoPlotLayout *layout = self->layout;
  const JipyoPlotPointer *pointer = self->pointer;
  JipyoRect all = { 0 };
  double ends[2];

  if (pointer->has_link && !pointer->has_datum) {
    ends[0] = ends[1] = jipyo_scale_map (&layout->position, pointer->link);
    if (isfinite (ends[0]))
      include (&all, get_stretch (layout, ends));
  }
  if (pointer->has_range)
    include (&all, get_stretch (layout, pointer->range));
  if (!pointer->has_datum || !get_middle (layout, pointer->series, pointer->datum, &ends[1]))
    return all;
  ends[0] = ends[1];
  if (pointer->has_anchor)
    get_middle (layout, pointer->series, pointer->anchor, &ends[0]);
  if (has_cursor (layout) || pointer->has_anchor)
    include (&all, get_stretch (layout, ends));
  return all;
}

JipyoRect
jipyo_plot_overlay_measure (const JipyoPlotOverlay *self, JipyoOverlayPart part)
{
  const double reach = ring_distance + ring_width;
  JipyoRect rect;

  switch (part) {
  case JIPYO_OVERLAY_LINES:
    return measure_lines (self);
  case JIPYO_OVERLAY_RING:
    if (get_marked (self, &rect))
      return (JipyoRect){ rect.x - reach, rect.y - reach, rect.width + 2 * reach,
                          rect.height + 2 * reach };
    return (JipyoRect){ 0 };
  case JIPYO_OVERLAY_CARD:
    return self->card != NULL ? jipyo_plot_card_get_rect (self->card) : (JipyoRect){ 0 };
  case JIPYO_OVERLAY_N_PARTS:
    break;
  }
  return (JipyoRect){ 0 };
}
