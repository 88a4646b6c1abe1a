/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Charts of made-up prices, as the page of an instrument has them, one below the other.
 */

#include "fixture.h"
#include "jipyo-chart-group.h"
#include "jipyo-chart.h"

static const guint n_days = 60;

typedef struct {
  UiFixture ui;
  JipyoViewResult *result;
  JipyoChartGroup *group;
  GtkWidget *box;
  JipyoChartView *charts[2];
} GroupFixture;

/* Nine digits at the left, a name at the right. */
static JipyoPlot *
make_prices (void)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *prices = jipyo_plot_add_series (plot, "price", "Price", JIPYO_MARK_LINE);
  JipyoPlotSeries *average = jipyo_plot_add_series (plot, "average", "Average", JIPYO_MARK_LINE);

  plot->position.kind = JIPYO_SCALE_TIME;
  plot->value.unit = JIPYO_UNIT_KRW;
  plot->value.exact = TRUE;
  for (guint i = 0; i < n_days; i++) {
    jipyo_plot_series_add (prices, i * 86400.0, 159700000 + i % 7 * 90000, NULL);
    jipyo_plot_series_add (average, i * 86400.0, 159000000 + i * 9000, NULL);
  }
  return plot;
}

static JipyoPlot *
make_falls (void)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *falls = jipyo_plot_add_series (plot, "fall", NULL, JIPYO_MARK_AREA);

  plot->position.kind = JIPYO_SCALE_TIME;
  plot->value.unit = JIPYO_UNIT_PERCENT;
  for (guint i = 0; i < n_days; i++)
    jipyo_plot_series_add (falls, i * 86400.0, -(double) (i % 7), NULL);
  return plot;
}

static JipyoChartView *
add_chart (GroupFixture *self, JipyoPlot *plot)
{
  JipyoSheet *sheet = jipyo_view_result_get_view (self->result)->sheet;
  JipyoChartView *chart = jipyo_chart_new (self->ui.look);

  jipyo_sheet_take_plot (sheet, plot);
  jipyo_chart_view_set_plot (chart, self->result, sheet->plots->len - 1);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (chart));
  jipyo_chart_group_add (self->group, chart);
  return chart;
}

static void
set_up (GroupFixture *self, JipyoPlot *upper, JipyoPlot *lower)
{
  g_autoptr (GError) error = NULL;

  ui_fixture_set_up (&self->ui, NULL, JIPYO_LANG_EN);
  self->result = jipyo_view_result_new (self->ui.session, "models-year", NULL, &error);
  g_assert_no_error (error);
  self->group = jipyo_chart_group_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->charts[0] = add_chart (self, upper);
  self->charts[1] = add_chart (self, lower);
  ui_fixture_show (&self->ui, self->box);
}

static void
tear_down (GroupFixture *self)
{
  g_object_unref (self->group);
  g_object_unref (self->result);
  ui_fixture_tear_down (&self->ui);
}

static void
expect_in_line (const GroupFixture *self)
{
  const JipyoRect upper = jipyo_chart_view_get_area (self->charts[0]);
  const JipyoRect lower = jipyo_chart_view_get_area (self->charts[1]);

  g_assert_cmpfloat (upper.width, >, 100);
  g_assert_cmpfloat (lower.x, ==, upper.x);
  g_assert_cmpfloat (lower.width, ==, upper.width);
}

/* At every width, and drawn no second time for it. */
static void
test_in_line (void)
{
  static const int widths[] = { 360, 480, 640 };
  GroupFixture self;

  set_up (&self, make_prices (), make_falls ());
  g_assert_cmpuint (jipyo_chart_view_get_n_drawn (self.charts[0]), ==, 1);
  g_assert_cmpuint (jipyo_chart_view_get_n_drawn (self.charts[1]), ==, 1);
  expect_in_line (&self);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    gtk_widget_set_margin_end (self.box, gtk_widget_get_width (self.ui.window) - widths[i]);
    ui_fixture_settle ();
    g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self.charts[0])), ==, widths[i]);
    expect_in_line (&self);
  }
  tear_down (&self);
}

/* However one of them is looked at. */
static void
test_stay_in_line (void)
{
  GroupFixture self;

  set_up (&self, make_prices (), make_falls ());
  const double before = jipyo_chart_view_get_area (self.charts[1]).width;
  jipyo_chart_view_look_at (self.charts[1], 100, 140);
  ui_fixture_settle ();
  expect_in_line (&self);
  jipyo_chart_view_switch_log (self.charts[0]);
  ui_fixture_settle ();
  expect_in_line (&self);
  jipyo_chart_view_reset (self.charts[0]);
  jipyo_chart_view_reset (self.charts[1]);
  ui_fixture_settle ();
  expect_in_line (&self);
  g_assert_cmpfloat (jipyo_chart_view_get_area (self.charts[1]).width, ==, before);
  tear_down (&self);
}

/* What is not over time keeps its room, and so does a chart that is left alone. */
static void
test_alone (void)
{
  GroupFixture self;
  JipyoPlot *bars = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (bars, "bars", NULL, JIPYO_MARK_BAR);

  jipyo_plot_add_band (bars, "One", NULL);
  jipyo_plot_series_add (series, 0, 3, NULL);
  set_up (&self, make_prices (), bars);
  for (guint i = 0; i < G_N_ELEMENTS (self.charts); i++)
    g_assert_cmpfloat (jipyo_chart_view_get_area (self.charts[i]).x, ==,
                       jipyo_chart_view_measure_sides (self.charts[i]).left);
  g_assert_cmpfloat (jipyo_chart_view_get_area (self.charts[0]).x, >,
                     jipyo_chart_view_get_area (self.charts[1]).x);
  gtk_box_remove (GTK_BOX (self.box), GTK_WIDGET (self.charts[1]));
  gtk_widget_set_margin_end (self.box, 50);
  ui_fixture_settle ();
  tear_down (&self);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/chart-group/in-line", test_in_line);
  g_test_add_func ("/ui/chart-group/stay-in-line", test_stay_in_line);
  g_test_add_func ("/ui/chart-group/alone", test_alone);
}

int
main (int argc, char *argv[])
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
