/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels that do not cover each other; see the header for the algorithms.
 */

#include "jipyo-label-placement.h"

typedef struct {
  double sum; /* of wanted places, each less the label's offset in its block */
  guint n;
} Block;

static double
block_mean (const Block *block)
{
  return block->sum / block->n;
}

static double
get_height (const JipyoSpread *spread, guint i)
{
  return spread->heights != NULL ? spread->heights[i] : spread->height;
}

/* How far below the first each stands when they touch; the height of all. */
static double
measure_offsets (const JipyoSpread *spread, double *offsets, guint n)
{
  double height = 0;

  for (guint i = 0; i < n; i++) {
    offsets[i] = height + (get_height (spread, i) - get_height (spread, 0)) / 2;
    height += get_height (spread, i);
  }
  return height;
}

gboolean
jipyo_label_spread (double *centres, guint n, const JipyoSpread *spread)
{
  if (n == 0)
    return TRUE;
  g_autofree double *offsets = g_new (double, n);
  const double height = measure_offsets (spread, offsets, n);
  if (!(height <= spread->high - spread->low))
    return FALSE;

  /* With u_i = c_i − offset_i the constraint that none covers the next is plain monotony, which
   * pooling solves. */
  g_autofree Block *blocks = g_new (Block, n);
  guint n_blocks = 0;
  for (guint i = 0; i < n; i++) {
    blocks[n_blocks++] = (Block){ centres[i] - offsets[i], 1 };
    while (n_blocks > 1
           && block_mean (&blocks[n_blocks - 1]) < block_mean (&blocks[n_blocks - 2])) {
      blocks[n_blocks - 2].sum += blocks[n_blocks - 1].sum;
      blocks[n_blocks - 2].n += blocks[n_blocks - 1].n;
      n_blocks--;
    }
  }
  const double half = get_height (spread, 0) / 2;
  const double least = spread->low + half, most = spread->high - height + half;
  guint i = 0;
  for (guint b = 0; b < n_blocks; b++)
    for (guint k = 0; k < blocks[b].n; k++, i++)
      centres[i] = CLAMP (block_mean (&blocks[b]), least, MAX (least, most)) + offsets[i];
  return TRUE;
}

void
jipyo_label_field_init (JipyoLabelField *self, JipyoRect bounds)
{
  self->bounds = bounds;
  self->gap = 0;
  self->taken = g_array_new (FALSE, FALSE, sizeof (JipyoRect));
}

void
jipyo_label_field_clear (JipyoLabelField *self)
{
  g_clear_pointer (&self->taken, g_array_unref);
}

void
jipyo_label_field_block (JipyoLabelField *self, JipyoRect rect)
{
  g_array_append_val (self->taken, rect);
}

gboolean
jipyo_label_field_is_free (const JipyoLabelField *self, JipyoRect rect)
{
  const JipyoRect *b = &self->bounds;
  const double slack = 0.01; /* sums of doubles */

  if (rect.x < b->x - slack || rect.y < b->y - slack
      || rect.x + rect.width > b->x + b->width + slack
      || rect.y + rect.height > b->y + b->height + slack)
    return FALSE;
  rect.x -= self->gap;
  rect.width += 2 * self->gap;
  for (guint i = 0; i < self->taken->len; i++)
    if (jipyo_rect_overlaps (&rect, &g_array_index (self->taken, JipyoRect, i)))
      return FALSE;
  return TRUE;
}

int
jipyo_label_field_choose (JipyoLabelField *self, const JipyoRect *candidates, guint n_candidates)
{
  for (guint i = 0; i < n_candidates; i++)
    if (jipyo_label_field_is_free (self, candidates[i])) {
      jipyo_label_field_block (self, candidates[i]);
      return (int) i;
    }
  return -1;
}
