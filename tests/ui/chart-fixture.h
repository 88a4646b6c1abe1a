/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One chart in a window, with the keyboard on it, on made-up data or on those of a view.
 */

#pragma once

#include "fixture.h"
#include "jipyo-chart.h"

typedef struct {
  UiFixture ui;
  JipyoViewResult *result;
  JipyoChartView *chart;
} ChartFixture;

/* Takes the plot; NULL: the first one of the view models-year. */
void chart_fixture_set_up (ChartFixture *self, JipyoPlot *plot);
void chart_fixture_tear_down (ChartFixture *self);
