/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts of plots, for descriptions made from others: fewer rows, shares instead of amounts.
 */

#pragma once

#include "jipyo-plot.h"

/* The plot without its categories, series and annotations. (transfer full) */
JipyoPlot *jipyo_plot_copy_frame (const JipyoPlot *plot);
/* An empty series of the same name and look, owned by `copy`. */
JipyoPlotSeries *jipyo_plot_copy_series (JipyoPlot *copy, const JipyoPlotSeries *series);
/* Shares the columns, where there are any, with what is behind them. */
void jipyo_plot_copy_columns (JipyoPlotSeries *own, const JipyoPlotSeries *series);
JipyoDatum *
jipyo_plot_copy_datum (JipyoPlotSeries *series, const JipyoDatum *datum, double position);
