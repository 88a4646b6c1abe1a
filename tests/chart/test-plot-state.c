/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking closer changes what is in the picture and nothing of the data.
 */

#include "jipyo-plot-choice.h"
#include "jipyo-plot-find.h"
#include "jipyo-plot-overview.h"
#include "jipyo-plot-scene.h"

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

static JipyoPlot *
make_lines (void)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *low = jipyo_plot_add_series (plot, "low", "Low", JIPYO_MARK_LINE);
  JipyoPlotSeries *high = jipyo_plot_add_series (plot, "high", "High", JIPYO_MARK_LINE);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (int i = 0; i <= 10; i++) {
    jipyo_plot_series_add (low, i, i, NULL);
    jipyo_plot_series_add (high, i, 1000 + i, NULL);
  }
  return plot;
}

static JipyoPlotLayout *
lay_out (const JipyoPlot *plot, const JipyoPlotState *state)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  const JipyoPlotFrame frame = {
    .theme = theme,
    .width = 640,
    .height = 400,
    .type = jipyo_theme_measure (theme, 640, 400),
    .bare = TRUE,
    .state = state,
  };

  return jipyo_plot_layout_new_framed (plot, &frame);
}

/* A window shows its data and one neighbour on either side, to which the line runs; the value axis
 * follows what is seen. */
static void
test_window_in_layout (void)
{
  g_autoptr (JipyoPlot) plot = make_lines ();
  JipyoPlotState state = jipyo_plot_state_new ();
  JipyoRect rect;

  state.hidden = 2;
  state.has_window = TRUE;
  state.low = 3.5;
  state.high = 6.5;
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, &state);

  g_assert_cmpuint (layout->shapes->len, ==, 5);
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 3, &rect));
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 7, &rect));
  g_assert_false (jipyo_plot_layout_get_datum_rect (layout, 0, 2, &rect));
  g_assert_false (jipyo_plot_layout_get_datum_rect (layout, 1, 5, &rect));
  g_assert_cmpfloat (layout->value.high, <, 10);
  g_assert_cmpfloat_with_epsilon (layout->position.low, 3.5, tolerance);
  g_assert_cmpfloat (layout->whole.low, <=, 0);
}

/* While time runs a line is named where it is now, without a leader that would look like more of
 * it. */
static void
test_names_in_time (void)
{
  g_autoptr (JipyoPlot) plot = make_lines ();
  JipyoPlotState state = jipyo_plot_state_new ();

  state.until = 3;
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, &state);
  const double end = jipyo_scale_map (&layout->position, 3);
  g_assert_cmpuint (layout->names->len, ==, 2);
  for (guint i = 0; i < layout->names->len; i++) {
    const JipyoRect *name = &g_array_index (layout->names, JipyoPlotName, i).rect;
    g_assert_cmpfloat (name->x, >, end);
    g_assert_cmpfloat (name->x, <, end + 40);
  }
  for (guint i = 0; i < layout->guides->len; i++) {
    const JipyoGuide *guide = &g_array_index (layout->guides, JipyoGuide, i);
    g_assert_false (fabs (guide->x1 - end) < 20 && guide->x2 > end + 40);
  }
  state.until = NAN;
  g_autoptr (JipyoPlotLayout) whole = lay_out (plot, &state);
  g_assert_cmpfloat (g_array_index (whole->names, JipyoPlotName, 0).rect.x, >,
                     whole->area.x + whole->area.width);
}

/* The text that begins with the name of a series. */
static const char *
find_name (const JipyoPlotLayout *layout, const char *name)
{
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    if (g_str_has_prefix (pango_layout_get_text (text->layout), name))
      return pango_layout_get_text (text->layout);
  }
  return NULL;
}

/* A name with the last figure in it does not stand where the line is not yet there. */
static void
test_name_with_figure (void)
{
  g_autoptr (JipyoPlot) plot = make_lines ();
  JipyoPlotSeries *series = g_ptr_array_index (plot->series, 0);
  g_autofree char *called = g_steal_pointer (&series->name);
  JipyoPlotState state = jipyo_plot_state_new ();

  series->name = g_strdup_printf ("%s 142.7", called);
  jipyo_plot_series_set_spoken (series, called);
  g_autoptr (JipyoPlotLayout) whole = lay_out (plot, &state);
  g_assert_nonnull (strstr (find_name (whole, called), "142.7"));
  state.until = 3;
  g_autoptr (JipyoPlotLayout) in_time = lay_out (plot, &state);
  g_assert_cmpstr (find_name (in_time, called), ==, called);
  state = jipyo_plot_state_new ();
  state.has_window = TRUE;
  state.low = 1;
  state.high = 3;
  g_autoptr (JipyoPlotLayout) zoomed = lay_out (plot, &state);
  g_assert_cmpstr (find_name (zoomed, called), ==, called);
}

/* A line of `n` points that is at `level` between the fourth and the fifth. */
static void
add_line (JipyoPlot *plot, const char *name, int n, double level, double slope)
{
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, JIPYO_MARK_LINE);

  for (int i = 0; i < n; i++)
    jipyo_plot_series_add (series, i, level + slope * (i - 3.5), NULL);
}

/* A line that ends before another has its name behind its end; where something goes through there,
 * beside the plot, with dots that nobody takes for more of the line. */
static void
test_early_end (void)
{
  for (guint blocked = 0; blocked < 2; blocked++) {
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
    plot->position.kind = JIPYO_SCALE_LINEAR;
    add_line (plot, "Early", 4, 250, 0);
    add_line (plot, "Late", 11, blocked ? 250 : 460, -60);
    add_line (plot, "Ground", 11, -150, 0);
    add_line (plot, "Top", 11, 670, 0);
    g_autoptr (JipyoPlotLayout) layout = lay_out (plot, NULL);
    const double end = jipyo_scale_map (&layout->position, 3);
    const double right = layout->area.x + layout->area.width;
    guint n_dotted = 0;

    g_assert_cmpuint (layout->names->len, ==, 4);
    for (guint i = 0; i < layout->guides->len; i++) {
      const JipyoGuide *guide = &g_array_index (layout->guides, JipyoGuide, i);
      g_assert_true (guide->dotted == (guide->x2 > right));
      n_dotted += guide->dotted && guide->x1 > end + 6 && guide->x1 < end + 20 ? 1 : 0;
    }
    for (guint i = 0; i < 4; i++) {
      const JipyoPlotName *name = &g_array_index (layout->names, JipyoPlotName, i);
      const gboolean behind = name->series == 0 && blocked == 0;
      g_assert_cmpfloat (name->rect.x, >, behind ? end : right);
      g_assert_cmpfloat (name->rect.x, <, (behind ? end : right) + 20);
    }
    g_assert_cmpuint (n_dotted, ==, blocked);
  }
}

/* Names that had to move apart have leaders that go on to the right, off the points. */
static void
test_crowded_ends (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  guint n = 0;

  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->position.has_bounds = TRUE;
  plot->position.low = 0;
  plot->position.high = 10;
  for (guint i = 0; i < 4; i++)
    add_line (plot, "Crowded", 11, 100 + i, 0);
  add_line (plot, "Ground", 11, 0, 0);
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, NULL);
  const double end = jipyo_scale_map (&layout->position, 10);
  for (guint i = 0; i < layout->guides->len; i++) {
    const JipyoGuide *guide = &g_array_index (layout->guides, JipyoGuide, i);
    n += guide->dotted ? 1 : 0;
    if (guide->dotted)
      g_assert_true (guide->x1 > end + layout->frame.type.marker / 2 && guide->x2 > guide->x1 + 1);
  }
  g_assert_cmpuint (n, >, 1);
}

static void
test_until_and_focus (void)
{
  g_autoptr (JipyoPlot) plot = make_lines ();
  JipyoPlotState state = jipyo_plot_state_new ();

  state.until = 4;
  state.focus = 1;
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, &state);
  g_autoptr (JipyoPlotLayout) plain = lay_out (plot, NULL);
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

/* The whole area answers to the pointer where data are joined. */
static void
test_nearest (void)
{
  g_autoptr (JipyoPlot) plot = make_lines ();
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, NULL);
  const JipyoRect area = jipyo_plot_layout_get_area (layout);
  const double step =
    (jipyo_scale_map (&layout->position, 1) - jipyo_scale_map (&layout->position, 0));
  guint series = 9, datum = 9;

  for (int i = 0; i <= 10; i++) {
    const double x = jipyo_scale_map (&layout->position, i) + step * 0.3;
    const double top[2] = { MIN (x, area.x + area.width), area.y + area.height * 0.3 };
    const double bottom[2] = { top[0], area.y + area.height * 0.7 };
    g_assert_true (jipyo_plot_layout_find_nearest (layout, top, &series, &datum));
    g_assert_cmpuint (datum, ==, i);
    g_assert_cmpuint (series, ==, 1);
    g_assert_true (jipyo_plot_layout_find_nearest (layout, bottom, &series, &datum));
    g_assert_cmpuint (series, ==, 0);
  }
  g_assert_false (jipyo_plot_layout_find_nearest (layout, (double[]){ -50, -50 }, &series, &datum));
}

/* The point to which a line runs out of the picture is nearer, but it is not in it. */
static void
test_nearest_in_view (void)
{
  g_autoptr (JipyoPlot) plot = make_lines ();
  JipyoPlotState state = jipyo_plot_state_new ();
  guint series = 9, datum = 9;

  state.has_window = TRUE;
  state.low = 3.4;
  state.high = 6;
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, &state);
  const JipyoRect area = jipyo_plot_layout_get_area (layout);
  const double edge[2] = { area.x + 0.5, area.y + area.height / 2 };
  g_assert_true (jipyo_plot_layout_find_nearest (layout, edge, &series, &datum));
  g_assert_cmpuint (datum, ==, 4);
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

static void
test_names (void)
{
  g_autoptr (JipyoPlot) plot = make_lines ();
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, NULL);
  guint series = 9;

  g_assert_cmpuint (layout->names->len, ==, 2);
  for (guint i = 0; i < 2; i++) {
    const JipyoPlotName *name = &g_array_index (layout->names, JipyoPlotName, i);
    g_assert_true (jipyo_plot_layout_find_name (layout, name->rect.x + name->rect.width / 2,
                                                name->rect.y + name->rect.height / 2, &series));
    g_assert_cmpuint (series, ==, name->series);
  }
  g_assert_false (jipyo_plot_layout_find_name (layout, 1, 1, &series));
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
    g_autoptr (JipyoPlotLayout) layout = lay_out (plot, &state);
    const JipyoPlotShape *top = &g_array_index (layout->shapes, JipyoPlotShape, 0);
    g_assert_cmpuint (top->series, ==, 1);
    g_assert_cmpfloat_with_epsilon (top->base_y, jipyo_scale_map (&layout->value, 0), 1e-6);
    g_assert_cmpfloat (layout->value.high, <, 50);
  }
}

/* Over time the whole area answers, also of candles, which are not joined; among categories what is
 * met does. */
static void
test_nearest_in_time (void)
{
  for (guint over_time = 0; over_time < 2; over_time++) {
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "s", NULL, JIPYO_MARK_CANDLE);
    const JipyoPlotState state = jipyo_plot_state_new ();
    guint index, datum = G_MAXUINT;
    JipyoRect third;

    plot->position.kind = over_time ? JIPYO_SCALE_TIME : JIPYO_SCALE_BAND;
    for (guint i = 0; i < 6; i++) {
      if (!over_time)
        jipyo_plot_add_band (plot, "b", NULL);
      JipyoDatum *day = jipyo_plot_series_add (series, i * (over_time ? 86400.0 : 1), 10 + i, NULL);
      day->start = 10;
      day->low = 9;
      day->high = 17;
    }
    g_autoptr (JipyoPlotLayout) layout = lay_out (plot, &state);
    g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 3, &third));
    const JipyoRect area = jipyo_plot_layout_get_area (layout);
    const double far[] = { third.x + third.width / 2, area.y + area.height - 1 };
    g_assert_cmpint (jipyo_plot_layout_find_nearest (layout, far, &index, &datum), ==, over_time);
    g_assert_cmpuint (datum, ==, over_time ? 3 : G_MAXUINT);
  }
}

/* Bars and areas begin at zero, so they have no logarithm, and the reason is said; without them the
 * rest has one. */
static void
test_log_from_zero (void)
{
  static const JipyoMark marks[] = { JIPYO_MARK_BAR, JIPYO_MARK_AREA, JIPYO_MARK_HISTOGRAM };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    g_autoptr (JipyoPlot) plot = make_lines ();
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
  g_autoptr (JipyoPlot) plot = make_lines ();
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
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, &state);
  g_assert_cmpint (layout->value.kind, ==, JIPYO_SCALE_LOG);
  g_assert_true (layout->value_ticks);
  g_assert_true (jipyo_plot_is_log (plot, &state));
  /* On again, it is drawn as it can be, and the choice waits. */
  g_assert_true (jipyo_plot_state_toggle (&state, 0, plot->series->len));
  g_assert_false (jipyo_plot_is_log (plot, &state));
  g_autoptr (JipyoPlotLayout) plain = lay_out (plot, &state);
  g_assert_cmpint (plain->value.kind, ==, JIPYO_SCALE_LINEAR);
  g_assert_true (jipyo_plot_state_step_back (&state));
  g_assert_cmpint (state.log, ==, JIPYO_PLOT_AS_DESCRIBED);

  plot->value.kind = JIPYO_SCALE_TIME;
  g_assert_cmpint (jipyo_plot_switch_log (plot, &state), ==, JIPYO_PLOT_NO_NUMBERS);
  g_assert_cmpint (jipyo_plot_switch_relative (plot, &state), ==, JIPYO_PLOT_NO_PARTS);
  plot->value.kind = JIPYO_SCALE_LOG;
  g_assert_cmpint (jipyo_plot_switch_log (plot, &state), ==, JIPYO_PLOT_ACCEPTED);
  g_autoptr (JipyoPlotLayout) even = lay_out (plot, &state);
  g_assert_cmpint (even->value.kind, ==, JIPYO_SCALE_LINEAR);
  g_assert_cmpint (jipyo_plot_switch_log (plot, &state), ==, JIPYO_PLOT_ACCEPTED);
  g_assert_false (jipyo_plot_state_is_changed (&state));
}

static void
test_relative (void)
{
  g_autoptr (JipyoPlot) plot = make_lines ();
  JipyoPlotState state = jipyo_plot_state_new ();

  for (guint i = 0; i < plot->series->len; i++)
    ((JipyoPlotSeries *) g_ptr_array_index (plot->series, i))->mark = JIPYO_MARK_STACK;
  g_assert_cmpint (jipyo_plot_switch_log (plot, &state), ==, JIPYO_PLOT_SUMS);
  g_assert_cmpint (jipyo_plot_switch_relative (plot, &state), ==, JIPYO_PLOT_ACCEPTED);
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, &state);
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
  g_autoptr (JipyoPlotLayout) amounts = lay_out (plot, &state);
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
  g_autoptr (JipyoPlot) plot = make_lines ();
  JipyoPlotState state = jipyo_plot_state_new ();

  g_assert_false (jipyo_plot_is_long (plot));
  g_assert_true (jipyo_plot_state_toggle (&state, 0, plot->series->len));
  g_autoptr (JipyoPlot) copy = jipyo_plot_copy_overview (plot, &state);
  g_assert_cmpuint (copy->series->len, ==, plot->series->len - 1);
  state = jipyo_plot_state_new ();
  g_autoptr (JipyoPlot) whole = jipyo_plot_copy_overview (plot, NULL);
  g_autoptr (JipyoPlotLayout) small = lay_out (whole, NULL);
  g_autoptr (JipyoPlotLayout) large = lay_out (plot, NULL);
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
  g_test_add_func ("/chart/plot-state/names-in-time", test_names_in_time);
  g_test_add_func ("/chart/plot-state/name-with-figure", test_name_with_figure);
  g_test_add_func ("/chart/plot-state/early-end", test_early_end);
  g_test_add_func ("/chart/plot-state/crowded-ends", test_crowded_ends);
  g_test_add_func ("/chart/plot-state/until-and-focus", test_until_and_focus);
  g_test_add_func ("/chart/plot-state/nearest", test_nearest);
  g_test_add_func ("/chart/plot-state/nearest-in-view", test_nearest_in_view);
  g_test_add_func ("/chart/plot-state/toggle-and-focus", test_toggle_and_focus);
  g_test_add_func ("/chart/plot-state/names", test_names);
  g_test_add_func ("/chart/plot-state/log", test_log);
  g_test_add_func ("/chart/plot-state/nearest-in-time", test_nearest_in_time);
  g_test_add_func ("/chart/plot-state/toggle-stack", test_toggle_stack);
  g_test_add_func ("/chart/plot-state/log-from-zero", test_log_from_zero);
  g_test_add_func ("/chart/plot-state/relative", test_relative);
  g_test_add_func ("/chart/plot-state/brush", test_brush);
  g_test_add_func ("/chart/plot-state/overview", test_overview);
  g_test_add_func ("/chart/plot-state/answers", test_answers);
  return g_test_run ();
}
