/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the two ends of dumbbells and tornado bars are called, said once: above the first row, or
 * beside the last column, in place of a legend.
 */

#pragma once

#include "jipyo-plot-scene.h"

/* Width that the names need right of the area, and height above it. */
double jipyo_plot_ends_measure_width (JipyoPlotLayout *layout, const JipyoPlot *plot);
double jipyo_plot_ends_measure_height (const JipyoPlotLayout *layout, const JipyoPlot *plot);
void jipyo_plot_ends_add (JipyoPlotLayout *layout, const JipyoPlot *plot);
