/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of categories, beside or above rows or below columns.
 */

#pragma once

#include "jipyo-plot-scene.h"

/* Decides whether rows have their names above them, for which each gives of its height. */
void jipyo_plot_bands_choose_place (JipyoPlotLayout *layout, const JipyoPlot *plot);
/* Width that the names need left of the area when categories run down. */
double jipyo_plot_bands_measure_width (JipyoPlotLayout *layout, const JipyoPlot *plot);
/* Height that the names need below the area when categories run right. */
double jipyo_plot_bands_measure_height (JipyoPlotLayout *layout, const JipyoPlot *plot);
void jipyo_plot_bands_add (JipyoPlotLayout *layout, const JipyoPlot *plot);
