/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a chart is looked at: the part of its axis, its series, time. Each change is drawn once, with
 * the next frame.
 */

#include "jipyo-chart-view-private.h"

#include <math.h>

#include "jipyo-chart-view.h"
#include "jipyo-plot-change.h"
#include "jipyo-plot-choice.h"
#include "jipyo-plot-find.h"
#include "jipyo-plot-walk.h"

/* Where figures are said otherwise from now on. */
static void
look_anew (JipyoChartView *self)
{
  jipyo_chart_picture_forget_card (&self->picture);
  jipyo_chart_view_tell (self);
  jipyo_chart_view_redraw (self);
}

/* A card that was not there does not come because the figure below it went. */
void
jipyo_chart_view_switch_series (JipyoChartView *self, guint series)
{
  const gboolean silent = self->pointer.silent;

  if (!jipyo_plot_state_toggle (&self->state, series, self->plot->series->len))
    gtk_widget_error_bell (GTK_WIDGET (self));
  if (jipyo_plot_state_hides (&self->state, self->pointer.series)
      && !jipyo_chart_view_mark_across (self, 1) && !jipyo_chart_view_mark_across (self, -1))
    jipyo_chart_view_unmark (self);
  self->pointer.silent = silent;
  look_anew (self);
}

gboolean
jipyo_chart_view_can_zoom (JipyoChartView *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);
  return self->picture.layout != NULL && jipyo_plot_layout_get_whole (self->picture.layout) != NULL;
}

gboolean
jipyo_chart_view_is_zoomed (JipyoChartView *self)
{
  return self->state.has_window;
}

JipyoPlotWindow
jipyo_chart_view_get_window (JipyoChartView *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), ((JipyoPlotWindow){ 0, 1 }));

  if (!jipyo_chart_view_can_zoom (self))
    return (JipyoPlotWindow){ 0, 1 };
  return jipyo_plot_state_get_window (&self->state,
                                      jipyo_plot_layout_get_whole (self->picture.layout));
}

void
jipyo_chart_view_set_window (JipyoChartView *self, JipyoPlotWindow window)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));

  if (!jipyo_chart_view_can_zoom (self))
    return;
  jipyo_plot_state_set_window (&self->state, jipyo_plot_layout_get_whole (self->picture.layout),
                               window);
  jipyo_chart_view_redraw (self);
}

JipyoRect
jipyo_chart_view_get_area (JipyoChartView *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), ((JipyoRect){ 0 }));
  return self->picture.layout != NULL ? jipyo_plot_layout_get_area (self->picture.layout)
                                      : (JipyoRect){ 0 };
}

void
jipyo_chart_view_zoom (JipyoChartView *self, double x, double factor)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));

  if (!jipyo_chart_view_can_zoom (self))
    return;
  jipyo_plot_layout_zoom_at (self->picture.layout, &self->state, x, factor);
  jipyo_chart_view_redraw (self);
}

gboolean
jipyo_chart_view_pan (JipyoChartView *self, double distance)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);

  if (self->picture.layout == NULL
      || !jipyo_plot_layout_pan_by (self->picture.layout, &self->state, distance))
    return FALSE;
  jipyo_chart_view_redraw (self);
  return TRUE;
}

void
jipyo_chart_view_shade (JipyoChartView *self, double from, double to)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));

  self->pointer.has_range = TRUE;
  self->pointer.range[0] = from;
  self->pointer.range[1] = to;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jipyo_chart_view_look_at (JipyoChartView *self, double from, double to)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));
  double places[2] = { from, to };

  self->pointer.has_range = FALSE;
  if (self->picture.layout == NULL)
    return;
  jipyo_plot_layout_look_between (self->picture.layout, &self->state, places);
  jipyo_chart_view_redraw (self);
}

void
jipyo_chart_view_reset (JipyoChartView *self)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));

  self->state = jipyo_plot_state_new ();
  self->focus_kept = FALSE;
  self->pointer.has_anchor = FALSE;
  look_anew (self);
}

void
jipyo_chart_view_look_at_series (JipyoChartView *self, int series)
{
  if (self->state.focus == series)
    return;
  self->state.focus = series;
  jipyo_chart_view_redraw (self);
}

void
jipyo_chart_view_toggle_series (JipyoChartView *self)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));
  if (self->pointer.has_datum)
    jipyo_chart_view_switch_series (self, self->pointer.series);
}

void
jipyo_chart_view_toggle_focus (JipyoChartView *self)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));
  if (self->pointer.has_datum && self->plot->series->len > 1)
    jipyo_chart_view_look_at_series (self,
                                     self->state.focus >= 0 ? -1 : (int) self->pointer.series);
  self->focus_kept = self->state.focus >= 0;
}

gboolean
jipyo_chart_view_step_back (JipyoChartView *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);

  if (self->pointer.has_anchor) {
    jipyo_chart_view_set_measuring (self, FALSE);
    return TRUE;
  }
  if (!jipyo_plot_state_step_back (&self->state))
    return FALSE;
  self->focus_kept = self->focus_kept && self->state.focus >= 0;
  look_anew (self);
  return TRUE;
}

gboolean
jipyo_chart_view_step_in_time (JipyoChartView *self, int step)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);

  if (self->plot == NULL || !jipyo_plot_is_ordered (self->plot))
    return FALSE;
  jipyo_chart_view_unmark (self);
  const gboolean moved = jipyo_plot_walk_in_time (self->plot, &self->state, step);
  jipyo_chart_view_redraw (self);
  return moved;
}

void
jipyo_chart_view_set_time (JipyoChartView *self, double until)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));

  if (self->state.until == until || (isnan (until) && isnan (self->state.until)))
    return;
  jipyo_chart_view_unmark (self);
  self->state.until = until;
  jipyo_chart_view_redraw (self);
}

gboolean
jipyo_chart_view_is_in_time (JipyoChartView *self)
{
  return !isnan (self->state.until);
}

const char *
jipyo_chart_view_switch_log (JipyoChartView *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self) && self->plot != NULL, NULL);
  const JipyoPlotAnswer answer = jipyo_plot_switch_log (self->plot, &self->state);

  jipyo_chart_view_redraw (self);
  return jipyo_plot_answer_get_text (answer, self->plot->lang);
}

const char *
jipyo_chart_view_switch_relative (JipyoChartView *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self) && self->plot != NULL, NULL);
  const JipyoPlotAnswer answer = jipyo_plot_switch_relative (self->plot, &self->state);

  look_anew (self);
  return jipyo_plot_answer_get_text (answer, self->plot->lang);
}
