/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In tiles some columns wide and as high as what they hold, since a line covers little of the
 * rectangle around it, and since a tile stays in the processor's nearest memory.
 */

#include "jipyo-coverage.h"

#include <math.h>
#include <string.h>

enum { TILE = 64 }; /* columns, which is also the stride of the mask */

static const int spare = 2; /* rows below the last, where changes end */

typedef struct {
  const JipyoRibbon *ribbon;
  JipyoPixels tile;
  const guint8 *target; /* the image, or NULL */
  gsize stride;
  guint8 *mask;  /* of the tile, TILE bytes a row */
  float *change; /* by row of a column: how much more of it is covered than of the row above */
} Canvas;

/* The slices of one pixel column, from the top of the tile on; at the ends of a ribbon some are
 * empty. */
typedef struct {
  float top[JIPYO_TRACE_SLOTS_MAX];
  float bottom[JIPYO_TRACE_SLOTS_MAX];
  int n;
} Cut;

/* Those of a part of a ribbon, narrow or wide. */
typedef struct {
  const float *top;
  const float *bottom;
  int n;
} Slices;

/* Rows that all slices cover wholly. */
static void
find_full (const Cut *cut, int rows[2])
{
  float top = cut->top[0], bottom = cut->bottom[0];

  for (int i = 1; i < cut->n; i++) {
    top = MAX (top, cut->top[i]);
    bottom = MIN (bottom, cut->bottom[i]);
  }
  /* One row more at the top, where the change of a fraction ends. */
  rows[0] = (int) top + 2;
  rows[1] = (int) bottom;
}

/* Rows that any slice touches, and one more. */
static void
find_touched (const Cut *cut, int rows[2])
{
  float top = cut->top[0], bottom = cut->bottom[0];

  for (int i = 1; i < cut->n; i++) {
    top = MIN (top, cut->top[i]);
    bottom = MAX (bottom, cut->bottom[i]);
  }
  rows[0] = (int) top;
  rows[1] = (int) bottom + 2;
}

/* From a height down everything is covered, or no longer. */
static void
add_change (float *change, float height, float amount)
{
  const int row = (int) height;
  const float below = (height - (float) row) * amount;

  change[row] += amount - below;
  change[row + 1] += below;
}

/* What two ribbons that pass the same pixel leave uncovered is what both do. */
static void
cover_pixel (guint8 *pixel, guint coverage)
{
  if (*pixel == 0)
    *pixel = (guint8) coverage;
  else
    *pixel = (guint8) (coverage + *pixel * (255 - coverage) / 255);
}

/* Rows `from` to `to`, given how much the row above is covered; the last row's is returned. */
static float
cover_rows (const Canvas *canvas, guint8 *column, const int rows[2], float covered)
{
  for (int y = rows[0]; y < rows[1]; y++) {
    covered += canvas->change[y];
    canvas->change[y] = 0;
    cover_pixel (column + y * TILE, (guint) (covered * 255 + 0.5F));
  }
  return covered;
}

static void
add_changes (const Canvas *canvas, const Cut *cut, float share)
{
  for (int i = 0; i < cut->n; i++) {
    add_change (canvas->change, cut->top[i], share / (float) cut->n);
    add_change (canvas->change, cut->bottom[i], -share / (float) cut->n);
  }
}

/* A line is in another row of the image with every few columns, each in a page of its own, which no
 * processor foresees. Asked for now, the pixels are near when cairo mixes the colour into them. */
static void
fetch_pixels (const Canvas *canvas, int x, const int rows[2])
{
  const int end = MIN (rows[1], canvas->tile.bottom - canvas->tile.top);

  if (canvas->target == NULL)
    return;
  for (int y = rows[0]; y < end; y++)
    __builtin_prefetch (canvas->target + (gsize) (canvas->tile.top + y) * canvas->stride
                          + (gsize) x * sizeof (guint32),
                        1);
}

/* The wide cut holds the narrow one. */
static void
cover_column (const Canvas *canvas, int x, const Cut *narrow, const Cut *wide)
{
  const float share = canvas->ribbon->share;
  guint8 *column = canvas->mask + (x - canvas->tile.left);
  int touched[2], full[2];

  add_changes (canvas, narrow, 1 - share);
  if (share > 0)
    add_changes (canvas, wide, share);
  find_touched (wide, touched);
  fetch_pixels (canvas, x, touched);
  find_full (narrow, full);
  if (full[0] >= full[1])
    full[0] = full[1] = touched[1];
  const float covered = cover_rows (canvas, column, (const int[]){ touched[0], full[0] }, 0);
  for (int y = full[0]; y < full[1]; y++)
    column[y * TILE] = 255;
  cover_rows (canvas, column, (const int[]){ full[1], touched[1] }, covered);
}

static int
clamp_row (const Canvas *canvas, float y)
{
  return (int) CLAMP (y, (float) canvas->tile.top, (float) canvas->tile.bottom);
}

/* `first` is the slice of the part that the pixel column begins with. An empty slice ends where it
 * begins, at the top of another. */
static void
get_cut (const Canvas *canvas, const Slices *slices, int first, Cut *cut)
{
  const float from = (float) canvas->tile.top, height = (float) canvas->tile.bottom - from;

  cut->n = canvas->ribbon->slots;
  for (int i = 0; i < cut->n; i++) {
    const int k = CLAMP (first + i, 0, slices->n - 1);
    const gboolean empty = k != first + i || slices->top[k] > slices->bottom[k];
    cut->top[i] = CLAMP (slices->top[k] - from, 0, height);
    cut->bottom[i] = empty ? cut->top[i] : CLAMP (slices->bottom[k] - from, cut->top[i], height);
  }
}

static int
floor_to_column (const Canvas *canvas, int slot)
{
  const int slots = canvas->ribbon->slots;

  return slot >= 0 ? slot / slots : -((slots - 1 - slot) / slots);
}

static void
cover_part (const Canvas *canvas, const JipyoRibbonPart *part)
{
  const JipyoRibbon *ribbon = canvas->ribbon;
  const int begin = MAX (canvas->tile.left, floor_to_column (canvas, part->slot));
  const int last = floor_to_column (canvas, part->slot + (int) part->n - 1);
  const Slices narrow = { ribbon->top + part->offset, ribbon->bottom + part->offset,
                          (int) part->n };
  const Slices wide = { ribbon->wide_top + part->offset, ribbon->wide_bottom + part->offset,
                        (int) part->n };
  Cut cuts[2];

  for (int x = begin; x <= MIN (last, canvas->tile.right - 1); x++) {
    const int first = x * ribbon->slots - part->slot;
    get_cut (canvas, &narrow, first, &cuts[0]);
    if (ribbon->share > 0)
      get_cut (canvas, &wide, first, &cuts[1]);
    cover_column (canvas, x, &cuts[0], ribbon->share > 0 ? &cuts[1] : &cuts[0]);
  }
}

/* The rows that a part needs in the tile. */
static void
extend_rows (const Canvas *canvas, const JipyoRibbonPart *part, float rows[2])
{
  const int first = MAX (canvas->tile.left * canvas->ribbon->slots, part->slot);
  const int end = MIN (canvas->tile.right * canvas->ribbon->slots, part->slot + (int) part->n);
  const JipyoRibbon *ribbon = canvas->ribbon;
  const float *top = ribbon->share > 0 ? ribbon->wide_top : ribbon->top;
  const float *bottom = ribbon->share > 0 ? ribbon->wide_bottom : ribbon->bottom;

  for (int i = first; i < end; i++) {
    const guint k = part->offset + (guint) (i - part->slot);
    rows[0] = MIN (rows[0], top[k]);
    rows[1] = MAX (rows[1], bottom[k]);
  }
}

static void
paint_tile (cairo_t *cr, Canvas *canvas, guint first, guint end)
{
  const JipyoRibbonPart *parts = &g_array_index (canvas->ribbon->parts, JipyoRibbonPart, 0);
  float rows[2] = { jipyo_trace_nowhere, -jipyo_trace_nowhere };

  for (guint i = first; i < end; i++)
    extend_rows (canvas, &parts[i], rows);
  canvas->tile = (JipyoPixels){ canvas->tile.left, clamp_row (canvas, floorf (rows[0])),
                                canvas->tile.right, clamp_row (canvas, ceilf (rows[1])) };
  const int height = canvas->tile.bottom - canvas->tile.top;
  if (height <= 0)
    return;
  memset (canvas->mask, 0, (gsize) (height + spare) * TILE);
  for (guint i = first; i < end; i++)
    cover_part (canvas, &parts[i]);
  cairo_surface_t *mask = cairo_image_surface_create_for_data (
    canvas->mask, CAIRO_FORMAT_A8, canvas->tile.right - canvas->tile.left, height, TILE);
  cairo_mask_surface (cr, mask, canvas->tile.left, canvas->tile.top);
  cairo_surface_destroy (mask);
}

/* Where the pixels of the target are, if they are words. */
static void
find_target (cairo_t *cr, Canvas *canvas)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  const cairo_format_t format = cairo_image_surface_get_format (target);

  if (format != CAIRO_FORMAT_ARGB32 && format != CAIRO_FORMAT_RGB24)
    return;
  canvas->target = cairo_image_surface_get_data (target);
  canvas->stride = (gsize) cairo_image_surface_get_stride (target);
}

void
jipyo_coverage_paint (cairo_t *cr, const JipyoRibbon *ribbon, const JipyoPixels *pixels)
{
  const GArray *parts = ribbon->parts;
  guint first = 0;

  if (pixels->right <= pixels->left || pixels->bottom <= pixels->top)
    return;
  const gsize n_rows = (gsize) (pixels->bottom - pixels->top + spare);
  g_autofree guint8 *mask = g_malloc (n_rows * TILE);
  g_autofree float *change = g_new0 (float, n_rows);
  Canvas canvas = { .ribbon = ribbon, .mask = mask, .change = change };
  find_target (cr, &canvas);
  for (int x = pixels->left; x < pixels->right; x += TILE) {
    canvas.tile = (JipyoPixels){ x, pixels->top, MIN (x + TILE, pixels->right), pixels->bottom };
    guint end = first;
    while (first < parts->len) {
      const JipyoRibbonPart *part = &g_array_index (parts, JipyoRibbonPart, first);
      if (part->slot + (int) part->n > x * ribbon->slots)
        break;
      first++;
    }
    for (end = first; end < parts->len; end++)
      if (g_array_index (parts, JipyoRibbonPart, end).slot >= canvas.tile.right * ribbon->slots)
        break;
    paint_tile (cr, &canvas, first, end);
  }
}
