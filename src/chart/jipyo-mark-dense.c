/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Into an image as a mask of its pixels; anywhere else, and where the picture is turned, as a path
 * through the extremes of narrow slots. cairo strokes a path in a time that grows with its points,
 * a hundred times that of the mask.
 */

#include "jipyo-mark-dense.h"

#include "jipyo-coverage.h"
#include "jipyo-ink.h"
#include "jipyo-pixel-grid.h"
#include "jipyo-stroke.h"

#include <math.h>
#include <string.h>

static const int path_slots = 2; /* in a picture unit of a path */
static const guint few = 24;     /* points that cairo strokes as fast */

typedef struct {
  const JipyoMarkPaint *paint;
  const JipyoDense *dense;
  JipyoDenseLook look;
  double direction; /* 1, or -1 where positions grow upwards */
} DensePaint;

static JipyoScale
transform (const JipyoScale *scale, double factor, double shift)
{
  JipyoScale result = *scale;

  result.from = scale->from * factor + shift;
  result.to = scale->to * factor + shift;
  return result;
}

static void
set_ground_source (cairo_t *cr, const DensePaint *self)
{
  const JipyoColour colour = jipyo_colour_from_rgb (self->dense->colour);

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, self->look.ground_alpha);
}

/* Makes a pixel the unit and gives those of the area that can be seen. Above and below it a line
 * may reach out; to the sides, where it goes on out of view, only a round end does. */
static JipyoPixels
enter_pixels (cairo_t *cr, const JipyoPlotLayout *layout, const JipyoPixelGrid *grid)
{
  const JipyoRect *area = &layout->area;
  const double end = layout->frame.type.line / 2;
  const double left = (area->x - end) * grid->scale + grid->x;
  const double right = left + (area->width + 2 * end) * grid->scale;
  double x1, y1, x2, y2;

  jipyo_pixel_grid_enter (grid, cr);
  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  return (JipyoPixels){ (int) floor (MAX (x1, left)), (int) floor (y1),
                        (int) ceil (MIN (x2, right)), (int) ceil (y2) };
}

static void
paint_pixels (cairo_t *cr, const DensePaint *self, const JipyoPixelGrid *grid)
{
  const JipyoPlotLayout *layout = self->paint->layout;
  const double width = MAX (layout->frame.type.line * grid->scale, 0.1);
  const JipyoPixels pixels = enter_pixels (cr, layout, grid);
  const int side = (int) ceil (width / 2) + 1;
  const JipyoTraceRequest request = {
    .columns = self->dense->columns,
    .n = self->dense->n,
    .position = transform (&layout->position, grid->scale, grid->x),
    .value = transform (&layout->value, grid->scale, grid->y),
    .stepped = self->look.stepped,
    .first = pixels.left - side,
    .end = pixels.right + side,
  };
  g_autoptr (JipyoTrace) trace = jipyo_trace_new (&request);

  if (self->look.ground_alpha > 0) {
    const double base = jipyo_plot_scene_get_base (layout) * grid->scale + grid->y;
    g_autoptr (JipyoRibbon) ground = jipyo_ribbon_new_ground (trace, base);
    set_ground_source (cr, self);
    jipyo_coverage_paint (cr, ground, &pixels);
  }
  g_autoptr (JipyoRibbon) ribbon = jipyo_ribbon_new (trace, width);
  jipyo_stroke_set_source (cr, self->dense->colour);
  jipyo_coverage_paint (cr, ribbon, &pixels);
}

/* A point of the trace, given in slots and in picture units of the value axis. */
static void
trace_to (cairo_t *cr, const DensePaint *self, double slot, double across)
{
  const double along = slot / path_slots * self->direction;

  cairo_line_to (cr, self->paint->layout->horizontal ? across : along,
                 self->paint->layout->horizontal ? along : across);
}

/* From slot to slot, in each first to the extreme that is nearer. */
static void
trace_part (cairo_t *cr,
            const DensePaint *self,
            const JipyoTrace *trace,
            const JipyoTracePart *part)
{
  double last = NAN;

  for (guint i = 0; i < part->n; i++) {
    const guint k = part->offset + i;
    const double slot = part->slot + (double) i;
    if (trace->enter[k] < jipyo_trace_nowhere)
      trace_to (cr, self, slot, trace->enter[k]);
    const gboolean up = fabs (trace->top[k] - last) > fabs (trace->bottom[k] - last);
    trace_to (cr, self, slot + 0.5, up ? trace->bottom[k] : trace->top[k]);
    last = up ? trace->top[k] : trace->bottom[k];
    /* Even a lone point is a stroke, which its round ends make a dot. */
    if (trace->top[k] < trace->bottom[k] || part->n == 1)
      trace_to (cr, self, slot + 0.5, last);
  }
}

static void
fill_ground (cairo_t *cr,
             const DensePaint *self,
             const JipyoTrace *trace,
             const JipyoTracePart *part)
{
  const double base = jipyo_plot_scene_get_base (self->paint->layout);

  trace_to (cr, self, part->slot + 0.5, base);
  for (guint i = 0; i < part->n; i++) {
    const guint k = part->offset + i;
    trace_to (cr, self, part->slot + i + 0.5, (trace->top[k] + trace->bottom[k]) / 2);
  }
  trace_to (cr, self, part->slot + (part->n - 0.5), base);
  cairo_close_path (cr);
  set_ground_source (cr, self);
  cairo_fill (cr);
}

/* The slots of what the clip shows, of the area's whole length at most. A dashed line is followed
 * from its beginning, so that the dashes of two parts of a picture meet. */
static JipyoTraceRequest
request_path (cairo_t *cr, DensePaint *self)
{
  const JipyoPlotLayout *layout = self->paint->layout;
  const double direction = layout->position.from > layout->position.to ? -1 : 1;
  const JipyoRect *area = &layout->area;
  const double whole[4] = { area->x, area->y, area->x + area->width, area->y + area->height };
  double ends[4];

  self->direction = direction;
  if (self->look.n_dash > 0)
    memcpy (ends, whole, sizeof ends);
  else
    cairo_clip_extents (cr, &ends[0], &ends[1], &ends[2], &ends[3]);
  const double a = ends[layout->horizontal ? 1 : 0] * direction;
  const double b = ends[layout->horizontal ? 3 : 2] * direction;
  const double side = layout->frame.type.line + 1;
  return (JipyoTraceRequest){
    .columns = self->dense->columns,
    .n = self->dense->n,
    .position = transform (&layout->position, direction, 0),
    .value = layout->value,
    .stepped = self->look.stepped,
    .first = (int) floor (MIN (a, b) - side),
    .end = (int) ceil (MAX (a, b) + side),
    .slots = path_slots,
  };
}

static void
set_dash (cairo_t *cr, const DensePaint *self)
{
  const double line = self->paint->layout->frame.type.line;
  double pattern[8];

  for (int i = 0; i < self->look.n_dash; i++)
    pattern[i] = self->look.dash[i] * line;
  if (self->look.n_dash > 0)
    cairo_set_dash (cr, pattern, self->look.n_dash, 0);
  cairo_set_line_cap (cr, self->look.n_dash > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
}

static void
paint_path (cairo_t *cr, DensePaint *self)
{
  const JipyoPlotLayout *layout = self->paint->layout;
  const JipyoRect *area = &layout->area;
  const double spill = layout->frame.type.marker;

  if (layout->horizontal)
    cairo_rectangle (cr, area->x - spill, area->y, area->width + 2 * spill, area->height);
  else
    cairo_rectangle (cr, area->x, area->y - spill, area->width, area->height + 2 * spill);
  cairo_clip (cr);
  jipyo_ink_add_clip (cr);
  const JipyoTraceRequest request = request_path (cr, self);
  g_autoptr (JipyoTrace) trace = jipyo_trace_new (&request);

  for (guint i = 0; self->look.ground_alpha > 0 && i < trace->parts->len; i++)
    fill_ground (cr, self, trace, &g_array_index (trace->parts, JipyoTracePart, i));
  cairo_set_line_width (cr, layout->frame.type.line);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  set_dash (cr, self);
  jipyo_stroke_set_source (cr, self->dense->colour);
  for (guint i = 0; i < trace->parts->len; i++) {
    cairo_new_sub_path (cr);
    trace_part (cr, self, trace, &g_array_index (trace->parts, JipyoTracePart, i));
    cairo_stroke (cr);
  }
}

gboolean
jipyo_mark_dense_paint (cairo_t *cr, const JipyoMarkPaint *paint, JipyoDenseLook look)
{
  DensePaint self = {
    .paint = paint,
    .dense = jipyo_plot_scene_find_dense (paint->layout, paint->series),
    .look = look,
  };
  JipyoPixelGrid grid;

  if (self.dense == NULL || paint->n_shapes == 0)
    return FALSE;
  cairo_save (cr);
  if (!paint->layout->horizontal && look.n_dash == 0 && jipyo_pixel_grid_find (cr, &grid))
    paint_pixels (cr, &self, &grid);
  else
    paint_path (cr, &self);
  cairo_restore (cr);
  return TRUE;
}

gboolean
jipyo_mark_dense_paint_few (cairo_t *cr, const JipyoMarkPaint *paint, JipyoDenseLook look)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint->plot, paint->series);
  JipyoPixelGrid grid;

  if (series->columns == NULL || paint->n_shapes <= few || paint->layout->horizontal
      || !jipyo_pixel_grid_find (cr, &grid))
    return FALSE;
  const JipyoPlotShape *last = &paint->shapes[paint->n_shapes - 1];
  const JipyoDense dense = {
    .series = paint->series,
    .columns = series->columns,
    .n = last->datum + 1,
    .colour = last->colour,
  };
  const DensePaint self = { .paint = paint, .dense = &dense, .look = look };
  cairo_save (cr);
  paint_pixels (cr, &self, &grid);
  cairo_restore (cr);
  return TRUE;
}
