/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From data to the bounds of the axes, and to where stacked bars begin.
 */

#pragma once

#include "jipyo-plot-scene.h"

/* Fills in `stacks`, `position` and `value` (places still 0 … 1). FALSE when nothing can be drawn.
 */
gboolean jipyo_plot_domain_measure (JipyoPlotLayout *layout, const JipyoPlot *plot);
