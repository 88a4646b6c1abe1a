/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawn once for what the chart shows; the brush moves over it.
 */

#include "jipyo-chart-overview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "jipyo-chart-picture.h"
#include "jipyo-plot-find.h"
#include "jipyo-plot-overview.h"

static const int height_px = 40;
static const int gap_px = 6;       /* above it */
static const double reach_px = 12; /* of a handle, on either side */

struct _JipyoChartOverview {
  GtkWidget parent_instance;

  JipyoLook *look;       /* owned */
  JipyoChartView *chart; /* borrowed: an ancestor */
  JipyoPlot *plot;       /* owned; NULL when it is to be copied anew */
  JipyoChartPicture picture;
  JipyoPlotState seen; /* of the chart when the picture was made */
  JipyoRect area;      /* of the chart, likewise, in whole pixels across */
  JipyoBrushPart part; /* that is dragged */
  JipyoPlotWindow taken;
};

G_DEFINE_FINAL_TYPE (JipyoChartOverview, jipyo_chart_overview, GTK_TYPE_WIDGET)

static void
forget (JipyoChartOverview *self)
{
  jipyo_chart_picture_clear (&self->picture, TRUE);
  g_clear_pointer (&self->plot, jipyo_plot_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_same (JipyoChartOverview *self, const JipyoRect *area)
{
  const JipyoPlotState *now = jipyo_chart_view_get_state (self->chart);

  return self->plot != NULL && now->hidden == self->seen.hidden && now->log == self->seen.log
         && now->relative == self->seen.relative && area->x == self->area.x
         && area->width == self->area.width;
}

static void
draw (JipyoChartOverview *self, const JipyoRect *area)
{
  JipyoPlotState state = jipyo_plot_state_new ();

  forget (self);
  self->seen = *jipyo_chart_view_get_state (self->chart);
  self->area = *area;
  state.log = self->seen.log;
  state.relative = self->seen.relative;
  self->plot = jipyo_plot_copy_overview (jipyo_chart_view_get_plot (self->chart), &self->seen);
  const JipyoPlotFrame frame = {
    .theme = jipyo_look_get_theme (self->look),
    .width = area->width,
    .height = height_px,
    .type = jipyo_look_measure_type (GTK_WIDGET (self)),
    .bare = TRUE,
    .state = &state,
  };
  jipyo_chart_picture_draw (&self->picture, self->plot, &frame, GTK_WIDGET (self));
}

/* Where the whole axis lies in the strip. */
static JipyoRect
get_whole (JipyoChartOverview *self)
{
  const JipyoScale *scale = jipyo_plot_layout_get_position_scale (self->picture.layout);

  return (JipyoRect){ self->area.x + scale->from, gap_px, scale->to - scale->from, height_px };
}

/* An image that lies between pixels is painted with a seam wherever two of its tiles meet. */
static JipyoRect
measure_area (JipyoChartOverview *self)
{
  JipyoRect area = jipyo_chart_view_get_area (self->chart);
  const double end = round (area.x + area.width);

  area.x = round (area.x);
  area.width = end - area.x;
  return area;
}

static void
jipyo_chart_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JipyoChartOverview *self = JIPYO_CHART_OVERVIEW (widget);
  const JipyoRect area = measure_area (self);

  if (area.width < 1 || jipyo_chart_view_get_plot (self->chart) == NULL)
    return;
  if (!is_same (self, &area))
    draw (self, &area);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) area.x, (float) gap_px));
  jipyo_chart_picture_append (&self->picture, snapshot);
  gtk_snapshot_restore (snapshot);
  const JipyoRect whole = get_whole (self);
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT ((float) whole.x, (float) whole.y, (float) whole.width,
                                   (float) whole.height));
  jipyo_plot_brush_draw (cr, jipyo_chart_view_get_window (self->chart), &whole,
                         jipyo_look_get_theme (self->look));
  cairo_destroy (cr);
}

static void
jipyo_chart_overview_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : height_px + gap_px;
}

/* A place in the strip as a share of the whole. */
static double
get_share (JipyoChartOverview *self, double x)
{
  const JipyoRect whole = get_whole (self);

  return CLAMP ((x - whole.x) / MAX (1, whole.width), 0, 1);
}

static JipyoBrushPart
find_part (JipyoChartOverview *self, double x)
{
  return jipyo_plot_brush_find (jipyo_chart_view_get_window (self->chart), get_share (self, x),
                                reach_px / MAX (1, get_whole (self).width));
}

static void
moved_cb (JipyoChartOverview *self, double x, double y)
{
  static const char *const cursors[] = {
    [JIPYO_BRUSH_LOW] = "ew-resize",
    [JIPYO_BRUSH_HIGH] = "ew-resize",
    [JIPYO_BRUSH_MIDDLE] = "grab",
    [JIPYO_BRUSH_NEW] = "crosshair",
  };

  if (self->picture.layout != NULL)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[find_part (self, x)]);
}

static void
drag_began_cb (JipyoChartOverview *self, double x, double y, GtkGesture *gesture)
{
  if (self->picture.layout == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED); /* it is none of the chart's */
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
  self->part = find_part (self, x);
  self->taken = jipyo_chart_view_get_window (self->chart);
}

static void
dragged_cb (JipyoChartOverview *self, double dx, double dy, GtkGesture *gesture)
{
  double x, y;

  if (self->picture.layout == NULL
      || !gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y))
    return;
  jipyo_chart_view_set_window (
    self->chart,
    jipyo_plot_brush_drag (self->taken, self->part, get_share (self, x), get_share (self, x + dx)));
}

static void
looked_cb (JipyoChartOverview *self)
{
  const JipyoPlot *plot = jipyo_chart_view_get_plot (self->chart);

  gtk_widget_set_visible (
    GTK_WIDGET (self),
    plot != NULL && (jipyo_chart_view_is_zoomed (self->chart) || jipyo_plot_is_long (plot)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
jipyo_chart_overview_dispose (GObject *object)
{
  JipyoChartOverview *self = JIPYO_CHART_OVERVIEW (object);

  jipyo_chart_picture_end (&self->picture);
  g_clear_pointer (&self->plot, jipyo_plot_free);
  g_clear_object (&self->look);
  G_OBJECT_CLASS (jipyo_chart_overview_parent_class)->dispose (object);
}

static void
jipyo_chart_overview_class_init (JipyoChartOverviewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_chart_overview_dispose;
  widget_class->snapshot = jipyo_chart_overview_snapshot;
  widget_class->measure = jipyo_chart_overview_measure;
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jipyo_chart_overview_init (JipyoChartOverview *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_began_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (dragged_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Part of the axis in view"), -1);
}

GtkWidget *
jipyo_chart_overview_new (JipyoLook *look, JipyoChartView *chart)
{
  JipyoChartOverview *self = g_object_new (JIPYO_TYPE_CHART_OVERVIEW, NULL);

  self->look = g_object_ref (look);
  self->chart = chart;
  g_signal_connect_object (look, "changed", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chart, "replotted", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chart, "looked", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

guint
jipyo_chart_overview_get_n_drawn (JipyoChartOverview *self)
{
  return self->picture.n_drawn;
}
