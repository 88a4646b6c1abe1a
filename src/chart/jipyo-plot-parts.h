/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of wholes say, as those of stacked bars: which is the largest, and which whole.
 * Internal to the facts of a plot.
 */

#pragma once

#include "jipyo-plot-fact.h"

/* Whether the figures of a series add up with others to wholes. */
gboolean jipyo_plot_parts_is_part (const JipyoPlot *plot, const JipyoPlotSeries *series);
/* The largest part of the highest stack that can be divided. FALSE when there is none, or when two
 * parts of it are the largest. */
gboolean jipyo_plot_parts_find_share (const JipyoPlot *plot, JipyoFact *fact);
/* The highest stack, or the lowest; FALSE unless all stacks can be added up and just one is. */
gboolean jipyo_plot_parts_find_total (const JipyoPlot *plot, JipyoFactKind kind, JipyoFact *fact);
