/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart with all that a person can do to it: the view, its actions and its gestures, which know
 * the view while it knows neither.
 */

#pragma once

#include "jipyo-chart-view.h"

JipyoChartView *jipyo_chart_new (JipyoLook *look);
