/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lets time run in a chart, while it is seen.
 */

#pragma once

#include "jipyo-chart-view.h"

void jipyo_chart_player_attach (JipyoChartView *chart);
/* Goes on from where time is, at the end from the first position, or stops. Without animations it
 * goes on by a step each time. FALSE where nothing follows anything. */
gboolean jipyo_chart_player_toggle (JipyoChartView *chart);
/* The chart's "looked" tells of it. */
gboolean jipyo_chart_player_is_running (JipyoChartView *chart);
/* Slower or faster by steps, from half to four times; FALSE at either end. */
gboolean jipyo_chart_player_change_speed (JipyoChartView *chart, int step);
double jipyo_chart_player_get_speed (JipyoChartView *chart);
