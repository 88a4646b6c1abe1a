/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a chart is pointed at, by pointer and keys: it moves over the picture, which stays as it
 * is.
 */

#include "jipyo-chart-view-private.h"

#include <math.h>

#include "jipyo-chart-view.h"
#include "jipyo-plot-change.h"
#include "jipyo-plot-find.h"
#include "jipyo-plot-walk.h"

static const double reach = 12; /* pixels from a point, half of the least target */

void
jipyo_chart_view_mark (JipyoChartView *self, guint series, guint datum)
{
  JipyoPlotPointer *pointer = &self->pointer;

  if (pointer->has_datum && !pointer->silent && pointer->series == series
      && pointer->datum == datum)
    return;
  if (pointer->series != series)
    pointer->has_anchor = FALSE;
  pointer->has_datum = TRUE;
  pointer->silent = FALSE;
  pointer->series = series;
  pointer->datum = datum;
  jipyo_chart_picture_forget_card (&self->picture);
  jipyo_chart_view_tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "pointed");
}

void
jipyo_chart_view_unmark (JipyoChartView *self)
{
  if (!self->pointer.has_datum)
    return;
  self->pointer.has_datum = FALSE;
  self->pointer.has_anchor = FALSE;
  jipyo_chart_picture_forget_card (&self->picture);
  jipyo_chart_view_tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "pointed");
}

gboolean
jipyo_chart_view_mark_again (JipyoChartView *self)
{
  JipyoPlotPointer at = self->pointer;

  at.has_datum = TRUE;
  if (self->plot == NULL || !jipyo_plot_walk_can_stand (self->plot, &self->state, &at))
    return FALSE;
  jipyo_chart_view_mark (self, at.series, at.datum);
  return TRUE;
}

/* Or in a bubble of the chart, which covers it and takes the pointer away. */
static gboolean
is_keyboard_here (JipyoChartView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (focus == GTK_WIDGET (self) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

gboolean
jipyo_chart_view_mark_across (JipyoChartView *self, int step)
{
  JipyoPlotPointer at = self->pointer;

  if (self->plot == NULL || !jipyo_plot_walk_across (self->plot, &self->state, &at, step))
    return FALSE;
  jipyo_chart_view_mark (self, at.series, at.datum);
  self->hovered = FALSE;
  return TRUE;
}

const char *
jipyo_chart_view_get_focused_claim (JipyoChartView *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), NULL);
  JipyoDatum datum;

  return self->pointer.has_datum && jipyo_chart_view_find_datum (self, &datum) ? datum.claim : NULL;
}

gboolean
jipyo_chart_view_move_focus (JipyoChartView *self, int step)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);
  JipyoPlotPointer at = self->pointer;
  JipyoDatum datum;

  if (self->plot == NULL || !jipyo_plot_walk_along (self->plot, &self->state, &at, step))
    return step == 0 && self->pointer.has_datum;
  jipyo_chart_view_mark (self, at.series, at.datum);
  self->hovered = FALSE;
  if (self->picture.layout != NULL && jipyo_chart_view_find_datum (self, &datum)
      && jipyo_plot_layout_reveal (self->picture.layout, &self->state, datum.position))
    jipyo_chart_view_redraw (self);
  return TRUE;
}

gboolean
jipyo_chart_view_move_series (JipyoChartView *self, int step)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);
  const gboolean single = self->plot != NULL && self->plot->series->len == 1;

  return single ? jipyo_chart_view_move_focus (self, step)
                : jipyo_chart_view_mark_across (self, step);
}

gboolean
jipyo_chart_view_get_marked (JipyoChartView *self, guint *series, guint *datum)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);

  JipyoDatum found;

  if (!self->pointer.has_datum || !jipyo_chart_view_find_datum (self, &found))
    return FALSE;
  *series = self->pointer.series;
  *datum = self->pointer.datum;
  return TRUE;
}

gboolean
jipyo_chart_view_get_mark_rect (JipyoChartView *self, JipyoRect *rect)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);
  return self->picture.layout != NULL && self->pointer.has_datum
         && jipyo_plot_layout_get_datum_rect (self->picture.layout, self->pointer.series,
                                              self->pointer.datum, rect);
}

/* What is measured stays of one series, whatever other comes nearer on the way. */
static gboolean
measure_to (JipyoChartView *self, const double point[2])
{
  guint datum;

  if (!self->pointer.has_anchor)
    return FALSE;
  if (jipyo_plot_layout_find_nearest_of (self->picture.layout, self->pointer.series, point, &datum))
    jipyo_chart_view_mark (self, self->pointer.series, datum);
  return TRUE;
}

/* The keyboard goes on from where the pointer was; what the pointer showed it takes along. */
static void
let_go (JipyoChartView *self)
{
  if (!is_keyboard_here (self)) {
    jipyo_chart_view_unmark (self);
    return;
  }
  if (!self->hovered || self->pointer.has_anchor)
    return;
  self->hovered = FALSE;
  self->pointer.silent = TRUE;
  jipyo_chart_picture_forget_card (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jipyo_chart_view_point (JipyoChartView *self, double x, double y)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));
  const double point[2] = { x, y };
  guint series, datum;

  if (self->picture.layout == NULL || measure_to (self, point))
    return;
  if (jipyo_plot_layout_find_name (self->picture.layout, x, y, &series)) {
    jipyo_chart_view_look_at_series (
      self, jipyo_plot_state_hides (&self->state, series) ? -1 : (int) series);
    return;
  }
  if (!self->focus_kept)
    jipyo_chart_view_look_at_series (self, -1);
  if (self->picture.layout != NULL
      && jipyo_plot_layout_find_nearest (self->picture.layout, point, &series, &datum)) {
    jipyo_chart_view_mark (self, series, datum);
    self->hovered = TRUE;
  } else {
    let_go (self);
  }
}

void
jipyo_chart_view_stop_pointing (JipyoChartView *self)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));

  if (!self->focus_kept)
    jipyo_chart_view_look_at_series (self, -1);
  let_go (self);
}

/* Where lines lie over one another a press is meant for the one that has something to say. */
static void
prefer_explained (JipyoChartView *self, const double point[2], guint *series, guint *datum)
{
  JipyoDatum found;

  if (jipyo_plot_find_datum (self->plot, *series, *datum, &found) && found.claim != NULL)
    return;
  for (guint i = 0; i < self->plot->series->len; i++) {
    JipyoRect rect;
    guint other;

    if (!jipyo_plot_layout_find_nearest_of (self->picture.layout, i, point, &other)
        || !jipyo_plot_layout_get_datum_rect (self->picture.layout, i, other, &rect)
        || hypot (rect.x + rect.width / 2 - point[0], rect.y + rect.height / 2 - point[1]) > reach
        || !jipyo_plot_find_datum (self->plot, i, other, &found) || found.claim == NULL)
      continue;
    *series = i;
    *datum = other;
    return;
  }
}

void
jipyo_chart_view_press (JipyoChartView *self, double x, double y)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));
  guint series, datum;

  if (self->picture.layout == NULL)
    return;
  if (jipyo_plot_layout_find_name (self->picture.layout, x, y, &series)) {
    jipyo_chart_view_switch_series (self, series);
    return;
  }
  if (!jipyo_plot_layout_find_datum (self->picture.layout, x, y, &series, &datum))
    return;
  prefer_explained (self, (double[]){ x, y }, &series, &datum);
  jipyo_chart_view_mark (self, series, datum);
  gtk_widget_activate_action (GTK_WIDGET (self), "chart.explain", NULL);
}

void
jipyo_chart_view_set_measuring (JipyoChartView *self, gboolean measuring)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));
  JipyoPlotPointer *pointer = &self->pointer;

  if (!pointer->has_datum || pointer->has_anchor == measuring
      || (measuring && !jipyo_plot_is_ordered (self->plot)))
    return;
  pointer->has_anchor = measuring;
  pointer->anchor = pointer->datum;
  jipyo_chart_picture_forget_card (&self->picture);
  jipyo_chart_view_tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
jipyo_chart_view_is_measuring (JipyoChartView *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), FALSE);
  return self->pointer.has_anchor;
}

char *
jipyo_chart_view_format_card (JipyoChartView *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_VIEW (self), NULL);
  const JipyoPlotCard *card =
    jipyo_chart_picture_make_card (&self->picture, self->plot, &self->pointer);

  return card != NULL ? jipyo_plot_card_format_text (card) : NULL;
}

double
jipyo_chart_view_get_link (JipyoChartView *self)
{
  return self->pointer.has_link ? self->pointer.link : NAN;
}

double
jipyo_chart_view_get_position (JipyoChartView *self)
{
  JipyoDatum datum;

  return self->pointer.has_datum && jipyo_chart_view_find_datum (self, &datum) ? datum.position
                                                                               : NAN;
}

void
jipyo_chart_view_set_link (JipyoChartView *self, double position)
{
  g_return_if_fail (JIPYO_IS_CHART_VIEW (self));

  if (!self->pointer.has_link && isnan (position))
    return;
  self->pointer.has_link = !isnan (position);
  self->pointer.link = position;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
