/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Squares that are parts of a whole, in numbers, on a bare plot of 400 × 200 units.
 */

#include "jipyo-datum-text.h"
#include "mark-fixture.h"

#include <math.h>

static JipyoPlotSeries *
add_part (JipyoPlot *plot, const char *name, double value)
{
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, JIPYO_MARK_WAFFLE);

  jipyo_plot_series_add (series, 0, value, NULL);
  return series;
}

/* 100 squares of 20 units each, filled from the bottom left, whatever the parts are. */
static void
test_waffle (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);

  add_part (plot, NULL, 74.2);
  add_part (plot, NULL, 16.5);
  add_part (plot, NULL, NAN);
  add_part (plot, NULL, 9.3);
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  guint n[4] = { 0 };
  g_assert_cmpuint (layout->cells->len, ==, 100);
  g_assert_cmpuint (layout->patches->len, ==, 0);
  for (guint i = 0; i < 100; i++) {
    const JipyoPlotCell *cell = &g_array_index (layout->cells, JipyoPlotCell, i);
    n[cell->series]++;
    mark_fixture_assert_rect (&cell->rect,
                              (JipyoRect){ i % 10 * 20, (9 - i / 10) * 20, 17.2, 17.2 });
  }
  g_assert_cmpuint (n[0], ==, 74);
  g_assert_cmpuint (n[1], ==, 17); /* by the largest remainder */
  g_assert_cmpuint (n[2], ==, 0);
  g_assert_cmpuint (n[3], ==, 9);
  g_assert_cmpuint (layout->shapes->len, ==, 3);
  mark_fixture_assert_hit (layout, 5, 195, (guint[]){ 0, 0 });
  /* Row 7 has the last four of the first part, then the second: no box around either is asked. */
  mark_fixture_assert_hit (layout, 3 * 20 + 8, 2 * 20 + 8, (guint[]){ 0, 0 });
  mark_fixture_assert_hit (layout, 4 * 20 + 8, 2 * 20 + 8, (guint[]){ 1, 0 });
  mark_fixture_assert_hit (layout, 195, 5, (guint[]){ 3, 0 });
  g_assert_false (jipyo_plot_layout_find_datum (layout, 300, 100, NULL, NULL));
}

/* What the parts leave of the whole is pale, and so is a part that is switched off. */
static void
test_waffle_rest (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotState state = jipyo_plot_state_new ();
  const JipyoPlotFrame frame = {
    .theme = jipyo_theme_get (JIPYO_THEME_PRINT),
    .width = 300,
    .height = 300,
    .type = jipyo_type_scale_from_label (13),
    .bare = TRUE,
    .state = &state,
  };

  plot->units = 25;
  plot->value.has_bounds = TRUE;
  plot->value.high = 50;
  add_part (plot, NULL, 20);
  add_part (plot, NULL, 10);
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &frame);
  g_assert_cmpuint (layout->cells->len, ==, 15);
  g_assert_cmpuint (layout->patches->len, ==, 10);
  jipyo_plot_state_toggle (&state, 0, 2);
  g_autoptr (JipyoPlotLayout) without = jipyo_plot_layout_new_framed (plot, &frame);
  g_assert_cmpuint (without->cells->len, ==, 5);
  g_assert_cmpuint (without->patches->len, ==, 20);
}

/* Two wholes beside each other, each with its name below. */
static void
test_waffles (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = add_part (plot, "open", 30);

  jipyo_plot_add_band (plot, "Pine", NULL);
  jipyo_plot_add_band (plot, "Oak", NULL);
  jipyo_plot_series_add (series, 1, 60, NULL);
  jipyo_plot_series_add (add_part (plot, "closed", 70), 1, 40, NULL);
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->cells->len, ==, 200);
  g_assert_cmpuint (layout->shapes->len, ==, 4);
  g_assert_cmpuint (layout->texts->len, ==, 4);
  g_autofree char *text = jipyo_datum_text_describe (plot, 0, 1);
  g_assert_cmpstr (text, ==, "Oak, open: 60");
}

/* Four side by side leave height: under each stands the figure of its first part, then its name. */
static void
test_waffle_figures (void)
{
  static const char *const figures[] = { "33 %", "61 %", "12 %", "50 %" };
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *open = jipyo_plot_add_series (plot, "open", NULL, JIPYO_MARK_WAFFLE);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++) {
    jipyo_plot_add_band (plot, "Land", NULL);
    jipyo_plot_series_add (open, i, 20, figures[i]);
  }
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  double bottom = 0;
  for (guint i = 0; i < layout->cells->len; i++) {
    const JipyoRect *rect = &g_array_index (layout->cells, JipyoPlotCell, i).rect;
    bottom = MAX (bottom, rect->y + rect->height);
  }
  g_assert_cmpuint (layout->texts->len, ==, 8);
  for (guint i = 0; i < 4; i++) {
    const JipyoTextLayout *figure = g_ptr_array_index (layout->texts, i);
    const JipyoTextLayout *name = g_ptr_array_index (layout->texts, i + 4);
    g_assert_cmpfloat (figure->rect.height, >, name->rect.height * 1.5);
    g_assert_cmpfloat (figure->rect.y, >=, bottom);
    g_assert_cmpfloat (name->rect.y, >=, figure->rect.y + figure->rect.height - 1);
    g_assert_cmpfloat (name->rect.y + name->rect.height, <, layout->body.y + layout->body.height);
    g_assert_cmpfloat (figure->rect.x, ==, name->rect.x);
  }
}

/* Squares fill the height where a wider whole allows it, else they lie in its middle. */
static void
test_waffle_fills (void)
{
  static const struct {
    guint units, across;
    double pitch;
  } cases[] = {
    { 47, 10, 40 }, /* 400 × 200 units; seven across would be 28 wide */
    { 50, 10, 40 },
    { 100, 10, 20 },
    { 25, 5, 40 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
    plot->units = cases[i].units;
    add_part (plot, NULL, 1);
    g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
    const JipyoPlotCell *cells = (const JipyoPlotCell *) (gpointer) layout->cells->data;
    g_assert_cmpfloat_with_epsilon (cells[1].rect.x - cells[0].rect.x, cases[i].pitch, 1e-9);
    g_assert_cmpfloat (cells[cases[i].across - 1].rect.y, ==, cells[0].rect.y);
    g_assert_cmpfloat (cells[cases[i].across].rect.y, <, cells[0].rect.y);
  }
  g_autoptr (JipyoPlot) pair = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = add_part (pair, NULL, 1);
  for (guint i = 1; i < 8; i++)
    jipyo_plot_series_add (series, i, 1, NULL);
  g_autoptr (JipyoPlotLayout) layout =
               jipyo_plot_layout_new (pair, jipyo_theme_get (JIPYO_THEME_LIGHT), 400, 390);
  double top = INFINITY, bottom = -INFINITY;
  for (guint i = 0; i < layout->cells->len; i++) {
    const JipyoRect *rect = &g_array_index (layout->cells, JipyoPlotCell, i).rect;
    top = MIN (top, rect->y);
    bottom = MAX (bottom, rect->y + rect->height);
  }
  g_assert_cmpfloat_with_epsilon (top - layout->body.y,
                                  layout->body.y + layout->body.height - bottom, 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/mark-waffle/waffle", test_waffle);
  g_test_add_func ("/chart/mark-waffle/waffle-rest", test_waffle_rest);
  g_test_add_func ("/chart/mark-waffle/waffles", test_waffles);
  g_test_add_func ("/chart/mark-waffle/waffle-figures", test_waffle_figures);
  g_test_add_func ("/chart/mark-waffle/waffle-fills", test_waffle_fills);
  return mark_fixture_run ();
}
