/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the positions of a plot have an order, how far apart they are, and its series as lines in
 * that order. Internal to the facts of a plot.
 */

#pragma once

#include "jipyo-plot-fact.h"

gboolean jipyo_plot_order_is_ordered (const JipyoPlot *plot);
/* Years from one position to another; NaN when the positions are no dates. */
double jipyo_plot_order_measure_years (const JipyoPlot *plot, double from, double to);
/* The plain data of a series by position, without what is not complete yet; NULL when they are no
 * line: separate dots, spans, parts of a stack, or two at one position. (transfer full)
 * (element-type JipyoDatumRef) */
GArray *jipyo_plot_order_list_line (const JipyoPlot *plot, guint series);
