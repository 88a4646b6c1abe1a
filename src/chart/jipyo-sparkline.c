/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sparklines.
 */

#include "jipyo-sparkline.h"

#include "jipyo-scale.h"
#include "jipyo-stroke.h"

#include <math.h>

typedef struct {
  JipyoScale x;
  JipyoScale y;
  double dot; /* radius */
} Places;

static gboolean
find_places (const JipyoSparkline *line, const JipyoRect *rect, Places *places)
{
  double low = INFINITY, high = -INFINITY;

  for (gsize i = 0; i < line->n_values; i++)
    if (isfinite (line->values[i])) {
      low = MIN (low, line->values[i]);
      high = MAX (high, line->values[i]);
    }
  if (!isfinite (low) || !(rect->width > 0) || !(rect->height > 0))
    return FALSE;
  places->x = jipyo_scale_new (JIPYO_SCALE_LINEAR, 0, MAX (1, (double) line->n_values - 1));
  places->x.from = rect->x + places->dot;
  places->x.to = rect->x + rect->width - places->dot;
  places->y = jipyo_scale_new (JIPYO_SCALE_LINEAR, low, high);
  places->y.from = rect->y + rect->height - places->dot;
  places->y.to = rect->y + places->dot;
  return TRUE;
}

void
jipyo_sparkline_draw (cairo_t *cr, const JipyoSparkline *line, const JipyoRect *rect)
{
  const double wanted = line->line > 0 ? line->line : CLAMP (rect->height / 12, 1, 4);
  /* In a very small box both are as large as it lets them. */
  const double room = MIN (rect->width, rect->height);
  const double width = MIN (wanted, room);
  Places places = { .dot = MIN (width * (line->with_end ? 1.6 : 0.5), room / 2) };
  gboolean open = FALSE;
  gsize last = 0;

  if (!find_places (line, rect, &places))
    return;
  cairo_save (cr);
  jipyo_stroke_set_source (cr, line->colour);
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (gsize i = 0; i < line->n_values; i++) {
    const gboolean known = isfinite (line->values[i]);
    const double x = jipyo_scale_map (&places.x, (double) i);
    const double y = jipyo_scale_map (&places.y, line->values[i]);
    if (known && open)
      cairo_line_to (cr, x, y);
    else if (known)
      cairo_move_to (cr, x, y);
    /* Round caps make a value between two gaps a dot. */
    if (known && !open)
      cairo_line_to (cr, x, y);
    open = known;
    last = known ? i : last;
  }
  cairo_stroke (cr);
  if (line->with_end) {
    cairo_arc (cr, jipyo_scale_map (&places.x, (double) last),
               jipyo_scale_map (&places.y, line->values[last]), places.dot, 0, 2 * G_PI);
    cairo_fill (cr);
  }
  cairo_restore (cr);
}
