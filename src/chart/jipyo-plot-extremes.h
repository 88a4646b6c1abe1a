/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The highest and the lowest of some data, and whether that is certain. Internal to the facts of a
 * plot.
 */

#pragma once

#include "jipyo-plot-fact.h"

/* The HIGHEST or LOWEST of `field` (element-type JipyoDatumRef), which is not empty, and how many
 * share it. */
JipyoFact jipyo_plot_extremes_find (const JipyoPlot *plot, const GArray *field, JipyoFactKind kind);
/* The LOWEST of dates: of a span its beginning counts, which is `amount`. */
JipyoFact jipyo_plot_extremes_find_earliest (const JipyoPlot *plot, const GArray *field);
