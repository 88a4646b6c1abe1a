/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart of more points than anybody can read, as years of minutes are: it is told, walked and
 * zoomed as any other, and none of that is made of each point.
 */

#include "fixture.h"
#include "jipyo-chart-points.h"
#include "jipyo-chart.h"

#include <math.h>

static const guint n_points = 100000, peak_at = 70000, gap_at = 30000;
static const double first_s = 1.7e9, step_s = 60;

typedef struct {
  UiFixture ui;
  JipyoViewResult *result;
  JipyoChartView *chart;
} Fixture;

static JipyoPlot *
make_plot (void)
{
  double *values = g_new (double, n_points);
  const JipyoColumnData data = {
    .start = first_s, .step = step_s, .values = values, .n = n_points
  };
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);

  for (guint i = 0; i < n_points; i++)
    values[i] = 100 + 10 * sin (i * 0.0007) + (i % 13) * 0.1;
  values[peak_at] = 999;
  for (guint i = 0; i < 600; i++)
    values[gap_at + i] = NAN;
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, g_free, values);
  jipyo_plot_set_title (plot, "Minutes, made up", NULL);
  plot->position.kind = JIPYO_SCALE_TIME;
  plot->value.unit = JIPYO_UNIT_POINTS;
  jipyo_plot_series_set_columns (jipyo_plot_add_series (plot, "a", "Alpha", JIPYO_MARK_LINE),
                                 columns);
  return plot;
}

static void
set_up (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  ui_fixture_set_up (&self->ui, NULL, JIPYO_LANG_EN);
  self->result = jipyo_view_result_new (self->ui.session, "models-year", NULL, &error);
  g_assert_no_error (error);
  JipyoSheet *sheet = jipyo_view_result_get_view (self->result)->sheet;
  jipyo_sheet_take_plot (sheet, make_plot ());
  self->chart = jipyo_chart_new (self->ui.look);
  jipyo_chart_view_set_plot (self->chart, self->result, sheet->plots->len - 1);
  ui_fixture_show (&self->ui, GTK_WIDGET (self->chart));
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
  ui_fixture_settle ();
}

static void
tear_down (Fixture *self)
{
  g_object_unref (self->result);
  ui_fixture_tear_down (&self->ui);
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *words)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && (words == NULL || strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, type, words);
    if (found != NULL)
      return found;
  }
  return NULL;
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
  Fixture self;

  set_up (&self);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.chart), "chart.summary", NULL));
  ui_fixture_settle ();
  GtkWidget *summary = find (GTK_WIDGET (self.chart), GTK_TYPE_LABEL, "99,400 figures");
  g_assert_nonnull (summary);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (summary)), "999"));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (summary)), "600 more are not known"));
  GtkWidget *points = find (GTK_WIDGET (self.chart), JIPYO_TYPE_CHART_POINTS, NULL);
  g_assert_nonnull (points);
  g_assert_cmpuint (count_children (points), >, 10);
  g_assert_cmpuint (count_children (points), <, 2000);
  tear_down (&self);
}

/* Keys and pointer come to real points, near and far, and a stretch is measured between two. */
static void
test_walked (void)
{
  Fixture self;

  set_up (&self);
  const double width = gtk_widget_get_width (GTK_WIDGET (self.chart));
  g_assert_cmpfloat (jipyo_chart_view_get_position (self.chart), ==, first_s);
  g_assert_true (jipyo_chart_view_move_focus (self.chart, 10));
  g_assert_cmpfloat (jipyo_chart_view_get_position (self.chart), ==, first_s + 10 * step_s);
  jipyo_chart_view_set_measuring (self.chart, TRUE);
  g_assert_true (jipyo_chart_view_move_focus (self.chart, 2 * (int) n_points));
  g_assert_cmpfloat (jipyo_chart_view_get_position (self.chart), ==,
                     first_s + (n_points - 1) * step_s);
  g_autofree char *stretch = jipyo_chart_view_format_card (self.chart);
  g_assert_nonnull (strstr (stretch, "69 days"));
  g_assert_true (jipyo_chart_view_step_back (self.chart));
  ui_fixture_settle ();
  jipyo_chart_view_point (self.chart, width / 2,
                          gtk_widget_get_height (GTK_WIDGET (self.chart)) / 2.0);
  g_autofree char *card = jipyo_chart_view_format_card (self.chart);
  g_assert_nonnull (strstr (card, "Alpha"));
  g_assert_cmpfloat_with_epsilon (jipyo_chart_view_get_position (self.chart),
                                  first_s + n_points / 2 * step_s, n_points * step_s * 0.1);
  tear_down (&self);
}

/* A thousandth of it is drawn once, and is walked then, too. */
static void
test_zoomed (void)
{
  Fixture self;

  set_up (&self);
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
  tear_down (&self);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/dense-chart/told", test_told);
  g_test_add_func ("/ui/dense-chart/walked", test_walked);
  g_test_add_func ("/ui/dense-chart/zoomed", test_zoomed);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
