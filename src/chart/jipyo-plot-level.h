/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hairline from what is pointed at to the value axis, and its value there. Laid out once for the
 * datum, painted over the picture as often as needed, apart from the rest: the two lines of a
 * crosshair together cover all of the picture, each alone hardly anything.
 */

#pragma once

#include "jipyo-plot-card.h"

typedef struct _JipyoPlotLevel JipyoPlotLevel;

/* NULL where there is no value axis, what is pointed at is not measured by it, or a stretch is
 * measured. (transfer full) (nullable) */
JipyoPlotLevel *jipyo_plot_level_new (const JipyoPlot *plot,
                                      const JipyoPlotLayout *layout,
                                      const JipyoPlotPointer *pointer,
                                      JipyoTypesetter *typesetter);
void jipyo_plot_level_free (JipyoPlotLevel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoPlotLevel, jipyo_plot_level_free)

/* What the axis says. Borrowed. */
const char *jipyo_plot_level_get_text (const JipyoPlotLevel *self);
/* What it covers. */
JipyoRect jipyo_plot_level_get_rect (const JipyoPlotLevel *self);
void jipyo_plot_level_draw (const JipyoPlotLevel *self, cairo_t *cr);
