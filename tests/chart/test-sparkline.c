/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of any values in any room, and never beside it.
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

enum { field_width = 120, field_height = 60 };

/* What a line leaves in a larger field: where its ink lies, and how far its middle is from the top,
 * in rows. */
typedef struct {
  JipyoRect ink;
  double middle;
} Trace;

static Trace
measure (const JipyoSparkline *line, const JipyoRect *box)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, field_width, field_height);
  cairo_t *cr = cairo_create (surface);
  double left = field_width, right = 0, top = field_height, bottom = 0, sum = 0, weight = 0;

  jipyo_sparkline_draw (cr, line, box);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < field_height; y++)
    for (int x = 0; x < field_width; x++) {
      const unsigned char alpha = cairo_image_surface_get_data (
        surface)[y * cairo_image_surface_get_stride (surface) + x * 4 + 3];
      if (alpha == 0)
        continue;
      left = MIN (left, x);
      right = MAX (right, x + 1);
      top = MIN (top, y);
      bottom = MAX (bottom, y + 1);
      sum += (y + 0.5) * alpha;
      weight += alpha;
    }
  cairo_surface_destroy (surface);
  return (Trace){ { left, top, right - left, bottom - top }, weight > 0 ? sum / weight : NAN };
}

/* Whatever the box, the values, the width of the line and the dot: nothing is drawn beside it. */
static void
test_inside (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);

  for (guint i = 0; i < 2000; i++) {
    double values[12];
    const JipyoRect box = { g_rand_double_range (rand, 4, 30), g_rand_double_range (rand, 4, 20),
                            g_rand_double_range (rand, 0.5, 80),
                            g_rand_double_range (rand, 0.5, 30) };
    const JipyoSparkline line = { .values = values,
                                  .n_values = (gsize) g_rand_int_range (rand, 1, 13),
                                  .colour = 0x0072B2,
                                  .line =
                                    g_rand_boolean (rand) ? 0 : g_rand_double_range (rand, 0.2, 6),
                                  .with_end = g_rand_boolean (rand) };
    for (guint k = 0; k < G_N_ELEMENTS (values); k++)
      values[k] = g_rand_int_range (rand, 0, 5) == 0 ? NAN : g_rand_double_range (rand, -1, 1);
    values[0] = 0;
    const JipyoRect ink = measure (&line, &box).ink;
    g_assert_cmpfloat (ink.x, >=, floor (box.x));
    g_assert_cmpfloat (ink.y, >=, floor (box.y));
    g_assert_cmpfloat (ink.x + ink.width, <=, ceil (box.x + box.width));
    g_assert_cmpfloat (ink.y + ink.height, <=, ceil (box.y + box.height));
  }
}

/* What does not change runs in the middle, one value is a dot there, and what changes fills the
 * box. */
static void
test_places (void)
{
  static const double constant[] = { 7, 7, 7, 7 }, changing[] = { 1, 9, 2, 5 };
  const JipyoRect box = { 10, 10, 80, 24 };
  const JipyoSparkline flat = { .values = constant, .n_values = 4 };
  const JipyoSparkline one = { .values = constant, .n_values = 1 };
  const JipyoSparkline line = { .values = changing, .n_values = 4, .with_end = TRUE };

  g_assert_cmpfloat_with_epsilon (measure (&flat, &box).middle, 22, 0.1);
  g_assert_cmpfloat (measure (&flat, &box).ink.width, >, 76);
  g_assert_cmpfloat_with_epsilon (measure (&one, &box).middle, 22, 0.1);
  g_assert_cmpfloat (measure (&one, &box).ink.width, <, 6);
  g_assert_cmpfloat (measure (&line, &box).ink.width, >, 76);
  g_assert_cmpfloat (measure (&line, &box).ink.height, >=, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/sparkline/any", test_sparkline);
  g_test_add_func ("/chart/sparkline/inside", test_inside);
  g_test_add_func ("/chart/sparkline/places", test_places);
  return g_test_run ();
}
