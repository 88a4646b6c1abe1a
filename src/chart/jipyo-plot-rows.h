/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fewer rows where all of them could not be read.
 */

#pragma once

#include "jipyo-plot.h"

/* Categories that run down, or 0 when the plot has none. */
guint jipyo_plot_count_rows (const JipyoPlot *plot);
/* Whether a strip below the others takes some of the height. */
gboolean jipyo_plot_has_strip (const JipyoPlot *plot);
/* The plot is made of spans, whose rows are thin and belong together. */
gboolean jipyo_plot_shows_spans (const JipyoPlot *plot);
/* Whether it is made of points, around which their names want air. */
gboolean jipyo_plot_shows_points (const JipyoPlot *plot);
/* A copy with at most `n_rows` of the categories, in their order: those that the title speaks of,
 * then those of the largest values, then from the top. (transfer full) */
JipyoPlot *jipyo_plot_copy_rows (const JipyoPlot *plot, guint n_rows);
