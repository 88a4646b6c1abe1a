/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a chart's description to a picture in two pure steps: layout measures and places
 * everything, draw paints what layout placed. Hit tests, tooltips and keyboard focus read the same
 * layout. Nothing here knows a widget, a clock or a locale.
 */

#pragma once

#include "jipyo-plot-frame.h"

#include <cairo.h>

/* A plot that is the whole picture: title, subtitle, footer, margins, sizes by the theme. */
JipyoPlotLayout *
jipyo_plot_layout_new (const JipyoPlot *plot, const JipyoTheme *theme, double width, double height);
JipyoPlotLayout *jipyo_plot_layout_new_framed (const JipyoPlot *plot, const JipyoPlotFrame *frame);
/* What a plot takes at the left and at the right of its area. */
typedef struct {
  double left;
  double right;
} JipyoPlotSides;
/* Without placing the rest, and whatever the frame asks for: plots whose frames have the most that
 * any of them takes as `upright` and `right` stand exactly below each other. Shares are not
 * looked at. */
JipyoPlotSides jipyo_plot_layout_measure_sides (const JipyoPlot *plot, const JipyoPlotFrame *frame);
void jipyo_plot_layout_free (JipyoPlotLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoPlotLayout, jipyo_plot_layout_free)

/* Paints into (0, 0) … (width, height); the ground is the caller's. `plot` and `theme` are those
 * of the layout. */
void jipyo_plot_draw (cairo_t *cr,
                      const JipyoPlot *plot,
                      const JipyoPlotLayout *layout,
                      const JipyoTheme *theme);

/* The datum at or nearest to a point inside the plot area; FALSE when there is none near. */
gboolean jipyo_plot_layout_find_datum (const JipyoPlotLayout *self,
                                       double x,
                                       double y,
                                       guint *series,
                                       guint *datum);
/* Where a datum is painted; FALSE when it is not (a gap, out of bounds). */
gboolean jipyo_plot_layout_get_datum_rect (const JipyoPlotLayout *self,
                                           guint series,
                                           guint datum,
                                           JipyoRect *rect);
/* The whole picture, at (0, 0). */
JipyoRect jipyo_plot_layout_get_size (const JipyoPlotLayout *self);
/* Whether the name of a category had to be cut. */
gboolean jipyo_plot_layout_cuts_names (const JipyoPlotLayout *self);
/* The area between the axes. */
JipyoRect jipyo_plot_layout_get_area (const JipyoPlotLayout *self);
