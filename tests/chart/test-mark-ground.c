/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where marks lie that cover the ground: bins, tiles and stacked areas. In numbers, on a bare plot
 * of 400 × 200 units.
 */

#include "jipyo-bins.h"
#include "jipyo-datum-text.h"
#include "jipyo-plot-find.h"
#include "jipyo-sample.h"
#include "mark-fixture.h"

#include <math.h>

static void
add_bin (JipyoPlotSeries *series, double low, double high, double count)
{
  jipyo_plot_series_add (series, (low + high) / 2, count, NULL)->start = low;
}

/* A bar from edge to edge of its bin; the middle bin has no edge and is a trace at its middle. */
static void
test_histogram (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_HISTOGRAM);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->position.hidden = TRUE;
  plot->position.has_bounds = TRUE;
  plot->position.high = 40;
  plot->value.has_bounds = TRUE;
  plot->value.high = 100;
  plot->value.hidden = TRUE;
  add_bin (series, 0, 10, 50);
  add_bin (series, 10, 20, 0);
  add_bin (series, 20, 40, 100);
  add_bin (series, 20, 30, NAN);
  jipyo_plot_series_add (series, 15, 20, NULL);
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->shapes->len, ==, 4);
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 0)->rect,
                            (JipyoRect){ 0, 100, 100, 100 });
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 1)->rect,
                            (JipyoRect){ 100, 200, 100, 0 });
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 2)->rect,
                            (JipyoRect){ 200, 0, 200, 200 });
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 3)->rect,
                            (JipyoRect){ 149.5, 160, 1, 40 });
  mark_fixture_assert_hit (layout, 3, 150, (guint[]){ 0, 0 });
  mark_fixture_assert_hit (layout, 390, 2, (guint[]){ 0, 2 });
  g_assert_false (jipyo_plot_layout_find_datum (layout, 50, 60, NULL, NULL));
}

/* The axis begins and ends with the bins, a hair of air apart, and the counts from zero. */
static void
test_histogram_domain (void)
{
  static const double values[] = { 11, 12, 12, 13, 15, 17, 18, 18, 19, 29 };
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_HISTOGRAM);
  g_autoptr (GArray) bins = jipyo_bins_new (values, G_N_ELEMENTS (values), FALSE);
  double sum = 0;

  plot->position.kind = JIPYO_SCALE_LINEAR;
  jipyo_bins_add_to_series (bins, series);
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpfloat_with_epsilon (layout->position.low, 10 - 20 * 0.012, 1e-9);
  g_assert_cmpfloat_with_epsilon (layout->position.high, 30 + 20 * 0.012, 1e-9);
  g_assert_cmpfloat (layout->value.low, ==, 0);
  for (guint i = 0; i < series->data->len; i++)
    sum += g_array_index (series->data, JipyoDatum, i).value;
  g_assert_cmpfloat (sum, ==, G_N_ELEMENTS (values));
  g_autofree char *text = jipyo_datum_text_describe (plot, 0, 0);
  g_assert_cmpstr (text, ==, "10 to 20: 9");
}

static JipyoPlot *
make_sample (const char *name)
{
  for (guint i = 0; jipyo_sample_get (i) != NULL; i++)
    if (g_str_equal (jipyo_sample_get (i)->name, name))
      return jipyo_sample_make (jipyo_sample_get (i), JIPYO_LANG_EN);
  g_error ("no sample %s", name);
}

/* The highest bin at the very axis keeps its figure, though the unit stands there, too. */
static void
test_histogram_figures (void)
{
  const JipyoPlotFrame frame = {
    .theme = jipyo_theme_get (JIPYO_THEME_LIGHT),
    .width = 900,
    .height = 500,
    .type = jipyo_type_scale_from_label (13),
    .bare = TRUE,
  };
  g_autoptr (JipyoPlot) plot = make_sample ("histogram-skewed");
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &frame);
  guint n = 0;

  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    n += g_str_equal (pango_layout_get_text (text->layout), "102");
  }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_histogram_words (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_KO);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_HISTOGRAM);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->position.unit = JIPYO_UNIT_POINTS;
  plot->value.unit = JIPYO_UNIT_MODELS;
  add_bin (series, 40, 50, 12);
  g_autofree char *text = jipyo_datum_text_describe (plot, 0, 0);
  g_assert_cmpstr (text, ==, "40.0점부터 50.0점까지: 12개");
}

/* 6, 6 and 4, 3, 2, 2, 1 as two groups of 12 each: half of the ground for either. */
static void
test_treemap (void)
{
  static const double values[2][5] = { { 6, 6, NAN, -1, 0 }, { 4, 3, 2, 2, 1 } };
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  double covered = 0;

  for (guint i = 0; i < 2; i++) {
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "g", NULL, JIPYO_MARK_TREEMAP);
    for (guint k = 0; k < 5; k++) {
      jipyo_plot_add_band (plot, i == 0 ? "pine" : "oak", NULL);
      jipyo_plot_series_add (series, i * 5 + k, values[i][k], "figure");
    }
  }
  jipyo_plot_series_add (jipyo_plot_add_series (plot, "x", NULL, JIPYO_MARK_BAR), 0, 99, NULL);
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->shapes->len, ==, 7); /* the bar has no ground here */
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 0)->rect,
                            (JipyoRect){ 0, 0, 200, 100 });
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 1)->rect,
                            (JipyoRect){ 0, 100, 200, 100 });
  for (guint i = 0; i < 7; i++) {
    const JipyoPlotShape *shape = mark_fixture_get_shape (layout, i);
    const double area = shape->rect.width * shape->rect.height;
    const double value = values[shape->series][shape->datum];
    g_assert_cmpfloat_with_epsilon (area, value / 24 * 400 * 200, 1e-6);
    covered += area;
    mark_fixture_assert_hit (layout, shape->x, shape->y, (guint[]){ shape->series, shape->datum });
  }
  g_assert_cmpfloat_with_epsilon (covered, 400 * 200, 1e-6);
  g_assert_null (jipyo_plot_layout_get_whole (layout));
  g_autofree char *text = jipyo_datum_text_describe (plot, 1, 0);
  g_assert_cmpstr (text, ==, "oak: figure, 4");
}

/* Each text lies inside its tile. */
static void
test_treemap_texts (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "g", NULL, JIPYO_MARK_TREEMAP);
  guint n_inside = 0;

  for (guint i = 0; i < 40; i++) {
    g_autofree char *name = g_strdup_printf ("company %u", i);
    jipyo_plot_add_band (plot, name, NULL);
    jipyo_plot_series_add (series, i, 100 / (i + 1.0), "1,234");
  }
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->texts->len, >=, 6);
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoRect *t = &((JipyoTextLayout *) g_ptr_array_index (layout->texts, i))->rect;
    for (guint k = 0; k < layout->shapes->len; k++) {
      const JipyoRect *r = &mark_fixture_get_shape (layout, k)->rect;
      n_inside += t->x >= r->x && t->y >= r->y && t->x + t->width <= r->x + r->width
                      && t->y + t->height <= r->y + r->height
                    ? 1
                    : 0;
    }
  }
  g_assert_cmpuint (n_inside, ==, layout->texts->len);
}

/* A group that is switched off leaves its ground to the others. */
static void
test_treemap_hidden (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotState state = jipyo_plot_state_new ();
  JipyoPlotFrame frame = {
    .theme = jipyo_theme_get (JIPYO_THEME_DARK),
    .width = 400,
    .height = 200,
    .type = jipyo_type_scale_from_label (13),
    .bare = TRUE,
    .state = &state,
  };

  for (guint i = 0; i < 2; i++)
    jipyo_plot_series_add (jipyo_plot_add_series (plot, "g", NULL, JIPYO_MARK_TREEMAP), i, 5, NULL);
  g_assert_true (jipyo_plot_state_toggle (&state, 0, 2));
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &frame);
  g_assert_cmpuint (layout->shapes->len, ==, 1);
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 0)->rect,
                            (JipyoRect){ 0, 0, 400, 200 });
  for (guint i = 0; i < 2; i++)
    g_array_index (jipyo_plot_scene_get_series (plot, i)->data, JipyoDatum, 0).value = -1;
  g_autoptr (JipyoPlotLayout) empty = jipyo_plot_layout_new_framed (plot, &frame);
  g_assert_cmpuint (empty->shapes->len, ==, 0);
}

/* Each area begins where the one below ends; where that has a gap, on what is left. */
static void
test_area_stack (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *lower = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_AREA_STACK);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->position.hidden = TRUE;
  plot->position.has_bounds = TRUE;
  plot->position.high = 4;
  plot->value.has_bounds = TRUE;
  plot->value.high = 100;
  plot->value.hidden = TRUE;
  jipyo_plot_series_add (lower, 0, 20, NULL);
  jipyo_plot_series_add (lower, 2, 40, NULL);
  jipyo_plot_series_add (lower, 4, NAN, NULL);
  JipyoPlotSeries *upper = jipyo_plot_add_series (plot, "b", NULL, JIPYO_MARK_AREA_STACK);
  for (guint i = 0; i < 3; i++)
    jipyo_plot_series_add (upper, i * 2, 50, NULL);
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->shapes->len, ==, 5);
  /* Half-way to the neighbours. */
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 0)->rect,
                            (JipyoRect){ -0.5, 160, 100.5, 40 });
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 1)->rect,
                            (JipyoRect){ 100, 120, 100.5, 80 });
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 2)->rect,
                            (JipyoRect){ -0.5, 60, 100.5, 100 });
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 3)->rect,
                            (JipyoRect){ 100, 20, 200, 100 });
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 4)->rect,
                            (JipyoRect){ 300, 100, 100.5, 100 });
  mark_fixture_assert_hit (layout, 110, 150, (guint[]){ 0, 1 });
  mark_fixture_assert_hit (layout, 290, 60, (guint[]){ 1, 1 });
}

/* The axis holds the sums from zero, and ends with the data. */
static void
test_area_stack_domain (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (guint s = 0; s < 3; s++) {
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", "a", JIPYO_MARK_AREA_STACK);
    for (guint i = 0; i <= 10; i++)
      jipyo_plot_series_add (series, i, 10 + s, NULL);
  }
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpfloat (layout->value.low, ==, 0);
  g_assert_cmpfloat (layout->value.high, ==, 33);
  g_assert_cmpfloat_with_epsilon (layout->position.high, 10 + 0.12, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/mark-ground/histogram", test_histogram);
  g_test_add_func ("/chart/mark-ground/histogram-domain", test_histogram_domain);
  g_test_add_func ("/chart/mark-ground/histogram-words", test_histogram_words);
  g_test_add_func ("/chart/mark-ground/histogram-figures", test_histogram_figures);
  g_test_add_func ("/chart/mark-ground/treemap", test_treemap);
  g_test_add_func ("/chart/mark-ground/treemap-texts", test_treemap_texts);
  g_test_add_func ("/chart/mark-ground/treemap-hidden", test_treemap_hidden);
  g_test_add_func ("/chart/mark-ground/area-stack", test_area_stack);
  g_test_add_func ("/chart/mark-ground/area-stack-domain", test_area_stack_domain);
  return mark_fixture_run ();
}
