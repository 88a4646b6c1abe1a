/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hangs on the image, so that nobody need pass it on who does not draw.
 */

#include "jipyo-ink.h"

#include "jipyo-pixel-grid.h"

#include <math.h>
#include <string.h>

struct _JipyoInk {
  JipyoCellGrid grid;
  JipyoCellRow *rows; /* owned */
};

static const cairo_user_data_key_t ink_key;

static void
ink_free (void *data)
{
  JipyoInk *self = data;

  g_free (self->rows);
  g_free (self);
}

static JipyoInk *
get_ink (cairo_surface_t *image)
{
  return cairo_surface_get_user_data (image, &ink_key);
}

void
jipyo_ink_begin (cairo_surface_t *image)
{
  JipyoInk *self = get_ink (image);

  if (self == NULL) {
    self = g_new (JipyoInk, 1);
    self->grid = jipyo_cell_grid_new (cairo_image_surface_get_width (image),
                                      cairo_image_surface_get_height (image));
    self->rows = g_new (JipyoCellRow, self->grid.n_rows);
    if (cairo_surface_set_user_data (image, &ink_key, self, ink_free) != CAIRO_STATUS_SUCCESS) {
      ink_free (self);
      return;
    }
  }
  memset (self->rows, 0, (gsize) self->grid.n_rows * sizeof (JipyoCellRow));
}

const JipyoCellRow *
jipyo_ink_get_rows (cairo_surface_t *image)
{
  const JipyoInk *self = get_ink (image);

  return self != NULL ? self->rows : NULL;
}

JipyoInk *
jipyo_ink_find (cairo_t *cr)
{
  return get_ink (cairo_get_target (cr));
}

/* Far beyond what an image may measure, and still whole numbers. */
static int
to_pixel (double place)
{
  return (int) CLAMP (place, -1e6, 1e6);
}

void
jipyo_ink_add (cairo_t *cr, const JipyoRect *rect)
{
  JipyoInk *self = jipyo_ink_find (cr);
  JipyoPixelGrid pixels;
  cairo_rectangle_int_t all = { 0 };

  if (self == NULL)
    return;
  if (cairo_get_group_target (cr) == cairo_get_target (cr) && jipyo_pixel_grid_find (cr, &pixels)) {
    const int left = to_pixel (floor (rect->x * pixels.scale + pixels.x) - 1);
    const int top = to_pixel (floor (rect->y * pixels.scale + pixels.y) - 1);
    all.x = left;
    all.y = top;
    all.width = to_pixel (ceil ((rect->x + rect->width) * pixels.scale + pixels.x) + 1) - left;
    all.height = to_pixel (ceil ((rect->y + rect->height) * pixels.scale + pixels.y) + 1) - top;
  } else {
    all.width = self->grid.image_width_px;
    all.height = self->grid.image_height_px;
  }
  jipyo_cell_grid_add (&self->grid, &all, self->rows);
}

void
jipyo_ink_add_clip (cairo_t *cr)
{
  double x1, y1, x2, y2;

  if (jipyo_ink_find (cr) == NULL)
    return;
  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  jipyo_ink_add (cr, &(const JipyoRect){ x1, y1, x2 - x1, y2 - y1 });
}

void
jipyo_ink_add_column (JipyoInk *self, int x, int top, int bottom)
{
  jipyo_cell_grid_add (&self->grid, &(const cairo_rectangle_int_t){ x, top, 1, bottom - top },
                       self->rows);
}
