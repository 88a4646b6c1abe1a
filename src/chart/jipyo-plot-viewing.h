/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the state of looking at a plot does to the shapes of its layout. Internal to the chart
 * layer.
 */

#pragma once

#include "jipyo-plot-scene.h"

/* Gives the value axis of a plot, a shallow copy of the one described, the scale that was chosen. A
 * logarithm always has ticks: without them its lengths would be taken for amounts. */
void jipyo_plot_viewing_set_scale (JipyoPlot *viewed, const JipyoPlotState *state);
/* Takes away the shapes from `first` on that are out of view or not yet reached, except one on
 * either side to which a line runs, and fades those that are not looked at. */
void jipyo_plot_viewing_trim (JipyoPlotLayout *layout, const JipyoPlot *plot, guint first);
