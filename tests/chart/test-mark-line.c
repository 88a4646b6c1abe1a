/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Points of a line are marked where they are few, and the last one always. A line that crosses
 * another is dashed, however many points it has. Each stretch has the colour of its own end.
 */

#include "jipyo-columns.h"
#include "jipyo-plot-draw.h"
#include "jipyo-plot-scene.h"

#include <math.h>

enum { WIDTH = 1600, HEIGHT = 300 };

/* Rows with ink in the column through a point of a level line of `n` points. */
static guint
count_ink (guint n, guint point)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE);
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  JipyoRect rect;
  guint ink = 0;

  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->value.hidden = TRUE;
  plot->value.has_bounds = TRUE;
  plot->value.high = 2;
  for (guint i = 0; i < n; i++)
    jipyo_plot_series_add (series, i, 1, NULL);
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new (plot, theme, WIDTH, HEIGHT);
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, point, &rect));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  jipyo_plot_draw (cr, plot, layout, theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  const guint32 *pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface) / 4;
  const int x = (int) (rect.x + rect.width / 2);
  for (int y = (int) floor (rect.y); y < (int) ceil (rect.y + rect.height); y++)
    ink += pixels[y * stride + x] != 0;
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_points (void)
{
  const guint line = count_ink (25, 12);

  g_assert_cmpuint (line, >, 0);
  g_assert_cmpuint (count_ink (24, 12), >, line);
  g_assert_cmpuint (count_ink (25, 24), >, line);
  g_assert_cmpuint (count_ink (1, 0), >, line);
}

/* How often a level line of `n` points begins along the picture. */
static guint
count_strokes (guint n, gboolean dashed, gboolean of_columns)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE);
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  double *numbers = g_new (double, 2 * n);
  guint begun = 0;

  series->dashed = dashed;
  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->position.hidden = plot->value.hidden = TRUE;
  plot->value.has_bounds = TRUE;
  plot->value.high = 2;
  for (guint i = 0; i < n; i++) {
    numbers[i] = i;
    numbers[n + i] = 1;
    if (!of_columns)
      jipyo_plot_series_add (series, i, 1, NULL);
  }
  const JipyoColumnData data = { .positions = numbers, .values = numbers + n, .n = n };
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, g_free, numbers);
  if (of_columns)
    jipyo_plot_series_set_columns (series, columns);
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new (plot, theme, WIDTH, HEIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  jipyo_plot_draw (cr, plot, layout, theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  const guint32 *pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  const guint32 *row = pixels
                       + (int) (layout->area.y + layout->area.height / 2)
                           * (cairo_image_surface_get_stride (surface) / 4);
  for (int x = 1; x < WIDTH; x++)
    begun += row[x - 1] >> 24 < 128 && row[x] >> 24 >= 128;
  cairo_surface_destroy (surface);
  return begun;
}

/* As few points as one sees, as many as are shapes, and more than the picture has pixels. */
static void
test_dashed (void)
{
  static const guint counts[] = { 10, 900, 20000 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (int of_columns = 0; of_columns < 2; of_columns++) {
      g_assert_cmpuint (count_strokes (counts[i], FALSE, of_columns), ==, 1);
      g_assert_cmpuint (count_strokes (counts[i], TRUE, of_columns), >, 50);
    }
}

/* How much more of blue than of red a level line has half-way from one point to the next. */
static int
measure_blue (JipyoPlot *plot, guint point)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new (plot, theme, WIDTH, HEIGHT);
  const JipyoPlotShape *from = &g_array_index (layout->shapes, JipyoPlotShape, point);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  jipyo_plot_draw (cr, plot, layout, theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  const guint32 *pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  const int x = (int) (from[0].x + from[1].x) / 2;
  const guint32 pixel = pixels[(int) from->y * (cairo_image_surface_get_stride (surface) / 4) + x];
  g_assert_cmpuint (pixel >> 24, >, 128);
  cairo_surface_destroy (surface);
  return (int) (pixel & 0xff) - (int) (pixel >> 16 & 0xff);
}

/* A last price that is stale is grey, but not all those before it. */
static void
test_colours (void)
{
  enum { N = 40 };
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->position.hidden = plot->value.hidden = TRUE;
  plot->value.has_bounds = TRUE;
  plot->value.high = 2;
  series->colour.role = JIPYO_ROLE_ACCENT;
  for (guint i = 0; i < N; i++)
    jipyo_plot_series_add (series, i, 1, NULL);
  JipyoDatum *last = &g_array_index (series->data, JipyoDatum, N - 1);
  last->has_colour = TRUE;
  last->colour.role = JIPYO_ROLE_MUTED;
  g_assert_cmpint (measure_blue (plot, 1), >, 100);
  g_assert_cmpint (measure_blue (plot, N - 3), >, 100);
  g_assert_cmpint (measure_blue (plot, N - 2), <, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/mark-line/points", test_points);
  g_test_add_func ("/chart/mark-line/dashed", test_dashed);
  g_test_add_func ("/chart/mark-line/colours", test_colours);
  return g_test_run ();
}
