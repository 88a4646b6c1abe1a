/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart tells the group, the group tells all the others; nobody keeps another's data. Charts over
 * time that are as wide as each other have their areas in line: each has as much room at its sides
 * as the one that needs most.
 */

#include "jipyo-chart-group.h"

#include <math.h>

#include "jipyo-plot-walk.h"

struct _JipyoChartGroup {
  GObject parent_instance;

  GPtrArray *charts; /* owned; of JipyoChartView, borrowed: who goes takes itself out */
};

G_DEFINE_FINAL_TYPE (JipyoChartGroup, jipyo_chart_group, G_TYPE_OBJECT)

enum { SIGNAL_POINTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
chart_pointed_cb (JipyoChartView *chart, JipyoChartGroup *self)
{
  g_signal_emit (self, signals[SIGNAL_POINTED], 0, chart);
}

static void
other_pointed_cb (JipyoChartGroup *self, JipyoChartView *other, JipyoChartView *chart)
{
  const JipyoPlot *own = jipyo_chart_view_get_plot (chart);
  const JipyoPlot *theirs = jipyo_chart_view_get_plot (other);

  if (other == chart)
    jipyo_chart_view_set_link (chart, NAN);
  else if (own != NULL && theirs != NULL)
    jipyo_chart_view_set_link (
      chart, jipyo_plot_walk_find_same (own, theirs, jipyo_chart_view_get_position (other)));
}

static gboolean
is_over_time (JipyoChartView *chart)
{
  const JipyoPlot *plot = jipyo_chart_view_get_plot (chart);

  return plot != NULL && !plot->horizontal && plot->position.kind == JIPYO_SCALE_TIME;
}

static gboolean
are_in_line (JipyoChartView *one, JipyoChartView *other)
{
  return is_over_time (one) && is_over_time (other)
         && gtk_widget_get_width (GTK_WIDGET (one)) == gtk_widget_get_width (GTK_WIDGET (other));
}

/* Of a chart that is in line with no other: nothing, it takes what it needs. */
static JipyoPlotSides
find_sides (JipyoChartGroup *self, JipyoChartView *chart)
{
  JipyoPlotSides most = { 0, 0 };
  guint n = 0;

  for (guint i = 0; i < self->charts->len; i++) {
    JipyoChartView *other = g_ptr_array_index (self->charts, i);
    if (!are_in_line (chart, other))
      continue;
    const JipyoPlotSides sides = jipyo_chart_view_measure_sides (other);
    most.left = MAX (most.left, sides.left);
    most.right = MAX (most.right, sides.right);
    n++;
  }
  return n > 1 ? most : (JipyoPlotSides){ 0, 0 };
}

static void
chart_changed_cb (JipyoChartView *chart, JipyoChartGroup *self)
{
  for (guint i = 0; i < self->charts->len; i++) {
    JipyoChartView *other = g_ptr_array_index (self->charts, i);
    jipyo_chart_view_set_sides (other, find_sides (self, other));
  }
}

static void
chart_gone_cb (gpointer data, GObject *chart)
{
  JipyoChartGroup *self = data;

  g_ptr_array_remove (self->charts, chart);
}

static void
jipyo_chart_group_dispose (GObject *object)
{
  JipyoChartGroup *self = JIPYO_CHART_GROUP (object);

  for (guint i = 0; i < self->charts->len; i++)
    g_object_weak_unref (g_ptr_array_index (self->charts, i), chart_gone_cb, self);
  g_ptr_array_set_size (self->charts, 0);
  G_OBJECT_CLASS (jipyo_chart_group_parent_class)->dispose (object);
}

static void
jipyo_chart_group_finalize (GObject *object)
{
  g_ptr_array_unref (JIPYO_CHART_GROUP (object)->charts);
  G_OBJECT_CLASS (jipyo_chart_group_parent_class)->finalize (object);
}

static void
jipyo_chart_group_class_init (JipyoChartGroupClass *class)
{
  G_OBJECT_CLASS (class)->dispose = jipyo_chart_group_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_chart_group_finalize;
  signals[SIGNAL_POINTED] = g_signal_new ("pointed", JIPYO_TYPE_CHART_GROUP, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, JIPYO_TYPE_CHART_VIEW);
}

static void
jipyo_chart_group_init (JipyoChartGroup *self)
{
  self->charts = g_ptr_array_new ();
}

JipyoChartGroup *
jipyo_chart_group_new (void)
{
  return g_object_new (JIPYO_TYPE_CHART_GROUP, NULL);
}

void
jipyo_chart_group_add (JipyoChartGroup *self, JipyoChartView *chart)
{
  g_return_if_fail (JIPYO_IS_CHART_GROUP (self) && JIPYO_IS_CHART_VIEW (chart));

  g_ptr_array_add (self->charts, chart);
  g_object_weak_ref (G_OBJECT (chart), chart_gone_cb, self);
  g_signal_connect_object (chart, "resized", G_CALLBACK (chart_changed_cb), self, 0);
  g_signal_connect_object (chart, "looked", G_CALLBACK (chart_changed_cb), self, 0);
  g_signal_connect_object (chart, "pointed", G_CALLBACK (chart_pointed_cb), self, 0);
  g_signal_connect_object (self, "pointed", G_CALLBACK (other_pointed_cb), chart, 0);
}
