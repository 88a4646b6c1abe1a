/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small multiples: a plot for each series where all of them in one would tangle. A sheet shows them
 * beside each other.
 */

#pragma once

#include "jipyo-plot.h"

/* A plot for each series that has data, titled by its name, both axes the same for all: as far as
 * any of them reaches. Lines and spans of the axes are in each, a note where its point is. NULL
 * where there are fewer than two such series, or what they show is how they stand to each other:
 * shares, parts of a whole, rows, a strip below. (element-type JipyoPlot) (transfer full) */
GPtrArray *jipyo_plot_split (const JipyoPlot *plot);
