/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK 4.8 gives only widgets a node on the accessibility bus, so each item is one, as small as a
 * widget can be. They are made a few at a time, after the chart was seen, and used again for what
 * comes next.
 */

#include "jipyo-chart-points.h"

#include <glib/gi18n.h>

#include "jipyo-plot-reading.h"

static const guint BATCH = 16; /* items made at once: a millisecond or so */

/* One item. It has a type of its own because a role belongs to a class. */
#define JIPYO_TYPE_CHART_POINT (jipyo_chart_point_get_type ())
G_DECLARE_FINAL_TYPE (JipyoChartPoint, jipyo_chart_point, JIPYO, CHART_POINT, GtkWidget)

struct _JipyoChartPoint {
  GtkWidget parent_instance;

  char *text; /* what it says */
};

G_DEFINE_FINAL_TYPE (JipyoChartPoint, jipyo_chart_point, GTK_TYPE_WIDGET)

static void
jipyo_chart_point_finalize (GObject *object)
{
  g_free (JIPYO_CHART_POINT (object)->text);
  G_OBJECT_CLASS (jipyo_chart_point_parent_class)->finalize (object);
}

static void
jipyo_chart_point_class_init (JipyoChartPointClass *class)
{
  G_OBJECT_CLASS (class)->finalize = jipyo_chart_point_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "chartpoint");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
jipyo_chart_point_init (JipyoChartPoint *self)
{
}

struct _JipyoChartPoints {
  GtkWidget parent_instance;

  GArray *readings; /* of JipyoReading, or NULL */
  GArray *places;   /* of JipyoRect, one a reading; empty where nothing is drawn */
  GPtrArray *items; /* of JipyoChartPoint, borrowed: children, the first ones of the readings */
  guint n_told;     /* items that say and are what their reading is */
  guint idle_id;    /* 0 when the items are those of the readings */
};

G_DEFINE_FINAL_TYPE (JipyoChartPoints, jipyo_chart_points, GTK_TYPE_WIDGET)

static guint
count_readings (JipyoChartPoints *self)
{
  return self->readings == NULL ? 0 : self->readings->len;
}

/* Each change is sent over the bus, so a text that stays is not set again. */
static void
tell_item (JipyoChartPoints *self, guint index)
{
  const JipyoReading *reading = &g_array_index (self->readings, JipyoReading, index);

  if (index == self->items->len) {
    GtkWidget *made = g_object_new (JIPYO_TYPE_CHART_POINT, NULL);

    gtk_widget_set_parent (made, GTK_WIDGET (self));
    g_ptr_array_add (self->items, made);
  }
  JipyoChartPoint *item = g_ptr_array_index (self->items, index);
  if (g_strcmp0 (item->text, reading->text) == 0)
    return;
  g_free (item->text);
  item->text = g_strdup (reading->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, item->text,
                                  -1);
}

static void
drop_items (JipyoChartPoints *self, guint n_left)
{
  while (self->items->len > n_left) {
    gtk_widget_unparent (g_ptr_array_index (self->items, self->items->len - 1));
    g_ptr_array_set_size (self->items, (int) self->items->len - 1);
  }
}

static gboolean
time_came_cb (gpointer user_data)
{
  JipyoChartPoints *self = JIPYO_CHART_POINTS (user_data);
  const guint n = count_readings (self);

  for (guint i = 0; i < BATCH && self->n_told < n; i++)
    tell_item (self, self->n_told++);
  if (self->n_told < n)
    return G_SOURCE_CONTINUE;
  drop_items (self, n);
  self->idle_id = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
schedule (JipyoChartPoints *self)
{
  self->n_told = 0;
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_LOW, time_came_cb, self, NULL);
}

static void
jipyo_chart_points_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JipyoChartPoints *self = JIPYO_CHART_POINTS (widget);

  for (guint i = 0; i < self->items->len; i++) {
    GtkAllocation place = { 0 };

    if (self->places != NULL && i < self->places->len) {
      const JipyoRect *rect = &g_array_index (self->places, JipyoRect, i);
      place = (GtkAllocation){ (int) rect->x, (int) rect->y, (int) (rect->width + 1),
                               (int) (rect->height + 1) };
    }
    gtk_widget_size_allocate (g_ptr_array_index (self->items, i), &place, -1);
  }
}

static void
clear_readings (JipyoChartPoints *self)
{
  g_clear_pointer (&self->readings, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
}

static void
jipyo_chart_points_dispose (GObject *object)
{
  JipyoChartPoints *self = JIPYO_CHART_POINTS (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->items != NULL)
    drop_items (self, 0);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  clear_readings (self);
  G_OBJECT_CLASS (jipyo_chart_points_parent_class)->dispose (object);
}

static void
jipyo_chart_points_class_init (JipyoChartPointsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_chart_points_dispose;
  widget_class->size_allocate = jipyo_chart_points_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "chartpoints");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
jipyo_chart_points_init (JipyoChartPoints *self)
{
  self->items = g_ptr_array_new ();
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Figures of the chart"), -1);
}

JipyoChartPoints *
jipyo_chart_points_new (void)
{
  return g_object_new (JIPYO_TYPE_CHART_POINTS, NULL);
}

/* What a reading covers: from its first to its last datum. */
static JipyoRect
find_place (const JipyoPlotLayout *layout, const JipyoReading *reading)
{
  JipyoRect place = { 0 }, rect;

  for (guint i = 0; i < 2; i++) {
    const guint datum = i == 0 ? reading->first : reading->last;

    if (!jipyo_plot_layout_get_datum_rect (layout, reading->series, datum, &rect))
      continue;
    if (place.width <= 0) {
      place = rect;
      continue;
    }
    const double right = MAX (place.x + place.width, rect.x + rect.width);
    const double bottom = MAX (place.y + place.height, rect.y + rect.height);
    place.x = MIN (place.x, rect.x);
    place.y = MIN (place.y, rect.y);
    place.width = right - place.x;
    place.height = bottom - place.y;
  }
  return place;
}

static void
find_places (JipyoChartPoints *self, const JipyoPlotLayout *layout)
{
  g_clear_pointer (&self->places, g_array_unref);
  self->places = g_array_new (FALSE, TRUE, sizeof (JipyoRect));
  for (guint i = 0; i < count_readings (self); i++) {
    const JipyoRect place = find_place (layout, &g_array_index (self->readings, JipyoReading, i));
    g_array_append_val (self->places, place);
  }
}

void
jipyo_chart_points_update (JipyoChartPoints *self,
                           const JipyoPlot *plot,
                           const JipyoPlotState *state,
                           const JipyoPlotLayout *layout)
{
  g_return_if_fail (JIPYO_IS_CHART_POINTS (self));
  clear_readings (self);
  if (plot != NULL && layout != NULL) {
    self->readings = jipyo_plot_reading_list (plot, state, JIPYO_PLOT_READINGS_MAX);
    find_places (self, layout);
  }
  schedule (self);
}

void
jipyo_chart_points_place (JipyoChartPoints *self, const JipyoPlotLayout *layout)
{
  g_return_if_fail (JIPYO_IS_CHART_POINTS (self) && layout != NULL);

  find_places (self, layout);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

const char *
jipyo_chart_points_get_text (JipyoChartPoints *self, guint series, guint datum)
{
  g_return_val_if_fail (JIPYO_IS_CHART_POINTS (self), NULL);

  for (guint i = 0; i < count_readings (self); i++) {
    const JipyoReading *reading = &g_array_index (self->readings, JipyoReading, i);

    if (reading->series == series && reading->first <= datum && datum <= reading->last)
      return reading->text;
  }
  return NULL;
}
