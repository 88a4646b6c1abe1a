/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One chart of a view: drawn once, pointed at, walked by keys, looked at closer. A single tab stop.
 * What pointer and keys do to it comes from jipyo-chart.c.
 */

#pragma once

#include "jipyo-look.h"
#include "jipyo-plot-draw.h"
#include "jipyo-plot-state.h"
#include "jipyo-rect.h"
#include "jipyo-view-result.h"

#define JIPYO_TYPE_CHART_VIEW (jipyo_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (JipyoChartView, jipyo_chart_view, JIPYO, CHART_VIEW, GtkWidget)

JipyoChartView *jipyo_chart_view_new (JipyoLook *look);
/* Takes a widget to lie below the picture, as wide as it: once. */
void jipyo_chart_view_set_foot (JipyoChartView *self, GtkWidget *foot);
/* The plot `index` of the view's sheet; "replotted" tells of it. */
void jipyo_chart_view_set_plot (JipyoChartView *self, JipyoViewResult *result, guint index);

/* The focused figure's claim, or NULL; for tests and for copying. */
const char *jipyo_chart_view_get_focused_claim (JipyoChartView *self);
/* Moves the focus by `step` figures of the series; FALSE at either end. */
gboolean jipyo_chart_view_move_focus (JipyoChartView *self, int step);

/* To the nearest figure of the next series; where there is one series, along it. */
gboolean jipyo_chart_view_move_series (JipyoChartView *self, int step);
/* The marked figure; FALSE when none is. */
gboolean jipyo_chart_view_get_marked (JipyoChartView *self, guint *series, guint *datum);
/* Where it is painted; FALSE when none is. */
gboolean jipyo_chart_view_get_mark_rect (JipyoChartView *self, JipyoRect *rect);
/* Switches the series of the marked figure off or on; or looks at it alone, or at all again. */
void jipyo_chart_view_toggle_series (JipyoChartView *self);
void jipyo_chart_view_toggle_focus (JipyoChartView *self);
/* Lets time go on, or back, by positions, from all to the first; FALSE where it stays. */
gboolean jipyo_chart_view_step_in_time (JipyoChartView *self, int step);
/* To a position; NaN shows all. */
void jipyo_chart_view_set_time (JipyoChartView *self, double until);
gboolean jipyo_chart_view_is_in_time (JipyoChartView *self);
/* A logarithm or equal steps, shares or amounts. What is refused is answered with the reason. */
const char *jipyo_chart_view_switch_log (JipyoChartView *self);
const char *jipyo_chart_view_switch_relative (JipyoChartView *self);
/* Undoes one thing: what is measured, time, the series alone, the part of the axis, shares and
 * logarithm, what is switched off. FALSE when there is nothing to undo. */
gboolean jipyo_chart_view_step_back (JipyoChartView *self);
/* The plot that is shown, or NULL. Borrowed. */
const JipyoPlot *jipyo_chart_view_get_plot (JipyoChartView *self);
/* How it is looked at; "looked" tells of every change of either. */
const JipyoPlotState *jipyo_chart_view_get_state (JipyoChartView *self);
/* Of the marked figure, NaN without; "pointed" tells of every change. */
double jipyo_chart_view_get_position (JipyoChartView *self);
/* Shows a line where another chart is pointed at; NaN: nowhere. */
void jipyo_chart_view_set_link (JipyoChartView *self, double position);

/* What a pointer does, in the widget's coordinates. Nothing happens before the first picture. */
void jipyo_chart_view_point (JipyoChartView *self, double x, double y);
void jipyo_chart_view_stop_pointing (JipyoChartView *self);
/* Opens the source of the figure at a point, or switches the series named there off or on. */
void jipyo_chart_view_press (JipyoChartView *self, double x, double y);
/* Whether there is an axis to zoom and pan along, and whether a part of it is shown. */
gboolean jipyo_chart_view_can_zoom (JipyoChartView *self);
gboolean jipyo_chart_view_is_zoomed (JipyoChartView *self);
/* `x` stays where it is; a factor below 1 zooms in. */
void jipyo_chart_view_zoom (JipyoChartView *self, double x, double factor);
/* The part of the axis in view, and where the axes lie in the widget; empty before the first
 * picture. */
JipyoPlotWindow jipyo_chart_view_get_window (JipyoChartView *self);
void jipyo_chart_view_set_window (JipyoChartView *self, JipyoPlotWindow window);
JipyoRect jipyo_chart_view_get_area (JipyoChartView *self);
/* Moves what is seen by a distance; FALSE at the end of the axis. */
gboolean jipyo_chart_view_pan (JipyoChartView *self, double distance);
/* Shades a range while it is being chosen; then looks at it. */
void jipyo_chart_view_shade (JipyoChartView *self, double from, double to);
void jipyo_chart_view_look_at (JipyoChartView *self, double from, double to);
/* Measures from the datum that has the mark now, or ends measuring. */
void jipyo_chart_view_set_measuring (JipyoChartView *self, gboolean measuring);
gboolean jipyo_chart_view_is_measuring (JipyoChartView *self);
/* As the view described it. */
void jipyo_chart_view_reset (JipyoChartView *self);

double jipyo_chart_view_get_link (JipyoChartView *self);

/* What the chart takes beside its area when it is alone; nothing before it has a size, of which
 * "resized" tells. */
JipyoPlotSides jipyo_chart_view_measure_sides (JipyoChartView *self);
/* Keeps so much free there; nothing: what it takes. */
void jipyo_chart_view_set_sides (JipyoChartView *self, JipyoPlotSides sides);

/* What the card beside the mark says, or NULL. (transfer full) */
char *jipyo_chart_view_format_card (JipyoChartView *self);
/* How often the picture below the mark was drawn; for tests. */
guint jipyo_chart_view_get_n_drawn (JipyoChartView *self);
/* Whether the picture is being uncovered, as when it is first seen; for tests. */
gboolean jipyo_chart_view_is_entering (JipyoChartView *self);
