/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pixels below a picture, where there are any: an image that is neither turned nor skewed. A
 * straight line that begins and ends with a pixel is sharp, and costs cairo a fraction of one that
 * lies between them.
 */

#pragma once

#include "jipyo-rect.h"

#include <cairo.h>

/* From picture units to pixels, alike in both directions. */
typedef struct {
  double scale;
  double x;
  double y;
} JipyoPixelGrid;

/* FALSE where there are no such pixels: on paper, in a document, in a turned picture. */
gboolean jipyo_pixel_grid_find (cairo_t *cr, JipyoPixelGrid *grid);
/* To the nearest whole pixels, in picture units still; at least one in each direction. */
JipyoRect jipyo_pixel_grid_snap (const JipyoPixelGrid *self, const JipyoRect *rect);
/* Makes a pixel the unit of `cr`. */
void jipyo_pixel_grid_enter (const JipyoPixelGrid *self, cairo_t *cr);
