/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done with a chart, by name: "chart.move" (i: data), "chart.series" (i),
 * "chart.measure" (i: data, from where it began), "chart.zoom" (d: factor), "chart.pan" (d: share
 * of the view), "chart.reset", "chart.toggle" (the series in hand), "chart.focus" (it alone),
 * "chart.log", "chart.relative", "chart.play", "chart.step" (i: positions in time), "chart.speed"
 * (i), "chart.explain", "chart.summary", "chart.help".
 */

#pragma once

#include "jipyo-chart-view.h"

void jipyo_chart_actions_attach (JipyoChartView *chart);
/* Lets menus in another widget, which must not outlive the chart, name them too. */
void jipyo_chart_actions_lend (JipyoChartView *chart, GtkWidget *widget);
