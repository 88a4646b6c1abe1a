/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns are looked at like any data: a part of the axis, time held back, series switched off or
 * faded, points walked along, told in a card and read out, at no cost that grows with them.
 */

#include "jipyo-plot-card.h"
#include "jipyo-plot-draw.h"
#include "jipyo-plot-find.h"
#include "jipyo-plot-overview.h"
#include "jipyo-plot-reading.h"
#include "jipyo-plot-scene.h"
#include "jipyo-plot-walk.h"

#include <math.h>

enum { N = 100000, WIDTH = 400, HEIGHT = 240 };

static JipyoPlotSeries *
add_line (JipyoPlot *plot, const char *name, double factor, double step)
{
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, JIPYO_MARK_LINE);
  double *values = g_new (double, N);

  for (guint i = 0; i < N; i++)
    values[i] = i >= 500 && i < 520 ? NAN : i * factor;
  const JipyoColumnData data = { .start = 0, .step = step, .values = values, .n = N };
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, g_free, values);
  jipyo_plot_series_set_columns (series, columns);
  return series;
}

/* One rises to 100,000, the other, with points half as far apart, falls to -200,000. */
static JipyoPlot *
make_plot (void)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  add_line (plot, "up", 1, 1);
  add_line (plot, "down", -2, 0.5);
  return plot;
}

static JipyoPlotLayout *
lay_out (const JipyoPlot *plot, const JipyoPlotState *state)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  const JipyoPlotFrame frame = {
    .theme = theme,
    .width = WIDTH,
    .height = HEIGHT,
    .type = jipyo_theme_measure (theme, WIDTH, HEIGHT),
    .state = state,
  };

  return jipyo_plot_layout_new_framed (plot, &frame);
}

static cairo_surface_t *
paint (const JipyoPlot *plot, const JipyoPlotLayout *layout)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (image);

  jipyo_plot_draw (cr, plot, layout, layout->frame.theme);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

/* Whether a point of a series has its colour, more or less, where the layout says it is. */
static gboolean
is_painted (cairo_surface_t *image, const JipyoPlotLayout *layout, const double pair[2])
{
  const JipyoDense *dense = &g_array_index (layout->dense, JipyoDense, 0);
  double at[2];

  g_assert_true (jipyo_plot_scene_map (layout, pair, at));
  const guchar *row =
    cairo_image_surface_get_data (image) + (int) at[1] * cairo_image_surface_get_stride (image);
  const guint32 pixel = ((const guint32 *) (const void *) row)[(int) at[0]];
  int apart = 0;
  for (guint shift = 0; shift <= 16; shift += 8)
    apart =
      MAX (apart, ABS ((int) (pixel >> shift & 0xFF) - (int) (dense->colour >> shift & 0xFF)));
  return apart < 90;
}

static void
test_window (void)
{
  g_autoptr (JipyoPlot) plot = make_plot ();
  JipyoPlotState state = jipyo_plot_state_new ();

  state.has_window = TRUE;
  state.low = 20000;
  state.high = 30000;
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, &state);
  g_assert_cmpuint (layout->dense->len, ==, 2);
  g_assert_cmpfloat (layout->position.low, ==, 20000);
  g_assert_cmpfloat (layout->position.high, ==, 30000);
  g_assert_cmpfloat (layout->whole.low, <=, 0);
  g_assert_cmpfloat (layout->whole.high, >=, N - 1);
  /* 30,000 up, 4 * 30,000 down, and a little air. */
  g_assert_cmpfloat (layout->value.high, >=, 30000);
  g_assert_cmpfloat (layout->value.high, <, 42000);
  g_assert_cmpfloat (layout->value.low, <=, -120000);
  g_assert_cmpfloat (layout->value.low, >, -132000);
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 25000, NULL));
  g_assert_false (jipyo_plot_layout_get_datum_rect (layout, 0, 35000, NULL));
}

static void
test_hidden (void)
{
  g_autoptr (JipyoPlot) plot = make_plot ();
  JipyoPlotState state = jipyo_plot_state_new ();

  state.hidden = 2;
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, &state);
  g_assert_cmpuint (layout->dense->len, ==, 1);
  g_assert_cmpfloat (layout->value.low, >, -20000);
  g_assert_false (jipyo_plot_layout_get_datum_rect (layout, 1, 100, NULL));
}

static void
test_focus (void)
{
  g_autoptr (JipyoPlot) plot = make_plot ();
  JipyoPlotState state = jipyo_plot_state_new ();
  g_autoptr (JipyoPlotLayout) all = lay_out (plot, &state);

  state.focus = 0;
  g_autoptr (JipyoPlotLayout) one = lay_out (plot, &state);
  for (guint i = 0; i < 2; i++) {
    const guint32 before = g_array_index (all->dense, JipyoDense, i).colour;
    const guint32 after = g_array_index (one->dense, JipyoDense, i).colour;
    g_assert_true ((before == after) == (i == 0));
  }
}

static void
test_until (void)
{
  g_autoptr (JipyoPlot) plot = make_plot ();
  JipyoPlotState state = jipyo_plot_state_new ();

  state.until = 40000;
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, &state);
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 40000, NULL));
  g_assert_false (jipyo_plot_layout_get_datum_rect (layout, 0, 40001, NULL));
  cairo_surface_t *image = paint (plot, layout);
  g_assert_true (is_painted (image, layout, (const double[]){ 20000, 20000 }));
  g_assert_false (is_painted (image, layout, (const double[]){ 60000, 60000 }));
  cairo_surface_destroy (image);
}

static void
test_step (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_KO);
  double values[] = { 1, 3, 2 };
  const JipyoColumnData data = { .start = 0, .step = 10, .values = values, .n = 3 };

  plot->position.kind = JIPYO_SCALE_LINEAR;
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, NULL, NULL);

  jipyo_plot_series_set_columns (jipyo_plot_add_series (plot, "s", NULL, JIPYO_MARK_STEP), columns);
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, NULL);
  cairo_surface_t *image = paint (plot, layout);
  g_assert_true (is_painted (image, layout, (const double[]){ 5, 1 }));
  g_assert_true (is_painted (image, layout, (const double[]){ 10, 2 }));
  g_assert_true (is_painted (image, layout, (const double[]){ 15, 3 }));
  g_assert_false (is_painted (image, layout, (const double[]){ 5, 1.77 }));
  cairo_surface_destroy (image);
}

static void
test_walk (void)
{
  g_autoptr (JipyoPlot) plot = make_plot ();
  JipyoPlotState state = jipyo_plot_state_new ();
  JipyoPlotPointer at = { 0 };

  g_assert_true (jipyo_plot_walk_along (plot, &state, &at, 1));
  g_assert_cmpuint (at.datum, ==, 0);
  g_assert_true (jipyo_plot_walk_along (plot, &state, &at, 499));
  g_assert_true (jipyo_plot_walk_along (plot, &state, &at, 1));
  g_assert_cmpuint (at.datum, ==, 520);
  g_assert_true (jipyo_plot_walk_along (plot, &state, &at, -1));
  g_assert_cmpuint (at.datum, ==, 499);
  g_assert_true (jipyo_plot_walk_along (plot, &state, &at, G_MAXINT));
  g_assert_cmpuint (at.datum, ==, N - 1);
  g_assert_false (jipyo_plot_walk_along (plot, &state, &at, 1));
  g_assert_cmpuint (at.datum, ==, N - 1);
  state.until = 1000;
  g_assert_true (jipyo_plot_walk_along (plot, &state, &at, -N));
  g_assert_true (jipyo_plot_walk_along (plot, &state, &at, G_MAXINT));
  g_assert_cmpuint (at.datum, ==, 1000);
  g_assert_true (jipyo_plot_walk_across (plot, &state, &at, 1));
  g_assert_cmpuint (at.series, ==, 1);
  g_assert_cmpuint (at.datum, ==, 2000);
}

static void
test_walk_in_time (void)
{
  g_autoptr (JipyoPlot) plot = make_plot ();
  JipyoPlotState state = jipyo_plot_state_new ();

  guint n_steps = 1;

  g_assert_true (jipyo_plot_walk_in_time (plot, &state, 1));
  g_assert_cmpfloat (state.until, ==, 0);
  for (double before = -1; jipyo_plot_walk_in_time (plot, &state, 1); n_steps++) {
    g_assert_true (isnan (state.until) || state.until > before);
    before = state.until;
  }
  /* In steps that a person can sit through, to the end. */
  g_assert_cmpuint (n_steps, >, 100);
  g_assert_cmpuint (n_steps, <=, 1001);
  g_assert_true (isnan (state.until) || state.until >= N - 1);
}

static void
test_card (void)
{
  g_autoptr (JipyoPlot) plot = make_plot ();
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, NULL);
  g_autoptr (JipyoTypesetter) typesetter =
               jipyo_typesetter_new (layout->frame.theme, JIPYO_LANG_EN);
  const JipyoPlotPointer at = { .has_datum = TRUE, .datum = 30000 };
  g_autoptr (JipyoPlotCard) card = jipyo_plot_card_new (plot, layout, &at, typesetter);

  g_assert_nonnull (card);
  g_autofree char *text = jipyo_plot_card_format_text (card);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "up"));
  g_assert_nonnull (strstr (text, "30,000"));
  g_assert_nonnull (strstr (text, "down"));
  g_assert_nonnull (strstr (text, "120,000"));
}

/* All of it in two hundred stretches, with what is least and greatest in each. */
static void
test_reading (void)
{
  g_autoptr (JipyoPlot) plot = make_plot ();
  g_autoptr (GArray) readings = jipyo_plot_reading_list (plot, NULL, 200);
  guint next = 0;

  g_assert_cmpuint (readings->len, ==, 200);
  for (guint i = 0; i < readings->len / 2; i++) {
    const JipyoReading *reading = &g_array_index (readings, JipyoReading, i);
    g_assert_cmpuint (reading->first, ==, next);
    next = reading->last + 1;
  }
  g_assert_cmpuint (next, ==, N);
  const JipyoReading *first = &g_array_index (readings, JipyoReading, 0);
  const JipyoReading *second = &g_array_index (readings, JipyoReading, 1);
  g_test_message ("%s", first->text);
  g_assert_nonnull (strstr (first->text, "980 figures, 20 not known"));
  g_assert_nonnull (strstr (second->text, "lowest 1,000, highest 1,999"));
}

/* Far from both lines, the nearer of the two has a point where the pointer is. */
static void
test_beside (void)
{
  g_autoptr (JipyoPlot) plot = make_plot ();
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, NULL);
  const JipyoRect *area = &layout->area;

  for (double position = 4000; position < 44000; position += 3700) {
    const double x = jipyo_scale_map (&layout->position, position);
    for (guint i = 0; i < 2; i++) {
      const double point[2] = { x, i == 0 ? area->y + 1 : area->y + area->height - 1 };
      guint series, datum;
      g_assert_true (jipyo_plot_layout_find_nearest (layout, point, &series, &datum));
      g_assert_cmpuint (series, ==, i);
      const JipyoColumns *columns = jipyo_plot_scene_get_series (plot, i)->columns;
      const double found = jipyo_columns_get_position (columns, datum);
      g_assert_cmpfloat (fabs (jipyo_scale_map (&layout->position, found) - x), <=, 1);
    }
  }
}

/* Beyond half a pixel the way along counts alone, over a gap as well. */
static void
test_beside_gap (void)
{
  g_autoptr (JipyoPlot) plot = make_plot ();
  JipyoPlotState state = jipyo_plot_state_new ();

  state.hidden = 2;
  state.has_window = TRUE;
  state.low = 260;
  state.high = 760;
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, &state);
  g_assert_cmpuint (layout->dense->len, ==, 1);
  for (guint i = 0; i < 2; i++) {
    const double point[2] = { jipyo_scale_map (&layout->position, i == 0 ? 505 : 515),
                              layout->area.y + 1 };
    guint series, datum;
    g_assert_true (jipyo_plot_layout_find_nearest (layout, point, &series, &datum));
    g_assert_cmpuint (datum, ==, i == 0 ? 499 : 520);
  }
}

/* The strip of the whole shows the same columns. */
static void
test_overview (void)
{
  g_autoptr (JipyoPlot) plot = make_plot ();
  JipyoPlotState state = jipyo_plot_state_new ();

  g_assert_true (jipyo_plot_is_long (plot));
  state.hidden = 1;
  g_autoptr (JipyoPlot) overview = jipyo_plot_copy_overview (plot, &state);
  g_assert_cmpuint (overview->series->len, ==, 1);
  g_assert_true (jipyo_plot_scene_get_series (overview, 0)->columns
                 == jipyo_plot_scene_get_series (plot, 1)->columns);
  g_autoptr (JipyoPlotLayout) layout = lay_out (overview, NULL);
  cairo_surface_t *image = paint (overview, layout);
  g_assert_true (is_painted (image, layout, (const double[]){ 25000, -100000 }));
  cairo_surface_destroy (image);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/dense-looking/window", test_window);
  g_test_add_func ("/chart/dense-looking/hidden", test_hidden);
  g_test_add_func ("/chart/dense-looking/focus", test_focus);
  g_test_add_func ("/chart/dense-looking/until", test_until);
  g_test_add_func ("/chart/dense-looking/step", test_step);
  g_test_add_func ("/chart/dense-looking/walk", test_walk);
  g_test_add_func ("/chart/dense-looking/walk-in-time", test_walk_in_time);
  g_test_add_func ("/chart/dense-looking/card", test_card);
  g_test_add_func ("/chart/dense-looking/reading", test_reading);
  g_test_add_func ("/chart/dense-looking/beside", test_beside);
  g_test_add_func ("/chart/dense-looking/beside-gap", test_beside_gap);
  g_test_add_func ("/chart/dense-looking/overview", test_overview);
  return g_test_run ();
}
