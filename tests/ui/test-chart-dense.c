/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart of a million points, as years of minutes are: it is pointed at, zoomed, panned, walked
 * and told as any other, and none of that is made of each point.
 */

#include "chart-fixture.h"
#include "jipyo-chart-overview.h"
#include "jipyo-chart-points.h"

#include <math.h>

static const guint n_points = 1000000, peak_at = 700000, gap_at = 300000, n_unknown = 600;
static const double first_s = 1.6e9, step_s = 60;

static JipyoPlot *
make_plot (void)
{
  double *values = g_new (double, n_points);
  const JipyoColumnData data = {
    .start = first_s, .step = step_s, .values = values, .n = n_points
  };
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);

  for (guint i = 0; i < n_points; i++)
    values[i] = 100 + 40 * sin (i * 1e-5) + 5 * sin (i * 0.37);
  values[peak_at] = 999;
  for (guint i = 0; i < n_unknown; i++)
    values[gap_at + i] = NAN;
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, g_free, values);
  jipyo_plot_set_title (plot, "Minutes, made up", NULL);
  plot->position.kind = JIPYO_SCALE_TIME;
  plot->value.unit = JIPYO_UNIT_POINTS;
  jipyo_plot_series_set_columns (jipyo_plot_add_series (plot, "a", "Alpha", JIPYO_MARK_LINE),
                                 columns);
  return plot;
}

/* The point at the pointer is marked, and told, wherever the line is. */
static void
check_hover (ChartFixture *self)
{
  const JipyoRect area = jipyo_chart_view_get_area (self->chart);
  const guint before = jipyo_chart_view_get_n_drawn (self->chart);
  guint last = G_MAXUINT;

  g_assert_cmpfloat (area.width, >, 100);
  for (double share = 0.1; share < 0.9; share += 0.1) {
    const double x = area.x + area.width * share;
    guint series, datum;
    JipyoRect rect;
    jipyo_chart_view_point (self->chart, x, area.y + 3);
    g_assert_true (jipyo_chart_view_get_marked (self->chart, &series, &datum));
    g_assert_true (jipyo_chart_view_get_mark_rect (self->chart, &rect));
    g_assert_cmpfloat (fabs (rect.x + rect.width / 2 - x), <, 13);
    g_assert_cmpuint (datum, !=, last);
    last = datum;
    g_autofree char *card = jipyo_chart_view_format_card (self->chart);
    g_assert_nonnull (strstr (card, "Alpha"));
    ui_fixture_settle ();
  }
  g_assert_cmpuint (jipyo_chart_view_get_n_drawn (self->chart), ==, before);
}

static void
test_hover (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  check_hover (&self);
  chart_fixture_tear_down (&self);
}

static void
test_zoom_and_pan (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  const JipyoRect area = jipyo_chart_view_get_area (self.chart);
  const guint before = jipyo_chart_view_get_n_drawn (self.chart);
  /* Down to single points and on. */
  for (guint i = 1; i <= 24; i++) {
    jipyo_chart_view_zoom (self.chart, area.x + area.width * 0.6, 0.5);
    jipyo_chart_view_pan (self.chart, 30);
    ui_fixture_settle ();
    g_assert_cmpuint (jipyo_chart_view_get_n_drawn (self.chart), ==, before + i);
    if (i == 1)
      check_hover (&self);
  }
  jipyo_chart_view_reset (self.chart);
  ui_fixture_settle ();
  g_assert_false (jipyo_chart_view_is_zoomed (self.chart));
  check_hover (&self);
  chart_fixture_tear_down (&self);
}

/* So many points have a strip from the first, drawn once whatever part is in view. */
static void
test_overview (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  JipyoChartOverview *overview = JIPYO_CHART_OVERVIEW (
    ui_fixture_find (GTK_WIDGET (self.chart), JIPYO_TYPE_CHART_OVERVIEW, NULL));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (overview)));
  jipyo_chart_view_set_window (self.chart, (JipyoPlotWindow){ 0.2, 0.4 });
  ui_fixture_settle ();
  const guint drawn = jipyo_chart_overview_get_n_drawn (overview);
  g_assert_cmpuint (drawn, >, 0);
  for (guint i = 0; i < 4; i++) {
    g_assert_true (jipyo_chart_view_pan (self.chart, 25));
    ui_fixture_settle ();
  }
  g_assert_cmpuint (jipyo_chart_overview_get_n_drawn (overview), ==, drawn);
  chart_fixture_tear_down (&self);
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* The summary counts every point and knows the one that sticks out; the list that a screen reader
 * goes through is one of stretches. */
static void
test_told (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.chart), "chart.summary", NULL));
  ui_fixture_settle ();
  GtkWidget *summary = ui_fixture_find (GTK_WIDGET (self.chart), GTK_TYPE_LABEL, "999,400 figures");
  g_assert_nonnull (summary);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (summary)), "999"));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (summary)), "600 more are not known"));
  GtkWidget *points = ui_fixture_find (GTK_WIDGET (self.chart), JIPYO_TYPE_CHART_POINTS, NULL);
  g_assert_nonnull (points);
  g_assert_cmpuint (count_children (points), >, 10);
  g_assert_cmpuint (count_children (points), <, 2000);
  chart_fixture_tear_down (&self);
}

static const char *
get_first_text (GtkWidget *points)
{
  return jipyo_chart_points_get_text (JIPYO_CHART_POINTS (points), 0, 0);
}

static int
find_item_x (GtkWidget *points, guint index)
{
  GtkWidget *item = gtk_widget_get_first_child (points);
  graphene_rect_t bounds;

  for (guint i = 0; i < index && item != NULL; i++)
    item = gtk_widget_get_next_sibling (item);
  g_assert_nonnull (item);
  g_assert_true (gtk_widget_compute_bounds (item, points, &bounds));
  return (int) bounds.origin.x;
}

/* Panned, the list has other places, but no text is made anew. */
static void
test_told_once (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  GtkWidget *points = ui_fixture_find (GTK_WIDGET (self.chart), JIPYO_TYPE_CHART_POINTS, NULL);
  jipyo_chart_view_set_window (self.chart, (JipyoPlotWindow){ 0.2, 0.6 });
  ui_fixture_settle ();
  const char *text = get_first_text (points);
  const int x = find_item_x (points, 150);
  g_assert_nonnull (text);
  g_assert_true (jipyo_chart_view_pan (self.chart, 60));
  ui_fixture_settle ();
  g_assert_true (get_first_text (points) == text);
  g_assert_cmpint (abs (find_item_x (points, 150) - x), ==, 60);
  chart_fixture_tear_down (&self);
}

/* Keys and pointer come to real points, near and far, and a stretch is measured between two. */
static void
test_walked (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  const double width = gtk_widget_get_width (GTK_WIDGET (self.chart));
  g_assert_cmpfloat (jipyo_chart_view_get_position (self.chart), ==, first_s);
  g_assert_true (jipyo_chart_view_move_focus (self.chart, 10));
  g_assert_cmpfloat (jipyo_chart_view_get_position (self.chart), ==, first_s + 10 * step_s);
  jipyo_chart_view_set_measuring (self.chart, TRUE);
  g_assert_true (jipyo_chart_view_move_focus (self.chart, 2 * (int) n_points));
  g_assert_cmpfloat (jipyo_chart_view_get_position (self.chart), ==,
                     first_s + (n_points - 1) * step_s);
  g_autofree char *stretch = jipyo_chart_view_format_card (self.chart);
  g_assert_nonnull (strstr (stretch, "694 days"));
  g_assert_true (jipyo_chart_view_step_back (self.chart));
  ui_fixture_settle ();
  jipyo_chart_view_point (self.chart, width / 2,
                          gtk_widget_get_height (GTK_WIDGET (self.chart)) / 2.0);
  g_autofree char *card = jipyo_chart_view_format_card (self.chart);
  g_assert_nonnull (strstr (card, "Alpha"));
  g_assert_cmpfloat_with_epsilon (jipyo_chart_view_get_position (self.chart),
                                  first_s + n_points / 2 * step_s, n_points * step_s * 0.1);
  chart_fixture_tear_down (&self);
}

/* A thousandth of it is drawn once, and is walked then, too. */
static void
test_zoomed (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  const double middle = gtk_widget_get_width (GTK_WIDGET (self.chart)) / 2.0;
  const guint before = jipyo_chart_view_get_n_drawn (self.chart);
  g_assert_cmpuint (before, >, 0);
  jipyo_chart_view_zoom (self.chart, middle, 0.001);
  ui_fixture_settle ();
  g_assert_true (jipyo_chart_view_is_zoomed (self.chart));
  g_assert_cmpuint (jipyo_chart_view_get_n_drawn (self.chart), ==, before + 1);
  jipyo_chart_view_point (self.chart, middle, 50);
  const double at = jipyo_chart_view_get_position (self.chart);
  g_assert_true (jipyo_chart_view_move_focus (self.chart, 1));
  g_assert_cmpfloat (jipyo_chart_view_get_position (self.chart), ==, at + step_s);
  jipyo_chart_view_reset (self.chart);
  g_assert_false (jipyo_chart_view_is_zoomed (self.chart));
  chart_fixture_tear_down (&self);
}

/* Of all points what is behind them, and another line over them of which nothing is known. */
static void
add_claims (JipyoPlot *plot)
{
  static char names[10][3] = { "c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9" };
  JipyoPlotSeries *series = g_ptr_array_index (plot->series, 0);
  g_autoptr (GPtrArray) claims = g_ptr_array_sized_new (n_points);

  for (guint i = 0; i < n_points; i++)
    g_ptr_array_add (claims, names[i % G_N_ELEMENTS (names)]);
  jipyo_plot_series_set_claims (series, claims);
  jipyo_plot_series_set_columns (jipyo_plot_add_series (plot, "b", "Beta", JIPYO_MARK_LINE),
                                 series->columns);
}

static void
test_pressed (void)
{
  JipyoPlot *plot = make_plot ();
  ChartFixture self;

  add_claims (plot);
  chart_fixture_set_up (&self, plot);
  const JipyoRect area = jipyo_chart_view_get_area (self.chart);
  for (double share = 0.15; share < 0.9; share += 0.2) {
    guint series, datum;
    JipyoRect rect;
    jipyo_chart_view_point (self.chart, area.x + area.width * share, area.y + 3);
    g_assert_true (jipyo_chart_view_get_mark_rect (self.chart, &rect));
    jipyo_chart_view_press (self.chart, rect.x + rect.width / 2, rect.y + rect.height / 2);
    g_assert_true (jipyo_chart_view_get_marked (self.chart, &series, &datum));
    g_assert_cmpuint (series, ==, 0);
    g_autofree char *claim = g_strdup_printf ("c%u", datum % 10);
    g_assert_cmpstr (jipyo_chart_view_get_focused_claim (self.chart), ==, claim);
  }
  chart_fixture_tear_down (&self);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/chart-dense/hover", test_hover);
  g_test_add_func ("/ui/chart-dense/zoom-and-pan", test_zoom_and_pan);
  g_test_add_func ("/ui/chart-dense/overview", test_overview);
  g_test_add_func ("/ui/chart-dense/told", test_told);
  g_test_add_func ("/ui/chart-dense/told-once", test_told_once);
  g_test_add_func ("/ui/chart-dense/walked", test_walked);
  g_test_add_func ("/ui/chart-dense/zoomed", test_zoomed);
  g_test_add_func ("/ui/chart-dense/pressed", test_pressed);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
