/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lets time run in a chart, while it is seen.
 */

#pragma once

#include "jipyo-chart-view.h"

void jipyo_chart_player_attach (JipyoChartView *chart);
/* From the first position to the last, or stops it. Without animations it goes on by a step each
 * time. */
void jipyo_chart_player_toggle (JipyoChartView *chart);
