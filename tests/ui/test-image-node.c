/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The software renderer paints of a chart what is not as it was, and little else.
 */

#include "chart-fixture.h"
#include "jipyo-chart-overview.h"
#include "jipyo-image-node.h"
#include "jipyo-ink.h"

#include <math.h>
#include <string.h>

static JipyoPlot *
make_plot (void)
{
  static const guint n = 200000;
  double *values = g_new (double, n);
  const JipyoColumnData data = { .start = 1.6e9, .step = 60, .values = values, .n = n };
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);

  for (guint i = 0; i < n; i++)
    values[i] = 100 + 40 * sin (i * 1e-4) + 5 * sin (i * 0.37);
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, g_free, values);
  jipyo_plot_set_title (plot, "Minutes, made up", NULL);
  plot->position.kind = JIPYO_SCALE_TIME;
  jipyo_plot_series_set_columns (jipyo_plot_add_series (plot, "a", "Alpha", JIPYO_MARK_LINE),
                                 columns);
  return plot;
}

/* The node of the picture: as wide as the chart, with tiles first. */
static GskRenderNode *
find_picture (GskRenderNode *node, float width)
{
  graphene_rect_t bounds;

  if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    return find_picture (gsk_transform_node_get_child (node), width);
  if (gsk_render_node_get_node_type (node) != GSK_CONTAINER_NODE)
    return NULL;
  gsk_render_node_get_bounds (node, &bounds);
  GskRenderNode *tiles = gsk_container_node_get_child (node, 0);
  if (bounds.size.width >= width && gsk_render_node_get_node_type (tiles) == GSK_CONTAINER_NODE
      && gsk_render_node_get_node_type (gsk_container_node_get_child (tiles, 0)) == GSK_CAIRO_NODE)
    return node;
  for (guint i = 0; i < gsk_container_node_get_n_children (node); i++) {
    GskRenderNode *found = find_picture (gsk_container_node_get_child (node, i), width);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static GskRenderNode *
snapshot_all (GtkWidget *widget)
{
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  return gtk_snapshot_to_node (snapshot);
}

static GskRenderNode *
snapshot_picture (GtkWidget *widget)
{
  g_autoptr (GskRenderNode) node = snapshot_all (widget);
  GskRenderNode *found = find_picture (node, (float) gtk_widget_get_width (widget));

  g_assert_nonnull (found);
  return gsk_render_node_ref (found);
}

/* What moves over a chart leaves its tiles as they are: where a node is the same the software
 * renderer paints nothing. */
static void
test_same_node (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  const JipyoRect area = jipyo_chart_view_get_area (self.chart);
  jipyo_chart_view_point (self.chart, area.x + 100, area.y + 20);
  ui_fixture_settle ();
  g_autoptr (GskRenderNode) before = snapshot_picture (GTK_WIDGET (self.chart));
  jipyo_chart_view_point (self.chart, area.x + 200, area.y + 20);
  ui_fixture_settle ();
  g_autoptr (GskRenderNode) after = snapshot_picture (GTK_WIDGET (self.chart));
  g_assert_true (gsk_container_node_get_child (before, 0)
                 == gsk_container_node_get_child (after, 0));
  chart_fixture_tear_down (&self);
}

/* A picture of many colours, some of them half transparent. */
static cairo_surface_t *
make_image (int width, int height)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (image);

  for (int i = 0; i < 60; i++) {
    cairo_set_source_rgba (cr, i % 3 / 2.0, i % 5 / 4.0, i % 7 / 6.0, i % 4 / 3.0);
    cairo_arc (cr, i * 37 % width, i * 53 % height, 5 + i % 11, 0, 6);
    cairo_fill (cr);
  }
  cairo_destroy (cr);
  return image;
}

/* On a ground, as a card is. Painted as it is, or by its node. (transfer full) */
static GBytes *
paint_image (cairo_surface_t *image, GskRenderNode *node)
{
  const int width = cairo_image_surface_get_width (image);
  const int height = cairo_image_surface_get_height (image);
  cairo_surface_t *target = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (target);

  cairo_set_source_rgb (cr, 0.9, 0.8, 0.7);
  cairo_paint (cr);
  cairo_set_source_surface (cr, image, 0, 0);
  if (node == NULL)
    cairo_paint (cr);
  else
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (target);
  GBytes *bytes = g_bytes_new (cairo_image_surface_get_data (target),
                               (gsize) cairo_image_surface_get_stride (target) * (gsize) height);
  cairo_surface_destroy (target);
  return bytes;
}

static void
set_image (JipyoImageNode *node, cairo_surface_t *image, ChartFixture *self)
{
  jipyo_image_node_set_image (node, image, GTK_WIDGET (self->chart));
  jipyo_image_node_mark (node, NULL);
}

/* Tile by tile it is the same picture, and nothing keeps the image but the node. */
static void
test_image_node (void)
{
  static const int width = 901, height = 701;
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  cairo_surface_t *image = make_image (width, height);
  JipyoImageNode *tiles = jipyo_image_node_new ();
  g_assert_null (jipyo_image_node_get (tiles));
  set_image (tiles, image, &self);
  GskRenderNode *node = jipyo_image_node_get (tiles);
  g_autoptr (GBytes) expected = paint_image (image, NULL);
  g_autoptr (GBytes) painted = paint_image (image, node);
  graphene_rect_t bounds;

  g_assert_true (g_bytes_equal (expected, painted));
  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_CONTAINER_NODE);
  g_assert_cmpuint (gsk_container_node_get_n_children (gsk_container_node_get_child (node, 0)), >,
                    20);
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_true (graphene_rect_equal (&bounds, &GRAPHENE_RECT_INIT (0, 0, width, height)));
  g_assert_cmpuint (cairo_surface_get_reference_count (image), >, 1);
  jipyo_image_node_free (tiles);
  g_assert_cmpuint (cairo_surface_get_reference_count (image), ==, 1);
  cairo_surface_destroy (image);
  chart_fixture_tear_down (&self);
}

static void
add_bounds (cairo_region_t *region, GskRenderNode *node)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  cairo_region_union_rectangle (
    region, &(const cairo_rectangle_int_t){ (int) bounds.origin.x, (int) bounds.origin.y,
                                            (int) ceilf (bounds.size.width),
                                            (int) ceilf (bounds.size.height) });
}

/* As the toolkit finds what to paint anew: child by child, what either covers of two that are not
 * the same. */
static void
add_damage (cairo_region_t *region, GskRenderNode *before, GskRenderNode *after)
{
  if (before == after)
    return;
  if (gsk_render_node_get_node_type (after) == GSK_TRANSFORM_NODE) {
    add_damage (region, gsk_transform_node_get_child (before),
                gsk_transform_node_get_child (after));
    return;
  }
  if (gsk_render_node_get_node_type (after) != GSK_CONTAINER_NODE) {
    add_bounds (region, before);
    add_bounds (region, after);
    return;
  }
  const guint n_before = gsk_container_node_get_n_children (before);
  const guint n_after = gsk_container_node_get_n_children (after);
  for (guint i = 0; i < MAX (n_before, n_after); i++)
    if (i >= n_after)
      add_bounds (region, gsk_container_node_get_child (before, i));
    else if (i >= n_before)
      add_bounds (region, gsk_container_node_get_child (after, i));
    else
      add_damage (region, gsk_container_node_get_child (before, i),
                  gsk_container_node_get_child (after, i));
}

/* (transfer full) */
static cairo_region_t *
find_damage (GskRenderNode *before, GskRenderNode *after)
{
  cairo_region_t *region = cairo_region_create ();

  add_damage (region, before, after);
  return region;
}

static int
measure_area (const cairo_region_t *region)
{
  int area = 0;

  for (int i = 0; i < cairo_region_num_rectangles (region); i++) {
    cairo_rectangle_int_t rectangle;
    cairo_region_get_rectangle (region, i, &rectangle);
    area += rectangle.width * rectangle.height;
  }
  return area;
}

/* What is painted anew when a chart is panned, the pointer on it or not. */
static void
check_pan (ChartFixture *self)
{
  GtkWidget *chart = GTK_WIDGET (self->chart);
  const int all = gtk_widget_get_width (chart) * gtk_widget_get_height (chart);
  g_autoptr (GskRenderNode) before = snapshot_all (chart);

  jipyo_chart_view_pan (self->chart, 40);
  ui_fixture_settle ();
  g_autoptr (GskRenderNode) panned = snapshot_all (chart);
  cairo_region_t *damage = find_damage (before, panned);
  g_assert_cmpint (measure_area (damage), >, all / 50);
  g_assert_cmpint (measure_area (damage), <, all * 2 / 3);
  g_assert_cmpint (cairo_region_num_rectangles (damage), <=, 30);
  cairo_region_destroy (damage);
}

/* Drawn anew, a picture is painted where it is another one, and in few rectangles: of more than 30
 * the toolkit makes one. */
static void
test_damage (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  const JipyoRect area = jipyo_chart_view_get_area (self.chart);
  jipyo_chart_view_set_window (self.chart, (JipyoPlotWindow){ 0.2, 0.6 });
  ui_fixture_settle ();
  check_pan (&self);
  jipyo_chart_view_point (self.chart, area.x + 100, area.y + 20);
  ui_fixture_settle ();
  check_pan (&self);
  g_autoptr (GskRenderNode) before = snapshot_all (GTK_WIDGET (self.chart));
  jipyo_chart_view_point (self.chart, area.x + 200, area.y + 20);
  ui_fixture_settle ();
  g_autoptr (GskRenderNode) pointed = snapshot_all (GTK_WIDGET (self.chart));
  cairo_region_t *damage = find_damage (before, pointed);
  g_assert_cmpint (measure_area (damage), <, 900 * 700 / 4);
  g_assert_cmpint (cairo_region_num_rectangles (damage), <=, 10);
  cairo_region_destroy (damage);
  chart_fixture_tear_down (&self);
}

/* An image with a dot more than the others. (transfer full) */
static cairo_surface_t *
make_dotted_image (int x, int y)
{
  cairo_surface_t *image = make_image (901, 701);
  cairo_t *cr = cairo_create (image);

  cairo_rectangle (cr, x, y, 1, 1);
  cairo_fill (cr);
  cairo_destroy (cr);
  return image;
}

/* What of it is painted anew. (transfer full) */
static cairo_region_t *
show_dot (ChartFixture *self, JipyoImageNode *node, int x, int y)
{
  g_autoptr (GskRenderNode) before = gsk_render_node_ref (jipyo_image_node_get (node));
  cairo_surface_t *image = make_dotted_image (x, y);

  set_image (node, image, self);
  cairo_surface_destroy (image);
  return find_damage (before, jipyo_image_node_get (node));
}

static void
check_shown (JipyoImageNode *node, int x, int y)
{
  cairo_surface_t *image = make_dotted_image (x, y);
  g_autoptr (GBytes) expected = paint_image (image, NULL);
  g_autoptr (GBytes) painted = paint_image (image, jipyo_image_node_get (node));

  g_assert_true (g_bytes_equal (expected, painted));
  cairo_surface_destroy (image);
}

static void
check_move (ChartFixture *self, JipyoImageNode *node, const int dots[2][2])
{
  cairo_region_t *damage = show_dot (self, node, dots[1][0], dots[1][1]);

  check_shown (node, dots[1][0], dots[1][1]);
  for (int i = 0; i < 2; i++)
    g_assert_true (dots[i][0] < 0 || cairo_region_contains_point (damage, dots[i][0], dots[i][1]));
  g_assert_cmpint (measure_area (damage), >, 0);
  g_assert_cmpint (measure_area (damage), <=, 2 * 32 * 32);
  cairo_region_destroy (damage);
}

static guint
count_marks (const JipyoImageNode *node)
{
  GskRenderNode *marks = gsk_container_node_get_child (jipyo_image_node_get (node), 1);

  return gsk_container_node_get_n_children (marks);
}

/* Only around what is another one than before is painted anew, be it empty then or now; and all of
 * it once in a while. */
static void
test_changes (void)
{
  static const int right = 900, bottom = 700;
  ChartFixture self;
  guint n_whole = 0, n_marks = 0;

  chart_fixture_set_up (&self, make_plot ());
  g_autoptr (JipyoImageNode) node = jipyo_image_node_new ();
  cairo_surface_t *image = make_dotted_image (-1, -1);
  set_image (node, image, &self);
  cairo_surface_destroy (image);
  /* From now on all tiles have ink that will have some. */
  cairo_region_destroy (show_dot (&self, node, right, bottom));
  cairo_region_destroy (show_dot (&self, node, 0, 0));
  check_move (&self, node, (const int[2][2]){ { 0, 0 }, { right, bottom } });
  check_move (&self, node, (const int[2][2]){ { right, bottom }, { -1, -1 } });
  GskRenderNode *same = jipyo_image_node_get (node);
  cairo_region_destroy (show_dot (&self, node, -1, -1));
  g_assert_true (jipyo_image_node_get (node) == same);
  /* To and fro is said by the same marks. */
  for (int i = 0; i < 10; i++) {
    cairo_region_destroy (show_dot (&self, node, i % 2 == 0 ? 0 : right, 0));
    if (i < 4)
      n_marks = count_marks (node);
    else
      g_assert_cmpuint (count_marks (node), ==, n_marks);
  }
  for (int i = 0; i < 400; i++) {
    cairo_region_t *damage = show_dot (&self, node, i * 37 % right, i * 11 % bottom);
    const gboolean whole = measure_area (damage) == 901 * 701;
    n_whole += whole ? 1 : 0;
    g_assert_true (whole || measure_area (damage) < 901 * 701 / 8);
    g_assert_cmpuint (count_marks (node), <=, 256);
    cairo_region_destroy (damage);
  }
  g_assert_cmpuint (n_whole, >, 0);
  g_assert_cmpuint (n_whole, <, 10);
  check_shown (node, 399 * 37 % right, 399 * 11 % bottom);
  chart_fixture_tear_down (&self);
}

static gboolean
is_empty (cairo_surface_t *image)
{
  const guint8 *data = cairo_image_surface_get_data (image);
  const gsize size =
    (gsize) cairo_image_surface_get_stride (image) * (gsize) cairo_image_surface_get_height (image);

  return data[0] == 0 && memcmp (data, data + 1, size - 1) == 0;
}

/* The next image, with a dot. (transfer full) */
static cairo_surface_t *
show_next (ChartFixture *self, JipyoImageNode *node, int x, int y)
{
  cairo_surface_t *image = jipyo_image_node_begin (node, GTK_WIDGET (self->chart), 901, 701);
  cairo_t *cr = cairo_create (image);

  g_assert_true (is_empty (image));
  jipyo_ink_add (cr, &(const JipyoRect){ x, y, 1, 1 });
  cairo_rectangle (cr, x, y, 1, 1);
  cairo_fill (cr);
  cairo_destroy (cr);
  set_image (node, image, self);
  return image;
}

/* Two images take turns, empty each time, and the one that is not seen goes once nothing moves. */
static void
test_turns (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  g_autoptr (JipyoImageNode) node = jipyo_image_node_new ();
  cairo_surface_t *first = show_next (&self, node, 900, 700);
  cairo_surface_destroy (first);
  cairo_surface_t *second = show_next (&self, node, 7, 500);
  cairo_surface_destroy (second);
  for (int i = 0; i < 4; i++) {
    cairo_surface_t *next = show_next (&self, node, i * 100, 300 + i);
    g_assert_true (next == (i % 2 == 0 ? first : second));
    cairo_surface_destroy (next);
  }
  /* One that somebody else has is not drawn on. */
  cairo_surface_reference (second);
  cairo_surface_t *third = show_next (&self, node, 1, 1);
  g_assert_true (third == first);
  cairo_surface_destroy (third);
  cairo_surface_t *fourth = show_next (&self, node, 1, 1);
  g_assert_true (fourth != second);
  cairo_surface_destroy (fourth);
  cairo_surface_destroy (second);
  cairo_surface_reference (third);
  while (cairo_surface_get_reference_count (third) > 1)
    g_main_context_iteration (NULL, TRUE);
  cairo_surface_destroy (third);
  chart_fixture_tear_down (&self);
}

static void
expect_whole (GskRenderNode *node)
{
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      expect_whole (gsk_container_node_get_child (node, i));
  if (gsk_render_node_get_node_type (node) != GSK_TRANSFORM_NODE)
    return;
  float x, y;
  gsk_transform_to_translate (gsk_transform_node_get_transform (node), &x, &y);
  g_assert_cmpfloat (x, ==, floorf (x));
  g_assert_cmpfloat (y, ==, floorf (y));
  expect_whole (gsk_transform_node_get_child (node));
}

/* The strip stands below its chart to a whole pixel, or else there is a seam between its tiles. */
static void
test_strip (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  const JipyoRect area = jipyo_chart_view_get_area (self.chart);
  /* Else nothing is shown by it. */
  g_assert_cmpfloat (area.x, !=, floor (area.x));
  jipyo_chart_view_set_window (self.chart, (JipyoPlotWindow){ 0.4, 0.6 });
  ui_fixture_settle ();
  GtkWidget *strip = ui_fixture_find (GTK_WIDGET (self.chart), JIPYO_TYPE_CHART_OVERVIEW, NULL);
  g_assert_true (gtk_widget_get_mapped (strip));
  g_autoptr (GskRenderNode) node = snapshot_all (strip);
  expect_whole (node);
  chart_fixture_tear_down (&self);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/image-node/strip", test_strip);
  g_test_add_func ("/ui/image-node/same-node", test_same_node);
  g_test_add_func ("/ui/image-node/tiles", test_image_node);
  g_test_add_func ("/ui/image-node/damage", test_damage);
  g_test_add_func ("/ui/image-node/changes", test_changes);
  g_test_add_func ("/ui/image-node/turns", test_turns);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
