/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking closer changes what is in the picture and nothing of the data.
 */

#include "jipyo-plot-choice.h"
#include "jipyo-plot-find.h"
#include "jipyo-plot-overview.h"
#include "jipyo-plot-scene.h"
#include "lines-fixture.h"

#include <math.h>

static const double tolerance = 1e-9;

static void
assert_window (const JipyoPlotState *state, const JipyoScale *whole, double from, double to)
{
  const JipyoPlotWindow window = jipyo_plot_state_get_window (state, whole);

  g_assert_cmpfloat_with_epsilon (window.from, from, tolerance);
  g_assert_cmpfloat_with_epsilon (window.to, to, tolerance);
}

static void
test_zoom_and_pan (void)
{
  JipyoScale whole = jipyo_scale_new (JIPYO_SCALE_LINEAR, 100, 200);
  JipyoPlotState state = jipyo_plot_state_new ();

  assert_window (&state, &whole, 0, 1);
  jipyo_plot_state_zoom (&state, &whole, 0.5, 0.5);
  assert_window (&state, &whole, 0.25, 0.75);
  g_assert_cmpfloat_with_epsilon (state.low, 125, 1e-6);
  jipyo_plot_state_pan (&state, &whole, -10);
  assert_window (&state, &whole, 0, 0.5);
  jipyo_plot_state_pan (&state, &whole, 0.5);
  assert_window (&state, &whole, 0.25, 0.75);
  /* What is under the pointer stays under it. */
  jipyo_plot_state_zoom (&state, &whole, 0.2, 0.1);
  const JipyoPlotWindow window = jipyo_plot_state_get_window (&state, &whole);
  g_assert_cmpfloat_with_epsilon (window.from + 0.2 * (window.to - window.from), 0.35, 1e-6);
  jipyo_plot_state_zoom (&state, &whole, 0.5, 1e9);
  g_assert_false (state.has_window);
}

/* A step out follows a step in, on a logarithm too; never narrower than can be told apart. */
static void
test_zoom_on_logarithm (void)
{
  JipyoScale whole = jipyo_scale_new (JIPYO_SCALE_LOG, 1, 10000);
  JipyoPlotState state = jipyo_plot_state_new ();

  jipyo_plot_state_set_window (&state, &whole, (JipyoPlotWindow){ 0.25, 0.5 });
  g_assert_cmpfloat_with_epsilon (state.low, 10, 1e-6);
  g_assert_cmpfloat_with_epsilon (state.high, 100, 1e-6);
  for (int i = 0; i < 200; i++)
    jipyo_plot_state_zoom (&state, &whole, 0.5, 0.5);
  g_assert_cmpfloat (state.low, <, state.high);
  jipyo_plot_state_set_window (&state, &whole, (JipyoPlotWindow){ NAN, 1 });
  g_assert_cmpfloat (state.low, <, state.high);
}

static void
test_toggle (void)
{
  JipyoPlotState state = jipyo_plot_state_new ();

  g_assert_true (jipyo_plot_state_toggle (&state, 1, 2));
  g_assert_true (jipyo_plot_state_hides (&state, 1));
  /* The last one stays. */
  g_assert_false (jipyo_plot_state_toggle (&state, 0, 2));
  g_assert_true (jipyo_plot_state_toggle (&state, 1, 2));
  g_assert_false (jipyo_plot_state_is_changed (&state));
  g_assert_false (jipyo_plot_state_toggle (&state, 2, 2));
}

/* A window shows its data and one neighbour on either side, to which the line runs; the value axis
 * follows what is seen. */
static void
test_window_in_layout (void)
{
  g_autoptr (JipyoPlot) plot = lines_fixture_make_plot ();
  JipyoPlotState state = jipyo_plot_state_new ();
  JipyoRect rect;

  state.hidden = 2;
  state.has_window = TRUE;
  state.low = 3.5;
  state.high = 6.5;
  g_autoptr (JipyoPlotLayout) layout = lines_fixture_lay_out (plot, &state);

  g_assert_cmpuint (layout->shapes->len, ==, 5);
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 3, &rect));
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 7, &rect));
  g_assert_false (jipyo_plot_layout_get_datum_rect (layout, 0, 2, &rect));
  g_assert_false (jipyo_plot_layout_get_datum_rect (layout, 1, 5, &rect));
  g_assert_cmpfloat (layout->value.high, <, 10);
  g_assert_cmpfloat_with_epsilon (layout->position.low, 3.5, tolerance);
  g_assert_cmpfloat (layout->whole.low, <=, 0);
}

static void
test_until_and_focus (void)
{
  g_autoptr (JipyoPlot) plot = lines_fixture_make_plot ();
  JipyoPlotState state = jipyo_plot_state_new ();

  state.until = 4;
  state.focus = 1;
  g_autoptr (JipyoPlotLayout) layout = lines_fixture_lay_out (plot, &state);
  g_autoptr (JipyoPlotLayout) plain = lines_fixture_lay_out (plot, NULL);
  const JipyoPlotShape *low = &g_array_index (layout->shapes, JipyoPlotShape, 0);
  const JipyoPlotShape *high = &g_array_index (layout->shapes, JipyoPlotShape, 5);
  const guint32 card = layout->frame.theme->card;

  g_assert_cmpuint (layout->shapes->len, ==, 10);
  g_assert_cmpuint (plain->shapes->len, ==, 22);
  /* Axes do not move while time runs. */
  g_assert_cmpfloat (layout->value.high, ==, plain->value.high);
  g_assert_cmpfloat (layout->position.high, ==, plain->position.high);
  g_assert_cmpfloat (jipyo_colour_contrast (low->colour, card), <,
                     jipyo_colour_contrast (high->colour, card));
}

/* A series that is switched off is no longer looked at alone; another one still is. */
static void
test_toggle_and_focus (void)
{
  JipyoPlotState state = jipyo_plot_state_new ();

  state.focus = 1;
  g_assert_true (jipyo_plot_state_toggle (&state, 0, 3));
  g_assert_cmpint (state.focus, ==, 1);
  g_assert_true (jipyo_plot_state_toggle (&state, 1, 3));
  g_assert_cmpint (state.focus, ==, -1);
}

/* Where a part of stacks is switched off, those above it come down, and so does the axis. */
static void
test_toggle_stack (void)
{
  static const JipyoMark marks[] = { JIPYO_MARK_STACK, JIPYO_MARK_AREA_STACK };

  for (guint m = 0; m < G_N_ELEMENTS (marks); m++) {
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
    JipyoPlotState state = jipyo_plot_state_new ();

    plot->position.kind = m == 0 ? JIPYO_SCALE_BAND : JIPYO_SCALE_LINEAR;
    for (guint i = 0; i < 2; i++)
      jipyo_plot_add_band (plot, "b", NULL);
    for (guint s = 0; s < 2; s++) {
      JipyoPlotSeries *series = jipyo_plot_add_series (plot, "s", NULL, marks[m]);
      for (guint i = 0; i < 2; i++)
        jipyo_plot_series_add (series, i, s == 0 ? 90 : 10, NULL);
    }
    g_assert_true (jipyo_plot_state_toggle (&state, 0, 2));
    g_autoptr (JipyoPlotLayout) layout = lines_fixture_lay_out (plot, &state);
    const JipyoPlotShape *top = &g_array_index (layout->shapes, JipyoPlotShape, 0);
    g_assert_cmpuint (top->series, ==, 1);
    g_assert_cmpfloat_with_epsilon (top->base_y, jipyo_scale_map (&layout->value, 0), 1e-6);
    g_assert_cmpfloat (layout->value.high, <, 50);
  }
}

/* Bars and areas begin at zero, so they have no logarithm, and the reason is said; without them the
 * rest has one. */
static void
test_log_from_zero (void)
{
  static const JipyoMark marks[] = { JIPYO_MARK_BAR, JIPYO_MARK_AREA, JIPYO_MARK_HISTOGRAM };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    g_autoptr (JipyoPlot) plot = lines_fixture_make_plot ();
    JipyoPlotState state = jipyo_plot_state_new ();
    const JipyoPlotSeries *second = g_ptr_array_index (plot->series, 1);

    for (guint k = 0; k < second->data->len; k++)
      g_array_index (second->data, JipyoDatum, k).value = k + 1;
    ((JipyoPlotSeries *) g_ptr_array_index (plot->series, 0))->mark = marks[i];
    const JipyoPlotAnswer answer = jipyo_plot_switch_log (plot, &state);
    g_assert_cmpint (answer, ==, JIPYO_PLOT_FROM_ZERO);
    g_assert_nonnull (jipyo_plot_answer_get_text (answer, JIPYO_LANG_KO));
    g_assert_cmpint (state.log, ==, JIPYO_PLOT_AS_DESCRIBED);
    g_assert_true (jipyo_plot_state_toggle (&state, 0, plot->series->len));
    g_assert_cmpint (jipyo_plot_switch_log (plot, &state), ==, JIPYO_PLOT_ACCEPTED);
  }
}

/* A logarithm has the same data, other places, and ticks even where the labels said it all. */
static void
test_log (void)
{
  g_autoptr (JipyoPlot) plot = lines_fixture_make_plot ();
  JipyoPlotState state = jipyo_plot_state_new ();
  JipyoPlotSeries *first = g_ptr_array_index (plot->series, 0);

  JipyoPlotSeries *second = g_ptr_array_index (plot->series, 1);

  plot->value.hidden = TRUE;
  for (guint i = 0; i < second->data->len; i++)
    g_array_index (second->data, JipyoDatum, i).value = i + 1;
  g_array_index (first->data, JipyoDatum, 3).value = 0;
  g_assert_cmpint (jipyo_plot_switch_log (plot, &state), ==, JIPYO_PLOT_NOT_POSITIVE);
  g_assert_false (jipyo_plot_state_is_changed (&state));
  /* What is switched off is in nobody's way. */
  g_assert_true (jipyo_plot_state_toggle (&state, 0, plot->series->len));
  g_assert_cmpint (jipyo_plot_switch_log (plot, &state), ==, JIPYO_PLOT_ACCEPTED);
  g_autoptr (JipyoPlotLayout) layout = lines_fixture_lay_out (plot, &state);
  g_assert_cmpint (layout->value.kind, ==, JIPYO_SCALE_LOG);
  g_assert_true (layout->value_ticks);
  g_assert_true (jipyo_plot_is_log (plot, &state));
  /* On again, it is drawn as it can be, and the choice waits. */
  g_assert_true (jipyo_plot_state_toggle (&state, 0, plot->series->len));
  g_assert_false (jipyo_plot_is_log (plot, &state));
  g_autoptr (JipyoPlotLayout) plain = lines_fixture_lay_out (plot, &state);
  g_assert_cmpint (plain->value.kind, ==, JIPYO_SCALE_LINEAR);
  g_assert_true (jipyo_plot_state_step_back (&state));
  g_assert_cmpint (state.log, ==, JIPYO_PLOT_AS_DESCRIBED);

  plot->value.kind = JIPYO_SCALE_TIME;
  g_assert_cmpint (jipyo_plot_switch_log (plot, &state), ==, JIPYO_PLOT_NO_NUMBERS);
  g_assert_cmpint (jipyo_plot_switch_relative (plot, &state), ==, JIPYO_PLOT_NO_PARTS);
  plot->value.kind = JIPYO_SCALE_LOG;
  g_assert_cmpint (jipyo_plot_switch_log (plot, &state), ==, JIPYO_PLOT_ACCEPTED);
  g_autoptr (JipyoPlotLayout) even = lines_fixture_lay_out (plot, &state);
  g_assert_cmpint (even->value.kind, ==, JIPYO_SCALE_LINEAR);
  g_assert_cmpint (jipyo_plot_switch_log (plot, &state), ==, JIPYO_PLOT_ACCEPTED);
  g_assert_false (jipyo_plot_state_is_changed (&state));
}

static void
test_relative (void)
{
  g_autoptr (JipyoPlot) plot = lines_fixture_make_plot ();
  JipyoPlotState state = jipyo_plot_state_new ();

  for (guint i = 0; i < plot->series->len; i++)
    ((JipyoPlotSeries *) g_ptr_array_index (plot->series, i))->mark = JIPYO_MARK_STACK;
  g_assert_cmpint (jipyo_plot_switch_log (plot, &state), ==, JIPYO_PLOT_SUMS);
  g_assert_cmpint (jipyo_plot_switch_relative (plot, &state), ==, JIPYO_PLOT_ACCEPTED);
  g_autoptr (JipyoPlotLayout) layout = lines_fixture_lay_out (plot, &state);
  g_assert_cmpfloat_with_epsilon (layout->value.high, 100, 1e-9);
  /* One series is its own whole. */
  g_assert_true (jipyo_plot_state_toggle (&state, 1, plot->series->len));
  g_assert_false (jipyo_plot_is_relative (plot, &state));
  g_assert_true (jipyo_plot_state_toggle (&state, 1, plot->series->len));
  g_assert_true (jipyo_plot_state_step_back (&state));
  g_assert_false (jipyo_plot_is_relative (plot, &state));
  plot->relative = TRUE;
  g_assert_cmpint (jipyo_plot_switch_relative (plot, &state), ==, JIPYO_PLOT_ACCEPTED);
  g_assert_cmpint (state.relative, ==, JIPYO_PLOT_OFF);
  g_autoptr (JipyoPlotLayout) amounts = lines_fixture_lay_out (plot, &state);
  g_assert_cmpfloat (amounts->value.high, !=, 100);
}

static void
assert_brush (JipyoPlotWindow brush, double from, double to)
{
  g_assert_cmpfloat_with_epsilon (brush.from, from, tolerance);
  g_assert_cmpfloat_with_epsilon (brush.to, to, tolerance);
}

static void
test_brush (void)
{
  const JipyoPlotWindow brush = { 0.4, 0.6 }, whole = { 0, 1 };

  g_assert_cmpint (jipyo_plot_brush_find (brush, 0.41, 0.02), ==, JIPYO_BRUSH_LOW);
  g_assert_cmpint (jipyo_plot_brush_find (brush, 0.59, 0.02), ==, JIPYO_BRUSH_HIGH);
  g_assert_cmpint (jipyo_plot_brush_find (brush, 0.5, 0.02), ==, JIPYO_BRUSH_MIDDLE);
  g_assert_cmpint (jipyo_plot_brush_find (brush, 0.2, 0.02), ==, JIPYO_BRUSH_NEW);
  g_assert_cmpint (jipyo_plot_brush_find (whole, 0.5, 0.02), ==, JIPYO_BRUSH_NEW);
  g_assert_cmpint (jipyo_plot_brush_find (whole, 0.99, 0.02), ==, JIPYO_BRUSH_HIGH);
  /* Narrow, it can still be taken by its middle. */
  g_assert_cmpint (jipyo_plot_brush_find ((JipyoPlotWindow){ 0.49, 0.51 }, 0.5, 0.02), ==,
                   JIPYO_BRUSH_MIDDLE);

  assert_brush (jipyo_plot_brush_drag (brush, JIPYO_BRUSH_MIDDLE, 0.5, 0.6), 0.5, 0.7);
  assert_brush (jipyo_plot_brush_drag (brush, JIPYO_BRUSH_MIDDLE, 0.5, 5), 0.8, 1);
  assert_brush (jipyo_plot_brush_drag (brush, JIPYO_BRUSH_LOW, 0.4, 0.3), 0.3, 0.6);
  /* Past the other end they change places. */
  assert_brush (jipyo_plot_brush_drag (brush, JIPYO_BRUSH_LOW, 0.4, 0.7), 0.6, 0.7);
  assert_brush (jipyo_plot_brush_drag (brush, JIPYO_BRUSH_HIGH, 0.6, 2), 0.4, 1);
  assert_brush (jipyo_plot_brush_drag (brush, JIPYO_BRUSH_NEW, 0.9, 0.8), 0.8, 0.9);
}

/* The small picture spans what the large one does, with nothing written in it. */
static void
test_overview (void)
{
  g_autoptr (JipyoPlot) plot = lines_fixture_make_plot ();
  JipyoPlotState state = jipyo_plot_state_new ();

  g_assert_false (jipyo_plot_is_long (plot));
  g_assert_true (jipyo_plot_state_toggle (&state, 0, plot->series->len));
  g_autoptr (JipyoPlot) copy = jipyo_plot_copy_overview (plot, &state);
  g_assert_cmpuint (copy->series->len, ==, plot->series->len - 1);
  state = jipyo_plot_state_new ();
  g_autoptr (JipyoPlot) whole = jipyo_plot_copy_overview (plot, NULL);
  g_autoptr (JipyoPlotLayout) small = lines_fixture_lay_out (whole, NULL);
  g_autoptr (JipyoPlotLayout) large = lines_fixture_lay_out (plot, NULL);
  g_assert_cmpfloat (small->whole.low, ==, large->whole.low);
  g_assert_cmpfloat (small->whole.high, ==, large->whole.high);
  g_assert_cmpuint (small->texts->len, ==, 0);
  g_assert_cmpuint (small->shapes->len, ==, large->shapes->len);
}

static void
test_answers (void)
{
  g_assert_null (jipyo_plot_answer_get_text (JIPYO_PLOT_ACCEPTED, JIPYO_LANG_KO));
  for (JipyoPlotAnswer i = JIPYO_PLOT_NO_NUMBERS; i <= JIPYO_PLOT_NO_PARTS; i++)
    for (int lang = JIPYO_LANG_KO; lang <= JIPYO_LANG_EN; lang++)
      g_assert_nonnull (jipyo_plot_answer_get_text (i, (JipyoLang) lang));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/plot-state/zoom-and-pan", test_zoom_and_pan);
  g_test_add_func ("/chart/plot-state/zoom-on-logarithm", test_zoom_on_logarithm);
  g_test_add_func ("/chart/plot-state/toggle", test_toggle);
  g_test_add_func ("/chart/plot-state/window-in-layout", test_window_in_layout);
  g_test_add_func ("/chart/plot-state/until-and-focus", test_until_and_focus);
  g_test_add_func ("/chart/plot-state/toggle-and-focus", test_toggle_and_focus);
  g_test_add_func ("/chart/plot-state/log", test_log);
  g_test_add_func ("/chart/plot-state/toggle-stack", test_toggle_stack);
  g_test_add_func ("/chart/plot-state/log-from-zero", test_log_from_zero);
  g_test_add_func ("/chart/plot-state/relative", test_relative);
  g_test_add_func ("/chart/plot-state/brush", test_brush);
  g_test_add_func ("/chart/plot-state/overview", test_overview);
  g_test_add_func ("/chart/plot-state/answers", test_answers);
  return g_test_run ();
}
