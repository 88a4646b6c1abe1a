/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From figure to figure by keys: along a series and across to the next one, past gaps and past what
 * is switched off.
 */

#pragma once

#include "jipyo-plot-card.h"
#include "jipyo-plot-state.h"

/* Whether the datum can be marked: it has a value, and its series and position are shown. */
gboolean jipyo_plot_walk_can_stand (const JipyoPlot *plot,
                                    const JipyoPlotState *state,
                                    const JipyoPlotPointer *pointer);
/* Moves `pointer` by `step` data of its series, or as far as it goes; where it has none yet, to the
 * first that can be marked. FALSE when it stays where it is. */
gboolean jipyo_plot_walk_along (const JipyoPlot *plot,
                                const JipyoPlotState *state,
                                JipyoPlotPointer *pointer,
                                int step);
/* To the nearest position in the next series that can be marked; `step` is 1 or -1. */
gboolean jipyo_plot_walk_across (const JipyoPlot *plot,
                                 const JipyoPlotState *state,
                                 JipyoPlotPointer *pointer,
                                 int step);
/* All positions at which any series has a datum, in order; of columns no more than 500, evenly
 * picked. (element-type double) (transfer full) */
GArray *jipyo_plot_walk_list_times (const JipyoPlot *plot);
/* Lets time go on, or back, by `step` of these, from all to the first one. FALSE at either end,
 * where it stays; at the last everything is shown. */
gboolean jipyo_plot_walk_in_time (const JipyoPlot *plot, JipyoPlotState *state, int step);
/* A position of another plot on the axis of this one: the same time or number, or the band of the
 * same name where bands are ordered. NaN where the axes have nothing in common. */
double jipyo_plot_walk_find_same (const JipyoPlot *plot, const JipyoPlot *other, double position);
