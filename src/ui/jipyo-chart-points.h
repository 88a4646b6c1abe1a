/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The data of a chart as assistive technology finds them: a list below the chart's own node, with
 * an item for each datum at the place where it is drawn. It draws nothing, takes no pointer and no
 * focus: the chart stays one tab stop.
 *
 * The chart makes it its child, gives it its whole size in size_allocate, and does not snapshot it.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-plot-draw.h"

#define JIPYO_TYPE_CHART_POINTS (jipyo_chart_points_get_type ())
G_DECLARE_FINAL_TYPE (JipyoChartPoints, jipyo_chart_points, JIPYO, CHART_POINTS, GtkWidget)

JipyoChartPoints *jipyo_chart_points_new (void);
/* To be called whenever the chart has laid its plot out, from snapshot too: neither is kept, and
 * the items follow when nothing else is to be done. NULL for both empties the list. */
void jipyo_chart_points_update (JipyoChartPoints *self,
                                const JipyoPlot *plot,
                                const JipyoPlotState *state,
                                const JipyoPlotLayout *layout);
/* The same, where the data read as they did: only their places are new. */
void jipyo_chart_points_place (JipyoChartPoints *self, const JipyoPlotLayout *layout);
/* What is to be said of a datum: the text of its item, also while that is not yet there. NULL when
 * there is no such datum. Borrowed until the next update. */
const char *jipyo_chart_points_get_text (JipyoChartPoints *self, guint series, guint datum);
