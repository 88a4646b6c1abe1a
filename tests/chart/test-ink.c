/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No plot draws where it did not say so; what is dense says hardly more.
 */

#include "jipyo-ink.h"
#include "jipyo-plot-draw.h"
#include "jipyo-sample.h"

#include <math.h>

/* Drawn on with ink begun. (transfer full) */
static cairo_surface_t *
draw (const JipyoPlot *plot, const JipyoPlotFrame *frame, double scale)
{
  cairo_surface_t *image = cairo_image_surface_create (
    CAIRO_FORMAT_ARGB32, (int) ceil (frame->width * scale), (int) ceil (frame->height * scale));
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, frame);

  cairo_surface_set_device_scale (image, scale, scale);
  jipyo_ink_begin (image);
  cairo_t *cr = cairo_create (image);
  jipyo_plot_draw (cr, plot, layout, frame->theme);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

/* How many cells may hold ink, of which `n_inked` do; no others do. */
static guint
count_told (cairo_surface_t *image, guint *n_inked)
{
  const JipyoCellGrid grid = jipyo_cell_grid_new (cairo_image_surface_get_width (image),
                                                  cairo_image_surface_get_height (image));
  const JipyoCellComparison all = { .grid = &grid, .now = image };
  const JipyoCellRow *told = jipyo_ink_get_rows (image);
  guint n_told = 0;

  *n_inked = 0;
  for (int row = 0; row < grid.n_rows; row++) {
    JipyoCellRow ink = 0;
    jipyo_cell_grid_compare_row (&all, row, &ink);
    g_assert_cmphex (ink & ~told[row], ==, 0);
    *n_inked += (guint) __builtin_popcountll (ink);
    n_told += (guint) __builtin_popcountll (told[row]);
  }
  return n_told;
}

static void
test_samples (void)
{
  static const double sizes[][3] = { { 900, 600, 1 }, { 360, 240, 1.5 }, { 640, 400, 2 } };
  const JipyoSample *sample;
  guint n_inked;

  for (guint i = 0; (sample = jipyo_sample_get (i)) != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (sizes); k++) {
      g_autoptr (JipyoPlot) plot =
                   jipyo_sample_make (sample, k == 1 ? JIPYO_LANG_KO : JIPYO_LANG_EN);
      JipyoPlotState state = jipyo_plot_state_new ();
      state.focus = 0;
      const JipyoPlotFrame frame = {
        .theme = jipyo_theme_get (k == 2 ? JIPYO_THEME_DARK : JIPYO_THEME_LIGHT),
        .width = sizes[k][0],
        .height = sizes[k][1],
        .bare = k == 0,
        .type = jipyo_type_scale_from_label (13),
        .state = k == 1 ? &state : NULL,
      };
      cairo_surface_t *image = draw (plot, &frame, sizes[k][2]);
      g_test_message ("%s", sample->name);
      count_told (image, &n_inked);
      cairo_surface_destroy (image);
    }
}

static JipyoPlot *
make_dense (JipyoMark mark)
{
  static const guint n = 200000;
  double *values = g_new (double, n);
  const JipyoColumnData data = { .start = 0, .step = 60, .values = values, .n = n };
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);

  for (guint i = 0; i < n; i++)
    values[i] = sin (i * 5e-5) + 0.02 * sin (i * 0.7);
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, g_free, values);
  plot->position.kind = JIPYO_SCALE_TIME;
  jipyo_plot_series_set_columns (jipyo_plot_add_series (plot, "a", "Alpha", mark), columns);
  return plot;
}

/* A dense line is told by its columns. */
static void
test_dense (void)
{
  static const JipyoMark marks[] = { JIPYO_MARK_LINE, JIPYO_MARK_STEP, JIPYO_MARK_AREA };
  guint n_inked;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    g_autoptr (JipyoPlot) plot = make_dense (marks[i]);
    const JipyoPlotFrame frame = {
      .theme = jipyo_theme_get (JIPYO_THEME_LIGHT),
      .width = 960,
      .height = 540,
      .bare = TRUE,
      .type = jipyo_type_scale_from_label (13),
    };
    for (double scale = 1; scale <= 2; scale += 0.5) {
      cairo_surface_t *image = draw (plot, &frame, scale);
      const guint n_told = count_told (image, &n_inked);
      g_assert_cmpuint (n_inked, >, 100);
      g_assert_cmpuint (n_told, <, n_inked * 3 / 2);
      cairo_surface_destroy (image);
    }
    char text[] = "a while";
    const JipyoAnnotation span = {
      JIPYO_ANNOTATION_SPAN, JIPYO_ANNOTATION_ON_POSITION, 1e5, 3e6, FALSE, text, NULL
    };
    jipyo_plot_add_annotation (plot, &span);
    cairo_surface_t *spanned = draw (plot, &frame, 1);
    count_told (spanned, &n_inked);
    cairo_surface_destroy (spanned);
    plot->horizontal = TRUE;
    cairo_surface_t *image = draw (plot, &frame, 1);
    count_told (image, &n_inked);
    cairo_surface_destroy (image);
  }
}

static void
test_begin (void)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 100);
  cairo_t *cr = cairo_create (image);
  const JipyoRect rect = { 33, 9, 1, 1 };

  g_assert_null (jipyo_ink_get_rows (image));
  g_assert_null (jipyo_ink_find (cr));
  jipyo_ink_add (cr, &rect);
  jipyo_ink_begin (image);
  g_assert_nonnull (jipyo_ink_find (cr));
  jipyo_ink_add (cr, &rect);
  g_assert_cmphex (jipyo_ink_get_rows (image)[0], ==, 0);
  g_assert_cmphex (jipyo_ink_get_rows (image)[1], ==, 2);
  g_assert_cmphex (jipyo_ink_get_rows (image)[2], ==, 0);
  jipyo_ink_begin (image);
  g_assert_cmphex (jipyo_ink_get_rows (image)[1], ==, 0);
  cairo_push_group (cr);
  jipyo_ink_add (cr, &rect);
  cairo_pop_group_to_source (cr);
  g_assert_cmphex (jipyo_ink_get_rows (image)[12], ==, 0xF);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/ink/samples", test_samples);
  g_test_add_func ("/chart/ink/dense", test_dense);
  g_test_add_func ("/chart/ink/begin", test_begin);
  return g_test_run ();
}
