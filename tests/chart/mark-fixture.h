/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bare plot of 400 × 200 units for tests of where marks lie, and its layout as numbers.
 */

#pragma once

#include "jipyo-plot-draw.h"
#include "jipyo-plot-scene.h"

/* Runs the tests, with the fonts that all layouts share. */
int mark_fixture_run (void);
/* Its position axis is 0 … 10 and its value axis 0 … 100, so that a position is 40 units and a
 * value is 2. (transfer full) */
JipyoPlot *mark_fixture_make_plot (void);
JipyoPlotLayout *mark_fixture_make_layout (const JipyoPlot *plot);
const JipyoPlotShape *mark_fixture_get_shape (const JipyoPlotLayout *layout, guint index);
void mark_fixture_assert_rect (const JipyoRect *rect, JipyoRect wanted);
/* What is there is that datum of that series. */
void
mark_fixture_assert_hit (const JipyoPlotLayout *layout, double x, double y, const guint wanted[2]);
JipyoDatum *mark_fixture_add (JipyoPlotSeries *series, double position, double value);
