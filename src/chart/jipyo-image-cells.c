/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each row is read line by line, as it lies in memory, and no cell further than until all is known
 * of it.
 */

#include "jipyo-image-cells.h"

#include <string.h>

enum { MAX_COLUMNS = 64, STEP = 32 };

static const int row_px = 8;

JipyoCellGrid
jipyo_cell_grid_new (int image_width_px, int image_height_px)
{
  const int n_steps = (image_width_px + STEP * MAX_COLUMNS - 1) / (STEP * MAX_COLUMNS);
  JipyoCellGrid grid = {
    .width_px = STEP * MAX (n_steps, 1),
    .height_px = row_px,
    .image_width_px = image_width_px,
    .image_height_px = image_height_px,
  };

  grid.n_columns = (image_width_px + grid.width_px - 1) / grid.width_px;
  grid.n_rows = (image_height_px + grid.height_px - 1) / grid.height_px;
  return grid;
}

/* What is found of some pixels. */
typedef struct {
  guint32 ink;
  guint32 change;
} Finding;

static inline void
look_at_step (Finding *finding, const guint32 *now, const guint32 *before)
{
  guint32 ink = 0, change = 0;

  for (int i = 0; i < STEP; i++) {
    ink |= now[i];
    change |= now[i] ^ before[i];
  }
  finding->ink |= ink;
  finding->change |= change;
}

static inline void
look_for_ink (Finding *finding, const guint32 *now)
{
  guint32 ink = 0;

  for (int i = 0; i < STEP; i++)
    ink |= now[i];
  finding->ink |= ink;
}

/* Without a `before` it was empty. */
static inline Finding
look_at (const guint32 *now, const guint32 *before, int n)
{
  Finding finding = { 0, 0 };
  int i = 0;

  for (; i + STEP <= n; i += STEP)
    if (before != NULL)
      look_at_step (&finding, now + i, before + i);
    else
      look_for_ink (&finding, now + i);
  for (; i < n; i++) {
    finding.ink |= now[i];
    finding.change |= before != NULL ? now[i] ^ before[i] : 0;
  }
  if (before == NULL)
    finding.change = finding.ink;
  return finding;
}

static const guint32 *
get_line (cairo_surface_t *image, int y)
{
  return (const guint32 *) (cairo_image_surface_get_data (image)
                            + (gsize) y * (gsize) cairo_image_surface_get_stride (image));
}

JipyoCellRow
jipyo_cell_grid_compare_row (const JipyoCellComparison *images, int row, JipyoCellRow *ink)
{
  const JipyoCellGrid *grid = images->grid;
  const JipyoCellRow had_ink = images->before != NULL ? *ink : 0;
  const int end = MIN ((row + 1) * grid->height_px, grid->image_height_px);
  const JipyoCellRow all = ~(JipyoCellRow) 0 >> (MAX_COLUMNS - grid->n_columns);
  JipyoCellRow open = images->may != NULL ? images->may[row] : all;
  JipyoCellRow changed = had_ink & ~open; /* where there can be none now */

  *ink = 0;
  for (int y = row * grid->height_px; y < end && open != 0; y++) {
    const guint32 *now = get_line (images->now, y);
    const guint32 *before = had_ink != 0 ? get_line (images->before, y) : NULL;
    for (JipyoCellRow left = open; left != 0; left &= left - 1) {
      const JipyoCellRow bit = left & -left;
      const int x = __builtin_ctzll (left) * grid->width_px;
      const Finding finding = look_at (now + x, (had_ink & bit) != 0 ? before + x : NULL,
                                       MIN (grid->width_px, grid->image_width_px - x));
      *ink |= finding.ink != 0 ? bit : 0;
      changed |= finding.change != 0 ? bit : 0;
    }
    open &= ~(*ink & changed);
  }
  return changed;
}

static void
clear_row (const JipyoCellGrid *grid, int row, JipyoCellRow cells, cairo_surface_t *image)
{
  const int end = MIN ((row + 1) * grid->height_px, grid->image_height_px);

  for (JipyoCellRow left = cells; left != 0; left &= left - 1) {
    const int x = __builtin_ctzll (left) * grid->width_px;
    const int width = MIN (grid->width_px, grid->image_width_px - x);
    for (int y = row * grid->height_px; y < end; y++)
      memset ((guint32 *) get_line (image, y) + x, 0, (gsize) width * sizeof (guint32));
  }
}

void
jipyo_cell_grid_clear (const JipyoCellGrid *grid, const JipyoCellRow *rows, cairo_surface_t *image)
{
  cairo_surface_flush (image);
  for (int row = 0; row < grid->n_rows; row++)
    clear_row (grid, row, rows[row], image);
  cairo_surface_mark_dirty (image);
}

void
jipyo_cell_grid_add (const JipyoCellGrid *grid,
                     const cairo_rectangle_int_t *rectangle,
                     JipyoCellRow *rows)
{
  const int left = MAX (rectangle->x, 0), top = MAX (rectangle->y, 0);
  const int right = MIN (rectangle->x + rectangle->width, grid->image_width_px);
  const int bottom = MIN (rectangle->y + rectangle->height, grid->image_height_px);

  if (left >= right || top >= bottom)
    return;
  const int first = left / grid->width_px, last = (right - 1) / grid->width_px;
  const JipyoCellRow cells = (~(JipyoCellRow) 0 >> (MAX_COLUMNS - 1 - (last - first))) << first;
  for (int row = top / grid->height_px; row <= (bottom - 1) / grid->height_px; row++)
    rows[row] |= cells;
}
