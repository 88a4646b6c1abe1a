/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that are alike make a band, whose runs of cells are rectangles. Whatever spares most is done
 * first, until nothing spares any more: two bands become one, with the cells of both, or a gap in a
 * band is filled.
 */

#include "jipyo-image-cells.h"

/* What a rectangle costs a window to paint and to send, beside its pixels: `./dev bench frames`. */
static const int rectangle_px = 6000;

typedef struct {
  JipyoCellRow cells;
  int first; /* rows */
  int end;
  int join; /* pixels that are spared, or cost when negative, by one band of it and the next */
  int fill; /* the same by filling its narrowest gap */
} Band;

typedef struct {
  const JipyoCellGrid *grid;
  GArray *bands; /* of Band */
  guint n_rectangles;
} Cover;

static int
count_cells (JipyoCellRow cells)
{
  return __builtin_popcountll (cells);
}

/* How many runs of them there are. */
static int
count_runs (JipyoCellRow cells)
{
  return count_cells (cells & ~(cells << 1));
}

/* The lowest of them. */
static JipyoCellRow
find_run (JipyoCellRow cells)
{
  return cells & ~(cells + (cells & -cells));
}

/* The narrowest between two runs, or none. */
static JipyoCellRow
find_gap (JipyoCellRow cells)
{
  JipyoCellRow narrowest = 0;
  JipyoCellRow run = find_run (cells);

  for (JipyoCellRow above = cells & ~run; above != 0; above &= ~run) {
    const JipyoCellRow gap = ((above & -above) - 1) & ~(run | (run - 1));
    if (narrowest == 0 || count_cells (gap) < count_cells (narrowest))
      narrowest = gap;
    run = find_run (above);
  }
  return narrowest;
}

static Band *
get_band (const Cover *cover, guint i)
{
  return &g_array_index (cover->bands, Band, i);
}

static int
measure (const Cover *cover, const Band *band, JipyoCellRow cells)
{
  return count_cells (cells) * (band->end - band->first) * cover->grid->width_px
         * cover->grid->height_px;
}

static void
weigh (Cover *cover, guint i)
{
  Band *band = get_band (cover, i);
  const JipyoCellRow gap = find_gap (band->cells);

  band->fill = gap != 0 ? rectangle_px - measure (cover, band, gap) : G_MININT;
  band->join = G_MININT;
  if (i + 1 == cover->bands->len)
    return;
  const Band *next = get_band (cover, i + 1);
  const JipyoCellRow both = band->cells | next->cells;
  const int n_fewer = count_runs (band->cells) + count_runs (next->cells) - count_runs (both);
  band->join = n_fewer * rectangle_px - measure (cover, band, both & ~band->cells)
               - measure (cover, next, both & ~next->cells);
}

static void
change (Cover *cover, guint i, JipyoCellRow cells)
{
  Band *band = get_band (cover, i);

  cover->n_rectangles += (guint) (count_runs (cells) - count_runs (band->cells));
  band->cells = cells;
}

static void
join (Cover *cover, guint i)
{
  const Band next = *get_band (cover, i + 1);

  change (cover, i + 1, 0);
  g_array_remove_index (cover->bands, i + 1);
  change (cover, i, get_band (cover, i)->cells | next.cells);
  get_band (cover, i)->end = next.end;
}

/* Does what spares most or costs least. */
static gboolean
improve (Cover *cover, gboolean at_any_cost)
{
  int most = at_any_cost ? G_MININT : 0;
  guint best = cover->bands->len;

  for (guint i = 0; i < cover->bands->len; i++) {
    const Band *band = get_band (cover, i);
    const int spared = MAX (band->join, band->fill);
    if (spared > most) {
      most = spared;
      best = i;
    }
  }
  if (best == cover->bands->len)
    return FALSE;
  const Band *band = get_band (cover, best);
  if (band->join > band->fill)
    join (cover, best);
  else
    change (cover, best, band->cells | find_gap (band->cells));
  weigh (cover, best);
  if (best > 0)
    weigh (cover, best - 1);
  return TRUE;
}

static void
add_bands (Cover *cover, const JipyoCellRow *rows)
{
  for (int row = 0; row < cover->grid->n_rows; row++) {
    const Band band = { .cells = rows[row], .first = row, .end = row + 1 };
    if (row > 0 && rows[row] == rows[row - 1]) {
      get_band (cover, cover->bands->len - 1)->end++;
      continue;
    }
    g_array_append_val (cover->bands, band);
    cover->n_rectangles += (guint) count_runs (band.cells);
  }
  for (guint i = 0; i < cover->bands->len; i++)
    weigh (cover, i);
}

static void
append_rectangles (const Cover *cover, const Band *band, GArray *rectangles)
{
  const JipyoCellGrid *grid = cover->grid;
  const int y = band->first * grid->height_px;

  for (JipyoCellRow rest = band->cells; rest != 0; rest &= ~find_run (rest)) {
    const int x = __builtin_ctzll (rest) * grid->width_px;
    const int width = count_cells (find_run (rest)) * grid->width_px;
    const cairo_rectangle_int_t rectangle = {
      .x = x,
      .y = y,
      .width = MIN (width, grid->image_width_px - x),
      .height = MIN (band->end * grid->height_px, grid->image_height_px) - y,
    };
    g_array_append_val (rectangles, rectangle);
  }
}

GArray *
jipyo_cell_grid_cover (const JipyoCellGrid *grid, const JipyoCellRow *rows, guint n_max)
{
  g_autoptr (GArray) bands = g_array_new (FALSE, FALSE, sizeof (Band));
  Cover cover = { .grid = grid, .bands = bands };
  GArray *rectangles = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_int_t));

  add_bands (&cover, rows);
  while (improve (&cover, cover.n_rectangles > n_max))
    ;
  for (guint i = 0; i < bands->len; i++)
    append_rectangles (&cover, get_band (&cover, i), rectangles);
  return rectangles;
}
