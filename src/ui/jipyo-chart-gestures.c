/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gestures hold what lasts from their begin to their end; what they do is the chart's to do.
 */

#include "jipyo-chart-gestures.h"

#include <adwaita.h>
#include <math.h>

static const double wheel_factor = 0.8;
static const double friction_per_s = 4; /* a glide loses that share of its speed */
static const double slowest = 20;       /* pixels a second */

typedef enum { DRAG_NONE, DRAG_RANGE, DRAG_PAN, DRAG_MEASURE } DragKind;

typedef struct {
  JipyoChartView *chart; /* borrowed: it owns the controllers that hold this */
  DragKind drag;
  double pointer_x; /* a click of a wheel does not say where it is */
  double pointer_y;
  double dragged;             /* what of the drag was panned already */
  double scale;               /* of a pinch, what of it was applied already */
  double speed;               /* of the glide, pixels a second */
  gint64 moved_us;            /* frame time of the last step */
  guint glide_id;             /* 0 while nothing glides */
  guint follow_id;            /* 0 unless the picture is about to move below the pointer */
  guint n_drawn;              /* of the chart, before it moved */
  GtkEventController *motion; /* borrowed, as the chart */
  gboolean put_away;          /* what was measured, by the press that is not over yet */
} Gestures;

static gboolean
moved_below_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Gestures *self = data;

  if (jipyo_chart_view_get_n_drawn (self->chart) == self->n_drawn)
    return G_SOURCE_CONTINUE;
  self->follow_id = 0;
  if (self->drag == DRAG_NONE && !jipyo_chart_view_is_measuring (self->chart)
      && gtk_event_controller_motion_contains_pointer (GTK_EVENT_CONTROLLER_MOTION (self->motion)))
    jipyo_chart_view_point (self->chart, self->pointer_x, self->pointer_y);
  return G_SOURCE_REMOVE;
}

/* What slid away below a pointer at rest is not pointed at any more; what is, is known once the
 * chart is drawn. */
static void
follow (Gestures *self)
{
  self->n_drawn = jipyo_chart_view_get_n_drawn (self->chart);
  if (self->follow_id == 0)
    self->follow_id =
      gtk_widget_add_tick_callback (GTK_WIDGET (self->chart), moved_below_cb, self, NULL);
}

static void
stop_gliding (Gestures *self)
{
  if (self->glide_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->chart), self->glide_id);
  self->glide_id = 0;
}

static gboolean
glide_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Gestures *self = data;
  const gint64 now_us = gdk_frame_clock_get_frame_time (clock);
  const double seconds = (double) (now_us - self->moved_us) / G_USEC_PER_SEC;

  /* It begins within a frame whose turn to tick is still to come. */
  if (seconds <= 0)
    return G_SOURCE_CONTINUE;
  self->moved_us = now_us;
  const gboolean moved = jipyo_chart_view_pan (self->chart, -self->speed * seconds);
  self->speed *= exp (-friction_per_s * seconds);
  if (moved)
    follow (self);
  if (moved && fabs (self->speed) > slowest)
    return G_SOURCE_CONTINUE;
  self->glide_id = 0;
  return G_SOURCE_REMOVE;
}

static void
glide (Gestures *self, double speed)
{
  GtkWidget *widget = GTK_WIDGET (self->chart);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  if (!adw_get_enable_animations (widget) || clock == NULL || fabs (speed) <= slowest)
    return;
  stop_gliding (self);
  self->speed = speed;
  self->moved_us = gdk_frame_clock_get_frame_time (clock);
  self->glide_id = gtk_widget_add_tick_callback (widget, glide_cb, self, NULL);
}

/* What was measured stays to be read, wherever the pointer goes, until a press. */
static void
moved_cb (Gestures *self, double x, double y)
{
  const gboolean measured = jipyo_chart_view_is_measuring (self->chart);

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->drag == DRAG_MEASURE || (self->drag == DRAG_NONE && !measured))
    jipyo_chart_view_point (self->chart, x, y);
}

static void
left_cb (Gestures *self)
{
  jipyo_chart_view_stop_pointing (self->chart);
}

static void
pressed_cb (Gestures *self, int n_press, double x, double y)
{
  stop_gliding (self);
  self->put_away = jipyo_chart_view_is_measuring (self->chart);
  jipyo_chart_view_set_measuring (self->chart, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
  if (n_press == 2)
    jipyo_chart_view_reset (self->chart);
}

static void
released_cb (Gestures *self, int n_press, double x, double y)
{
  if (n_press == 1 && self->drag == DRAG_NONE && !self->put_away)
    jipyo_chart_view_press (self->chart, x, y);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *scroll, double dx, double dy, gpointer data)
{
  Gestures *self = data;
  const GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  const double step = 40;

  stop_gliding (self);
  if ((state & GDK_CONTROL_MASK) == 0) {
    const gboolean moved = dx != 0 && jipyo_chart_view_pan (self->chart, dx * step);
    if (moved)
      follow (self);
    return moved;
  }
  if (!jipyo_chart_view_can_zoom (self->chart))
    return FALSE;
  jipyo_chart_view_zoom (self->chart, self->pointer_x, pow (wheel_factor, -dy));
  return TRUE;
}

static void
pinch_began_cb (Gestures *self)
{
  self->scale = 1;
}

static void
pinched_cb (Gestures *self, double scale, GtkGesture *gesture)
{
  double x = self->pointer_x, y = 0;

  if (!(scale > 0))
    return;
  stop_gliding (self);
  /* Between the fingers; those on a touchpad are where the pointer is. */
  if (gtk_gesture_is_active (gesture))
    gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  jipyo_chart_view_zoom (self->chart, x, self->scale / scale);
  self->scale = scale;
}

static void
drag_began_cb (Gestures *self, double x, double y, GtkGesture *gesture)
{
  self->drag = DRAG_NONE;
  self->dragged = 0;
}

static DragKind
choose_drag (Gestures *self, GtkGesture *gesture)
{
  const GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if ((state & GDK_SHIFT_MASK) != 0)
    return DRAG_MEASURE;
  if (jipyo_chart_view_is_zoomed (self->chart))
    return DRAG_PAN;
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) != GDK_BUTTON_PRIMARY)
    return DRAG_NONE;
  return jipyo_chart_view_can_zoom (self->chart) ? DRAG_RANGE : DRAG_NONE;
}

/* A finger that goes up or down over a chart scrolls the page, as it does everywhere else; only
 * along the axis it is the chart's. */
static gboolean
is_of_page (Gestures *self, GtkGesture *gesture, gboolean upright)
{
  GdkDevice *device =
    gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  if (!upright || device == NULL || gdk_device_get_source (device) != GDK_SOURCE_TOUCHSCREEN)
    return FALSE;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
  return TRUE;
}

static void
dragged_cb (Gestures *self, double dx, double dy, GtkGesture *gesture)
{
  static const double threshold = 6;
  double x, y;

  if (self->drag == DRAG_NONE && hypot (dx, dy) < threshold)
    return;
  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  if (self->drag == DRAG_NONE) {
    self->drag = choose_drag (self, gesture);
    if (self->drag == DRAG_NONE || is_of_page (self, gesture, fabs (dy) > fabs (dx))) {
      self->drag = DRAG_NONE;
      return;
    }
    /* From here on it is no press any more. */
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    if (self->drag == DRAG_MEASURE) {
      jipyo_chart_view_point (self->chart, x, y);
      jipyo_chart_view_set_measuring (self->chart, TRUE);
    }
  }
  if (self->drag == DRAG_RANGE)
    jipyo_chart_view_shade (self->chart, x, x + dx);
  if (self->drag == DRAG_MEASURE)
    jipyo_chart_view_point (self->chart, x + dx, y + dy);
  if (self->drag == DRAG_PAN)
    jipyo_chart_view_pan (self->chart, self->dragged - dx);
  self->dragged = dx;
}

static void
drag_ended_cb (Gestures *self, double dx, double dy, GtkGesture *gesture)
{
  double x, y;

  if (self->drag == DRAG_RANGE
      && gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y))
    jipyo_chart_view_look_at (self->chart, x, x + dx);
  self->drag = DRAG_NONE;
}

static void
swiped_cb (Gestures *self, double speed_x, double speed_y)
{
  if (self->drag == DRAG_PAN)
    glide (self, speed_x);
}

static void
gestures_free (gpointer data)
{
  g_free (data);
}

static void
add_click (Gestures *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->chart), GTK_EVENT_CONTROLLER (click));
}

/* Swipe and drag see the same fingers; the swipe only tells how fast they left. */
static void
add_drag (Gestures *self)
{
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (swipe, "swipe", G_CALLBACK (swiped_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_began_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (dragged_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (swipe), 0);
  gtk_widget_add_controller (GTK_WIDGET (self->chart), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self->chart), GTK_EVENT_CONTROLLER (swipe));
  gtk_gesture_group (drag, swipe);
}

void
jipyo_chart_gestures_attach (JipyoChartView *chart)
{
  GtkWidget *widget = GTK_WIDGET (chart);
  Gestures *self = g_new0 (Gestures, 1);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  self->chart = chart;
  self->motion = motion;
  g_object_set_data_full (G_OBJECT (chart), "jipyo-chart-gestures", self, gestures_free);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_began_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  add_drag (self);
  add_click (self);
}
