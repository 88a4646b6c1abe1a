/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of any values in any room.
 */

#include "jipyo-sparkline.h"

#include <math.h>

static gboolean
is_blank (cairo_surface_t *surface)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  const int size =
    cairo_image_surface_get_stride (surface) * cairo_image_surface_get_height (surface);

  for (int i = 0; i < size; i++)
    if (data[i] != 0)
      return FALSE;
  return TRUE;
}

static void
test_sparkline (void)
{
  static const double lists[][5] = {
    { 1, 2, 3, 2, 5 },
    { 1, 1, 1, 1, 1 },
    { NAN, NAN, NAN, NAN, NAN },
    { 1, NAN, 3, INFINITY, 2 },
    { 1e308, -1e308, 0, 1e300, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint n = 0; n <= 5; n++) {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 60, 16);
      cairo_t *cr = cairo_create (surface);
      const JipyoSparkline line = {
        .values = lists[i], .n_values = n, .colour = 0x0072B2, .with_end = i % 2 == 0
      };
      jipyo_sparkline_draw (cr, &line, &(JipyoRect){ 0, 0, 60, 16 });
      jipyo_sparkline_draw (cr, &line, &(JipyoRect){ 0, 0, 0, 16 });
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      g_assert_true (is_blank (surface) == (n == 0 || i == 2));
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/sparkline/any", test_sparkline);
  return g_test_run ();
}
