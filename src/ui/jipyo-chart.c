/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts the parts of a chart together.
 */

#include "jipyo-chart.h"

#include "jipyo-chart-actions.h"
#include "jipyo-chart-gestures.h"

JipyoChartView *
jipyo_chart_new (JipyoLook *look)
{
  JipyoChartView *chart = jipyo_chart_view_new (look);

  jipyo_chart_actions_attach (chart);
  jipyo_chart_gestures_attach (chart);
  return chart;
}
