/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a line breaks. Internal to the facts of a plot.
 */

#pragma once

#include "jipyo-plot-fact.h"

/* A step from one datum of a line to the next is a break when it is this many times as far from the
 * median step as steps usually are (see the source file). */
#define JIPYO_PLOT_BREAK_SCORE 5.0
/* Fewer steps say nothing of what is usual. */
#define JIPYO_PLOT_BREAK_STEPS 8

/* How unusual the steps of a line are. (transfer full) (element-type double) one less than there
 * are data in the line; NULL when there are too few. */
GArray *jipyo_plot_breaks_score (const JipyoPlot *plot, const GArray *line);
/* The largest break of any line of the plot; FALSE when there is none. */
gboolean jipyo_plot_breaks_find_jump (const JipyoPlot *plot, JipyoFact *fact);
/* The longest stretch of unknown values between known ones; FALSE when there is none. */
gboolean jipyo_plot_breaks_find_gap (const JipyoPlot *plot, JipyoFact *fact);
