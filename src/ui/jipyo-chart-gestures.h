/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pointer, wheel and fingers on a chart. Moving points; a press opens a source or switches a
 * series; dragging chooses a range, pans what is zoomed, measures with Shift; Ctrl and wheel, or a
 * pinch, zoom; twice resets. The plain wheel scrolls the page, as everywhere.
 */

#pragma once

#include "jipyo-chart-view.h"

void jipyo_chart_gestures_attach (JipyoChartView *chart);
