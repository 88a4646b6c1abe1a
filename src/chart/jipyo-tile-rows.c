/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counting and measuring of cards; a row is as tall as its tallest card.
 */

#include "jipyo-tile-rows.h"

static const double LEAST_WIDTH = 9; /* ems of a label */
static const guint MAX_COLUMNS = 6;
/* A figure a little smaller is better than a row with one card in it. */
static const double SHRUNK = 0.86;
static const double STRETCH = 0.6; /* of a row's height, at most */

void
jipyo_tile_rows_clear (JipyoTileRows *self)
{
  g_clear_pointer (&self->heights, g_array_unref);
  self->n_tiles = 0;
}

static guint
choose_columns (const JipyoTileRows *self, const JipyoScene *scene)
{
  const guint n = self->tiles->len;
  double least = LEAST_WIDTH * jipyo_scene_get_type (scene)->label;

  for (guint i = 0; i < n; i++)
    least = MAX (least, jipyo_tile_measure_width (scene, g_ptr_array_index (self->tiles, i)));
  least *= SHRUNK;
  for (guint i = 0; i < n; i++)
    least = MAX (least, jipyo_tile_measure_words (scene, g_ptr_array_index (self->tiles, i)));
  /* Two always stand side by side: a figure shrinks before the page is all tiles. */
  least = MAX (MIN (least, (self->width - self->gap) / 2), 1);
  const double fitting = (self->width + self->gap) / (least + self->gap) + 1e-6;
  const guint most = (guint) CLAMP (fitting, 1, MIN (n, MAX_COLUMNS));
  const guint n_rows = (n + most - 1) / most;
  return (n + n_rows - 1) / n_rows;
}

static double
measure_row (const JipyoTileRows *self, const JipyoScene *scene, guint first, guint end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    height = MAX (height, jipyo_tile_measure_height (scene, g_ptr_array_index (self->tiles, i),
                                                     self->tile_width));
  return height;
}

void
jipyo_tile_rows_fit (JipyoTileRows *self, const JipyoScene *scene, double height)
{
  const guint n = self->tiles->len;

  jipyo_tile_rows_clear (self);
  self->heights = g_array_new (FALSE, TRUE, sizeof (double));
  if (n == 0)
    return;
  self->n_columns = choose_columns (self, scene);
  self->tile_width = (self->width - self->gap * (self->n_columns - 1)) / self->n_columns;
  while (self->n_tiles < n) {
    const guint end = MIN (self->n_tiles + self->n_columns, n);
    const double row = measure_row (self, scene, self->n_tiles, end);
    const double used = jipyo_tile_rows_get_height (self) + (self->n_tiles > 0 ? self->gap : 0);

    if (used + row > height)
      return;
    g_array_append_val (self->heights, row);
    self->n_tiles = end;
  }
}

void
jipyo_tile_rows_stretch (JipyoTileRows *self, double height)
{
  const guint n_rows = self->heights->len;

  if (n_rows == 0)
    return;
  self->stretch = (height - jipyo_tile_rows_get_height (self)) / n_rows;
  for (guint i = 0; i < n_rows; i++)
    self->stretch = MIN (self->stretch, g_array_index (self->heights, double, i) * STRETCH);
  self->stretch = MAX (self->stretch, 0);
  for (guint i = 0; i < n_rows; i++)
    g_array_index (self->heights, double, i) += self->stretch;
}

double
jipyo_tile_rows_get_height (const JipyoTileRows *self)
{
  double height = 0;

  for (guint i = 0; i < self->heights->len; i++)
    height += g_array_index (self->heights, double, i) + (i > 0 ? self->gap : 0);
  return height;
}

JipyoRect
jipyo_tile_rows_get_rect (const JipyoTileRows *self, guint index)
{
  const guint row = index / self->n_columns;
  JipyoRect rect = { .x = index % self->n_columns * (self->tile_width + self->gap),
                     .width = self->tile_width,
                     .height = g_array_index (self->heights, double, row) };

  for (guint i = 0; i < row; i++)
    rect.y += g_array_index (self->heights, double, i) + self->gap;
  return rect;
}
