/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What series are called: at the ends of their lines where that fits, else in a legend.
 */

#pragma once

#include "jipyo-plot-scene.h"

/* Decides between the two (`direct`) and gives the width that names need right of the area. */
double jipyo_plot_names_measure (JipyoPlotLayout *layout, const JipyoPlot *plot);
/* Series that have something to show and a name; from two on they have to be told apart. */
guint jipyo_plot_names_count (const JipyoPlot *plot);
/* Whether the figure of a shape stands at the end of its series, as a name would: that of the last
 * candle. */
gboolean jipyo_plot_names_hold_figure (const JipyoPlotLayout *layout,
                                       const JipyoPlot *plot,
                                       guint series,
                                       guint datum);
/* Adds the legend at the top of the body, if one is needed, and takes its height off the body. */
void jipyo_plot_names_add_legend (JipyoPlotLayout *layout, const JipyoPlot *plot);
/* Adds the names and figures at the ends of lines, once shapes are placed. */
void jipyo_plot_names_add_direct (JipyoPlotLayout *layout, const JipyoPlot *plot);
