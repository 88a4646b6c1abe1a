/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart's figures as a table of its own, for charts whose view has another: a row for each datum,
 * with the words that are read for it.
 */

#pragma once

#include "jipyo-plot.h"
#include "jipyo-table.h"

/* Whether each figure of the plot that has a claim stands in a row of that claim; where none has
 * one, whether each stands in any row. Columns never do.
 */
gboolean jipyo_plot_table_is_covered (const JipyoPlot *plot, const JipyoTable *table);
/* Of columns it has the points of their digest, and says so. (transfer full) */
JipyoTable *jipyo_plot_table_new (const JipyoPlot *plot);
