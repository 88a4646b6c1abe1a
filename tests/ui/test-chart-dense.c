/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart of a million made-up points in a window: pointed at, zoomed, panned, seen as a whole in
 * its strip.
 */

#include "fixture.h"
#include "jipyo-chart-overview.h"
#include "jipyo-chart.h"

#include <math.h>

enum { N = 1000000 };

typedef struct {
  UiFixture ui;
  JipyoViewResult *result;
  JipyoChartView *chart;
} Fixture;

static JipyoPlot *
make_plot (void)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  double *values = g_new (double, N);

  for (guint i = 0; i < N; i++)
    values[i] = 100 + 40 * sin (i * 1e-5) + 5 * sin (i * 0.37);
  const JipyoColumnData data = { .start = 1.6e9, .step = 60, .values = values, .n = N };
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, g_free, values);
  jipyo_plot_set_title (plot, "A million made-up points", NULL);
  plot->position.kind = JIPYO_SCALE_TIME;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", "Alpha", JIPYO_MARK_LINE);
  jipyo_plot_series_set_columns (series, columns);
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
}

static void
tear_down (Fixture *self)
{
  g_object_unref (self->result);
  ui_fixture_tear_down (&self->ui);
}

/* The point at the pointer is marked, and told, wherever the line is. */
static void
check_hover (Fixture *self)
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
  Fixture self;

  set_up (&self);
  check_hover (&self);
  tear_down (&self);
}

static void
test_zoom_and_pan (void)
{
  Fixture self;

  set_up (&self);
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
  tear_down (&self);
}

static JipyoChartOverview *
find_overview (GtkWidget *widget)
{
  if (JIPYO_IS_CHART_OVERVIEW (widget))
    return JIPYO_CHART_OVERVIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    JipyoChartOverview *found = find_overview (child);
    if (found != NULL)
      return found;
  }
  return NULL;
}

/* So many points have a strip from the first, drawn once whatever part is in view. */
static void
test_overview (void)
{
  Fixture self;

  set_up (&self);
  JipyoChartOverview *overview = find_overview (GTK_WIDGET (self.chart));
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
  tear_down (&self);
}

/* The node as wide as the chart that is no container. */
static GskRenderNode *
find_picture (GskRenderNode *node, float width)
{
  graphene_rect_t bounds;

  if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    return find_picture (gsk_transform_node_get_child (node), width);
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE) {
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++) {
      GskRenderNode *found = find_picture (gsk_container_node_get_child (node, i), width);
      if (found != NULL)
        return found;
    }
    return NULL;
  }
  gsk_render_node_get_bounds (node, &bounds);
  return bounds.size.width >= width ? node : NULL;
}

static GskRenderNode *
snapshot (GtkWidget *widget)
{
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  g_autoptr (GskRenderNode) node = gtk_snapshot_to_node (snapshot);
  GskRenderNode *found = find_picture (node, (float) width);
  g_assert_nonnull (found);
  return gsk_render_node_ref (found);
}

/* The software renderer paints the image of the picture, and where a node is the same it paints
 * nothing. */
static void
test_same_node (void)
{
  Fixture self;

  set_up (&self);
  const JipyoRect area = jipyo_chart_view_get_area (self.chart);
  jipyo_chart_view_point (self.chart, area.x + 100, area.y + 20);
  ui_fixture_settle ();
  g_autoptr (GskRenderNode) before = snapshot (GTK_WIDGET (self.chart));
  g_assert_cmpint (gsk_render_node_get_node_type (before), ==, GSK_CAIRO_NODE);
  jipyo_chart_view_point (self.chart, area.x + 200, area.y + 20);
  ui_fixture_settle ();
  g_autoptr (GskRenderNode) after = snapshot (GTK_WIDGET (self.chart));
  g_assert_true (before == after);
  tear_down (&self);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/chart-dense/hover", test_hover);
  g_test_add_func ("/ui/chart-dense/zoom-and-pan", test_zoom_and_pan);
  g_test_add_func ("/ui/chart-dense/overview", test_overview);
  g_test_add_func ("/ui/chart-dense/same-node", test_same_node);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
