/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where an image may hold ink, told by whoever draws on it: most of a chart is empty, and to find
 * that out by its pixels takes as long as to draw them.
 */

#pragma once

#include "jipyo-image-cells.h"
#include "jipyo-rect.h"

typedef struct _JipyoInk JipyoInk;

/* From now on it is told of all that a plot draws on this image, which is empty. The image owns it.
 * Asked for again it begins anew. */
void jipyo_ink_begin (cairo_surface_t *image);
/* The rows of its cells, as jipyo_cell_grid_new() has them. Borrowed from the image; NULL where
 * nothing was told, and ink may be anywhere. */
const JipyoCellRow *jipyo_ink_get_rows (cairo_surface_t *image);

/* Of the image that is drawn on, be it by a group; NULL where nobody asked. */
JipyoInk *jipyo_ink_find (cairo_t *cr);
/* In picture units; a pixel around it is included. Does nothing where nobody asked. */
void jipyo_ink_add (cairo_t *cr, const JipyoRect *rect);
/* All that the clip lets through. */
void jipyo_ink_add_clip (cairo_t *cr);
/* Pixels of one column of the image, `bottom` not included. */
void jipyo_ink_add_column (JipyoInk *self, int x, int top, int bottom);
