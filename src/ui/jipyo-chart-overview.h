/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The strip under a chart that shows the whole axis and, as a brush, the part in view. It is for
 * the pointer: the keys of the chart do the same, so that the chart stays one tab stop.
 */

#pragma once

#include "jipyo-chart-view.h"

#define JIPYO_TYPE_CHART_OVERVIEW (jipyo_chart_overview_get_type ())
G_DECLARE_FINAL_TYPE (JipyoChartOverview, jipyo_chart_overview, JIPYO, CHART_OVERVIEW, GtkWidget)

/* For a chart that will hold it. It shows itself when the chart is zoomed, or its axis long. */
GtkWidget *jipyo_chart_overview_new (JipyoLook *look, JipyoChartView *chart);
/* How often the picture below the brush was drawn; for tests. */
guint jipyo_chart_overview_get_n_drawn (JipyoChartOverview *self);
