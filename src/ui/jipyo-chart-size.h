/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sizes between which a chart is itself.
 */

#pragma once

#include "jipyo-plot.h"

/* In pixels; `plot` may be NULL. */
void jipyo_chart_size_measure_width (int *least, int *best);
void jipyo_chart_size_measure_height (const JipyoPlot *plot, int *least, int *best);
