/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What hands do to a chart: gestures are told here as if GTK had seen fingers and wheels.
 */

#include "chart-fixture.h"

#include <math.h>

static const guint n_days = 120;

static JipyoPlot *
make_plot (void)
{
  static const char *const names[] = { "Alpha", "Beta", "Gamma" };
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);

  jipyo_plot_set_title (plot, "Three made-up series", NULL);
  plot->position.kind = JIPYO_SCALE_TIME;
  plot->value.unit = JIPYO_UNIT_POINTS;
  for (guint s = 0; s < G_N_ELEMENTS (names); s++) {
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, names[s], names[s], JIPYO_MARK_LINE);

    series->colour = (JipyoColourKey){ JIPYO_ROLE_SERIES, s };
    for (guint i = 0; i < n_days; i++)
      jipyo_plot_series_add (series,
                             jipyo_plot_time_from_date ((JipyoDate){ 2025, 8, 4 }) + i * 86400.0,
                             100 + 10 * s + 8 * sin (i * 0.11 + s), NULL);
  }
  return plot;
}

/* A stretch of one series stays one of that, though another comes nearer on the way or the pointer
 * leaves the axes. */
static void
test_measure_by_pointer (void)
{
  ChartFixture self;
  guint series, datum, last;
  JipyoRect rect;

  chart_fixture_set_up (&self, make_plot ());
  const JipyoRect area = jipyo_chart_view_get_area (self.chart);
  g_assert_true (jipyo_chart_view_move_focus (self.chart, 10));
  g_assert_true (jipyo_chart_view_get_mark_rect (self.chart, &rect));
  jipyo_chart_view_point (self.chart, rect.x + rect.width / 2, rect.y + rect.height / 2);
  g_assert_true (jipyo_chart_view_get_marked (self.chart, &series, &datum));
  jipyo_chart_view_set_measuring (self.chart, TRUE);
  g_assert_true (jipyo_chart_view_is_measuring (self.chart));
  for (int at = 1; at <= 10; at++) {
    guint now;
    jipyo_chart_view_point (self.chart, area.x + area.width * at / 10,
                            at % 2 == 0 ? area.y : area.y + area.height);
    g_assert_true (jipyo_chart_view_is_measuring (self.chart));
    g_assert_true (jipyo_chart_view_get_marked (self.chart, &now, &last));
    g_assert_cmpuint (now, ==, series);
  }
  jipyo_chart_view_point (self.chart, area.x + area.width + 30, area.y - 20);
  g_assert_true (jipyo_chart_view_get_marked (self.chart, &series, &last));
  g_assert_cmpuint (last, ==, n_days - 1);
  g_autofree char *card = jipyo_chart_view_format_card (self.chart);
  g_autofree char *days = g_strdup_printf ("%u days", n_days - 1 - datum);
  g_assert_nonnull (strstr (card, days));
  g_assert_null (strstr (card, "\nBeta"));
  chart_fixture_tear_down (&self);
}

static gpointer
find_controller (ChartFixture *self, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->chart));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
    if (G_OBJECT_TYPE (controller) == type)
      return controller; /* the chart holds it */
  }
  g_assert_not_reached ();
}

static double
get_from (ChartFixture *self)
{
  ui_fixture_settle ();
  return jipyo_chart_view_get_window (self->chart).from;
}

static gboolean
frame_came_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  *(guint *) data += 1;
  return G_SOURCE_CONTINUE;
}

/* Of frames, not of time: a busy machine shows few in a second. */
static void
wait_frames (ChartFixture *self, guint n)
{
  guint n_seen = 0;
  const guint id =
    gtk_widget_add_tick_callback (GTK_WIDGET (self->chart), frame_came_cb, &n_seen, NULL);

  while (n_seen < n)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (GTK_WIDGET (self->chart), id);
}

/* The pointer lies over the chart: told in GTK's place. */
gboolean
gtk_event_controller_motion_contains_pointer (GtkEventControllerMotion *self)
{
  return TRUE;
}

static double
measure_distance (ChartFixture *self, double x)
{
  JipyoRect rect;

  g_assert_true (jipyo_chart_view_get_mark_rect (self->chart, &rect));
  return fabs (rect.x + rect.width / 2 - x);
}

/* Where the picture moves below a pointer at rest, what is pointed at is what is below it now. */
static void
test_follow (void)
{
  ChartFixture self;
  gboolean handled = FALSE;

  chart_fixture_set_up (&self, make_plot ());
  jipyo_chart_view_set_window (self.chart, (JipyoPlotWindow){ 0.4, 0.6 });
  ui_fixture_settle ();
  const JipyoRect area = jipyo_chart_view_get_area (self.chart);
  const double x = area.x + area.width / 3, pitch = area.width / (0.2 * n_days);
  g_signal_emit_by_name (find_controller (&self, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", x,
                         area.y + area.height / 2);
  ui_fixture_settle ();
  g_assert_cmpfloat (measure_distance (&self, x), <, pitch);
  const guint drawn = jipyo_chart_view_get_n_drawn (self.chart);
  g_signal_emit_by_name (find_controller (&self, GTK_TYPE_EVENT_CONTROLLER_SCROLL), "scroll", 5.0,
                         0.0, &handled);
  g_assert_true (handled);
  wait_frames (&self, 5);
  g_assert_cmpuint (jipyo_chart_view_get_n_drawn (self.chart), >, drawn);
  g_assert_cmpfloat (measure_distance (&self, x), <, pitch);
  chart_fixture_tear_down (&self);
}

/* Until the part in view is another one than `from`. */
static double
wait_for_move (ChartFixture *self, double from)
{
  for (guint i = 0; i < 10000 && jipyo_chart_view_get_window (self->chart).from == from; i++)
    wait_frames (self, 1);
  return jipyo_chart_view_get_window (self->chart).from;
}

/* What glides moves with every frame. */
static double
wait_for_rest (ChartFixture *self)
{
  double from = NAN;

  for (guint i = 0; i < 10000 && jipyo_chart_view_get_window (self->chart).from != from; i++) {
    from = jipyo_chart_view_get_window (self->chart).from;
    wait_frames (self, 3);
  }
  return from;
}

/* --- Whose hand it is: told in GTK's place, since no test can touch a screen */

static GdkInputSource source = GDK_SOURCE_MOUSE;

GdkDevice *
gtk_event_controller_get_current_event_device (GtkEventController *controller)
{
  return gdk_seat_get_pointer (gdk_display_get_default_seat (gdk_display_get_default ()));
}

GdkInputSource
gdk_device_get_source (GdkDevice *device)
{
  return source;
}

static double
drag_by (ChartFixture *self, double dx, double dy)
{
  GtkGesture *drag = find_controller (self, GTK_TYPE_GESTURE_DRAG);
  const double before = get_from (self);

  g_signal_emit_by_name (drag, "drag-begin", 300.0, 100.0);
  g_signal_emit_by_name (drag, "drag-update", dx, dy);
  g_signal_emit_by_name (drag, "drag-end", dx, dy);
  return get_from (self) - before;
}

/* A finger that goes upright scrolls the page, along the axis it moves the chart; a mouse moves the
 * chart either way. */
static void
test_finger (void)
{
  static const struct {
    GdkInputSource source;
    double dx;
    double dy;
    gboolean moves;
  } cases[] = {
    { GDK_SOURCE_TOUCHSCREEN, -20, -60, FALSE }, { GDK_SOURCE_TOUCHSCREEN, 20, 60, FALSE },
    { GDK_SOURCE_TOUCHSCREEN, -60, -20, TRUE },  { GDK_SOURCE_MOUSE, -20, -60, TRUE },
    { GDK_SOURCE_TOUCHPAD, -20, -60, TRUE },
  };
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    source = cases[i].source;
    jipyo_chart_view_set_window (self.chart, (JipyoPlotWindow){ 0.4, 0.6 });
    g_assert_true ((drag_by (&self, cases[i].dx, cases[i].dy) != 0) == cases[i].moves);
  }
  source = GDK_SOURCE_MOUSE;
  chart_fixture_tear_down (&self);
}

/* A drag that is let go of while it moves glides on and comes to rest; a press stops it; without
 * animations it stands still at once. */
static void
test_glide (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (self.chart)), "gtk-enable-animations", FALSE,
                NULL);
  GtkGesture *drag = find_controller (&self, GTK_TYPE_GESTURE_DRAG);
  GtkGesture *swipe = find_controller (&self, GTK_TYPE_GESTURE_SWIPE);
  jipyo_chart_view_set_window (self.chart, (JipyoPlotWindow){ 0.1, 0.2 });
  const double begin = get_from (&self);
  g_signal_emit_by_name (drag, "drag-begin", 300.0, 100.0);
  g_signal_emit_by_name (drag, "drag-update", -60.0, 0.0);
  const double dragged = get_from (&self);
  g_assert_cmpfloat (dragged, >, begin);
  g_signal_emit_by_name (swipe, "swipe", -900.0, 0.0);
  wait_frames (&self, 5);
  g_assert_cmpfloat (get_from (&self), ==, dragged);

  g_object_set (gtk_widget_get_settings (GTK_WIDGET (self.chart)), "gtk-enable-animations", TRUE,
                NULL);
  g_signal_emit_by_name (swipe, "swipe", -900.0, 0.0);
  const double gliding = wait_for_move (&self, dragged);
  g_assert_cmpfloat (gliding, >, dragged);
  const double rest = wait_for_rest (&self);
  g_assert_cmpfloat (rest, >, gliding);
  g_signal_emit_by_name (swipe, "swipe", 900.0, 0.0);
  g_signal_emit_by_name (find_controller (&self, GTK_TYPE_GESTURE_CLICK), "pressed", 1, 300.0,
                         100.0);
  const double pressed = jipyo_chart_view_get_window (self.chart).from;
  wait_frames (&self, 10);
  g_assert_cmpfloat (get_from (&self), ==, pressed);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (self.chart)), "gtk-enable-animations", FALSE,
                NULL);
  chart_fixture_tear_down (&self);
}

/* Two fingers apart look twice as close, together again show all, and what is between them stays
 * there. */
static void
test_pinch (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  const JipyoRect area = jipyo_chart_view_get_area (self.chart);
  GtkGesture *zoom = find_controller (&self, GTK_TYPE_GESTURE_ZOOM);
  g_signal_emit_by_name (find_controller (&self, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion",
                         area.x + area.width / 4, area.y + 20);
  g_signal_emit_by_name (zoom, "begin", NULL);
  g_signal_emit_by_name (zoom, "scale-changed", 1.5);
  g_signal_emit_by_name (zoom, "scale-changed", 2.0);
  ui_fixture_settle ();
  const JipyoPlotWindow window = jipyo_chart_view_get_window (self.chart);
  g_assert_cmpfloat_with_epsilon (window.to - window.from, 0.5, 1e-6);
  g_assert_cmpfloat_with_epsilon (window.from + (window.to - window.from) / 4, 0.25, 1e-3);
  g_signal_emit_by_name (zoom, "scale-changed", 0.5);
  ui_fixture_settle ();
  g_assert_false (jipyo_chart_view_is_zoomed (self.chart));
  chart_fixture_tear_down (&self);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/chart-gestures/measure", test_measure_by_pointer);
  g_test_add_func ("/ui/chart-gestures/follow", test_follow);
  g_test_add_func ("/ui/chart-gestures/glide", test_glide);
  g_test_add_func ("/ui/chart-gestures/finger", test_finger);
  g_test_add_func ("/ui/chart-gestures/pinch", test_pinch);
}

int
main (int argc, char *argv[])
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
