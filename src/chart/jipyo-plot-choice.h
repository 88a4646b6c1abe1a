/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person may choose of a plot's value axis against its description: a logarithm instead of
 * equal steps, shares instead of amounts, and back. What would say something untrue is refused.
 */

#pragma once

#include "jipyo-plot-state.h"
#include "jipyo-plot.h"

typedef enum {
  JIPYO_PLOT_ACCEPTED,
  JIPYO_PLOT_NO_NUMBERS,   /* the axis is of dates */
  JIPYO_PLOT_NOT_POSITIVE, /* some figure has no logarithm */
  JIPYO_PLOT_FROM_ZERO,    /* bars and areas begin at zero, which no logarithm has */
  JIPYO_PLOT_SUMS,         /* parts on top of each other cannot be compared on a logarithm */
  JIPYO_PLOT_NO_PARTS,     /* less than two series make up a whole */
} JipyoPlotAnswer;

/* As the plot is shown. A choice that data have made untrue since is not followed. */
gboolean jipyo_plot_is_log (const JipyoPlot *plot, const JipyoPlotState *state);
gboolean jipyo_plot_is_relative (const JipyoPlot *plot, const JipyoPlotState *state);
/* Switch to the other; `state` is changed only when accepted. */
JipyoPlotAnswer jipyo_plot_switch_log (const JipyoPlot *plot, JipyoPlotState *state);
JipyoPlotAnswer jipyo_plot_switch_relative (const JipyoPlot *plot, JipyoPlotState *state);
/* Why it was refused, as a sentence; NULL when it was not. */
const char *jipyo_plot_answer_get_text (JipyoPlotAnswer answer, JipyoLang lang);
