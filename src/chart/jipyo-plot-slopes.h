/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures and names at the two ends of slopes: a column left of where slopes begin and one right of
 * where they end. In each the texts are spread (jipyo-label-placement.h) so that none covers
 * another, with a hairline to the end where one had to move away; what does not fit is tried at its
 * own height only. Where categories run down, the columns are rows above and below. A
 * figure where the line goes on stands above or below the bend.
 */

#pragma once

#include "jipyo-plot-scene.h"

/* Decides whether slopes have their names at their ends; else the legend has them. */
void jipyo_plot_slopes_measure (JipyoPlotLayout *layout, const JipyoPlot *plot);
void jipyo_plot_slopes_add (JipyoPlotLayout *layout, const JipyoPlot *plot);
