/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Margins, ticks, grid and category names: what turns the body of a plot into the area between
 * its axes. First x, then y, since what stands above the area depends on places along x.
 */

#pragma once

#include "jipyo-plot-scene.h"

/* Sets `area`'s x and width; `right` is kept free for names at the ends of lines. */
void jipyo_plot_axes_place_x (JipyoPlotLayout *layout, const JipyoPlot *plot, double right);
/* Sets `area`'s y and height; `top` is kept free for annotations. */
void jipyo_plot_axes_place_y (JipyoPlotLayout *layout, const JipyoPlot *plot, double top);
/* Gives the scale along x (or y) its places in the area, with room inside it for the figures
 * beyond the low and the high end of the value axis. */
void jipyo_plot_axes_map_x (JipyoPlotLayout *layout, double low_room, double high_room);
void jipyo_plot_axes_map_y (JipyoPlotLayout *layout, double low_room, double high_room);
/* Grid, base line, tick texts and category names, once both scales have their places. */
void jipyo_plot_axes_add (JipyoPlotLayout *layout, const JipyoPlot *plot);
