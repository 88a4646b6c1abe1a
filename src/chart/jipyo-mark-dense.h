/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Painting of lines whose points are columns: the look of LINE and AREA, at a cost that depends on
 * the width of the picture alone.
 */

#pragma once

#include "jipyo-mark.h"

typedef struct {
  gboolean stepped;    /* a value holds until the next point */
  double ground_alpha; /* of what lies between the line and the base; 0: nothing */
  const double *dash;  /* in widths of the line, borrowed; such a line should be a smooth one */
  int n_dash;          /* 0: solid */
} JipyoDenseLook;

/* For a series of columns of which so few are in view that they are shapes: its stroke, and its
 * ground, by their places all the same. The marks at points are not painted. FALSE, and nothing is
 * painted, where that is no faster: of a handful of points, or of ordinary data, or on no pixels.
 */
gboolean jipyo_mark_dense_paint_few (cairo_t *cr, const JipyoMarkPaint *paint, JipyoDenseLook look);

/* FALSE when the series is laid out by shapes, and nothing was painted. */
gboolean jipyo_mark_dense_paint (cairo_t *cr, const JipyoMarkPaint *paint, JipyoDenseLook look);
