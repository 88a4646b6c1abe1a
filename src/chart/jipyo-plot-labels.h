/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figures at the marks, each placed where it covers nothing.
 */

#pragma once

#include "jipyo-plot-scene.h"

/* Places the figures of all shapes; counts those that find no room in `n_dropped`. */
void jipyo_plot_labels_add (JipyoPlotLayout *layout, const JipyoPlot *plot);
