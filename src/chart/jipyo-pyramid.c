/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks of 128 values, then 16 blocks each: a fifth of a byte a value. Smaller blocks would
 * make the pass that builds them wait for its own writing.
 */

#include "jipyo-pyramid.h"

#include <math.h>

enum { BLOCK = JIPYO_PYRAMID_BLOCK, FOLD = 16, LEVELS_MAX = 16 };

typedef struct {
  JipyoExtremes *blocks;
  gsize n;
} Level;

struct _JipyoPyramid {
  gsize n; /* values */
  guint n_levels;
  Level levels[LEVELS_MAX]; /* the last has FOLD blocks at most */
};

static gsize
divide_up (gsize n, gsize by)
{
  return n / by + (n % by > 0 ? 1 : 0);
}

static void
build_first (Level *level, const double *values, gsize n)
{
  level->n = divide_up (n, BLOCK);
  level->blocks = g_new (JipyoExtremes, level->n);
  for (gsize i = 0; i < level->n; i++) {
    level->blocks[i] = JIPYO_NO_EXTREMES;
    jipyo_extremes_extend (&level->blocks[i], values + i * BLOCK, MIN (BLOCK, n - i * BLOCK),
                           -G_MAXDOUBLE);
  }
}

static void
build_next (Level *level, const Level *below)
{
  level->n = divide_up (below->n, FOLD);
  level->blocks = g_new (JipyoExtremes, level->n);
  for (gsize i = 0; i < level->n; i++) {
    level->blocks[i] = JIPYO_NO_EXTREMES;
    for (gsize k = i * FOLD; k < MIN ((i + 1) * FOLD, below->n); k++)
      jipyo_extremes_unite (&level->blocks[i], &below->blocks[k]);
  }
}

JipyoPyramid *
jipyo_pyramid_new (const double *values, gsize n)
{
  JipyoPyramid *self = g_new0 (JipyoPyramid, 1);

  self->n = n;
  if (n <= BLOCK)
    return self;
  build_first (&self->levels[self->n_levels++], values, n);
  while (self->levels[self->n_levels - 1].n > FOLD) {
    build_next (&self->levels[self->n_levels], &self->levels[self->n_levels - 1]);
    self->n_levels++;
  }
  return self;
}

void
jipyo_pyramid_free (JipyoPyramid *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_levels; i++)
    g_free (self->levels[i].blocks);
  g_free (self);
}

const JipyoExtremes *
jipyo_pyramid_get_blocks (const JipyoPyramid *self)
{
  return self->levels[0].blocks;
}

typedef struct {
  const JipyoPyramid *pyramid;
  const double *values;
  double floor;
  JipyoExtremes found;
} Search;

/* All of a range: values at level 0, blocks above it. */
static void
scan (Search *search, guint level, gsize first, gsize end)
{
  if (first >= end)
    return;
  if (level == 0) {
    jipyo_extremes_extend (&search->found, search->values + first, end - first, search->floor);
    return;
  }
  const gsize fold = level == 1 ? BLOCK : FOLD;
  const gsize n_below = level == 1 ? search->pyramid->n : search->pyramid->levels[level - 2].n;
  for (gsize i = first; i < end; i++) {
    const JipyoExtremes *block = &search->pyramid->levels[level - 1].blocks[i];
    if (block->low > search->floor || block->low > block->high)
      jipyo_extremes_unite (&search->found, block);
    else if (block->high <= search->floor)
      search->found.gaps = TRUE;
    else
      scan (search, level - 1, i * fold, MIN ((i + 1) * fold, n_below));
  }
}

/* The ends of a range at this level, the middle at the next. */
static void
climb (Search *search, guint level, gsize first, gsize end)
{
  const gsize fold = level == 0 ? BLOCK : FOLD;
  const gsize first_whole = divide_up (first, fold), end_whole = end / fold;

  if (level == search->pyramid->n_levels || first_whole >= end_whole) {
    scan (search, level, first, end);
    return;
  }
  scan (search, level, first, first_whole * fold);
  climb (search, level + 1, first_whole, end_whole);
  scan (search, level, end_whole * fold, end);
}

JipyoExtremes
jipyo_pyramid_measure (const JipyoPyramid *self, const double *values, JipyoPyramidRange range)
{
  Search search = {
    .pyramid = self,
    .values = values,
    .floor = range.floor,
    .found = JIPYO_NO_EXTREMES,
  };

  climb (&search, 0, range.first, MIN (range.end, self->n));
  return search.found;
}

static gboolean
is_gap (double value, double floor)
{
  return !isfinite (value) || value <= floor;
}

/* The block that begins with a value, if it lies in the range and has no gap. */
static gboolean
can_leap (const JipyoPyramid *self, JipyoPyramidRange range, gsize begin)
{
  if (self->n_levels == 0 || begin % BLOCK != 0 || begin < range.first || begin + BLOCK > range.end)
    return FALSE;
  const JipyoExtremes *block = &self->levels[0].blocks[begin / BLOCK];
  return !block->gaps && block->low > range.floor;
}

gsize
jipyo_pyramid_find_gap (const JipyoPyramid *self,
                        const double *values,
                        JipyoPyramidRange range,
                        gboolean last)
{
  gsize i = last ? range.end : range.first;

  while (!last && i < range.end) {
    if (can_leap (self, range, i))
      i += BLOCK;
    else if (is_gap (values[i], range.floor))
      return i;
    else
      i++;
  }
  while (last && i > range.first) {
    if (i >= BLOCK && can_leap (self, range, i - BLOCK))
      i -= BLOCK;
    else if (is_gap (values[--i], range.floor))
      return i;
  }
  return range.end;
}
