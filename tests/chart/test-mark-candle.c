/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How heavy the lines of candles are: hairlines on screen and paper, more on a slide, where they
 * are looked at from the last row; never so heavy that the wick hides the body. How wide one is
 * that has no other beside it. What is written of the last one.
 */

#include "jipyo-plot-draw.h"
#include "jipyo-plot-scene.h"

enum { WIDTH = 1920, HEIGHT = 1080 };

static JipyoPlot *
make_plot (guint n)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_CANDLE);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->position.hidden = plot->value.hidden = TRUE;
  for (guint i = 0; i < n; i++) {
    JipyoDatum *datum = jipyo_plot_series_add (series, i, 14, NULL);
    datum->start = 12;
    datum->low = 8;
    datum->high = 18;
  }
  return plot;
}

/* Pixels of ink around the middle of a candle's wick, half-way down to its low. */
static guint
measure_wick (JipyoThemeId id, guint n, double *body)
{
  g_autoptr (JipyoPlot) plot = make_plot (n);
  const JipyoTheme *theme = jipyo_theme_get (id);
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new (plot, theme, WIDTH, HEIGHT);
  const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, n / 2);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  guint ink = 0;

  jipyo_plot_draw (cr, plot, layout, theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  const double y = (shape->rect.y + shape->rect.height + shape->low) / 2;
  const guint32 *row = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface)
                       + (int) y * (cairo_image_surface_get_stride (surface) / 4);
  *body = shape->rect.width;
  for (int x = (int) (shape->x - *body / 2); x < (int) (shape->x + *body / 2); x++)
    ink += row[x] >> 24 >= 192;
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_weight (void)
{
  static const guint counts[] = { 20, 60, 150, 400, 1200 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (int id = 0; id < JIPYO_N_THEMES; id++) {
      double body = 0;
      const guint wick = measure_wick ((JipyoThemeId) id, counts[i], &body);
      g_assert_cmpuint (wick, >=, 1);
      g_assert_true (wick * 3 <= body || wick <= 2);
      if (id == JIPYO_THEME_PROJECTOR && body >= 9)
        g_assert_cmpuint (wick, >=, 3);
    }
}

/* A single candle is as wide as the time that it stands for. */
static void
test_single (void)
{
  g_autoptr (JipyoPlot) plot = make_plot (1);
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  double widths[2];

  plot->position.has_bounds = TRUE;
  plot->position.low = -50;
  plot->position.high = 50;
  for (int known = 0; known < 2; known++) {
    plot->position.stretch_s = known;
    g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new (plot, theme, 640, 400);
    widths[known] = g_array_index (layout->shapes, JipyoPlotShape, 0).rect.width;
  }
  g_assert_cmpfloat (widths[0], >, 12);
  g_assert_cmpfloat (widths[1], <=, 6);
  g_assert_cmpfloat (widths[1], >=, 3);
}

/* How heavy the figure of the last of `n` data is among the names, and its colour. */
static PangoWeight
weigh_end (JipyoPlot *plot, gboolean faded, guint32 *colour)
{
  JipyoPlotSeries *series = g_ptr_array_index (plot->series, 0);
  JipyoDatum *last = &g_array_index (series->data, JipyoDatum, series->data->len - 1);

  last->faded = faded;
  g_free (last->text);
  last->text = g_strdup ("14 (stale)");
  g_autoptr (JipyoPlotLayout) layout =
               jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), 640, 400);
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    if (!g_str_has_suffix (pango_layout_get_text (text->layout), last->text))
      continue;
    *colour = text->colour;
    return pango_font_description_get_weight (pango_layout_get_font_description (text->layout));
  }
  g_assert_not_reached ();
}

/* A price of now is bold beside the names of averages; one that is stale is not, be it drawn as
 * candles or as a line that has a name of its own. */
static void
test_end (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  guint32 colour = 0;

  for (int line = 0; line < 2; line++) {
    g_autoptr (JipyoPlot) plot = make_plot (20);
    JipyoPlotSeries *price = g_ptr_array_index (plot->series, 0);
    JipyoPlotSeries *average = jipyo_plot_add_series (plot, "b", "Average", JIPYO_MARK_LINE);
    for (guint i = 0; i < 20; i++)
      jipyo_plot_series_add (average, i, 13, NULL);
    if (line) {
      price->mark = JIPYO_MARK_LINE;
      price->colour.role = JIPYO_ROLE_ACCENT;
      price->name = g_strdup ("Price");
    }
    g_assert_cmpint (weigh_end (plot, FALSE, &colour), >=, PANGO_WEIGHT_BOLD);
    g_assert_cmphex (colour, ==,
                     line ? jipyo_theme_get_text_colour (theme, price->colour) : theme->text);
    g_assert_cmpint (weigh_end (plot, TRUE, &colour), <=, PANGO_WEIGHT_NORMAL);
    g_assert_cmphex (colour, ==,
                     line ? jipyo_theme_get_text_colour (theme, price->colour) : theme->muted);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/mark-candle/weight", test_weight);
  g_test_add_func ("/chart/mark-candle/single", test_single);
  g_test_add_func ("/chart/mark-candle/end", test_end);
  return g_test_run ();
}
