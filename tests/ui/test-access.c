/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a chart offers to who does not look at it or use a pointer: points to read, a sound, a table
 * one key away, a focus that can be seen. What is on the bus is read by the story "reads".
 */

#include <glib/gstdio.h>
#include <math.h>

#include "fixture.h"
#include "jipyo-chart-points.h"
#include "jipyo-chart-sound.h"
#include "jipyo-chart-view.h"
#include "jipyo-datum-text.h"
#include "jipyo-page.h"
#include "jipyo-plot-reading.h"
#include "jipyo-view-card.h"
#include "jipyo-window.h"

static const double RING_CONTRAST = 4.5;
static const guint RING_PX = 2;
static const double TARGET_PX = 24;

static JipyoViewResult *
build_result (UiFixture *fixture, const char *view)
{
  g_autoptr (GError) error = NULL;
  JipyoViewResult *result = jipyo_view_result_new (fixture->session, view, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static const JipyoPlot *
get_plot (JipyoViewResult *result, guint index)
{
  return g_ptr_array_index (jipyo_view_result_get_view (result)->sheet->plots, index);
}

static guint
count_data (const JipyoPlot *plot)
{
  guint n = 0;

  for (guint i = 0; i < plot->series->len; i++)
    n += ((const JipyoPlotSeries *) g_ptr_array_index (plot->series, i))->data->len;
  return n;
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *c = gtk_widget_get_first_child (widget); c != NULL;
       c = gtk_widget_get_next_sibling (c))
    n++;
  return n;
}

static void
assert_points (JipyoChartPoints *points, const JipyoPlot *plot)
{
  GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (points));

  g_assert_cmpuint (count_children (GTK_WIDGET (points)), ==, count_data (plot));
  for (guint s = 0; s < plot->series->len; s++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, s);
    for (guint i = 0; i < series->data->len; i++, item = gtk_widget_get_next_sibling (item)) {
      g_autofree char *text = jipyo_datum_text_describe (plot, s, i);
      g_assert_cmpstr (jipyo_chart_points_get_text (points, s, i), ==, text);
      g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (item)), ==,
                       GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      g_assert_false (gtk_widget_get_focusable (item));
      if (isfinite (g_array_index (series->data, JipyoDatum, i).value))
        g_assert_cmpint (gtk_widget_get_width (item), >, 0);
    }
  }
}

/* One item a datum, where it is drawn; other plots, other items; never in the way. */
static void
test_points (void)
{
  static const char *const views[] = { "models-country", "rounds", "timeline", "models-year" };
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  JipyoChartView *chart = jipyo_chart_view_new (fixture.look);
  JipyoChartPoints *points =
    JIPYO_CHART_POINTS (ui_fixture_find (GTK_WIDGET (chart), JIPYO_TYPE_CHART_POINTS, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (views); i++) {
    g_autoptr (JipyoViewResult) result = build_result (&fixture, views[i]);
    jipyo_chart_view_set_plot (chart, result, 0);
    if (i == 0)
      ui_fixture_show (&fixture, GTK_WIDGET (chart));
    ui_fixture_settle ();
    assert_points (points, get_plot (result, 0));
  }
  g_assert_false (gtk_widget_get_can_target (GTK_WIDGET (points)));
  g_assert_null (jipyo_chart_points_get_text (points, 99, 0));
  ui_fixture_tear_down (&fixture);
}

static JipyoPlot *
new_long_plot (guint n)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", "a", JIPYO_MARK_LINE);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (guint i = 0; i < n; i++)
    jipyo_plot_series_add (series, i, sin (i / 100.0), NULL);
  return plot;
}

static void
test_many_points (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  JipyoChartPoints *points = g_object_ref_sink (jipyo_chart_points_new ());
  g_autoptr (JipyoPlot) plot = new_long_plot (20000);
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new (plot, theme, 640, 400);

  jipyo_chart_points_update (points, plot, NULL, layout);
  ui_fixture_settle ();
  g_assert_cmpuint (count_children (GTK_WIDGET (points)), ==, JIPYO_PLOT_READINGS_MAX);
  jipyo_chart_points_update (points, NULL, NULL, NULL);
  ui_fixture_settle ();
  g_assert_cmpuint (count_children (GTK_WIDGET (points)), ==, 0);
  /* One that goes away while it has something to do. */
  jipyo_chart_points_update (points, plot, NULL, layout);
  g_assert_finalize_object (points);
}

static void
failed_cb (JipyoChartSound *sound, const char *words, gboolean can_save, char **out)
{
  g_free (*out);
  *out = g_strdup (words);
}

static guint
count_waves (void)
{
  g_autoptr (GDir) folder = g_dir_open (g_get_user_runtime_dir (), 0, NULL);
  const char *name;
  guint n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    n += g_str_has_suffix (name, ".wav");
  return n;
}

/* It stops at once and leaves nothing behind; where nothing can play, it says so. */
static void
test_sound (void)
{
  g_autoptr (JipyoPlot) plot = new_long_plot (30);
  g_autofree char *words = NULL;
  JipyoChartSound *sound = jipyo_chart_sound_new ();

  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  g_signal_connect (sound, "failed", G_CALLBACK (failed_cb), &words);
  g_assert_false (jipyo_chart_sound_stop (sound));
  jipyo_chart_sound_play (sound, plot, NULL);
  g_assert_true (jipyo_chart_sound_is_playing (sound));
  g_assert_true (jipyo_chart_sound_stop (sound));
  g_assert_false (jipyo_chart_sound_is_playing (sound));
  ui_fixture_settle ();
  g_assert_null (words);
  g_assert_cmpuint (count_waves (), ==, 0);

  jipyo_chart_sound_play (sound, plot, NULL);
  jipyo_chart_sound_play (sound, plot, NULL);
  ui_fixture_settle ();
  /* With a sound server it plays now, without a media backend it could not. */
  g_assert_true (jipyo_chart_sound_is_playing (sound) == (words == NULL));
  jipyo_chart_sound_stop (sound);
  ui_fixture_settle ();
  g_assert_cmpuint (count_waves (), ==, 0);

  plot->value.kind = JIPYO_SCALE_TIME;
  g_clear_pointer (&words, g_free);
  jipyo_chart_sound_play (sound, plot, NULL);
  g_assert_nonnull (words);
  g_assert_false (jipyo_chart_sound_is_playing (sound));
  g_assert_finalize_object (sound);
}

/* Whether a widget answers to a key by itself. */
static gboolean
has_key (GtkWidget *widget, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
      continue;
    for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++) {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
      g_autofree char *trigger =
        gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

      if (g_strcmp0 (trigger, key) == 0)
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *c = gtk_widget_get_first_child (widget); c != NULL;
       c = gtk_widget_get_next_sibling (c))
    if (shows_text (c, text))
      return TRUE;
  return FALSE;
}

/* The table of a chart on the overview tells this chart's figures, not the page's. */
static void
test_twin (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  g_autoptr (JipyoViewResult) result = build_result (&fixture, "overview");
  GtkWidget *card = jipyo_view_card_new (fixture.look, fixture.session, 2);

  jipyo_view_card_set_result (JIPYO_VIEW_CARD (card), result);
  ui_fixture_show (&fixture, card);
  g_assert_true (has_key (card, "t"));
  g_assert_true (has_key (card, "s"));
  g_assert_true (has_key (ui_fixture_find (card, JIPYO_TYPE_CHART_VIEW, NULL), "p"));
  gtk_widget_activate_action (card, "card.face", "s", "table");
  ui_fixture_settle ();
  const JipyoPlot *plot = get_plot (result, 2);
  for (guint i = 0; i < count_data (plot); i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, 0);
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    g_autofree char *figure = jipyo_datum_text_format_figure (plot, series, datum);
    g_assert_true (shows_text (card, figure));
  }
  ui_fixture_tear_down (&fixture);
}

/* The widget as it is on the screen. */
static cairo_surface_t *
take_picture (GtkWidget *widget)
{
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row =
    cairo_image_surface_get_data (surface) + (gssize) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) row)[x] & 0xFFFFFF;
}

/* The longest run of pixels in a column that the focus changed, and that stand out from what they
 * covered; the ring's horizontal edges are such runs. */
static guint
measure_ring (cairo_surface_t *before, cairo_surface_t *after)
{
  guint n_columns = 0;

  for (int x = 0; x < cairo_image_surface_get_width (after); x++) {
    guint run = 0, longest = 0;
    for (int y = 0; y < cairo_image_surface_get_height (after); y++) {
      const guint32 own = get_pixel (after, x, y), ground = get_pixel (before, x, y);
      run = own != ground && jipyo_colour_contrast (own, ground) >= RING_CONTRAST ? run + 1 : 0;
      longest = MAX (longest, run);
    }
    n_columns += longest >= RING_PX;
  }
  return n_columns;
}

static void
test_focus_ring (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  g_autoptr (JipyoViewResult) result = build_result (&fixture, "models-year");
  JipyoChartView *chart = jipyo_chart_view_new (fixture.look);

  jipyo_chart_view_set_plot (chart, result, 0);
  ui_fixture_show (&fixture, GTK_WIDGET (chart));
  cairo_surface_t *before = take_picture (GTK_WIDGET (chart));
  jipyo_chart_view_move_focus (chart, 9999); /* the first figure may have had it */
  ui_fixture_settle ();
  cairo_surface_t *after = take_picture (GTK_WIDGET (chart));
  /* As wide as the bar around which it lies. */
  g_assert_cmpuint (measure_ring (before, after), >, 20);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
  ui_fixture_tear_down (&fixture);
}

/* The shares of the teams stand on the page of the markets, with what there is of them. */
static void
test_shares (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  GtkWidget *page = jipyo_page_new (fixture.session, fixture.look, "markets");
  ui_fixture_show (&fixture, page);
  for (guint k = 0; k < 20 && !shows_text (page, "8 listed members"); k++)
    ui_fixture_settle ();
  g_assert_true (shows_text (page, "8 listed members"));
  ui_fixture_tear_down (&fixture);
}

/* Whatever is pressed has 24 by 24 pixels, padding included; of rows that lie close, none is
 * overlapped by another (WCAG 2.2, 2.5.8). */
static guint
check_targets (GtkWidget *widget, const char *page)
{
  graphene_rect_t bounds;
  guint n_small = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if ((GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_EDITABLE (widget)
       || GTK_IS_SWITCH (widget))
      && gtk_widget_compute_bounds (widget, widget, &bounds)
      && (bounds.size.width < TARGET_PX || bounds.size.height < TARGET_PX)) {
    g_test_message ("%s: %s in %s is %g by %g", page, G_OBJECT_TYPE_NAME (widget),
                    G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), (double) bounds.size.width,
                    (double) bounds.size.height);
    n_small++;
  }
  for (GtkWidget *c = gtk_widget_get_first_child (widget); c != NULL;
       c = gtk_widget_get_next_sibling (c))
    n_small += check_targets (c, page);
  return n_small;
}

static void
test_targets (void)
{
  static const char *const pages[] = { "overview", "money",  "models", "rounds",
                                       "markets",  "claims", "alerts" };
  UiFixture fixture;
  guint n_small = 0;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  GtkWindow *window = jipyo_window_new (NULL, fixture.session, fixture.settings);

  gtk_window_set_default_size (window, 1200, 740);
  gtk_window_present (window);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", pages[i]);
    for (guint k = 0; k < 5; k++)
      ui_fixture_settle (); /* pages are made when they are first looked at */
    n_small += check_targets (GTK_WIDGET (window), pages[i]);
  }
  g_assert_cmpuint (n_small, ==, 0);
  gtk_window_destroy (window);
  ui_fixture_settle ();
  jipyo_session_stop_feed (fixture.session);
  ui_fixture_tear_down (&fixture);
}

/* A mark smaller than that is hit from as far away. */
static void
test_mark_targets (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  g_autoptr (JipyoViewResult) result = build_result (&fixture, "world");
  const JipyoPlot *plot = get_plot (result, 0);
  g_autoptr (JipyoPlotLayout) layout =
               jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), 900, 600);

  for (guint s = 0; s < plot->series->len; s++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, s);
    for (guint i = 0; i < series->data->len; i++) {
      JipyoRect rect;
      guint hit[2];
      g_assert_true (jipyo_plot_layout_get_datum_rect (layout, s, i, &rect));
      const double x = rect.x + rect.width / 2, y = rect.y + rect.height / 2;
      const double reach = MAX (TARGET_PX / 2, rect.width / 2) - 1;
      g_assert_true (jipyo_plot_layout_find_datum (layout, x + reach, y, &hit[0], &hit[1]));
      g_assert_true (jipyo_plot_layout_find_datum (layout, x - reach, y, &hit[0], &hit[1]));
      g_assert_true (jipyo_plot_layout_find_datum (layout, x, y, &hit[0], &hit[1]));
      g_assert_cmpuint (hit[0], ==, s);
      g_assert_cmpuint (hit[1], ==, i);
    }
  }
  ui_fixture_tear_down (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/access/points", test_points);
  g_test_add_func ("/ui/access/many-points", test_many_points);
  g_test_add_func ("/ui/access/sound", test_sound);
  g_test_add_func ("/ui/access/twin", test_twin);
  g_test_add_func ("/ui/access/focus-ring", test_focus_ring);
  g_test_add_func ("/ui/page/shares", test_shares);
  g_test_add_func ("/ui/access/targets", test_targets);
  g_test_add_func ("/ui/access/mark-targets", test_mark_targets);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
