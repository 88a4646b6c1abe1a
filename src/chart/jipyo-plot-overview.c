/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A brush is never dragged inside out: its ends change places instead.
 */

#include "jipyo-plot-overview.h"

#include "jipyo-plot-copy.h"
#include "jipyo-stroke.h"

#include <math.h>

static const guint long_least = 90;
static const double veil_alpha = 0.66;
static const double grip_width = 4, grip_share = 0.5;

gboolean
jipyo_plot_is_long (const JipyoPlot *plot)
{
  guint most = 0;

  for (guint i = 0; i < plot->series->len; i++)
    most = MAX (most, jipyo_plot_series_get_n (g_ptr_array_index (plot->series, i)));
  return plot->position.kind != JIPYO_SCALE_BAND && !plot->horizontal && most >= long_least;
}

static void
add_series (JipyoPlot *copy, const JipyoPlotSeries *series)
{
  JipyoPlotSeries *own = jipyo_plot_add_series (copy, series->id, NULL, series->mark);

  own->colour = series->colour;
  if (series->columns != NULL)
    jipyo_plot_series_set_columns (own, series->columns);
  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    JipyoDatum *small = jipyo_plot_series_add (own, datum->position, datum->value, NULL);
    small->start = datum->start;
    small->low = datum->low;
    small->high = datum->high;
    small->kind = datum->kind;
    small->has_colour = datum->has_colour;
    small->colour = datum->colour;
    small->faded = datum->faded;
  }
}

JipyoPlot *
jipyo_plot_copy_overview (const JipyoPlot *plot, const JipyoPlotState *state)
{
  g_return_val_if_fail (plot != NULL, NULL);
  JipyoPlot *copy = jipyo_plot_copy_frame (plot);

  jipyo_plot_set_title (copy, NULL, NULL);
  jipyo_plot_set_footer (copy, NULL);
  g_free (copy->empty);
  copy->empty = g_strdup ("");
  g_clear_pointer (&copy->position.title, g_free);
  g_clear_pointer (&copy->value.title, g_free);
  copy->position.has_bounds = plot->position.has_bounds;
  copy->position.hidden = TRUE;
  copy->value.hidden = TRUE;
  for (guint i = 0; i < plot->series->len; i++)
    if (!jipyo_plot_state_hides (state, i))
      add_series (copy, g_ptr_array_index (plot->series, i));
  return copy;
}

JipyoBrushPart
jipyo_plot_brush_find (JipyoPlotWindow brush, double place, double reach)
{
  const double low = fabs (place - brush.from), high = fabs (place - brush.to);

  /* Between the ends of a narrow brush there must be room left to take it by. */
  const double own = MIN (reach, MAX (reach / 3, (brush.to - brush.from) / 4));
  const gboolean inside = place > brush.from && place < brush.to;
  const double limit = inside ? own : reach;
  if (MIN (low, high) <= limit)
    return low <= high ? JIPYO_BRUSH_LOW : JIPYO_BRUSH_HIGH;
  return inside && brush.to - brush.from < 1 ? JIPYO_BRUSH_MIDDLE : JIPYO_BRUSH_NEW;
}

static JipyoPlotWindow
between (double a, double b)
{
  return (JipyoPlotWindow){ CLAMP (MIN (a, b), 0, 1), CLAMP (MAX (a, b), 0, 1) };
}

JipyoPlotWindow
jipyo_plot_brush_drag (JipyoPlotWindow brush, JipyoBrushPart part, double from, double to)
{
  const double width = brush.to - brush.from;
  const double low = CLAMP (brush.from + to - from, 0, 1 - width);

  switch (part) {
  case JIPYO_BRUSH_LOW:
    return between (brush.from + to - from, brush.to);
  case JIPYO_BRUSH_HIGH:
    return between (brush.from, brush.to + to - from);
  case JIPYO_BRUSH_MIDDLE:
    return (JipyoPlotWindow){ low, low + width };
  case JIPYO_BRUSH_NEW:
    return between (from, to);
  }
  return brush;
}

static void
draw_grip (cairo_t *cr, const JipyoRect *area, double x, const JipyoTheme *theme)
{
  const double height = area->height * grip_share;
  const JipyoRect grip = {
    CLAMP (x, area->x + grip_width / 2, area->x + area->width - grip_width / 2) - grip_width / 2,
    area->y + (area->height - height) / 2, grip_width, height
  };

  jipyo_stroke_rounded (cr, &grip, grip_width / 2);
  jipyo_stroke_set_source (cr, theme->muted);
  cairo_fill (cr);
}

void
jipyo_plot_brush_draw (cairo_t *cr,
                       JipyoPlotWindow brush,
                       const JipyoRect *area,
                       const JipyoTheme *theme)
{
  const JipyoColour veil = jipyo_colour_from_rgb (theme->card);
  const double low = area->x + area->width * brush.from, high = area->x + area->width * brush.to;
  const JipyoRect frame = { floor (low) + 0.5, area->y + 0.5, MAX (1, floor (high - low) - 1),
                            area->height - 1 };

  cairo_set_source_rgba (cr, veil.red, veil.green, veil.blue, veil_alpha);
  cairo_rectangle (cr, area->x, area->y, low - area->x, area->height);
  cairo_rectangle (cr, high, area->y, area->x + area->width - high, area->height);
  cairo_fill (cr);
  jipyo_stroke_set_source (cr, theme->edge);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, frame.x, frame.y, frame.width, frame.height);
  cairo_stroke (cr);
  draw_grip (cr, area, low, theme);
  draw_grip (cr, area, high, theme);
}
