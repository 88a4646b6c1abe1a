/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells whose colour tells the value, in numbers, on a bare plot of 400 × 200 units.
 */

#include "jipyo-datum-text.h"
#include "jipyo-plot-find.h"
#include "jipyo-ramp.h"
#include "mark-fixture.h"

#include <math.h>

static JipyoPlot *
make_rows (void)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);

  plot->value.hidden = TRUE; /* no scale of colours above */
  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->position.hidden = TRUE;
  for (guint row = 0; row < 2; row++) {
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "r", NULL, JIPYO_MARK_HEAT);
    series->colour.role = row == 0 ? JIPYO_ROLE_ACCENT : JIPYO_ROLE_DOWN;
    for (guint i = 0; i < 4; i++)
      jipyo_plot_series_add (series, i, row == 1 && i == 2 ? NAN : 25.0 * (row + i), NULL);
  }
  return plot;
}

/* Four cells in either row, the first row at the top; the colours of all are the first row's. */
static void
test_heat (void)
{
  g_autoptr (JipyoPlot) plot = make_rows ();
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  const JipyoColourKey key = { JIPYO_ROLE_ACCENT, 0 };

  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->shapes->len, ==, 7);
  for (guint i = 0; i < 7; i++) {
    const JipyoPlotShape *shape = mark_fixture_get_shape (layout, i);
    const double value = 25.0 * (shape->series + shape->datum);
    mark_fixture_assert_rect (&shape->rect,
                              (JipyoRect){ shape->datum * 100.0, shape->series * 100.0, 100, 100 });
    g_assert_cmphex (shape->colour, ==, jipyo_ramp_get_colour (theme, key, value / 100));
  }
  mark_fixture_assert_hit (layout, 10, 90, (guint[]){ 0, 0 });
  mark_fixture_assert_hit (layout, 399, 101, (guint[]){ 1, 3 });
  g_assert_false (jipyo_plot_layout_find_datum (layout, 250, 150, NULL, NULL));
  g_autofree char *text = jipyo_datum_text_describe (plot, 1, 3);
  g_assert_cmpstr (text, ==, "3: 100");
}

/* What is looked at closer is cut at the edges, and keeps its colours. */
static void
test_heat_window (void)
{
  g_autoptr (JipyoPlot) plot = make_rows ();
  JipyoPlotState state = jipyo_plot_state_new ();
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  const JipyoPlotFrame frame = {
    .theme = theme,
    .width = 400,
    .height = 200,
    .type = jipyo_type_scale_from_label (13),
    .bare = TRUE,
    .state = &state,
  };

  state.has_window = TRUE;
  state.low = 0.75;
  state.high = 2.75;
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &frame);
  g_assert_cmpuint (layout->shapes->len, ==, 5);
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 0)->rect,
                            (JipyoRect){ 0, 0, 150, 100 });
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 1)->rect,
                            (JipyoRect){ 150, 0, 200, 100 });
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 2)->rect,
                            (JipyoRect){ 350, 0, 50, 100 });
  mark_fixture_assert_hit (layout, 399, 50, (guint[]){ 0, 3 });
  g_assert_cmphex (mark_fixture_get_shape (layout, 2)->colour, ==,
                   jipyo_ramp_get_colour (theme, (JipyoColourKey){ JIPYO_ROLE_ACCENT, 0 }, 0.75));
  g_assert_cmpfloat_with_epsilon (jipyo_plot_layout_get_whole (layout)->low, -0.5, 1e-9);
  state.low = 40;
  state.high = 50;
  g_autoptr (JipyoPlotLayout) beyond = jipyo_plot_layout_new_framed (plot, &frame);
  g_assert_cmpuint (beyond->shapes->len, ==, 0);
}

/* Names stand at the left of the rows, and figures in the cells if there is room for all; a row
 * that is switched off keeps its name. */
static void
test_heat_texts (void)
{
  g_autoptr (JipyoPlot) plot = make_rows ();
  JipyoPlotSeries *first = g_ptr_array_index (plot->series, 0);
  JipyoPlotState state = jipyo_plot_state_new ();
  JipyoPlotFrame frame = {
    .theme = jipyo_theme_get (JIPYO_THEME_DARK),
    .width = 400,
    .height = 200,
    .type = jipyo_type_scale_from_label (13),
    .bare = TRUE,
    .state = &state,
  };

  first->name = g_strdup ("Research");
  for (guint i = 0; i < 4; i++)
    g_array_index (first->data, JipyoDatum, i).text = g_strdup ("1,234");
  state.hidden = 2;
  g_autoptr (JipyoPlotLayout) wide = jipyo_plot_layout_new_framed (plot, &frame);
  g_assert_cmpuint (wide->shapes->len, ==, 4);
  g_assert_cmpuint (wide->texts->len, ==, 5);
  g_assert_cmpuint (wide->names->len, ==, 1);
  state.hidden = 1;
  g_autoptr (JipyoPlotLayout) second = jipyo_plot_layout_new_framed (plot, &frame);
  g_assert_cmpuint (second->shapes->len, ==, 3);
  g_assert_cmpuint (second->names->len, ==, 1);
  state.hidden = 0;
  frame.width = 180;
  g_autoptr (JipyoPlotLayout) narrow = jipyo_plot_layout_new_framed (plot, &frame);
  g_assert_cmpuint (narrow->texts->len, ==, 1);
}

/* The scale of the colours goes to round figures, is 0 … 300 for 12 … 260, and fades with no row.
 */
static void
test_heat_scale (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "r", "Row", JIPYO_MARK_HEAT);
  const char *const wanted[] = { "0", "100", "200", "300", "people", "Row" };

  plot->value.unit = JIPYO_UNIT_PEOPLE;
  jipyo_plot_series_add (series, 0, 12, NULL);
  jipyo_plot_series_add (series, 1, 260, NULL);
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->swatches->len, ==, 1);
  g_assert_cmpuint (layout->texts->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    g_assert_cmpstr (pango_layout_get_text (text->layout), ==, wanted[i]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/mark-heat/heat", test_heat);
  g_test_add_func ("/chart/mark-heat/heat-window", test_heat_window);
  g_test_add_func ("/chart/mark-heat/heat-texts", test_heat_texts);
  g_test_add_func ("/chart/mark-heat/heat-scale", test_heat_scale);
  return mark_fixture_run ();
}
