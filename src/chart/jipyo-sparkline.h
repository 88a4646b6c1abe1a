/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line the size of a word, with nothing around it.
 */

#pragma once

#include "jipyo-rect.h"
#include "jipyo-theme.h"

#include <cairo.h>

typedef struct {
  const double *values; /* NaN and infinite ones are gaps */
  gsize n_values;
  guint32 colour;
  double line;       /* width; 0 for a hint of the height */
  gboolean with_end; /* a dot at the last value */
} JipyoSparkline;

/* Values are spread evenly over the width and fill the height; a constant runs in the middle. */
void jipyo_sparkline_draw (cairo_t *cr, const JipyoSparkline *sparkline, const JipyoRect *rect);
