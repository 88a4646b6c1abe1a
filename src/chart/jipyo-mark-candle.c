/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Candles and bars of open, high, low and close. They stand on whole units, an odd number wide, so
 * that the wick is in the middle and everything is sharp at scales of whole numbers. The shape is
 * the body; its reach is the wick.
 */

#include "jipyo-mark-candle.h"

#include "jipyo-pitch.h"
#include "jipyo-stroke.h"
#include "jipyo-whisker.h"

#include <math.h>

static const double body_share = 0.72; /* of the pitch */
static const double width_max = 1.8;   /* labels */
static const double hollow_least = 3;  /* lines; narrower ones are pale instead of hollow */
static const double pale = 0.5;
static const double projected_share = 0.6; /* of a data line, for wicks and edges on a slide */
static const double lines_least = 3;       /* of the wick in a body; else a hairline */
static const double sharp_pitch = 3; /* units; closer ones would stand unevenly on whole units */

/* An odd number of units, at least one. */
static double
get_width (const JipyoPlotLayout *layout, const JipyoPlot *plot, const JipyoPlotSeries *series)
{
  const double pitch = jipyo_pitch_measure_alone (layout, plot, series);
  const double most = MAX (1, width_max * layout->frame.type.label);
  const double wanted = CLAMP (pitch * body_share, 1, most);

  return floor ((wanted - 1) / 2) * 2 + 1;
}

static guint32
get_colour (const JipyoPlotLayout *layout, const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  JipyoDatum painted = *datum;

  if (jipyo_plot_scene_get_key (series, datum).role == JIPYO_ROLE_NEUTRAL && !datum->has_colour) {
    painted.has_colour = TRUE;
    painted.colour.role = !isfinite (datum->start)      ? JIPYO_ROLE_NEUTRAL
                          : datum->value > datum->start ? JIPYO_ROLE_UP
                          : datum->value < datum->start ? JIPYO_ROLE_DOWN
                                                        : JIPYO_ROLE_NEUTRAL;
  }
  return jipyo_plot_scene_get_colour (layout, series, &painted);
}

static void
place_body (JipyoPlotLayout *layout, JipyoPlotShape *shape, double width)
{
  const double a = layout->horizontal ? shape->base_x : shape->base_y;
  const double b = layout->horizontal ? shape->x : shape->y;
  const double across = layout->horizontal ? shape->y : shape->x;
  const double size = MAX (fabs (a - b), 1);
  const double from = fabs (a - b) < 1 ? (a + b) / 2 - 0.5 : MIN (a, b);

  /* The wick spans all that is known. */
  const double one = MIN (MIN (a, b), MIN (shape->low, shape->high));
  const double two = MAX (MAX (a, b), MAX (shape->low, shape->high));
  shape->low = layout->horizontal ? one : two;
  shape->high = layout->horizontal ? two : one;
  shape->rect = layout->horizontal ? (JipyoRect){ from, across - width / 2, size, width }
                                   : (JipyoRect){ across - width / 2, from, width, size };
}

static void
place_candles (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const double width = get_width (layout, plot, series);
  const gboolean sharp = jipyo_pitch_measure_usual (layout, series) >= sharp_pitch;

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const double pair[2] = { datum->position, datum->value };
    double point[2];
    if (!isfinite (datum->value) || !jipyo_scale_has (&layout->position, datum->position)
        || !jipyo_plot_scene_map (layout, pair, point))
      continue;
    double *across = layout->horizontal ? &point[1] : &point[0];
    *across = sharp ? floor (*across) + 0.5 : *across;
    const double open =
      isfinite (datum->start) ? jipyo_scale_map (&layout->value, datum->start) : NAN;
    JipyoPlotShape shape = {
      .series = index,
      .datum = i,
      .x = point[0],
      .y = point[1],
      .base_x = layout->horizontal && isfinite (open) ? open : point[0],
      .base_y = !layout->horizontal && isfinite (open) ? open : point[1],
      .colour = get_colour (layout, series, datum),
      .kind = datum->kind,
    };
    jipyo_whisker_place (layout, datum, &shape);
    place_body (layout, &shape, width);
    jipyo_plot_scene_add_shape (layout, shape);
  }
}

/* One of the lines of a candle, along the value axis at `across` or across it. */
static void
trace (cairo_t *cr, gboolean horizontal, const double from[2], const double to[2])
{
  cairo_move_to (cr, horizontal ? from[0] : from[1], horizontal ? from[1] : from[0]);
  cairo_line_to (cr, horizontal ? to[0] : to[1], horizontal ? to[1] : to[0]);
}

/* Of the wick and the edge of a body so wide. On a slide a hairline is for the grid, not for what
 * is to be seen from the last row; an odd width again has its middle in the middle of a unit. */
static double
get_line (const JipyoMarkPaint *paint, double width)
{
  const JipyoTypeScale *type = &paint->layout->frame.type;

  if (!paint->theme->projected)
    return MAX (1, floor (type->hairline));
  const double odd = floor (type->line * projected_share / 2) * 2 + 1;
  return odd * lines_least <= width ? odd : 1;
}

static void
set_line (cairo_t *cr, const JipyoMarkPaint *paint, const JipyoPlotShape *shape)
{
  const double width = paint->layout->horizontal ? shape->rect.height : shape->rect.width;
  const double line = get_line (paint, width);
  const double dots[] = { line * 1.5, line * 1.5 };

  jipyo_stroke_set_source (cr, shape->colour);
  cairo_set_line_width (cr, line);
  cairo_set_dash (cr, dots, shape->kind == JIPYO_DATUM_PLANNED ? 2 : 0, 0);
}

static gboolean
rises (const JipyoMarkPaint *paint, const JipyoPlotShape *shape)
{
  const JipyoDatum *datum = jipyo_plot_scene_get_datum (paint->plot, shape);

  return isfinite (datum->start) && datum->value > datum->start;
}

static void
paint_body (cairo_t *cr, const JipyoMarkPaint *paint, const JipyoPlotShape *shape)
{
  const JipyoRect *r = &shape->rect;
  const double line = cairo_get_line_width (cr);
  const gboolean narrow = MIN (r->width, r->height) < hollow_least * line;
  const gboolean hollow = rises (paint, shape);

  if (!hollow || narrow) {
    const guint32 fill =
      hollow ? jipyo_colour_mix (shape->colour, paint->theme->card, pale) : shape->colour;
    jipyo_stroke_set_source (cr, fill);
    cairo_rectangle (cr, r->x, r->y, r->width, r->height);
    cairo_fill (cr);
    return;
  }
  jipyo_stroke_set_source (cr, paint->theme->card);
  cairo_rectangle (cr, r->x, r->y, r->width, r->height);
  cairo_fill (cr);
  jipyo_stroke_set_source (cr, shape->colour);
  cairo_rectangle (cr, r->x + line / 2, r->y + line / 2, r->width - line, r->height - line);
  cairo_stroke (cr);
}

static void
paint_candles (cairo_t *cr, const JipyoMarkPaint *paint)
{
  const gboolean horizontal = paint->layout->horizontal;

  for (guint i = 0; i < paint->n_shapes; i++) {
    const JipyoPlotShape *shape = &paint->shapes[i];
    const JipyoRect *r = &shape->rect;
    const double across = horizontal ? shape->y : shape->x;
    const double near[2] = { horizontal ? r->x : r->y + r->height, across };
    const double far[2] = { horizontal ? r->x + r->width : r->y, across };
    const double low[2] = { shape->low, across }, high[2] = { shape->high, across };
    set_line (cr, paint, shape);
    trace (cr, horizontal, low, near);
    trace (cr, horizontal, far, high);
    cairo_stroke (cr);
    paint_body (cr, paint, shape);
  }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_ohlc (cairo_t *cr, const JipyoMarkPaint *paint)
{
  const gboolean horizontal = paint->layout->horizontal;

  for (guint i = 0; i < paint->n_shapes; i++) {
    const JipyoPlotShape *shape = &paint->shapes[i];
    const JipyoDatum *datum = jipyo_plot_scene_get_datum (paint->plot, shape);
    const double half = (horizontal ? shape->rect.height : shape->rect.width) / 2;
    const double across = horizontal ? shape->y : shape->x;
    const double open = horizontal ? shape->base_x : shape->base_y;
    const double close = horizontal ? shape->x : shape->y;
    const double ends[2][2] = { { shape->low, across }, { shape->high, across } };
    const double opens[2][2] = { { open, across - half }, { open, across } };
    const double closes[2][2] = { { close, across }, { close, across + half } };
    set_line (cr, paint, shape);
    trace (cr, horizontal, ends[0], ends[1]);
    if (isfinite (datum->start))
      trace (cr, horizontal, opens[0], opens[1]);
    trace (cr, horizontal, closes[0], closes[1]);
    cairo_stroke (cr);
  }
  cairo_set_dash (cr, NULL, 0, 0);
}

/* One that rises and one that falls. */
static void
paint_key (cairo_t *cr, const JipyoMarkPaint *paint, const JipyoRect *rect)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint->plot, paint->series);
  const gboolean own = series->colour.role != JIPYO_ROLE_NEUTRAL;
  const guint32 colour = jipyo_theme_get_colour (paint->theme, series->colour);
  const double width = rect->width * 0.3;
  const double line = get_line (paint, width);

  for (int falls = 0; falls <= 1; falls++) {
    const double x = rect->x + rect->width * (0.1 + 0.45 * falls);
    const double top = rect->y + rect->height * 0.2, height = rect->height * 0.6;
    jipyo_stroke_set_source (cr, own ? colour : falls ? paint->theme->down : paint->theme->up);
    cairo_set_line_width (cr, line);
    cairo_move_to (cr, x + width / 2, rect->y);
    cairo_line_to (cr, x + width / 2, top);
    cairo_move_to (cr, x + width / 2, top + height);
    cairo_line_to (cr, x + width / 2, rect->y + rect->height);
    cairo_stroke (cr);
    cairo_rectangle (cr, x + line / 2, top + line / 2, width - line, height - line);
    if (falls)
      cairo_fill_preserve (cr);
    cairo_stroke (cr);
  }
}

const JipyoMarkClass jipyo_mark_candle_class = {
  .word = { "봉차트", "Candle chart" },
  .tells = JIPYO_TELLS_CHANGE,
  .reads = JIPYO_READS_START | JIPYO_READS_BOUNDS,
  .label = JIPYO_LABEL_OVER,
  .airy = TRUE,
  .solid = TRUE,
  .pitched = TRUE,
  .place = place_candles,
  .paint = paint_candles,
  .paint_key = paint_key,
};

const JipyoMarkClass jipyo_mark_ohlc_class = {
  .word = { "시가·고가·저가·종가 그래프", "Chart of daily prices" },
  .tells = JIPYO_TELLS_CHANGE,
  .reads = JIPYO_READS_START | JIPYO_READS_BOUNDS,
  .label = JIPYO_LABEL_OVER,
  .airy = TRUE,
  .solid = TRUE,
  .pitched = TRUE,
  .place = place_candles,
  .paint = paint_ohlc,
  .paint_key = paint_key,
};
