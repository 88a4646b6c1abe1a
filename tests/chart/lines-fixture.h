/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two lines in a bare plot, to be looked at in any state.
 */

#pragma once

#include "jipyo-plot-draw.h"

/* "low" runs from 0 to 10, "high" 1000 above it, over the positions 0 … 10. (transfer full) */
JipyoPlot *lines_fixture_make_plot (void);
/* 640 × 400 units; `state` may be NULL. (transfer full) */
JipyoPlotLayout *lines_fixture_lay_out (const JipyoPlot *plot, const JipyoPlotState *state);
