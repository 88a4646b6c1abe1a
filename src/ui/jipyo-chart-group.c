/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart tells the group, the group tells all the others; nobody keeps another's data.
 */

#include "jipyo-chart-group.h"

#include <math.h>

#include "jipyo-plot-walk.h"

struct _JipyoChartGroup {
  GObject parent_instance;
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

static void
jipyo_chart_group_class_init (JipyoChartGroupClass *class)
{
  signals[SIGNAL_POINTED] = g_signal_new ("pointed", JIPYO_TYPE_CHART_GROUP, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, JIPYO_TYPE_CHART_VIEW);
}

static void
jipyo_chart_group_init (JipyoChartGroup *self)
{
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

  g_signal_connect_object (chart, "pointed", G_CALLBACK (chart_pointed_cb), self, 0);
  g_signal_connect_object (self, "pointed", G_CALLBACK (other_pointed_cb), chart, 0);
}
