/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says nothing to a screen reader: its row does.
 */

#include "jipyo-spark-view.h"

#include "jipyo-sparkline.h"

static const int width_px = 52;
static const int height_px = 24;

struct _JipyoSparkView {
  GtkWidget parent_instance;

  JipyoLook *look; /* owned */
  GArray *values;  /* of double */
};

G_DEFINE_FINAL_TYPE (JipyoSparkView, jipyo_spark_view, GTK_TYPE_WIDGET)

static int
find_direction (JipyoSparkView *self)
{
  const double first = g_array_index (self->values, double, 0);
  const double last = g_array_index (self->values, double, self->values->len - 1);

  return (last > first) - (last < first);
}

static void
jipyo_spark_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JipyoSparkView *self = JIPYO_SPARK_VIEW (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const JipyoRect rect = { 0, 0, width, height };

  if (self->values->len < 2)
    return;
  const JipyoSparkline line = {
    .values = (const double *) (gpointer) self->values->data,
    .n_values = self->values->len,
    .colour =
      jipyo_theme_get_change_colour (jipyo_look_get_theme (self->look), find_direction (self)),
    .line = 1.5,
    .with_end = TRUE,
  };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  jipyo_sparkline_draw (cr, &line, &rect);
  cairo_destroy (cr);
}

static void
jipyo_spark_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width_px : height_px;
}

static void
jipyo_spark_view_dispose (GObject *object)
{
  g_clear_object (&JIPYO_SPARK_VIEW (object)->look);
  G_OBJECT_CLASS (jipyo_spark_view_parent_class)->dispose (object);
}

static void
jipyo_spark_view_finalize (GObject *object)
{
  g_array_unref (JIPYO_SPARK_VIEW (object)->values);
  G_OBJECT_CLASS (jipyo_spark_view_parent_class)->finalize (object);
}

static void
jipyo_spark_view_class_init (JipyoSparkViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_spark_view_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_spark_view_finalize;
  widget_class->snapshot = jipyo_spark_view_snapshot;
  widget_class->measure = jipyo_spark_view_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jipyo_spark_view_init (JipyoSparkView *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
jipyo_spark_view_new (JipyoLook *look)
{
  JipyoSparkView *self = g_object_new (JIPYO_TYPE_SPARK_VIEW, NULL);

  self->look = g_object_ref (look);
  g_signal_connect_object (look, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
jipyo_spark_view_take_values (JipyoSparkView *self, GArray *values)
{
  g_return_if_fail (JIPYO_IS_SPARK_VIEW (self) && values != NULL);
  g_array_unref (self->values);
  self->values = values;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
