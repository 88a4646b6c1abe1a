/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compare-pictures.h"

#include <stdlib.h>
#include <string.h>

enum { CHANNEL_MOST = 2, PIXELS_PER_DIFFERENT = 1000 };

static gboolean
have_same_size (cairo_surface_t *a, cairo_surface_t *b)
{
  return cairo_image_surface_get_width (a) == cairo_image_surface_get_width (b)
         && cairo_image_surface_get_height (a) == cairo_image_surface_get_height (b);
}

gboolean
pictures_are_equal (cairo_surface_t *a, cairo_surface_t *b)
{
  const gsize size =
    (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);

  return have_same_size (a, b)
         && memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0;
}

static guint32 *
get_row (cairo_surface_t *surface, int y)
{
  return (guint32 *) (void *) (cairo_image_surface_get_data (surface)
                               + y * cairo_image_surface_get_stride (surface));
}

/* The largest difference of a channel. */
static int
compare_pixels (guint32 a, guint32 b)
{
  int most = 0;

  for (int shift = 0; shift < 32; shift += 8) {
    const int one = (int) (a >> shift & 0xff), two = (int) (b >> shift & 0xff);

    most = MAX (most, abs (one - two));
  }
  return most;
}

gboolean
pictures_are_alike (cairo_surface_t *a, cairo_surface_t *b, cairo_surface_t *marked)
{
  const int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  int n_different = 0;

  if (!have_same_size (a, b))
    return FALSE;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++) {
      const gboolean differs = compare_pixels (get_row (a, y)[x], get_row (b, y)[x]) > CHANNEL_MOST;

      n_different += differs ? 1 : 0;
      if (marked != NULL)
        get_row (marked, y)[x] = differs ? 0xffffff : 0;
    }
  if (marked != NULL)
    cairo_surface_mark_dirty (marked);
  return n_different <= width * height / PIXELS_PER_DIFFERENT;
}
