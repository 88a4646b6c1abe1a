/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Some columns at a time: where their slices begin and end is reckoned in plain loops, several at
 * once; then column by column the changes are summed up from the top down, and the colour mixed
 * into the pixels that they cover, which are few beside those around them. All in whole numbers,
 * so that what is begun and ended leaves nothing.
 */

#include "jipyo-coverage.h"

#include "jipyo-ink.h"
#include "jipyo-pixel-grid.h"

#include <math.h>
#include <string.h>

enum { SLICES = JIPYO_RIBBON_CHUNK };

static const int spare = 2;          /* rows below the last, where changes end */
static const int fraction_bits = 16; /* of a coverage of 255 */

typedef struct {
  JipyoRibbon *ribbon;
  int slots; /* of the ribbon in a pixel */
  JipyoPixels pixels;
  guint8 *origin; /* of pixel (0, 0), which need not lie in the image */
  gssize stride;
  guint32 colour; /* with its alpha in it, as the pixels are */
  guint32 alpha;
  guint32 ground;     /* a pixel that most are like before they are painted */
  guint32 mixed[256]; /* what becomes of it by coverage */
  JipyoInk *ink;      /* borrowed; NULL where nobody asked */
  int ink_x;          /* of pixel (0, 0) in the image */
  int ink_y;
  int *change; /* by row: how much more of a column is covered than of the row above */
} Canvas;

/* Where a chunk's slices begin or end: a row, and how much of the change is felt a row below. */
typedef struct {
  int row[SLICES];
  int below[SLICES];
} Edges;

/* Of the narrow or the wide stroke. */
typedef struct {
  int weight; /* of a slice */
  Edges top;
  Edges bottom;
} Cut;

typedef struct {
  int left; /* columns */
  int right;
  Cut cuts[2]; /* narrow and wide; 1 is all there is where they are the same */
  int n_cuts;
  JipyoRibbonSlices slices[2];
} Chunk;

static void
find_rows (const Canvas *canvas, const float *restrict y, int weight, Edges *restrict edges)
{
  const float from = (float) canvas->pixels.top;
  const float height = (float) canvas->pixels.bottom - from;

  for (int i = 0; i < SLICES; i++) {
    const float down = CLAMP (y[i] - from, 0.0F, height);
    const int row = (int) down;
    edges->row[i] = row;
    edges->below[i] = (int) ((down - (float) row) * (float) weight);
  }
}

/* From a row down everything is covered, or no longer. */
static inline void
add_changes (int *change, const Cut *cut, int first, int n)
{
  for (int i = first; i < first + n; i++) {
    const int top = cut->top.row[i], bottom = cut->bottom.row[i];
    change[top] += cut->weight - cut->top.below[i];
    change[top + 1] += cut->top.below[i];
    change[bottom] -= cut->weight - cut->bottom.below[i];
    change[bottom + 1] -= cut->bottom.below[i];
  }
}

static inline int
get_first_row (const Edges *edges, int first, int n)
{
  int row = edges->row[first];

  for (int i = first + 1; i < first + n; i++)
    row = MIN (row, edges->row[i]);
  return row;
}

static inline int
get_last_row (const Edges *edges, int first, int n)
{
  int row = edges->row[first];

  for (int i = first + 1; i < first + n; i++)
    row = MAX (row, edges->row[i]);
  return row;
}

/* Two channels of a pixel, each with room for a product. */
static inline guint32
mix_channels (guint32 colour, guint32 below, const guint32 shares[2])
{
  const guint32 sum = colour * shares[0] + below * shares[1] + 0x800080;

  return ((sum + ((sum >> 8) & 0xFF00FF)) >> 8) & 0xFF00FF;
}

static inline guint32
mix (const Canvas *canvas, guint32 below, guint32 coverage)
{
  const guint32 product = canvas->alpha * coverage + 0x80;
  const guint32 shares[2] = { coverage, 255 - ((product + (product >> 8)) >> 8) };

  return mix_channels (canvas->colour & 0xFF00FF, below & 0xFF00FF, shares)
         | mix_channels ((canvas->colour >> 8) & 0xFF00FF, (below >> 8) & 0xFF00FF, shares) << 8;
}

/* Rows `from` to `to`, given how much the row above is covered; the last row's is returned. */
static inline int
cover_rows (const Canvas *canvas, guint8 *column, const int rows[2], int covered)
{
  const gssize stride = canvas->stride;
  const guint32 ground = canvas->ground;
  guint8 *pixel = column + rows[0] * stride;

  for (int *change = canvas->change + rows[0]; change < canvas->change + rows[1]; change++) {
    guint32 *word = (guint32 *) pixel;
    covered += *change;
    *change = 0;
    pixel += stride;
    const guint32 coverage = (guint32) (covered + (1 << (fraction_bits - 1))) >> fraction_bits;
    *word = *word == ground ? canvas->mixed[coverage] : mix (canvas, *word, coverage);
  }
  return covered;
}

static inline void
fill_rows (const Canvas *canvas, guint8 *column, const int rows[2])
{
  const gssize stride = canvas->stride;
  const guint32 colour = canvas->colour;
  const guint8 *end = column + rows[1] * stride;
  guint8 *pixel = column + rows[0] * stride;

  if (canvas->alpha == 255)
    for (; pixel < end; pixel += stride)
      *(guint32 *) pixel = colour;
  else
    for (; pixel < end; pixel += stride)
      *(guint32 *) pixel = mix (canvas, *(guint32 *) pixel, 255);
}

/* The wide stroke holds the narrow one. Rows that all slices cover wholly need no sum, and the row
 * below the last has nothing but what its sum goes back to. */
static inline void
cover_column (const Canvas *canvas, const Chunk *chunk, int x, int slots)
{
  const int height = canvas->pixels.bottom - canvas->pixels.top;
  const int first = (x - chunk->left) * slots;
  const Cut *narrow = &chunk->cuts[0], *wide = &chunk->cuts[chunk->n_cuts - 1];
  guint8 *column = canvas->origin + canvas->pixels.top * canvas->stride + x * 4;
  const int touched[2] = { get_first_row (&wide->top, first, slots),
                           get_last_row (&wide->bottom, first, slots) + 1 };
  const int end = MIN (touched[1], height);
  const int full[2] = { get_last_row (&narrow->top, first, slots) + 1,
                        get_first_row (&narrow->bottom, first, slots) };

  if (canvas->ink != NULL)
    jipyo_ink_add_column (canvas->ink, x + canvas->ink_x,
                          touched[0] + canvas->pixels.top + canvas->ink_y,
                          end + canvas->pixels.top + canvas->ink_y);
  for (int i = 0; i < chunk->n_cuts; i++)
    add_changes (canvas->change, &chunk->cuts[i], first, slots);
  if (full[0] < full[1]) {
    int covered = cover_rows (canvas, column, (const int[]){ touched[0], full[0] }, 0);
    covered += canvas->change[full[0]];
    canvas->change[full[0]] = 0;
    fill_rows (canvas, column, full);
    cover_rows (canvas, column, (const int[]){ full[1], end }, covered);
  } else {
    cover_rows (canvas, column, (const int[]){ touched[0], end }, 0);
  }
  canvas->change[touched[1]] = canvas->change[height] = 0;
}

static inline void
cover_columns (const Canvas *canvas, const Chunk *chunk, int slots)
{
  for (int x = chunk->left; x < chunk->right; x++)
    cover_column (canvas, chunk, x, slots);
}

static void
cover_chunk (const Canvas *canvas, Chunk *chunk)
{
  for (int i = 0; i < chunk->n_cuts; i++) {
    Cut *cut = &chunk->cuts[i];
    find_rows (canvas, chunk->slices[i].top, cut->weight, &cut->top);
    find_rows (canvas, chunk->slices[i].bottom, cut->weight, &cut->bottom);
  }
  /* Loops of known lengths are the faster ones. */
  if (canvas->slots == JIPYO_TRACE_SLOTS_MAX)
    cover_columns (canvas, chunk, JIPYO_TRACE_SLOTS_MAX);
  else if (canvas->slots == JIPYO_TRACE_SLOTS_OF_MANY)
    cover_columns (canvas, chunk, JIPYO_TRACE_SLOTS_OF_MANY);
  else
    cover_columns (canvas, chunk, canvas->slots);
}

static int
floor_to_column (int slot, int slots)
{
  return slot >= 0 ? slot / slots : -((slots - 1 - slot) / slots);
}

static void
cover_part (const Canvas *canvas, guint i, Chunk *chunk)
{
  const int slots = canvas->slots, n_columns = SLICES / slots;
  const JipyoRibbonPart *part =
    &g_array_index (jipyo_ribbon_get_parts (canvas->ribbon), JipyoRibbonPart, i);
  const int last = floor_to_column (part->slot + part->n - 1, slots);
  const int begin = MAX (canvas->pixels.left, floor_to_column (part->slot, slots));
  const int end = MIN (canvas->pixels.right, last + 1);

  for (int x = begin; x < end; x += n_columns) {
    chunk->left = x;
    chunk->right = MIN (x + n_columns, end);
    jipyo_ribbon_measure (canvas->ribbon, i, x * slots - part->slot, chunk->slices);
    cover_chunk (canvas, chunk);
  }
}

/* A corner is of the colour of the card, as most is that a line passes over. */
static void
mix_ground (Canvas *canvas)
{
  const JipyoPixels *pixels = &canvas->pixels;

  canvas->ground = *(guint32 *) (canvas->origin + pixels->top * canvas->stride + pixels->left * 4);
  for (guint32 i = 0; i < 256; i++)
    canvas->mixed[i] = mix (canvas, canvas->ground, i);
}

static void
cover (const Canvas *canvas)
{
  const double slice = (255 << fraction_bits) / (double) canvas->slots;
  const double share = (double) jipyo_ribbon_get_share (canvas->ribbon);
  g_autofree Chunk *chunk = g_new (Chunk, 1);

  chunk->n_cuts = share > 0 ? 2 : 1;
  chunk->cuts[1].weight = (int) (slice * share);
  chunk->cuts[0].weight = (int) slice - chunk->cuts[1].weight;
  for (guint i = 0; i < jipyo_ribbon_get_parts (canvas->ribbon)->len; i++)
    cover_part (canvas, i, chunk);
}

/* FALSE where the target does not have its pixels as words. */
static gboolean
find_target (cairo_t *cr, Canvas *canvas)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  const cairo_format_t format = cairo_image_surface_get_format (target);
  JipyoPixelGrid grid;

  if ((format != CAIRO_FORMAT_ARGB32 && format != CAIRO_FORMAT_RGB24)
      || !jipyo_pixel_grid_find (cr, &grid))
    return FALSE;
  const int x = (int) round (grid.x), y = (int) round (grid.y);
  canvas->ink_x = x;
  canvas->ink_y = y;
  canvas->stride = cairo_image_surface_get_stride (target);
  canvas->origin = cairo_image_surface_get_data (target) + y * canvas->stride + x * 4;
  canvas->pixels.left = MAX (canvas->pixels.left, -x);
  canvas->pixels.top = MAX (canvas->pixels.top, -y);
  canvas->pixels.right = MIN (canvas->pixels.right, cairo_image_surface_get_width (target) - x);
  canvas->pixels.bottom = MIN (canvas->pixels.bottom, cairo_image_surface_get_height (target) - y);
  return TRUE;
}

/* All that the clip lets through, and nothing else. */
static gboolean
is_clip (cairo_t *cr, const JipyoPixels *pixels)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);
  const cairo_rectangle_t *clip = list->rectangles;
  const gboolean equal = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1
                         && clip->x <= pixels->left && clip->y <= pixels->top
                         && clip->x + clip->width >= pixels->right
                         && clip->y + clip->height >= pixels->bottom;

  cairo_rectangle_list_destroy (list);
  return equal;
}

static void
paint (cairo_t *cr, Canvas *canvas)
{
  cairo_surface_t *target = cairo_get_group_target (cr);

  if (canvas->pixels.right <= canvas->pixels.left || canvas->pixels.bottom <= canvas->pixels.top)
    return;
  const gsize n_rows = (gsize) (canvas->pixels.bottom - canvas->pixels.top + spare);
  g_autofree int *change = g_new0 (int, n_rows);
  canvas->change = change;
  cairo_surface_flush (target);
  mix_ground (canvas);
  cover (canvas);
  cairo_surface_mark_dirty (target);
}

static guint32
to_byte (double share)
{
  return (guint32) (CLAMP (share, 0, 1) * 255 + 0.5);
}

void
jipyo_coverage_paint (cairo_t *cr, JipyoRibbon *ribbon, const JipyoPixels *pixels)
{
  Canvas canvas = {
    .ribbon = ribbon,
    .slots = jipyo_ribbon_get_slots (ribbon),
    .pixels = *pixels,
  };
  double red, green, blue, alpha;

  if (cairo_pattern_get_rgba (cairo_get_source (cr), &red, &green, &blue, &alpha)
      != CAIRO_STATUS_SUCCESS)
    return;
  canvas.alpha = to_byte (alpha);
  canvas.colour = canvas.alpha << 24 | to_byte (red * alpha) << 16 | to_byte (green * alpha) << 8
                  | to_byte (blue * alpha);
  if (find_target (cr, &canvas) && is_clip (cr, &canvas.pixels)) {
    if (cairo_get_group_target (cr) == cairo_get_target (cr))
      canvas.ink = jipyo_ink_find (cr);
    else
      jipyo_ink_add_clip (cr);
    paint (cr, &canvas);
    return;
  }
  jipyo_ink_add_clip (cr);
  cairo_push_group_with_content (cr, CAIRO_CONTENT_COLOR_ALPHA);
  canvas.pixels = *pixels;
  if (find_target (cr, &canvas))
    paint (cr, &canvas);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
}
