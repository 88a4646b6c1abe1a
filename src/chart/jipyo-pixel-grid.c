/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The matrix of cairo, and what the surface adds to it: its scale, and how far a part of a picture
 * is shifted.
 */

#include "jipyo-pixel-grid.h"

#include <math.h>

gboolean
jipyo_pixel_grid_find (cairo_t *cr, JipyoPixelGrid *grid)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t device, matrix;
  double sx, sy, dx, dy;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;
  cairo_surface_get_device_scale (target, &sx, &sy);
  cairo_surface_get_device_offset (target, &dx, &dy);
  cairo_matrix_init (&device, sx, 0, 0, sy, dx, dy);
  cairo_get_matrix (cr, &matrix);
  cairo_matrix_multiply (&matrix, &matrix, &device);
  *grid = (JipyoPixelGrid){ matrix.xx, matrix.x0, matrix.y0 };
  return matrix.xy == 0 && matrix.yx == 0 && matrix.xx > 0
         && fabs (matrix.yy - matrix.xx) < 1e-9 * matrix.xx;
}

/* One direction: the wider the shape the less it matters where its far end comes to lie, so its
 * length is rounded, and then its place. */
static void
snap (double scale, double shift, double *place, double *length)
{
  const double n = MAX (1, round (*length * scale));
  const double middle = (*place + *length / 2) * scale + shift;

  *place = (floor (middle - n / 2 + 0.5) - shift) / scale;
  *length = n / scale;
}

JipyoRect
jipyo_pixel_grid_snap (const JipyoPixelGrid *self, const JipyoRect *rect)
{
  JipyoRect snapped = *rect;

  snap (self->scale, self->x, &snapped.x, &snapped.width);
  snap (self->scale, self->y, &snapped.y, &snapped.height);
  return snapped;
}

void
jipyo_pixel_grid_enter (const JipyoPixelGrid *self, cairo_t *cr)
{
  cairo_matrix_t matrix, inverse = { self->scale, 0, 0, self->scale, self->x, self->y };

  cairo_get_matrix (cr, &matrix);
  cairo_matrix_invert (&inverse);
  cairo_matrix_multiply (&matrix, &inverse, &matrix);
  cairo_set_matrix (cr, &matrix);
}
