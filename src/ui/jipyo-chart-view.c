/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture is recorded once for each size, theme and plot and kept as a render node; pointer and
 * focus paint only a light overlay. Hits and tooltips read the layout that was drawn.
 */

#include "jipyo-chart-view.h"

#include <glib/gi18n.h>

#include "jipyo-chart-points.h"
#include "jipyo-datum-text.h"
#include "jipyo-plot-draw.h"
#include "jipyo-tooltip.h"

struct _JipyoChartView {
  GtkWidget parent_instance;

  JipyoLook *look;         /* owned */
  JipyoViewResult *result; /* owned */
  const JipyoPlot *plot;   /* borrowed from the result */
  GtkWidget *points;       /* the child that assistive technology reads the data from */
  JipyoPlotLayout *layout; /* for the size of `node`, or NULL */
  GskRenderNode *node;     /* the picture, or NULL */
  int width_px;
  int height_px;

  gboolean has_mark; /* a figure is under the pointer or has the focus */
  guint series;
  guint datum;
};

G_DEFINE_FINAL_TYPE (JipyoChartView, jipyo_chart_view, GTK_TYPE_WIDGET)

static void
forget_picture (JipyoChartView *self)
{
  g_clear_pointer (&self->layout, jipyo_plot_layout_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

static void
look_changed_cb (JipyoChartView *self)
{
  forget_picture (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
record_picture (JipyoChartView *self)
{
  const JipyoTheme *theme = jipyo_look_get_theme (self->look);
  const JipyoPlotFrame frame = {
    .theme = theme,
    .width = self->width_px,
    .height = self->height_px,
    .type = jipyo_look_measure_type (GTK_WIDGET (self)),
    .bare = TRUE,
  };
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, self->width_px, self->height_px));

  self->layout = jipyo_plot_layout_new_framed (self->plot, &frame);
  jipyo_plot_draw (cr, self->plot, self->layout, theme);
  cairo_destroy (cr);
  jipyo_chart_points_update (JIPYO_CHART_POINTS (self->points), self->plot, self->layout);
  self->node = gtk_snapshot_to_node (snapshot);
}

static void
append_mark (JipyoChartView *self, GtkSnapshot *snapshot)
{
  const JipyoTheme *theme = jipyo_look_get_theme (self->look);
  const JipyoColour colour = jipyo_colour_from_rgb (theme->text);
  const GdkRGBA rgba = { (float) colour.red, (float) colour.green, (float) colour.blue, 1 };
  const float widths[] = { 2, 2, 2, 2 };
  const GdkRGBA colours[] = { rgba, rgba, rgba, rgba };
  JipyoRect rect;
  GskRoundedRect outline;

  if (!jipyo_plot_layout_get_datum_rect (self->layout, self->series, self->datum, &rect))
    return;
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (
    (float) rect.x - 3, (float) rect.y - 3, (float) rect.width + 6, (float) rect.height + 6);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, 4);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
jipyo_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (widget);

  if (self->plot == NULL || self->width_px < 1 || self->height_px < 1)
    return;
  if (self->layout == NULL)
    record_picture (self);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  if (self->has_mark)
    append_mark (self, snapshot);
}

static void
jipyo_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (widget);

  gtk_widget_size_allocate (self->points, &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (width == self->width_px && height == self->height_px)
    return;
  self->width_px = width;
  self->height_px = height;
  forget_picture (self);
}

static guint
count_bands (const JipyoPlot *plot)
{
  return plot == NULL || plot->position.bands == NULL ? 0 : plot->position.bands->len;
}

/* How low and how high a chart may be whose categories run down: each needs room for its name. */
static void
measure_bands (const JipyoPlot *plot, int *least, int *best)
{
  static const int frame_px = 32;
  static const int legend_px = 28;
  static const int axis_px = 28;
  const JipyoPlotSeries *first = plot->series->len > 0 ? g_ptr_array_index (plot->series, 0) : NULL;
  const gboolean has_spans = first != NULL && first->mark == JIPYO_MARK_RANGE;
  const gboolean has_notes = plot->position.notes != NULL && plot->position.notes->len > 0;
  const int least_band_px = has_spans ? 16 : has_notes ? 37 : 30;
  const int best_band_px = has_spans ? 26 : has_notes ? 58 : 52;
  const int rest = frame_px + (plot->series->len > 1 && !has_spans ? legend_px : 0)
                   + (plot->value.hidden || has_spans ? 0 : axis_px);

  *least = rest + (int) count_bands (plot) * least_band_px;
  *best = rest + (int) count_bands (plot) * best_band_px;
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
  static const int least_px = 190;
  static const int best_px = 400;
  static const int least_bands_px = 128;
  static const int largest_px = 720;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 240;
    *natural = 480;
    return;
  }
  *minimum = least_px;
  *natural = best_px;
  if (self->plot == NULL || !self->plot->horizontal)
    return;
  measure_bands (self->plot, minimum, natural);
  *minimum = CLAMP (*minimum, least_bands_px, largest_px);
  *natural = CLAMP (*natural, *minimum, largest_px);
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
  const char *sentence =
    jipyo_text_get (&view->sentence, jipyo_view_result_get_lang (self->result));
  g_autofree char *focused =
    self->has_mark ? jipyo_datum_text_describe (self->plot, self->series, self->datum) : NULL;

  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
    self->plot->title != NULL
      ? self->plot->title
      : jipyo_text_get (&view->title, jipyo_view_result_get_lang (self->result)),
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
    focused != NULL ? focused : "", -1);
}

static void
set_mark (JipyoChartView *self, guint series, guint datum)
{
  if (self->has_mark && self->series == series && self->datum == datum)
    return;
  self->has_mark = TRUE;
  self->series = series;
  self->datum = datum;
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
clear_mark (JipyoChartView *self)
{
  if (!self->has_mark)
    return;
  self->has_mark = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pointer_moved_cb (JipyoChartView *self, double x, double y)
{
  guint series, datum;

  if (self->layout != NULL && jipyo_plot_layout_find_datum (self->layout, x, y, &series, &datum))
    set_mark (self, series, datum);
  else if (!gtk_widget_is_focus (GTK_WIDGET (self)))
    clear_mark (self);
}

static void
pointer_left_cb (JipyoChartView *self)
{
  if (!gtk_widget_is_focus (GTK_WIDGET (self)))
    clear_mark (self);
}

static void
explain (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *claim = jipyo_chart_view_get_focused_claim (JIPYO_CHART_VIEW (widget));

  if (claim != NULL)
    gtk_widget_activate_action (widget, "win.explain", "s", claim);
}

static void
pressed_cb (JipyoChartView *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  pointer_moved_cb (self, x, y);
  if (self->has_mark)
    explain (GTK_WIDGET (self), NULL, NULL);
}

static void
focus_entered_cb (JipyoChartView *self)
{
  if (!self->has_mark)
    jipyo_chart_view_move_focus (self, 0);
}

static void
focus_left_cb (JipyoChartView *self)
{
  clear_mark (self);
}

static void
move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (widget);

  if (!jipyo_chart_view_move_focus (self, g_variant_get_int32 (parameter)))
    gtk_widget_error_bell (widget);
}

static gboolean
jipyo_chart_view_query_tooltip (GtkWidget *widget,
                                int x,
                                int y,
                                gboolean keyboard,
                                GtkTooltip *tooltip)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (widget);
  guint series = self->series;
  guint datum = self->datum;
  JipyoRect rect;

  if (self->layout == NULL || self->plot == NULL || (keyboard && !self->has_mark)
      || (!keyboard && !jipyo_plot_layout_find_datum (self->layout, x, y, &series, &datum)))
    return FALSE;
  g_autofree char *text = jipyo_datum_text_describe (self->plot, series, datum);

  if (jipyo_plot_layout_get_datum_rect (self->layout, series, datum, &rect)) {
    const GdkRectangle tip = { (int) rect.x, (int) rect.y, (int) rect.width, (int) rect.height };

    gtk_tooltip_set_tip_area (tooltip, &tip);
  }
  return jipyo_tooltip_show (tooltip, text);
}

static void
jipyo_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (jipyo_chart_view_parent_class)->css_changed (widget, change);
  forget_picture (JIPYO_CHART_VIEW (widget));
}

static void
jipyo_chart_view_dispose (GObject *object)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (object);

  forget_picture (self);
  g_clear_pointer (&self->points, gtk_widget_unparent);
  self->plot = NULL;
  g_clear_object (&self->result);
  g_clear_object (&self->look);
  G_OBJECT_CLASS (jipyo_chart_view_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *class)
{
  static const struct {
    guint key;
    int step;
  } moves[] = {
    { GDK_KEY_Left, -1 },      { GDK_KEY_Right, 1 },    { GDK_KEY_Page_Up, -10 },
    { GDK_KEY_Page_Down, 10 }, { GDK_KEY_Home, -9999 }, { GDK_KEY_End, 9999 },
  };
  static const guint opening[] = { GDK_KEY_space, GDK_KEY_Return, GDK_KEY_KP_Enter };

  gtk_widget_class_install_action (class, "chart.move", "i", move);
  gtk_widget_class_install_action (class, "chart.explain", NULL, explain);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding_action (class, moves[i].key, 0, "chart.move", "i", moves[i].step);
  for (guint i = 0; i < G_N_ELEMENTS (opening); i++)
    gtk_widget_class_add_binding_action (class, opening[i], 0, "chart.explain", NULL);
}

static void
jipyo_chart_view_class_init (JipyoChartViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_chart_view_dispose;
  widget_class->snapshot = jipyo_chart_view_snapshot;
  widget_class->size_allocate = jipyo_chart_view_size_allocate;
  widget_class->measure = jipyo_chart_view_measure;
  widget_class->query_tooltip = jipyo_chart_view_query_tooltip;
  widget_class->css_changed = jipyo_chart_view_css_changed;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  bind_keys (widget_class);
}

static void
jipyo_chart_view_init (JipyoChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->points = GTK_WIDGET (jipyo_chart_points_new ());
  gtk_widget_set_parent (self->points, widget);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
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

  g_set_object (&self->result, result);
  self->plot = g_ptr_array_index (view->sheet->plots, index);
  forget_picture (self);
  if (get_datum (self, self->series, self->datum) == NULL)
    self->has_mark = FALSE;
  update_accessible (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const char *
jipyo_chart_view_get_focused_claim (JipyoChartView *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), NULL);
  const JipyoDatum *datum = self->has_mark ? get_datum (self, self->series, self->datum) : NULL;

  return datum == NULL ? NULL : datum->claim;
}

gboolean
jipyo_chart_view_move_focus (JipyoChartView *self, int step)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);
  int at = 0;
  int total = 0;

  for (guint i = 0; self->plot != NULL && i < self->plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (self->plot->series, i);

    if (i == self->series)
      at = total + (int) self->datum;
    total += (int) series->data->len;
  }
  if (total == 0)
    return FALSE;
  const int to = CLAMP ((self->has_mark ? at : 0) + step, 0, total - 1);
  int left = to;

  for (guint i = 0; i < self->plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (self->plot->series, i);

    if (left < (int) series->data->len) {
      set_mark (self, i, (guint) left);
      break;
    }
    left -= (int) series->data->len;
  }
  return step == 0 || to != at;
}
