/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cells of an image: small, all of a size, and a row of them a set of bits.
 */

#pragma once

#include <cairo.h>
#include <glib.h>

/* A bit a column, the lowest on the left. */
typedef guint64 JipyoCellRow;

typedef struct {
  int width_px; /* of a cell */
  int height_px;
  int n_columns; /* the last of them, and the last row, may be cut short */
  int n_rows;
  int image_width_px;
  int image_height_px;
} JipyoCellGrid;

JipyoCellGrid jipyo_cell_grid_new (int image_width_px, int image_height_px);

/* Which cells of a row are others in the image `now` than in the one `before`, which may be NULL
 * where it was empty. `ink` holds which of them were not empty, and then which are not. `may`, rows
 * or NULL, says in which there may be ink now: the others are not looked at. Both images are of
 * four bytes a pixel. */
typedef struct {
  const JipyoCellGrid *grid;
  cairo_surface_t *before;
  cairo_surface_t *now;
  const JipyoCellRow *may;
} JipyoCellComparison;

JipyoCellRow
jipyo_cell_grid_compare_row (const JipyoCellComparison *images, int row, JipyoCellRow *ink);

/* Empties these cells of an image. */
void
jipyo_cell_grid_clear (const JipyoCellGrid *grid, const JipyoCellRow *rows, cairo_surface_t *image);

/* Adds the cells that a rectangle of pixels touches. */
void jipyo_cell_grid_add (const JipyoCellGrid *grid,
                          const cairo_rectangle_int_t *rectangle,
                          JipyoCellRow *rows);

/* Few rectangles, in pixels, that cover the cells of these rows and little else: what is spared by
 * one rectangle less pays for some pixels more. Of cairo_rectangle_int_t, from the top down, at
 * most `n_max` of them. (transfer full) */
GArray *jipyo_cell_grid_cover (const JipyoCellGrid *grid, const JipyoCellRow *rows, guint n_max);
