/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A ribbon is painted as cairo would through a mask of it: on any ground, in any colour, in a
 * group, in an image that is part of a picture, and within any clip. What the ribbon covers is for
 * test-dense.c.
 */

#include "jipyo-coverage.h"

#include <math.h>
#include <string.h>

enum { WIDTH = 120, HEIGHT = 80, N_POINTS = 700 };

typedef struct {
  double red;
  double green;
  double blue;
  double alpha;
} Colour;

static const Colour colours[] = { { 0.2, 0.5, 0.9, 1 }, { 0, 0, 0, 1 }, { 0.9, 0.4, 0.1, 0.3 } };

static JipyoTrace *trace;

static JipyoTrace *
trace_waves (void)
{
  static double values[N_POINTS];

  for (int i = 0; i < N_POINTS; i++)
    values[i] = sin (i / 9.0) * cos (i / 70.0) + (i == 100 ? 3 : 0);
  const JipyoColumnData data = { .step = 1, .values = values, .n = N_POINTS };
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, NULL, NULL);
  const JipyoTraceRequest request = {
    .columns = columns,
    .n = N_POINTS,
    .position = { .kind = JIPYO_SCALE_LINEAR, .low = 0, .high = N_POINTS, .from = 5, .to = 130 },
    .value = { .kind = JIPYO_SCALE_LINEAR, .low = -1, .high = 1, .from = HEIGHT - 3, .to = 3 },
    .first = -5,
    .end = WIDTH + 5,
  };

  return jipyo_trace_new (&request);
}

static void
paint (cairo_t *cr, const Colour *colour, gboolean ground)
{
  const JipyoPixels all = { 0, 0, WIDTH, HEIGHT };
  g_autoptr (JipyoRibbon) ribbon =
               ground ? jipyo_ribbon_new_ground (trace, HEIGHT / 2) : jipyo_ribbon_new (trace, 2);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
  jipyo_coverage_paint (cr, ribbon, &all);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
}

/* Stripes, or the corner of one colour and all else of another. */
static cairo_surface_t *
make_ground (cairo_format_t format, gboolean striped)
{
  cairo_surface_t *image = cairo_image_surface_create (format, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (image);

  for (int x = 0; x < WIDTH; x += 10) {
    cairo_set_source_rgba (cr, 1, striped && x % 20 == 0 ? 0.3 : 1, 0.9, x % 30 == 0 ? 0.7 : 1);
    cairo_rectangle (cr, x, 0, 10, HEIGHT);
    cairo_fill (cr);
  }
  cairo_destroy (cr);
  return image;
}

static cairo_surface_t *
make_mask (gboolean ground)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (mask);

  paint (cr, &colours[1], ground);
  cairo_destroy (cr);
  return mask;
}

static void
paint_mask (cairo_t *cr, const Colour *colour, gboolean ground)
{
  cairo_surface_t *mask = make_mask (ground);

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
  cairo_mask_surface (cr, mask, 0, 0);
  cairo_surface_destroy (mask);
}

/* Each channel to a few of 255, which is what rounding at each step can make. */
static void
assert_alike (cairo_surface_t *one, cairo_surface_t *two)
{
  const int stride = cairo_image_surface_get_stride (one);

  cairo_surface_flush (one);
  cairo_surface_flush (two);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      for (int k = 0; k < 3; k++) {
        const int at = y * stride + x * 4 + k;
        const int a = cairo_image_surface_get_data (one)[at];
        const int b = cairo_image_surface_get_data (two)[at];
        g_assert_cmpint (ABS (a - b), <=, 3);
      }
}

typedef void (*Prepare) (cairo_t *cr);

static void
check (cairo_surface_t *image, const Colour *colour, Prepare prepare, gboolean ground)
{
  cairo_surface_t *other = cairo_surface_create_similar_image (
    image, cairo_image_surface_get_format (image), WIDTH, HEIGHT);
  cairo_t *copy = cairo_create (other), *cr = cairo_create (image);

  cairo_set_source_surface (copy, image, 0, 0);
  cairo_paint (copy);
  if (prepare != NULL) {
    prepare (cr);
    prepare (copy);
  }
  paint (cr, colour, ground);
  paint_mask (copy, colour, ground);
  cairo_destroy (cr);
  cairo_destroy (copy);
  assert_alike (image, other);
  cairo_surface_destroy (other);
}

static void
check_all (Prepare prepare)
{
  static const cairo_format_t formats[] = { CAIRO_FORMAT_RGB24, CAIRO_FORMAT_ARGB32 };

  for (guint i = 0; i < 8 * G_N_ELEMENTS (colours); i++) {
    cairo_surface_t *image = make_ground (formats[i / 2 % 2], i % 2 == 0);
    check (image, &colours[i / 8], prepare, i / 4 % 2 == 0);
    cairo_surface_destroy (image);
  }
}

static void
test_any_ground (void)
{
  check_all (NULL);
}

static void
clip_to_pixels (cairo_t *cr)
{
  cairo_rectangle (cr, 20, 10, 50, 40);
  cairo_clip (cr);
}

static void
clip_between_pixels (cairo_t *cr)
{
  cairo_rectangle (cr, 20.4, 10.3, 50.3, 40.5);
  cairo_clip (cr);
}

static void
clip_to_circle (cairo_t *cr)
{
  cairo_arc (cr, 60, 40, 33, 0, 2 * G_PI);
  cairo_clip (cr);
}

static void
clip_to_two (cairo_t *cr)
{
  cairo_rectangle (cr, 10, 0, 20, HEIGHT);
  cairo_rectangle (cr, 50, 0, 30, HEIGHT);
  cairo_clip (cr);
}

static void
clip_to_nothing (cairo_t *cr)
{
  cairo_rectangle (cr, 0, 0, 0, 0);
  cairo_clip (cr);
}

static void
test_any_clip (void)
{
  check_all (clip_to_pixels);
  check_all (clip_between_pixels);
  check_all (clip_to_circle);
  check_all (clip_to_two);
  check_all (clip_to_nothing);
}

/* As faded series of a legend are. */
static void
test_group (void)
{
  cairo_surface_t *image = make_ground (CAIRO_FORMAT_RGB24, TRUE);
  cairo_surface_t *other = make_ground (CAIRO_FORMAT_RGB24, TRUE);
  cairo_t *cr = cairo_create (image), *plain = cairo_create (other);

  clip_to_pixels (cr);
  clip_to_pixels (plain);
  cairo_push_group (cr);
  paint (cr, &colours[0], FALSE);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
  paint (plain, &colours[0], FALSE);
  cairo_destroy (cr);
  cairo_destroy (plain);
  assert_alike (image, other);
  cairo_surface_destroy (image);
  cairo_surface_destroy (other);
}

/* An image without colours takes what there is of the stroke. */
static void
test_mask (void)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_surface_t *full = make_mask (FALSE);
  cairo_t *cr = cairo_create (mask);

  paint (cr, &colours[0], FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (mask);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++) {
      const guint8 *one = cairo_image_surface_get_data (mask);
      const guint8 *two = cairo_image_surface_get_data (full);
      guint32 pixel;
      memcpy (&pixel, two + y * cairo_image_surface_get_stride (full) + x * 4, sizeof pixel);
      g_assert_cmpint (one[y * cairo_image_surface_get_stride (mask) + x], ==, (int) (pixel >> 24));
    }
  cairo_surface_destroy (mask);
  cairo_surface_destroy (full);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/coverage/any-ground", test_any_ground);
  g_test_add_func ("/chart/coverage/any-clip", test_any_clip);
  g_test_add_func ("/chart/coverage/group", test_group);
  g_test_add_func ("/chart/coverage/mask", test_mask);
  trace = trace_waves ();
  const int result = g_test_run ();
  jipyo_trace_free (trace);
  return result;
}
