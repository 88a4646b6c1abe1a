/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is snapped begins and ends with a pixel, at every scale and in every tile, and the lines of
 * a picture are.
 */

#include "jipyo-pixel-grid.h"
#include "jipyo-plot-draw.h"
#include "jipyo-plot-scene.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

enum { WIDTH = 400, HEIGHT = 300 };

static const double scales[] = { 1, 1.25, 1.5, 2, 3 };

static void
assert_whole (double pixels)
{
  g_assert_cmpfloat_with_epsilon (pixels, round (pixels), 1e-9);
}

static void
test_numbers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint turn = 0; turn < 1000; turn++) {
    const JipyoPixelGrid grid = { scales[turn % G_N_ELEMENTS (scales)],
                                  g_rand_double_range (rand, -100, 100), -7 };
    const JipyoRect rect = { g_rand_double_range (rand, -50, 50), turn / 10.0,
                             g_rand_double_range (rand, 0, 30), 0.2 };
    const JipyoRect snapped = jipyo_pixel_grid_snap (&grid, &rect);
    assert_whole (snapped.x * grid.scale + grid.x);
    assert_whole (snapped.y * grid.scale + grid.y);
    assert_whole (snapped.width * grid.scale);
    g_assert_cmpfloat_with_epsilon (snapped.height * grid.scale, 1, 1e-9);
    g_assert_cmpfloat (fabs (snapped.x + snapped.width / 2 - rect.x - rect.width / 2) * grid.scale,
                       <=, 0.5 + 1e-9);
    if (rect.width * grid.scale >= 1)
      g_assert_cmpfloat (fabs (snapped.width - rect.width) * grid.scale, <=, 0.5 + 1e-9);
  }
}

/* On paper, and in a turned picture, a place between pixels is as good as any. */
static void
test_no_pixels (void)
{
  JipyoPixelGrid grid;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 10, 10);
  cairo_surface_t *paper = cairo_pdf_surface_create_for_stream (NULL, NULL, 10, 10);
  cairo_t *cr = cairo_create (image);

  cairo_surface_set_device_scale (image, 2, 2);
  cairo_surface_set_device_offset (image, -3, 4);
  cairo_scale (cr, 1.5, 1.5);
  g_assert_true (jipyo_pixel_grid_find (cr, &grid));
  g_assert_cmpfloat (grid.scale, ==, 3);
  g_assert_cmpfloat (grid.x, ==, -3);
  g_assert_cmpfloat (grid.y, ==, 4);
  cairo_scale (cr, 1, 1.1);
  g_assert_false (jipyo_pixel_grid_find (cr, &grid));
  cairo_identity_matrix (cr);
  cairo_rotate (cr, 1);
  g_assert_false (jipyo_pixel_grid_find (cr, &grid));
  cairo_destroy (cr);
  cr = cairo_create (paper);
  g_assert_false (jipyo_pixel_grid_find (cr, &grid));
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  cairo_surface_destroy (paper);
}

static guint32
get_pixel (cairo_surface_t *image, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (image);
  guint32 pixel;

  memcpy (&pixel, data + y * cairo_image_surface_get_stride (image) + x * 4, sizeof pixel);
  return pixel & 0xFFFFFF;
}

/* Pixels of a line, across it, each of its whole colour. The axis lies upon a line of the grid. */
static int
count_across (cairo_surface_t *image, const JipyoGuide *guide, double scale)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  const gboolean level = guide->y1 == guide->y2;
  /* Not where another line crosses. */
  const int x = (int) ((guide->x1 * 0.57 + guide->x2 * 0.43) * scale);
  const int y = (int) ((guide->y1 * 0.57 + guide->y2 * 0.43) * scale);
  int n = 0;

  for (int i = -5; i <= 5; i++) {
    const guint32 pixel = level ? get_pixel (image, x, y + i) : get_pixel (image, x + i, y);
    g_assert_true (pixel == theme->hairline || pixel == theme->axis || pixel == 0xFFFFFF);
    n += pixel == 0xFFFFFF ? 0 : 1;
  }
  return n;
}

static void
check_lines (const JipyoPlot *plot, const JipyoPlotLayout *layout, double scale)
{
  const JipyoTheme *theme = layout->frame.theme;
  cairo_surface_t *image = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) ceil (WIDTH * scale), (int) ceil (HEIGHT * scale));
  cairo_t *cr = cairo_create (image);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  jipyo_plot_draw (cr, plot, layout, theme);
  cairo_destroy (cr);
  for (guint i = 0; i < layout->guides->len; i++) {
    const JipyoGuide *guide = &g_array_index (layout->guides, JipyoGuide, i);
    g_assert_cmpint (count_across (image, guide, scale), ==, (int) round (guide->width * scale));
  }
  cairo_surface_destroy (image);
}

/* Little but axes: points at two corners. */
static void
test_lines_of_picture (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT);
  jipyo_plot_series_add (series, 0, 0, "");
  jipyo_plot_series_add (series, 10, 97, "");
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new (plot, theme, WIDTH, HEIGHT);

  g_assert_cmpuint (layout->guides->len, >, 3);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    check_lines (plot, layout, scales[i]);
}

/* Columns of ink in the middle of rows without a mark: every line of the grid, that at the end of
 * the axis and of the picture too. */
static void
test_edge (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);
  const JipyoPlotFrame frame = { .theme = theme,
                                 .width = WIDTH,
                                 .height = HEIGHT,
                                 .type = jipyo_type_scale_from_label (13),
                                 .bare = TRUE };
  guint32 least = G_MAXUINT32;

  plot->horizontal = plot->value.has_bounds = TRUE;
  plot->value.high = 100;
  jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "A", NULL), 5, NULL);
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &frame);
  g_assert_cmpfloat_with_epsilon (layout->area.x + layout->area.width, WIDTH, 1e-6);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (image);
  jipyo_plot_draw (cr, plot, layout, theme);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  const guint32 *row = (const guint32 *) (gpointer) cairo_image_surface_get_data (image)
                       + 4 * (cairo_image_surface_get_stride (image) / 4);
  for (int x = (int) layout->area.x + WIDTH / 10; x < WIDTH; x++)
    if (row[x] != 0)
      least = MIN (least, row[x] >> 24);
  g_assert_cmpuint (least, ==, 255);
  g_assert_cmpuint (row[WIDTH - 1] >> 24, ==, 255);
  cairo_surface_destroy (image);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/pixel-grid/numbers", test_numbers);
  g_test_add_func ("/chart/pixel-grid/no-pixels", test_no_pixels);
  g_test_add_func ("/chart/pixel-grid/lines-of-picture", test_lines_of_picture);
  g_test_add_func ("/chart/pixel-grid/edge", test_edge);
  return g_test_run ();
}
