/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture is drawn once for each size, scale, theme, plot and way of looking, and kept;
 * pointer and focus paint only a light overlay. Hits and the card read the layout that was
 * drawn.
 */

#include "jipyo-chart-view.h"

#include "jipyo-chart-keys.h"
#include "jipyo-chart-points.h"
#include "jipyo-chart-popover.h"
#include "jipyo-chart-size.h"
#include "jipyo-chart-sound.h"
#include "jipyo-chart-view-private.h"
#include "jipyo-chart-voice.h"
#include "jipyo-plot-reading.h"
#include "jipyo-plot-same.h"

G_DEFINE_FINAL_TYPE (JipyoChartView, jipyo_chart_view, GTK_TYPE_WIDGET)

enum { SIGNAL_POINTED, SIGNAL_LOOKED, SIGNAL_REPLOTTED, SIGNAL_RESIZED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const guint REST_MS = 80;

void
jipyo_chart_view_redraw (JipyoChartView *self)
{
  jipyo_chart_picture_set_stale (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_LOOKED], 0);
}

static void
look_changed_cb (JipyoChartView *self)
{
  jipyo_chart_picture_clear (&self->picture, TRUE);
  jipyo_chart_view_redraw (self);
}

/* While a chart is panned and zoomed its data read the same, and texts take longer than a frame. */
static void
update_points (JipyoChartView *self)
{
  JipyoChartPoints *points = JIPYO_CHART_POINTS (self->points);

  if (self->points_told && jipyo_plot_reading_is_same (&self->told, &self->state)) {
    jipyo_chart_points_place (points, self->picture.layout);
    return;
  }
  jipyo_chart_points_update (points, self->plot, &self->state, self->picture.layout);
  self->points_told = TRUE;
  self->told = self->state;
}

/* After the frame, which need not wait for what is read out; again after the next one, should there
 * be no picture now. */
static gboolean
points_due_cb (gpointer data)
{
  JipyoChartView *self = data;

  self->points_id = 0;
  if (self->picture.layout != NULL)
    update_points (self);
  return G_SOURCE_REMOVE;
}

/* To allocate them takes the whole window's layout, and the toolkit asks the display where its work
 * area is: not in the middle of a movement, in which they read the same. */
static void
schedule_points (JipyoChartView *self)
{
  const gboolean moved =
    self->points_told && jipyo_plot_reading_is_same (&self->told, &self->state);

  if (self->points_id != 0 && !moved)
    return;
  g_clear_handle_id (&self->points_id, g_source_remove);
  self->points_id = moved ? g_timeout_add_full (G_PRIORITY_LOW, REST_MS, points_due_cb, self, NULL)
                          : g_idle_add_full (G_PRIORITY_LOW, points_due_cb, self, NULL);
}

static JipyoPlotFrame
get_frame (JipyoChartView *self)
{
  return (JipyoPlotFrame){
    .theme = jipyo_look_get_theme (self->look),
    .width = self->width_px,
    .height = self->height_px,
    .type = jipyo_look_measure_type (GTK_WIDGET (self)),
    .bare = TRUE,
    .upright = self->sides.left,
    .right = self->sides.right,
    .state = &self->state,
  };
}

static void
draw_picture (JipyoChartView *self)
{
  const JipyoPlotFrame frame = get_frame (self);

  self->type_label_px = frame.type.label;
  jipyo_chart_picture_draw (&self->picture, self->plot, &frame, GTK_WIDGET (self));
  schedule_points (self);
}

static void
append_picture (JipyoChartView *self, GtkSnapshot *snapshot)
{
  JipyoRect clip;

  jipyo_chart_entry_begin (&self->entry, GTK_WIDGET (self));
  if (!jipyo_chart_entry_get_clip (&self->entry, self->picture.layout, &clip)) {
    jipyo_chart_picture_append (&self->picture, snapshot);
    return;
  }
  /* GTK 4.8 never frees what it clips to nothing. */
  if (clip.width <= 0 || clip.height <= 0)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) clip.x, (float) clip.y,
                                                         (float) clip.width, (float) clip.height));
  jipyo_chart_picture_append (&self->picture, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
jipyo_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (widget);

  if (self->plot == NULL || self->width_px < 1 || self->height_px < 1)
    return;
  if (self->picture.layout == NULL || self->picture.stale)
    draw_picture (self);
  jipyo_chart_picture_begin_frame (&self->picture, self->plot, &self->pointer);
  append_picture (self, snapshot);
  jipyo_chart_picture_append_overlay (&self->picture, snapshot, self->plot, &self->pointer);
  if (self->foot != NULL)
    gtk_widget_snapshot_child (widget, self->foot, snapshot);
}

static int
measure_foot (JipyoChartView *self, int width)
{
  int least = 0;

  if (self->foot != NULL)
    gtk_widget_measure (self->foot, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  return least;
}

static void
jipyo_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (widget);
  const int foot = measure_foot (self, width);

  height = MAX (0, height - foot);
  gtk_widget_size_allocate (self->points, &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (self->foot != NULL)
    gtk_widget_size_allocate (self->foot, &(GtkAllocation){ 0, height, width, foot }, -1);
  jipyo_chart_popover_present (widget);
  if (width == self->width_px && height == self->height_px)
    return;
  self->width_px = width;
  self->height_px = height;
  jipyo_chart_picture_clear (&self->picture, FALSE);
  g_signal_emit (self, signals[SIGNAL_RESIZED], 0);
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
  JipyoChartView *self = JIPYO_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    jipyo_chart_size_measure_width (minimum, natural);
    return;
  }
  const int foot = measure_foot (self, for_size);
  jipyo_chart_size_measure_height (self->plot, minimum, natural);
  *minimum += foot;
  *natural += foot;
}

gboolean
jipyo_chart_view_find_datum (JipyoChartView *self, JipyoDatum *found)
{
  return jipyo_plot_find_datum (self->plot, self->pointer.series, self->pointer.datum, found);
}

void
jipyo_chart_view_tell (JipyoChartView *self)
{
  const JipyoView *view = jipyo_view_result_get_view (self->result);
  const JipyoLang lang = jipyo_view_result_get_lang (self->result);
  g_autofree char *point =
    jipyo_chart_picture_describe (&self->picture, self->plot, &self->state, &self->pointer);

  jipyo_chart_voice_tell (
    GTK_WIDGET (self),
    self->plot->title != NULL ? self->plot->title : jipyo_text_get (&view->title, lang), point);
}

static void
focus_entered_cb (JipyoChartView *self)
{
  if (self->pointer.has_datum)
    return;
  if (!jipyo_chart_view_mark_again (self))
    jipyo_chart_view_move_focus (self, 0);
  self->pointer.silent = TRUE;
}

static void
jipyo_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (jipyo_chart_view_parent_class)->css_changed (widget, change);
  /* Pointer and focus change the style too, but only its font is in the picture. */
  if (self->type_label_px == jipyo_look_measure_type (widget).label)
    return;
  jipyo_chart_picture_clear (&self->picture, TRUE);
  g_signal_emit (self, signals[SIGNAL_RESIZED], 0);
}

static void
jipyo_chart_view_dispose (GObject *object)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (object);

  g_clear_handle_id (&self->points_id, g_source_remove);
  jipyo_chart_popover_close (GTK_WIDGET (self));
  jipyo_chart_entry_end (&self->entry, GTK_WIDGET (self));
  jipyo_chart_picture_end (&self->picture);
  g_clear_pointer (&self->points, gtk_widget_unparent);
  g_clear_pointer (&self->foot, gtk_widget_unparent);
  self->plot = NULL;
  g_clear_object (&self->result);
  g_clear_object (&self->look);
  G_OBJECT_CLASS (jipyo_chart_view_parent_class)->dispose (object);
}

/* Not an action: where there is nothing to undo, Escape is the window's. */
static gboolean
escape_pressed_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  return jipyo_chart_sound_stop (jipyo_chart_sound_get (widget))
         || jipyo_chart_view_step_back (JIPYO_CHART_VIEW (widget));
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
  signals[SIGNAL_LOOKED] = g_signal_new ("looked", JIPYO_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REPLOTTED] = g_signal_new ("replotted", JIPYO_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RESIZED] = g_signal_new ("resized", JIPYO_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0,
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
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (jipyo_chart_view_unmark), self);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (look_changed_cb), NULL);
}

void
jipyo_chart_view_set_foot (JipyoChartView *self, GtkWidget *foot)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self) && self->foot == NULL);

  self->foot = foot;
  gtk_widget_set_parent (foot, GTK_WIDGET (self));
}

JipyoChartView *
jipyo_chart_view_new (JipyoLook *look)
{
  JipyoChartView *self = g_object_new (JIPYO_TYPE_CHART_VIEW, NULL);

  self->look = g_object_ref (look);
  g_signal_connect_object (look, "changed", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* Views are built anew with every quote and second, most of their charts as they were. The result
 * that such a chart was first in is kept with it. One that is the very same may have been changed.
 */
static gboolean
shows_same (JipyoChartView *self, JipyoViewResult *result, const JipyoPlot *plot)
{
  if (self->plot == NULL || self->plot == plot)
    return FALSE;
  const JipyoLang lang = jipyo_view_result_get_lang (result);
  const JipyoView *now = jipyo_view_result_get_view (self->result);
  const JipyoView *next = jipyo_view_result_get_view (result);

  return g_strcmp0 (now->name, next->name) == 0
         && g_strcmp0 (jipyo_text_get (&now->title, lang), jipyo_text_get (&next->title, lang)) == 0
         && jipyo_plot_is_same (self->plot, plot);
}

void
jipyo_chart_view_set_plot (JipyoChartView *self, JipyoViewResult *result, guint index)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self) && JIPYO_IS_VIEW_RESULT (result));
  const JipyoView *view = jipyo_view_result_get_view (result);
  g_return_if_fail (index < view->sheet->plots->len);

  if (shows_same (self, result, g_ptr_array_index (view->sheet->plots, index)))
    return;
  jipyo_chart_picture_clear (&self->picture, TRUE); /* it borrows from the plot */
  g_set_object (&self->result, result);
  self->plot = g_ptr_array_index (view->sheet->plots, index);
  self->points_told = FALSE;
  JipyoDatum datum;
  if (!jipyo_chart_view_find_datum (self, &datum))
    self->pointer = (JipyoPlotPointer){ .has_datum = FALSE };
  if (self->state.focus >= (int) self->plot->series->len)
    self->state.focus = -1;
  jipyo_chart_voice_set_plot (GTK_WIDGET (self), self->plot);
  jipyo_chart_view_tell (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_REPLOTTED], 0);
  g_signal_emit (self, signals[SIGNAL_LOOKED], 0);
}

JipyoPlotSides
jipyo_chart_view_measure_sides (JipyoChartView *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), ((JipyoPlotSides){ 0, 0 }));

  if (self->plot == NULL || self->width_px < 1 || self->height_px < 1)
    return (JipyoPlotSides){ 0, 0 };
  const JipyoPlotFrame frame = get_frame (self);
  return jipyo_chart_picture_measure_sides (&self->picture, self->plot, &frame);
}

void
jipyo_chart_view_set_sides (JipyoChartView *self, JipyoPlotSides sides)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));

  if (self->sides.left == sides.left && self->sides.right == sides.right)
    return;
  self->sides = sides;
  jipyo_chart_picture_set_moved (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
jipyo_chart_view_is_entering (JipyoChartView *self)
{
  return self->entry.tick_id != 0;
}

guint
jipyo_chart_view_get_n_drawn (JipyoChartView *self)
{
  return self->picture.n_drawn;
}

const JipyoPlotState *
jipyo_chart_view_get_state (JipyoChartView *self)
{
  return &self->state;
}

const JipyoPlot *
jipyo_chart_view_get_plot (JipyoChartView *self)
{
  return self->plot;
}
