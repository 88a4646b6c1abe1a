/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture is drawn once for each size, scale, theme, plot and way of looking, and kept as a
 * texture; pointer and focus paint only a light overlay. Hits and the card read the layout that was
 * drawn.
 */

#include "jipyo-chart-view.h"

#include <adwaita.h>
#include <math.h>

#include "jipyo-chart-keys.h"
#include "jipyo-chart-picture.h"
#include "jipyo-chart-points.h"
#include "jipyo-chart-popover.h"
#include "jipyo-chart-size.h"
#include "jipyo-datum-text.h"
#include "jipyo-plot-change.h"
#include "jipyo-plot-find.h"
#include "jipyo-plot-overlay.h"
#include "jipyo-plot-walk.h"

struct _JipyoChartView {
  GtkWidget parent_instance;

  JipyoLook *look;         /* owned */
  JipyoViewResult *result; /* owned */
  const JipyoPlot *plot;   /* borrowed from the result */
  GtkWidget *points;       /* the child that assistive technology reads the data from */
  JipyoChartPicture picture;
  JipyoPlotState state;
  JipyoPlotPointer pointer;
  double type_label_px; /* of the picture's labels */
  gboolean focus_kept;  /* one series was chosen by key, not by the pointer */
  int width_px;
  int height_px;
};

G_DEFINE_FINAL_TYPE (JipyoChartView, jipyo_chart_view, GTK_TYPE_WIDGET)

enum { SIGNAL_POINTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
redraw (JipyoChartView *self)
{
  jipyo_chart_picture_set_stale (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
look_changed_cb (JipyoChartView *self)
{
  jipyo_chart_picture_clear (&self->picture, TRUE);
  redraw (self);
}

static void
draw_picture (JipyoChartView *self)
{
  const JipyoPlotFrame frame = {
    .theme = jipyo_look_get_theme (self->look),
    .width = self->width_px,
    .height = self->height_px,
    .type = jipyo_look_measure_type (GTK_WIDGET (self)),
    .bare = TRUE,
    .state = &self->state,
  };

  self->type_label_px = frame.type.label;
  jipyo_chart_picture_draw (&self->picture, self->plot, &frame,
                            gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  jipyo_chart_points_update (JIPYO_CHART_POINTS (self->points), self->plot, self->picture.layout);
}

static void
jipyo_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (widget);

  if (self->plot == NULL || self->width_px < 1 || self->height_px < 1)
    return;
  if (self->picture.layout == NULL || self->picture.stale)
    draw_picture (self);
  jipyo_chart_picture_append (&self->picture, snapshot);
  jipyo_chart_picture_append_overlay (&self->picture, snapshot, self->plot, &self->pointer);
}

static void
jipyo_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (widget);

  gtk_widget_size_allocate (self->points, &(GtkAllocation){ 0, 0, width, height }, baseline);
  jipyo_chart_popover_present (widget);
  if (width == self->width_px && height == self->height_px)
    return;
  self->width_px = width;
  self->height_px = height;
  jipyo_chart_picture_clear (&self->picture, FALSE);
}

static void
jipyo_chart_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    jipyo_chart_size_measure_width (minimum, natural);
  else
    jipyo_chart_size_measure_height (JIPYO_CHART_VIEW (widget)->plot, minimum, natural);
}

static const JipyoDatum *
get_datum (JipyoChartView *self, guint series, guint datum)
{
  if (self->plot == NULL || series >= self->plot->series->len)
    return NULL;
  const JipyoPlotSeries *s = g_ptr_array_index (self->plot->series, series);

  return datum < s->data->len ? &g_array_index (s->data, JipyoDatum, datum) : NULL;
}

static void
update_accessible (JipyoChartView *self)
{
  const JipyoView *view = jipyo_view_result_get_view (self->result);
  const JipyoLang lang = jipyo_view_result_get_lang (self->result);
  g_autofree char *focused =
    jipyo_chart_picture_describe (&self->picture, self->plot, &self->pointer);

  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
    self->plot->title != NULL ? self->plot->title : jipyo_text_get (&view->title, lang),
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, jipyo_text_get (&view->sentence, lang),
    GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, focused, -1);
}

static void
set_mark (JipyoChartView *self, guint series, guint datum)
{
  JipyoPlotPointer *pointer = &self->pointer;

  if (pointer->has_datum && !pointer->silent && pointer->series == series
      && pointer->datum == datum)
    return;
  if (pointer->series != series)
    pointer->has_anchor = FALSE;
  pointer->has_datum = TRUE;
  pointer->silent = FALSE;
  pointer->series = series;
  pointer->datum = datum;
  jipyo_chart_picture_forget_card (&self->picture);
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_POINTED], 0);
}

static void
clear_mark (JipyoChartView *self)
{
  if (!self->pointer.has_datum)
    return;
  self->pointer.has_datum = FALSE;
  self->pointer.has_anchor = FALSE;
  jipyo_chart_picture_forget_card (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_POINTED], 0);
}

static gboolean
mark_across (JipyoChartView *self, int step)
{
  JipyoPlotPointer at = self->pointer;

  if (self->plot == NULL || !jipyo_plot_walk_across (self->plot, &self->state, &at, step))
    return FALSE;
  set_mark (self, at.series, at.datum);
  return TRUE;
}

static void
toggle_series (JipyoChartView *self, guint series)
{
  if (!jipyo_plot_state_toggle (&self->state, series, self->plot->series->len))
    gtk_widget_error_bell (GTK_WIDGET (self));
  if (jipyo_plot_state_hides (&self->state, self->pointer.series) && !mark_across (self, 1)
      && !mark_across (self, -1))
    clear_mark (self);
  redraw (self);
}

static void
set_focused_series (JipyoChartView *self, int series)
{
  if (self->state.focus == series)
    return;
  self->state.focus = series;
  redraw (self);
}

static void
focus_entered_cb (JipyoChartView *self)
{
  if (self->pointer.has_datum)
    return;
  jipyo_chart_view_move_focus (self, 0);
  self->pointer.silent = TRUE;
}

static void
jipyo_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (jipyo_chart_view_parent_class)->css_changed (widget, change);
  /* Pointer and focus change the style too, but only its font is in the picture. */
  if (self->type_label_px != jipyo_look_measure_type (widget).label)
    jipyo_chart_picture_clear (&self->picture, TRUE);
}

static void
jipyo_chart_view_dispose (GObject *object)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (object);

  jipyo_chart_popover_close (GTK_WIDGET (self));
  jipyo_chart_picture_clear (&self->picture, TRUE);
  g_clear_pointer (&self->points, gtk_widget_unparent);
  self->plot = NULL;
  g_clear_object (&self->result);
  g_clear_object (&self->look);
  G_OBJECT_CLASS (jipyo_chart_view_parent_class)->dispose (object);
}

/* Not an action: where there is nothing to undo, Escape is the window's. */
static gboolean
escape_pressed_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  return jipyo_chart_view_step_back (JIPYO_CHART_VIEW (widget));
}

static void
jipyo_chart_view_class_init (JipyoChartViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_chart_view_dispose;
  widget_class->snapshot = jipyo_chart_view_snapshot;
  widget_class->size_allocate = jipyo_chart_view_size_allocate;
  widget_class->measure = jipyo_chart_view_measure;
  widget_class->css_changed = jipyo_chart_view_css_changed;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[SIGNAL_POINTED] = g_signal_new ("pointed", JIPYO_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  jipyo_chart_keys_bind (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_pressed_cb, NULL);
}

static void
jipyo_chart_view_init (JipyoChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->state = jipyo_plot_state_new ();
  self->points = GTK_WIDGET (jipyo_chart_points_new ());
  gtk_widget_set_parent (self->points, widget);
  gtk_widget_set_focusable (widget, TRUE);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (clear_mark), self);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (look_changed_cb), NULL);
}

JipyoChartView *
jipyo_chart_view_new (JipyoLook *look)
{
  JipyoChartView *self = g_object_new (JIPYO_TYPE_CHART_VIEW, NULL);

  self->look = g_object_ref (look);
  g_signal_connect_object (look, "changed", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
jipyo_chart_view_set_plot (JipyoChartView *self, JipyoViewResult *result, guint index)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self) && JIPYO_IS_VIEW_RESULT (result));
  const JipyoView *view = jipyo_view_result_get_view (result);
  g_return_if_fail (index < view->sheet->plots->len);

  jipyo_chart_picture_clear (&self->picture, TRUE); /* it borrows from the plot */
  g_set_object (&self->result, result);
  self->plot = g_ptr_array_index (view->sheet->plots, index);
  if (get_datum (self, self->pointer.series, self->pointer.datum) == NULL)
    self->pointer = (JipyoPlotPointer){ .has_datum = FALSE };
  if (self->state.focus >= (int) self->plot->series->len)
    self->state.focus = -1;
  update_accessible (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const char *
jipyo_chart_view_get_focused_claim (JipyoChartView *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), NULL);
  const JipyoDatum *datum =
    self->pointer.has_datum ? get_datum (self, self->pointer.series, self->pointer.datum) : NULL;

  return datum == NULL ? NULL : datum->claim;
}

gboolean
jipyo_chart_view_move_focus (JipyoChartView *self, int step)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);
  JipyoPlotPointer at = self->pointer;

  if (self->plot == NULL || !jipyo_plot_walk_along (self->plot, &self->state, &at, step))
    return step == 0 && self->pointer.has_datum;
  set_mark (self, at.series, at.datum);
  if (self->picture.layout != NULL
      && jipyo_plot_layout_reveal (self->picture.layout, &self->state,
                                   get_datum (self, at.series, at.datum)->position))
    redraw (self);
  return TRUE;
}

void
jipyo_chart_view_point (JipyoChartView *self, double x, double y)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));
  const double point[2] = { x, y };
  guint series, datum;

  if (self->picture.layout == NULL)
    return;
  if (jipyo_plot_layout_find_name (self->picture.layout, x, y, &series)) {
    set_focused_series (self, jipyo_plot_state_hides (&self->state, series) ? -1 : (int) series);
    return;
  }
  if (!self->focus_kept)
    set_focused_series (self, -1);
  if (self->picture.layout != NULL
      && jipyo_plot_layout_find_nearest (self->picture.layout, point, &series, &datum))
    set_mark (self, series, datum);
  else if (!gtk_widget_is_focus (GTK_WIDGET (self)))
    clear_mark (self);
}

void
jipyo_chart_view_stop_pointing (JipyoChartView *self)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));

  if (!self->focus_kept)
    set_focused_series (self, -1);
  if (!gtk_widget_is_focus (GTK_WIDGET (self)))
    clear_mark (self);
}

void
jipyo_chart_view_press (JipyoChartView *self, double x, double y)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));
  guint series, datum;

  if (self->picture.layout == NULL)
    return;
  if (jipyo_plot_layout_find_name (self->picture.layout, x, y, &series)) {
    toggle_series (self, series);
    return;
  }
  if (!jipyo_plot_layout_find_datum (self->picture.layout, x, y, &series, &datum))
    return;
  set_mark (self, series, datum);
  gtk_widget_activate_action (GTK_WIDGET (self), "chart.explain", NULL);
}

gboolean
jipyo_chart_view_can_zoom (JipyoChartView *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);
  return self->picture.layout != NULL && jipyo_plot_layout_get_whole (self->picture.layout) != NULL;
}

gboolean
jipyo_chart_view_is_zoomed (JipyoChartView *self)
{
  return self->state.has_window;
}

void
jipyo_chart_view_zoom (JipyoChartView *self, double x, double factor)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));

  if (!jipyo_chart_view_can_zoom (self))
    return;
  jipyo_plot_layout_zoom_at (self->picture.layout, &self->state, x, factor);
  redraw (self);
}

gboolean
jipyo_chart_view_pan (JipyoChartView *self, double distance)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);

  if (self->picture.layout == NULL
      || !jipyo_plot_layout_pan_by (self->picture.layout, &self->state, distance))
    return FALSE;
  redraw (self);
  return TRUE;
}

void
jipyo_chart_view_shade (JipyoChartView *self, double from, double to)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));

  self->pointer.has_range = TRUE;
  self->pointer.range[0] = from;
  self->pointer.range[1] = to;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jipyo_chart_view_look_at (JipyoChartView *self, double from, double to)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));
  double places[2] = { from, to };

  self->pointer.has_range = FALSE;
  if (self->picture.layout == NULL)
    return;
  jipyo_plot_layout_look_between (self->picture.layout, &self->state, places);
  redraw (self);
}

void
jipyo_chart_view_set_measuring (JipyoChartView *self, gboolean measuring)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));
  JipyoPlotPointer *pointer = &self->pointer;

  if (!pointer->has_datum || pointer->has_anchor == measuring
      || (measuring && !jipyo_plot_is_ordered (self->plot)))
    return;
  pointer->has_anchor = measuring;
  pointer->anchor = pointer->datum;
  jipyo_chart_picture_forget_card (&self->picture);
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jipyo_chart_view_reset (JipyoChartView *self)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));

  self->state = jipyo_plot_state_new ();
  self->focus_kept = FALSE;
  self->pointer.has_anchor = FALSE;
  redraw (self);
}

char *
jipyo_chart_view_format_card (JipyoChartView *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), NULL);
  const JipyoPlotCard *card =
    jipyo_chart_picture_make_card (&self->picture, self->plot, &self->pointer);

  return card != NULL ? jipyo_plot_card_format_text (card) : NULL;
}

guint
jipyo_chart_view_get_n_drawn (JipyoChartView *self)
{
  return self->picture.n_drawn;
}

gboolean
jipyo_chart_view_move_series (JipyoChartView *self, int step)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);
  const gboolean single = self->plot != NULL && self->plot->series->len == 1;

  return single ? jipyo_chart_view_move_focus (self, step) : mark_across (self, step);
}

gboolean
jipyo_chart_view_get_mark_rect (JipyoChartView *self, JipyoRect *rect)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);
  return self->picture.layout != NULL && self->pointer.has_datum
         && jipyo_plot_layout_get_datum_rect (self->picture.layout, self->pointer.series,
                                              self->pointer.datum, rect);
}

void
jipyo_chart_view_toggle_series (JipyoChartView *self)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));
  if (self->pointer.has_datum)
    toggle_series (self, self->pointer.series);
}

void
jipyo_chart_view_toggle_focus (JipyoChartView *self)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));
  if (self->pointer.has_datum && self->plot->series->len > 1)
    set_focused_series (self, self->state.focus >= 0 ? -1 : (int) self->pointer.series);
  self->focus_kept = self->state.focus >= 0;
}

gboolean
jipyo_chart_view_step_back (JipyoChartView *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);

  if (self->pointer.has_anchor) {
    jipyo_chart_view_set_measuring (self, FALSE);
    return TRUE;
  }
  if (!jipyo_plot_state_step_back (&self->state))
    return FALSE;
  self->focus_kept = self->focus_kept && self->state.focus >= 0;
  redraw (self);
  return TRUE;
}

gboolean
jipyo_chart_view_step_in_time (JipyoChartView *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);

  if (self->plot == NULL || !jipyo_plot_is_ordered (self->plot))
    return FALSE;
  clear_mark (self);
  redraw (self);
  return jipyo_plot_walk_in_time (self->plot, &self->state);
}

double
jipyo_chart_view_get_link (JipyoChartView *self)
{
  return self->pointer.has_link ? self->pointer.link : NAN;
}

gboolean
jipyo_chart_view_is_in_time (JipyoChartView *self)
{
  return !isnan (self->state.until);
}

const char *
jipyo_chart_view_get_sentence (JipyoChartView *self)
{
  return jipyo_text_get (&jipyo_view_result_get_view (self->result)->sentence, self->plot->lang);
}

const JipyoPlot *
jipyo_chart_view_get_plot (JipyoChartView *self)
{
  return self->plot;
}

double
jipyo_chart_view_get_position (JipyoChartView *self)
{
  const JipyoDatum *datum = get_datum (self, self->pointer.series, self->pointer.datum);

  return self->pointer.has_datum && datum != NULL ? datum->position : NAN;
}

void
jipyo_chart_view_set_link (JipyoChartView *self, double position)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));

  if (!self->pointer.has_link && isnan (position))
    return;
  self->pointer.has_link = !isnan (position);
  self->pointer.link = position;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
