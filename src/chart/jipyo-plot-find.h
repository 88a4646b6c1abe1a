/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a pointer and keys ask of a finished layout besides its data: names, the nearest datum of a
 * whole area, the scales to zoom by.
 */

#pragma once

#include "jipyo-plot-draw.h"

/* The series whose name, or key in the legend, is at a point. */
gboolean
jipyo_plot_layout_find_name (const JipyoPlotLayout *self, double x, double y, guint *series);
/* The datum nearest to a point: along the position axis first where data are joined or over time,
 * so that the whole area answers; else as find_datum. FALSE outside the area. */
gboolean jipyo_plot_layout_find_nearest (const JipyoPlotLayout *self,
                                         const double point[2],
                                         guint *series,
                                         guint *datum);
/* The datum of one series that is nearest along the position axis, wherever across it the point is;
 * FALSE when none is in view. */
gboolean jipyo_plot_layout_find_nearest_of (const JipyoPlotLayout *self,
                                            guint series,
                                            const double point[2],
                                            guint *datum);
/* The position axis without a window, for zooming; NULL when it cannot be zoomed. */
const JipyoScale *jipyo_plot_layout_get_whole (const JipyoPlotLayout *self);
/* As in the picture. */
const JipyoScale *jipyo_plot_layout_get_position_scale (const JipyoPlotLayout *self);

/* Whether its marks begin at the left: they run down, or are joined. Others stand on the bottom. */
gboolean jipyo_plot_layout_runs_right (const JipyoPlotLayout *self);

/* What a gesture on the picture does to the part of the axis in view; places are along x, and
 * nothing happens where there is nothing to zoom. */
void jipyo_plot_layout_zoom_at (const JipyoPlotLayout *self,
                                JipyoPlotState *state,
                                double x,
                                double factor);
/* By a distance; FALSE at the end of the axis. */
gboolean
jipyo_plot_layout_pan_by (const JipyoPlotLayout *self, JipyoPlotState *state, double distance);
void jipyo_plot_layout_look_between (const JipyoPlotLayout *self,
                                     JipyoPlotState *state,
                                     double places[2]);
/* Brings a position into the middle of what is in view unless it is seen. TRUE when it had to. */
gboolean
jipyo_plot_layout_reveal (const JipyoPlotLayout *self, JipyoPlotState *state, double position);
