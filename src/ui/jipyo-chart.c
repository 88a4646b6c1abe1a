/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts the parts of a chart together.
 */

#include "jipyo-chart.h"

#include "jipyo-chart-actions.h"
#include "jipyo-chart-gestures.h"
#include "jipyo-chart-overview.h"
#include "jipyo-chart-scrubber.h"

JipyoChartView *
jipyo_chart_new (JipyoLook *look)
{
  JipyoChartView *chart = jipyo_chart_view_new (look);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (foot), jipyo_chart_overview_new (look, chart));
  jipyo_chart_actions_attach (chart);
  gtk_box_append (GTK_BOX (foot), jipyo_chart_scrubber_new (chart));
  jipyo_chart_view_set_foot (chart, foot);
  jipyo_chart_gestures_attach (chart);
  return chart;
}
