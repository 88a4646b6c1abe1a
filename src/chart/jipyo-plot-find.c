/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers from the shapes that were drawn, never from a second computation.
 */

#include "jipyo-plot-find.h"

#include "jipyo-plot-dense.h"
#include "jipyo-plot-scene.h"

#include <math.h>

gboolean
jipyo_plot_layout_find_name (const JipyoPlotLayout *self, double x, double y, guint *series)
{
  for (guint i = 0; i < self->names->len; i++) {
    const JipyoPlotName *name = &g_array_index (self->names, JipyoPlotName, i);
    if (!jipyo_rect_contains (&name->rect, x, y))
      continue;
    *series = name->series;
    return TRUE;
  }
  return FALSE;
}

/* The points to which a line runs out of the picture have a place, but not in it. */
static gboolean
is_in_view (const JipyoPlotLayout *self, const JipyoPlotShape *shape)
{
  const JipyoRect *area = &self->area;
  const double place = self->horizontal ? shape->y : shape->x;
  const double from = self->horizontal ? area->y : area->x;

  return place >= from && place <= from + (self->horizontal ? area->height : area->width);
}

/* Over time each moment has its figure, be it a candle or a point of a line; a dot among others, or
 * a bar among categories, has to be met. */
static gboolean
answers_by_position (const JipyoPlotLayout *self)
{
  return self->joined || self->position.kind == JIPYO_SCALE_TIME;
}

typedef struct {
  double along; /* how far off along the axis of positions */
  double across;
  guint series;
  guint datum;
} Beside;

/* Half a pixel along is no difference; then the distance across decides. */
static void
consider (Beside *self, const Beside *other)
{
  if (other->along > self->along + 0.5
      || (other->along > self->along - 0.5 && other->across >= self->across))
    return;
  const double along = MIN (self->along, other->along);
  *self = *other;
  self->along = along;
}

static const int any_series = -1;

static gboolean
is_wanted (int wanted, guint series)
{
  return wanted == any_series || wanted == (int) series;
}

/* The points of dense series have no shapes, but for their end, which is one of them. */
static void
consider_dense (const JipyoPlotLayout *self, int wanted, const double point[2], Beside *nearest)
{
  for (guint i = 0; i < self->dense->len; i++) {
    const JipyoDense *dense = &g_array_index (self->dense, JipyoDense, i);
    Beside found = { .series = dense->series };
    JipyoRect rect;
    if (!is_wanted (wanted, dense->series)
        || !jipyo_plot_dense_find_beside (self, dense, point, &found.datum)
        || !jipyo_plot_dense_get_rect (self, dense->series, found.datum, &rect))
      continue;
    const double dx = fabs (rect.x + rect.width / 2 - point[0]);
    const double dy = fabs (rect.y + rect.height / 2 - point[1]);
    found.along = self->horizontal ? dy : dx;
    found.across = self->horizontal ? dx : dy;
    consider (nearest, &found);
  }
}

/* Joined data answer by their position: how far off along it, then across. */
static Beside
find_along (const JipyoPlotLayout *self, int wanted, const double point[2])
{
  Beside nearest = { .along = INFINITY, .across = INFINITY };

  for (guint i = 0; i < self->shapes->len; i++) {
    const JipyoPlotShape *shape = &g_array_index (self->shapes, JipyoPlotShape, i);
    const double dx = fabs (shape->x - point[0]), dy = fabs (shape->y - point[1]);
    const Beside found = {
      .along = self->horizontal ? dy : dx,
      .across = self->horizontal ? dx : dy,
      .series = shape->series,
      .datum = shape->datum,
    };
    if (is_wanted (wanted, shape->series) && is_in_view (self, shape)
        && jipyo_plot_scene_find_dense (self, shape->series) == NULL)
      consider (&nearest, &found);
  }
  consider_dense (self, wanted, point, &nearest);
  return nearest;
}

gboolean
jipyo_plot_layout_find_nearest (const JipyoPlotLayout *self,
                                const double point[2],
                                guint *series,
                                guint *datum)
{
  if (jipyo_plot_layout_find_datum (self, point[0], point[1], series, datum))
    return TRUE;
  if (!answers_by_position (self) || !jipyo_rect_contains (&self->area, point[0], point[1]))
    return FALSE;
  const Beside nearest = find_along (self, any_series, point);
  if (!isfinite (nearest.along))
    return FALSE;
  *series = nearest.series;
  *datum = nearest.datum;
  return TRUE;
}

gboolean
jipyo_plot_layout_find_nearest_of (const JipyoPlotLayout *self,
                                   guint series,
                                   const double point[2],
                                   guint *datum)
{
  const Beside nearest = find_along (self, (int) series, point);

  if (!isfinite (nearest.along))
    return FALSE;
  *datum = nearest.datum;
  return TRUE;
}

const JipyoScale *
jipyo_plot_layout_get_whole (const JipyoPlotLayout *self)
{
  return self->position.kind == JIPYO_SCALE_BAND || self->horizontal ? NULL : &self->whole;
}

const JipyoScale *
jipyo_plot_layout_get_position_scale (const JipyoPlotLayout *self)
{
  return &self->position;
}

gboolean
jipyo_plot_layout_runs_right (const JipyoPlotLayout *self)
{
  return self->horizontal || self->joined;
}

/* A place along x as a share of the axis in view. */
static double
get_share (const JipyoPlotLayout *self, double x)
{
  const JipyoScale *scale = &self->position;

  return CLAMP ((x - scale->from) / (scale->to - scale->from), 0, 1);
}

void
jipyo_plot_layout_zoom_at (const JipyoPlotLayout *self,
                           JipyoPlotState *state,
                           double x,
                           double factor)
{
  const JipyoScale *whole = jipyo_plot_layout_get_whole (self);

  if (whole != NULL)
    jipyo_plot_state_zoom (state, whole, get_share (self, x), factor);
}

gboolean
jipyo_plot_layout_pan_by (const JipyoPlotLayout *self, JipyoPlotState *state, double distance)
{
  const JipyoScale *whole = jipyo_plot_layout_get_whole (self);
  const double before = state->low;

  if (whole == NULL || !state->has_window)
    return FALSE;
  jipyo_plot_state_pan (state, whole, distance / (self->position.to - self->position.from));
  return state->low != before;
}

void
jipyo_plot_layout_look_between (const JipyoPlotLayout *self,
                                JipyoPlotState *state,
                                double places[2])
{
  const JipyoScale *whole = jipyo_plot_layout_get_whole (self);

  if (whole == NULL || places[0] == places[1])
    return;
  const JipyoPlotWindow now = jipyo_plot_state_get_window (state, whole);
  const double width = now.to - now.from;
  const JipyoPlotWindow next = { now.from + get_share (self, places[0]) * width,
                                 now.from + get_share (self, places[1]) * width };
  jipyo_plot_state_set_window (state, whole, next);
}

gboolean
jipyo_plot_layout_reveal (const JipyoPlotLayout *self, JipyoPlotState *state, double position)
{
  const JipyoScale *whole = jipyo_plot_layout_get_whole (self);

  if (whole == NULL || !state->has_window || (position >= state->low && position <= state->high))
    return FALSE;
  JipyoScale unit = *whole;
  unit.from = 0;
  unit.to = 1;
  const JipyoPlotWindow now = jipyo_plot_state_get_window (state, whole);
  const double middle = jipyo_scale_map (&unit, position), half = (now.to - now.from) / 2;
  jipyo_plot_state_set_window (state, whole, (JipyoPlotWindow){ middle - half, middle + half });
  return TRUE;
}
