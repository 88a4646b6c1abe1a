/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paints a ribbon into an image: by how much of each pixel it covers. Into the pixels themselves,
 * which are few; a mask of all around them takes ten times as long.
 */

#pragma once

#include "jipyo-ribbon.h"

#include <cairo.h>

/* Pixels of the target, end not included. */
typedef struct {
  int left;
  int top;
  int right;
  int bottom;
} JipyoPixels;

/* With the colour that is the source of `cr`, whose unit must be a pixel of the target. */
void jipyo_coverage_paint (cairo_t *cr, JipyoRibbon *ribbon, const JipyoPixels *pixels);
