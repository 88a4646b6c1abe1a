/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Annotations: reference lines and spans at values, with their texts.
 */

#pragma once

#include "jipyo-plot-scene.h"

/* Height that their texts need above the area, once x is known; 0 when values run up. */
double jipyo_plot_notes_measure (JipyoPlotLayout *layout, const JipyoPlot *plot);
void jipyo_plot_notes_add (JipyoPlotLayout *layout, const JipyoPlot *plot);
