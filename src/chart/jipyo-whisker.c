/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whiskers lie over their marks with a rim of the card's colour, so that they are seen on a filled
 * bar in every theme.
 */

#include "jipyo-whisker.h"

#include "jipyo-stroke.h"

#include <math.h>

static const double line_share = 0.75; /* of a data line */
static const double cap_share = 0.45;  /* of a marker */
static const double beyond = 1;        /* units outside of the area where no bound ends */
static const double bar_share = 0.3;   /* of a bar's thickness */

/* Where the value axis ends at the left or top, and at the right or bottom, less the strip. */
static void
get_ends (const JipyoPlotLayout *layout, double ends[2])
{
  const JipyoRect *area = &layout->area;

  ends[0] = layout->horizontal ? area->x + layout->strip : area->y;
  ends[1] = layout->horizontal ? area->x + area->width : area->y + area->height - layout->strip;
}

static gboolean
is_cut_off (const JipyoPlotLayout *layout, double end)
{
  double ends[2];

  get_ends (layout, ends);
  return end <= ends[0] - beyond || end >= ends[1] + beyond;
}

static double
map_bound (const JipyoPlotLayout *layout, double bound, double without)
{
  double ends[2];

  get_ends (layout, ends);
  if (isnan (bound))
    return without;
  /* What may be nothing at all reaches out of a logarithm. */
  if (layout->value.kind == JIPYO_SCALE_LOG && bound <= 0)
    return layout->horizontal ? ends[0] - beyond : ends[1] + beyond;
  const double end = jipyo_scale_map (&layout->value, bound);
  return isfinite (bound) ? end : CLAMP (end, ends[0] - beyond, ends[1] + beyond);
}

void
jipyo_whisker_place (const JipyoPlotLayout *layout, const JipyoDatum *datum, JipyoPlotShape *shape)
{
  const double at = layout->horizontal ? shape->x : shape->y;

  shape->low = map_bound (layout, datum->low, at);
  shape->high = map_bound (layout, datum->high, at);
}

double
jipyo_whisker_get_cap (const JipyoPlotLayout *layout, const JipyoPlotShape *shape)
{
  const double across = layout->horizontal ? shape->rect.height : shape->rect.width;

  return MIN (layout->frame.type.marker * cap_share, MAX (across, 2) * bar_share);
}

static void
trace (cairo_t *cr, const JipyoPlotLayout *layout, const JipyoPlotShape *shape)
{
  const double cap = jipyo_whisker_get_cap (layout, shape);
  const double ends[] = { shape->low, shape->high };
  const double across = layout->horizontal ? shape->y : shape->x;

  cairo_move_to (cr, layout->horizontal ? shape->low : across,
                 layout->horizontal ? across : shape->low);
  cairo_line_to (cr, layout->horizontal ? shape->high : across,
                 layout->horizontal ? across : shape->high);
  for (int i = 0; i < 2; i++) {
    if (is_cut_off (layout, ends[i]) || ends[i] == (layout->horizontal ? shape->x : shape->y))
      continue;
    cairo_move_to (cr, layout->horizontal ? ends[i] : across - cap,
                   layout->horizontal ? across - cap : ends[i]);
    cairo_line_to (cr, layout->horizontal ? ends[i] : across + cap,
                   layout->horizontal ? across + cap : ends[i]);
  }
}

void
jipyo_whisker_paint_all (cairo_t *cr, const JipyoMarkPaint *paint, gboolean filled)
{
  const JipyoPlotLayout *layout = paint->layout;
  const double line = layout->frame.type.line * line_share;

  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (guint i = 0; i < paint->n_shapes; i++) {
    const JipyoPlotShape *shape = &paint->shapes[i];
    if (shape->low == shape->high)
      continue;
    if (filled) {
      trace (cr, layout, shape);
      jipyo_stroke_set_source (cr, paint->theme->card);
      cairo_set_line_width (cr, line * 2.5);
      cairo_stroke (cr);
    }
    trace (cr, layout, shape);
    jipyo_stroke_set_source (cr, filled ? paint->theme->text : shape->colour);
    cairo_set_line_width (cr, line);
    cairo_stroke (cr);
  }
  cairo_restore (cr);
}
