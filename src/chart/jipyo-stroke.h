/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The strokes that marks share: rounded boxes, markers, and the look of a figure that is a bound,
 * a target, a plan or computed.
 */

#pragma once

#include "jipyo-plot.h"
#include "jipyo-rect.h"
#include "jipyo-theme.h"

#include <cairo.h>

void jipyo_stroke_set_source (cairo_t *cr, guint32 rgb);
/* A box whose corners are rounded, at most by half its shorter side. */
void jipyo_stroke_rounded (cairo_t *cr, const JipyoRect *rect, double radius);

/* A bar with the look of its kind. It grows along the x axis when `horizontal`, towards larger
 * coordinates when `forward`. */
typedef struct {
  JipyoRect rect;
  JipyoDatumKind kind;
  guint32 colour;
  gboolean horizontal;
  gboolean forward;
  gboolean lighter; /* of the muted role: outlined, since its fill alone is too faint */
} JipyoBar;
void jipyo_stroke_bar (cairo_t *cr,
                       const JipyoBar *bar,
                       const JipyoTheme *theme,
                       const JipyoTypeScale *type);

typedef struct {
  double x;
  double y;
  double size; /* diameter */
  double line; /* of outlines */
  JipyoMarker marker;
  JipyoDatumKind kind;
  guint32 colour;
  gboolean horizontal; /* bounds point along the value axis */
} JipyoPoint;
void jipyo_stroke_point (cairo_t *cr, const JipyoPoint *point, const JipyoTheme *theme);
/* What the point covers, the arrow of a bound included. */
JipyoRect jipyo_stroke_measure_point (const JipyoPoint *point);
