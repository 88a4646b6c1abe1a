/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Painting of bars and points by the kind of their figure. A stated value is solid. What is not
 * reached is open: at most is hatched below a ceiling, at least is solid and open above, a target
 * is an outline, a plan is dotted, a computed figure is pale with an outline.
 */

#include "jipyo-stroke.h"

#include <math.h>

static const double pale = 0.62;        /* towards the card */
static const double bound_share = 0.75; /* of a point's diameter, each way from its value */

void
jipyo_stroke_set_source (cairo_t *cr, guint32 rgb)
{
  const JipyoColour colour = jipyo_colour_from_rgb (rgb);

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

void
jipyo_stroke_rounded (cairo_t *cr, const JipyoRect *rect, double radius)
{
  const double r = MAX (0, MIN (radius, MIN (rect->width, rect->height) / 2));
  const double x1 = rect->x + rect->width, y1 = rect->y + rect->height;

  cairo_new_sub_path (cr);
  if (r <= 0) {
    cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
    return;
  }
  cairo_arc (cr, x1 - r, rect->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, x1 - r, y1 - r, r, 0, G_PI / 2);
  cairo_arc (cr, rect->x + r, y1 - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + r, rect->y + r, r, G_PI, G_PI * 1.5);
  cairo_close_path (cr);
}

static JipyoRect
inset (const JipyoRect *rect, double by)
{
  const double dx = MIN (by, rect->width / 2), dy = MIN (by, rect->height / 2);

  return (JipyoRect){ rect->x + dx, rect->y + dy, rect->width - 2 * dx, rect->height - 2 * dy };
}

static void
stroke_outline (cairo_t *cr, const JipyoRect *rect, double width, double radius)
{
  const JipyoRect inner = inset (rect, width / 2);

  jipyo_stroke_rounded (cr, &inner, MAX (0, radius - width / 2));
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
paint_hatch (cairo_t *cr, const JipyoBar *bar, const JipyoTypeScale *type)
{
  const JipyoRect *r = &bar->rect;
  const double step = type->gap * 1.2;
  const double reach = r->width + r->height;
  const int n = (int) MIN (reach / step, 4000);

  cairo_save (cr);
  jipyo_stroke_rounded (cr, r, type->radius);
  cairo_clip (cr);
  cairo_set_line_width (cr, type->hairline * 1.4);
  /* One by one: of a path of many lines, cairo draws all of them anew where one is cut off. */
  for (int i = 0; i <= n; i++) {
    cairo_move_to (cr, r->x + i * step, r->y);
    cairo_line_to (cr, r->x + i * step - r->height, r->y + r->height);
    cairo_stroke (cr);
  }
  cairo_restore (cr);
}

/* The side of the bar at its value, as a rectangle of thickness `depth`. */
static JipyoRect
end_of (const JipyoBar *bar, double depth)
{
  const JipyoRect *r = &bar->rect;

  if (bar->horizontal) {
    const double d = MIN (depth, r->width);
    return (JipyoRect){ bar->forward ? r->x + r->width - d : r->x, r->y, d, r->height };
  }
  const double d = MIN (depth, r->height);
  return (JipyoRect){ r->x, bar->forward ? r->y + r->height - d : r->y, r->width, d };
}

static void
paint_at_most (cairo_t *cr,
               const JipyoBar *bar,
               const JipyoTheme *theme,
               const JipyoTypeScale *type)
{
  jipyo_stroke_set_source (cr, jipyo_colour_mix (bar->colour, theme->card, 0.85));
  jipyo_stroke_rounded (cr, &bar->rect, type->radius);
  cairo_fill (cr);
  jipyo_stroke_set_source (cr, bar->colour);
  paint_hatch (cr, bar, type);
  const JipyoRect cap = end_of (bar, type->line * 1.75);
  cairo_rectangle (cr, cap.x, cap.y, cap.width, cap.height);
  cairo_fill (cr);
}

/* A chevron that points on beyond the value. */
static void
paint_beyond (cairo_t *cr, const JipyoBar *bar, const JipyoTypeScale *type)
{
  const JipyoRect *r = &bar->rect;
  const double half = MIN ((bar->horizontal ? r->height : r->width) / 2, type->gap * 1.4);
  const double tip = (bar->forward ? 1 : -1) * type->gap;
  const double gap = (bar->forward ? 1 : -1) * type->gap * 0.5;
  const double cx =
    bar->horizontal ? (bar->forward ? r->x + r->width : r->x) + gap : r->x + r->width / 2;
  const double cy =
    bar->horizontal ? r->y + r->height / 2 : (bar->forward ? r->y + r->height : r->y) + gap;

  cairo_move_to (cr, bar->horizontal ? cx : cx - half, bar->horizontal ? cy - half : cy);
  cairo_line_to (cr, bar->horizontal ? cx + tip : cx, bar->horizontal ? cy : cy + tip);
  cairo_line_to (cr, bar->horizontal ? cx : cx + half, bar->horizontal ? cy + half : cy);
  cairo_set_line_width (cr, type->line);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_stroke (cr);
}

static void
paint_planned (cairo_t *cr,
               const JipyoBar *bar,
               const JipyoTheme *theme,
               const JipyoTypeScale *type)
{
  const double dots[] = { type->line * 1.2, type->line * 1.6 };

  jipyo_stroke_set_source (cr, jipyo_colour_mix (bar->colour, theme->card, 0.9));
  jipyo_stroke_rounded (cr, &bar->rect, type->radius);
  cairo_fill (cr);
  jipyo_stroke_set_source (cr, bar->colour);
  cairo_set_dash (cr, dots, 2, 0);
  stroke_outline (cr, &bar->rect, type->line * 0.75, type->radius);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_pale (cairo_t *cr, const JipyoBar *bar, const JipyoTheme *theme, const JipyoTypeScale *type)
{
  const guint32 fill =
    bar->lighter ? bar->colour : jipyo_colour_mix (bar->colour, theme->card, pale);

  jipyo_stroke_set_source (cr, fill);
  jipyo_stroke_rounded (cr, &bar->rect, type->radius);
  cairo_fill (cr);
  jipyo_stroke_set_source (cr, bar->lighter ? theme->edge : bar->colour);
  stroke_outline (cr, &bar->rect, type->hairline, type->radius);
}

void
jipyo_stroke_bar (cairo_t *cr,
                  const JipyoBar *bar,
                  const JipyoTheme *theme,
                  const JipyoTypeScale *type)
{
  JipyoBar edged = *bar;

  if (bar->lighter && bar->kind != JIPYO_DATUM_VALUE && bar->kind != JIPYO_DATUM_DERIVED)
    edged.colour = theme->edge;
  switch (bar->kind) {
  case JIPYO_DATUM_AT_MOST:
    paint_at_most (cr, &edged, theme, type);
    return;
  case JIPYO_DATUM_TARGET:
    jipyo_stroke_set_source (cr, edged.colour);
    stroke_outline (cr, &bar->rect, type->line, type->radius);
    return;
  case JIPYO_DATUM_PLANNED:
    paint_planned (cr, &edged, theme, type);
    return;
  case JIPYO_DATUM_DERIVED:
    paint_pale (cr, bar, theme, type);
    return;
  case JIPYO_DATUM_VALUE:
  case JIPYO_DATUM_AT_LEAST:
    break;
  }
  if (bar->lighter && bar->kind == JIPYO_DATUM_VALUE) {
    paint_pale (cr, bar, theme, type);
    return;
  }
  jipyo_stroke_set_source (cr, edged.colour);
  jipyo_stroke_rounded (cr, &bar->rect, type->radius);
  cairo_fill (cr);
  if (bar->kind == JIPYO_DATUM_AT_LEAST)
    paint_beyond (cr, &edged, type);
}

static void
trace_marker (cairo_t *cr, const JipyoPoint *p, double r)
{
  cairo_new_sub_path (cr);
  switch (p->marker) {
  case JIPYO_MARKER_CIRCLE:
  case JIPYO_MARKER_OPEN_CIRCLE:
  case JIPYO_N_MARKERS:
    cairo_arc (cr, p->x, p->y, r, 0, 2 * G_PI);
    cairo_close_path (cr);
    return;
  case JIPYO_MARKER_SQUARE:
  case JIPYO_MARKER_OPEN_SQUARE:
    cairo_rectangle (cr, p->x - r * 0.89, p->y - r * 0.89, r * 1.78, r * 1.78);
    return;
  case JIPYO_MARKER_TRIANGLE:
    cairo_move_to (cr, p->x, p->y - r * 1.15);
    cairo_line_to (cr, p->x + r * 1.1, p->y + r * 0.8);
    cairo_line_to (cr, p->x - r * 1.1, p->y + r * 0.8);
    cairo_close_path (cr);
    return;
  case JIPYO_MARKER_DIAMOND:
    cairo_move_to (cr, p->x, p->y - r * 1.2);
    cairo_line_to (cr, p->x + r * 1.2, p->y);
    cairo_line_to (cr, p->x, p->y + r * 1.2);
    cairo_line_to (cr, p->x - r * 1.2, p->y);
    cairo_close_path (cr);
    return;
  }
}

/* A bar across at the value and a stem into what is possible: below a ceiling, above a floor. */
static void
paint_bound (cairo_t *cr, const JipyoPoint *p)
{
  const double r = p->size * bound_share;
  const double side = p->kind == JIPYO_DATUM_AT_LEAST ? 1 : -1;
  const double dx = p->horizontal ? side * r * 2 : 0, dy = p->horizontal ? 0 : -side * r * 2;

  cairo_set_line_width (cr, p->line);
  cairo_move_to (cr, p->horizontal ? p->x : p->x - r, p->horizontal ? p->y - r : p->y);
  cairo_line_to (cr, p->horizontal ? p->x : p->x + r, p->horizontal ? p->y + r : p->y);
  cairo_move_to (cr, p->x, p->y);
  cairo_line_to (cr, p->x + dx, p->y + dy);
  cairo_stroke (cr);
  const double wing = r * 0.6;
  cairo_move_to (cr, p->x + dx * 0.6 + (p->horizontal ? 0 : -wing),
                 p->y + dy * 0.6 + (p->horizontal ? -wing : 0));
  cairo_line_to (cr, p->x + dx, p->y + dy);
  cairo_line_to (cr, p->x + dx * 0.6 + (p->horizontal ? 0 : wing),
                 p->y + dy * 0.6 + (p->horizontal ? wing : 0));
  cairo_stroke (cr);
}

JipyoRect
jipyo_stroke_measure_point (const JipyoPoint *p)
{
  const gboolean bound = p->kind == JIPYO_DATUM_AT_MOST || p->kind == JIPYO_DATUM_AT_LEAST;
  const double r = bound ? p->size * bound_share : p->size / 2;
  const double reach = bound ? r : 0;
  JipyoRect rect = { p->x - r, p->y - r, 2 * r, 2 * r };

  if (p->horizontal) {
    rect.x -= p->kind == JIPYO_DATUM_AT_MOST ? reach : 0;
    rect.width += reach;
  } else {
    rect.y -= p->kind == JIPYO_DATUM_AT_LEAST ? reach : 0;
    rect.height += reach;
  }
  return rect;
}

void
jipyo_stroke_point (cairo_t *cr, const JipyoPoint *p, const JipyoTheme *theme)
{
  const gboolean open = p->marker == JIPYO_MARKER_OPEN_CIRCLE
                        || p->marker == JIPYO_MARKER_OPEN_SQUARE || p->kind == JIPYO_DATUM_TARGET
                        || p->kind == JIPYO_DATUM_PLANNED;
  static const double dots_least = 14;
  const double dots[] = { p->line * 0.9, p->line * 0.9 };

  jipyo_stroke_set_source (cr, p->colour);
  if (p->kind == JIPYO_DATUM_AT_MOST || p->kind == JIPYO_DATUM_AT_LEAST) {
    paint_bound (cr, p);
    return;
  }
  const double line = open || p->kind == JIPYO_DATUM_DERIVED ? p->line * 0.8 : 0;
  trace_marker (cr, p, MAX (0.5, p->size / 2 - line / 2));
  if (line == 0) {
    cairo_fill (cr);
    return;
  }
  jipyo_stroke_set_source (cr,
                           open ? theme->card : jipyo_colour_mix (p->colour, theme->card, pale));
  cairo_fill_preserve (cr);
  jipyo_stroke_set_source (cr, p->colour);
  cairo_set_line_width (cr, line);
  /* A few thick dots would make a cog of a small ring. */
  if (p->kind == JIPYO_DATUM_PLANNED && G_PI * p->size >= dots_least * (dots[0] + dots[1]))
    cairo_set_dash (cr, dots, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}
