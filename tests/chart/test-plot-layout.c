/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A layout as numbers, and as what is written in it.
 */

#include "jipyo-plot-draw.h"
#include "jipyo-plot-scene.h"
#include "jipyo-sample.h"

#include <math.h>

static JipyoPlotLayout *
lay_out (const JipyoPlot *plot, double width, double height)
{
  return jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), width, height);
}

/* The bars of a plain plot, to the unit. */
static void
test_bars_in_numbers (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);
  const JipyoPlotFrame frame = {
    .theme = jipyo_theme_get (JIPYO_THEME_LIGHT),
    .width = 400,
    .height = 200,
    .type = jipyo_type_scale_from_label (100),
    .bare = TRUE,
  };
  JipyoRect rect;

  plot->value.hidden = TRUE;
  jipyo_plot_series_add (series, 0, 10, NULL);
  jipyo_plot_series_add (series, 1, 5, NULL);
  jipyo_plot_series_add (series, 2, NAN, NULL);
  jipyo_plot_series_add (series, 3, 0, NULL);
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &frame);
  const JipyoRect area = jipyo_plot_layout_get_area (layout);
  g_assert_cmpfloat (area.width, ==, 400);
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 0, &rect));
  g_assert_cmpfloat_with_epsilon (rect.x, 17, 1e-9); /* 100 wide, 66 of it the bar */
  g_assert_cmpfloat_with_epsilon (rect.width, 66, 1e-9);
  g_assert_cmpfloat_with_epsilon (rect.y, area.y, 1e-9);
  g_assert_cmpfloat_with_epsilon (rect.height, area.height, 1e-9);
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 1, &rect));
  g_assert_cmpfloat_with_epsilon (rect.height, area.height / 2, 1e-9);
  g_assert_false (jipyo_plot_layout_get_datum_rect (layout, 0, 2, &rect));
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 3, &rect));
  g_assert_cmpfloat (rect.height, ==, 0);
  g_assert_false (jipyo_plot_layout_get_datum_rect (layout, 0, 4, &rect));
  g_assert_false (jipyo_plot_layout_get_datum_rect (layout, 1, 0, &rect));
}

static void
test_stack_in_numbers (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  const JipyoPlotFrame frame = {
    .theme = jipyo_theme_get (JIPYO_THEME_LIGHT),
    .width = 300,
    .height = 300,
    .type = jipyo_type_scale_from_label (13),
    .bare = TRUE,
  };
  JipyoRect lower, upper, below;

  plot->value.hidden = TRUE;
  jipyo_plot_series_add (jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_STACK), 0, 30, NULL);
  jipyo_plot_series_add (jipyo_plot_add_series (plot, "b", NULL, JIPYO_MARK_STACK), 0, 60, NULL);
  jipyo_plot_series_add (jipyo_plot_add_series (plot, "c", NULL, JIPYO_MARK_STACK), 0, -10, NULL);
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &frame);
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 0, &lower));
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 1, 0, &upper));
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 2, 0, &below));
  g_assert_cmpfloat_with_epsilon (upper.y + upper.height, lower.y, 1e-9);
  g_assert_cmpfloat_with_epsilon (upper.height, lower.height * 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (below.y, lower.y + lower.height, 1e-9);
  g_assert_cmpfloat_with_epsilon (below.height * 9, lower.height + upper.height, 1e-6);
}

static void
test_figures_force_axis (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);

  plot->value.hidden = TRUE;
  for (guint i = 0; i < 60; i++)
    jipyo_plot_series_add (series, i, 10 + i % 5, "1,234,567");
  g_autoptr (JipyoPlotLayout) crowded = lay_out (plot, 300, 200);
  g_autoptr (JipyoPlotLayout) spacious = lay_out (plot, 12000, 400);
  g_assert_true (crowded->value_ticks);
  g_assert_cmpuint (crowded->guides->len, >, 1);
  g_assert_false (spacious->value_ticks);
  g_assert_cmpuint (spacious->n_dropped, ==, 0);
}

static void
test_empty_says_so (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  /* Never a blank page that looks broken, unless that is wanted. */
  g_autoptr (JipyoPlotLayout) unsaid = lay_out (plot, 300, 200);
  g_assert_cmpuint (unsaid->texts->len, ==, 1);
  plot->empty = g_strdup ("");
  g_autoptr (JipyoPlotLayout) blank = lay_out (plot, 300, 200);
  g_assert_cmpuint (blank->texts->len, ==, 0);
  g_free (plot->empty);
  plot->empty = g_strdup ("Nothing was published.");
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, 300, 200);
  g_assert_cmpuint (layout->texts->len, ==, 1);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", "a", JIPYO_MARK_LINE);
  jipyo_plot_series_add (series, 0, NAN, "x");
  g_autoptr (JipyoPlotLayout) gaps = lay_out (plot, 300, 200);
  g_assert_cmpuint (gaps->texts->len, ==, 1);
  g_assert_cmpuint (gaps->shapes->len, ==, 0);
}

static void
test_bare_is_bare (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_sample_make (jipyo_sample_get (0), JIPYO_LANG_KO);
  const JipyoPlotFrame frame = {
    .theme = jipyo_theme_get (JIPYO_THEME_LIGHT),
    .width = 400,
    .height = 240,
    .type = jipyo_type_scale_from_label (13),
    .bare = TRUE,
  };
  g_autoptr (JipyoPlotLayout) bare = jipyo_plot_layout_new_framed (plot, &frame);

  g_assert_cmpfloat (bare->body.x, ==, 0);
  g_assert_cmpfloat (bare->body.height, ==, 240);
  for (guint i = 0; i < bare->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (bare->texts, i);
    g_assert_cmpstr (pango_layout_get_text (text->layout), !=, plot->title);
    g_assert_cmpstr (pango_layout_get_text (text->layout), !=, plot->footer);
  }
}

/* A power of ten that the ticks leave out is said, whatever is counted. */
static void
test_axis_of_millions (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);

  plot->value.title = g_strdup ("tests");
  jipyo_plot_series_add (series, 0, 4e6, NULL);
  g_autoptr (JipyoPlotLayout) layout = lay_out (plot, 640, 400);
  gboolean found = FALSE;
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    found = found || g_strcmp0 (pango_layout_get_text (text->layout), "million tests") == 0;
  }
  g_assert_true (found);
}

/* A price in all its digits, or a share of it that has a name at its end. */
static JipyoPlot *
make_linked (gboolean named)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series =
    jipyo_plot_add_series (plot, "a", named ? "Average" : NULL, JIPYO_MARK_LINE);

  plot->position.kind = JIPYO_SCALE_TIME;
  plot->value.unit = named ? JIPYO_UNIT_PERCENT : JIPYO_UNIT_KRW;
  plot->value.exact = TRUE;
  for (guint i = 0; i < 20; i++)
    jipyo_plot_series_add (series, i * 86400.0, named ? i : 159700000 + i * 1000, NULL);
  if (named)
    jipyo_plot_series_add (jipyo_plot_add_series (plot, "b", "Other", JIPYO_MARK_LINE), 0, 3, NULL);
  return plot;
}

/* Plots of one time scale stand exactly below each other, at every width and of any height. */
static void
test_sides_in_line (void)
{
  g_autoptr (JipyoPlot) price = make_linked (FALSE);
  g_autoptr (JipyoPlot) share = make_linked (TRUE);
  JipyoPlotFrame frame = {
    .theme = jipyo_theme_get (JIPYO_THEME_LIGHT),
    .height = 240,
    .type = jipyo_type_scale_from_label (13),
    .bare = TRUE,
  };

  for (frame.width = 240; frame.width <= 1920; frame.width *= 2) {
    const JipyoPlotSides one = jipyo_plot_layout_measure_sides (price, &frame);
    const JipyoPlotSides other = jipyo_plot_layout_measure_sides (share, &frame);
    JipyoPlotFrame linked = frame;
    linked.upright = MAX (one.left, other.left);
    linked.right = MAX (one.right, other.right);
    g_autoptr (JipyoPlotLayout) alone = jipyo_plot_layout_new_framed (share, &frame);
    g_autoptr (JipyoPlotLayout) upper = jipyo_plot_layout_new_framed (price, &linked);
    g_autoptr (JipyoPlotLayout) lower = jipyo_plot_layout_new_framed (share, &linked);
    /* What is measured is what a plot takes when it is alone, however it is framed. */
    const JipyoPlotSides again = jipyo_plot_layout_measure_sides (share, &linked);
    g_assert_cmpfloat (again.left, ==, other.left);
    g_assert_cmpfloat (again.right, ==, other.right);
    g_assert_cmpfloat (alone->area.x, ==, other.left);
    g_assert_cmpfloat_with_epsilon (alone->area.width, frame.width - other.left - other.right,
                                    1e-9);
    g_assert_cmpfloat (one.left, >, other.left);
    g_assert_cmpfloat (lower->area.x, ==, upper->area.x);
    g_assert_cmpfloat (lower->area.width, ==, upper->area.width);
    g_assert_cmpfloat (lower->position.to, ==, upper->position.to);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/plot-layout/bars-in-numbers", test_bars_in_numbers);
  g_test_add_func ("/chart/plot-layout/stack-in-numbers", test_stack_in_numbers);
  g_test_add_func ("/chart/plot-layout/figures-force-axis", test_figures_force_axis);
  g_test_add_func ("/chart/plot-layout/empty-says-so", test_empty_says_so);
  g_test_add_func ("/chart/plot-layout/bare-is-bare", test_bare_is_bare);
  g_test_add_func ("/chart/plot-layout/axis-of-millions", test_axis_of_millions);
  g_test_add_func ("/chart/plot-layout/sides-in-line", test_sides_in_line);
  return g_test_run ();
}
