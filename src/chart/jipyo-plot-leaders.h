/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's notes at their figures: each has a dot on its figure, and its words where there is
 * room, with a line from the one to the other. Internal to the layout.
 */

#pragma once

#include "jipyo-plot-scene.h"

/* After all other texts have their places. */
void jipyo_plot_leaders_add (JipyoPlotLayout *layout, const JipyoPlot *plot);
