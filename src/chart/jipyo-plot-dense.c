/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout of dense lines: what is in view, where it ends, what is near a pointer.
 */

#include "jipyo-plot-dense.h"

#include "jipyo-stroke.h"

#include <math.h>

static const guint few = 32;

static double
get_floor (const JipyoPlotLayout *layout)
{
  return layout->value.kind == JIPYO_SCALE_LOG ? 0 : -G_MAXDOUBLE;
}

static gboolean
has_place (const JipyoColumns *columns, guint point, double floor)
{
  const double value = jipyo_columns_get_value (columns, point);

  return isfinite (value) && value > floor;
}

JipyoColumnRange
jipyo_plot_dense_find_view (const JipyoColumns *columns, const JipyoScale *position)
{
  const guint n = jipyo_columns_get_n (columns);
  const double slack = position->kind == JIPYO_SCALE_BAND ? 0.5 : 0;
  const guint first = jipyo_columns_find (columns, position->low - slack, 0);
  guint end = jipyo_columns_find (columns, position->high + slack, n);

  while (end < n && jipyo_columns_get_position (columns, end) <= position->high + slack)
    end++;
  return (JipyoColumnRange){ first > 0 ? first - 1 : 0, MIN (end + 1, n) };
}

/* The points that time has reached. */
static guint
count_until (const JipyoPlotLayout *layout, const JipyoColumns *columns)
{
  const guint n = jipyo_columns_get_n (columns);
  const double until = layout->state.until;

  return isnan (until) ? n : jipyo_columns_find (columns, nextafter (until, INFINITY), n);
}

static JipyoColumnRange
find_shown (const JipyoPlotLayout *layout, const JipyoDense *dense)
{
  const JipyoColumnRange view = jipyo_plot_dense_find_view (dense->columns, &layout->position);

  return (JipyoColumnRange){ MIN (view.first, dense->n), MIN (view.end, dense->n) };
}

static guint32
get_colour (const JipyoPlotLayout *layout, const JipyoPlotSeries *series)
{
  const JipyoTheme *theme = layout->frame.theme;
  return series->colour.role == JIPYO_ROLE_MUTED ? theme->edge
                                                 : jipyo_theme_get_colour (theme, series->colour);
}

static JipyoPlotShape
make_shape (const JipyoPlotLayout *layout, const JipyoPlotSeries *series, const double point[2])
{
  const double base = jipyo_plot_scene_get_base (layout);
  const JipyoPoint at = {
    .x = point[0],
    .y = point[1],
    .size = layout->frame.type.marker,
    .horizontal = layout->horizontal,
  };

  return (JipyoPlotShape){
    .rect = jipyo_stroke_measure_point (&at),
    .x = point[0],
    .y = point[1],
    .base_x = layout->horizontal ? base : point[0],
    .base_y = layout->horizontal ? point[1] : base,
    .colour = get_colour (layout, series),
  };
}

static gboolean
map_point (const JipyoPlotLayout *layout, const JipyoColumns *columns, guint i, double point[2])
{
  const double pair[2] = { jipyo_columns_get_position (columns, i),
                           jipyo_columns_get_value (columns, i) };

  return has_place (columns, i, get_floor (layout)) && jipyo_plot_scene_map (layout, pair, point);
}

/* The last point with a place; `range.end` when there is none. Whole stretches without any are
 * skipped by their extremes. */
static guint
find_last (const JipyoColumns *columns, JipyoColumnRange range, double floor)
{
  guint end = range.end;

  while (end > range.first) {
    const guint begin = end - MIN (4096, end - range.first);
    const JipyoExtremes found =
      jipyo_columns_measure (columns, (JipyoColumnRange){ begin, end }, floor);
    while (found.low <= found.high && end > begin)
      if (has_place (columns, --end, floor))
        return end;
    end = begin;
  }
  return range.end;
}

/* The place where the line leaves the view, between its last two points. */
static void
cut_at_edge (const JipyoPlotLayout *layout, const double before[2], double point[2])
{
  const guint along = layout->horizontal ? 1 : 0, across = 1 - along;
  const double edge = layout->position.to;
  const double way = point[along] - before[along];
  const double share = way == 0 ? 1 : (edge - before[along]) / way;

  if (!(share >= 0 && share < 1))
    return;
  point[across] = before[across] + (point[across] - before[across]) * share;
  point[along] = edge;
}

static void
place_end (JipyoPlotLayout *layout,
           const JipyoPlotSeries *series,
           guint index,
           JipyoColumnRange view)
{
  const guint last = find_last (series->columns, view, get_floor (layout));
  double point[2], before[2];

  if (last == view.end || !map_point (layout, series->columns, last, point))
    return;
  if (last > view.first && map_point (layout, series->columns, last - 1, before))
    cut_at_edge (layout, before, point);
  JipyoPlotShape shape = make_shape (layout, series, point);
  shape.series = index;
  shape.datum = last;
  jipyo_plot_scene_add_shape (layout, shape);
}

void
jipyo_plot_dense_place (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const JipyoDense dense = {
    .series = index,
    .columns = series->columns,
    .n = count_until (layout, series->columns),
    .colour = jipyo_plot_scene_fade (layout, index, get_colour (layout, series)),
  };
  const JipyoColumnRange view = find_shown (layout, &dense);
  const double length = layout->horizontal ? layout->area.height : layout->area.width;

  if (view.end - view.first > length || series->mark == JIPYO_MARK_STEP) {
    jipyo_columns_ref (dense.columns);
    g_array_append_val (layout->dense, dense);
    place_end (layout, series, index, view);
    return;
  }
  for (guint i = view.first; i < view.end; i++) {
    double point[2];
    if (!map_point (layout, series->columns, i, point))
      continue;
    JipyoPlotShape shape = make_shape (layout, series, point);
    shape.series = index;
    shape.datum = i;
    jipyo_plot_scene_add_shape (layout, shape);
  }
}

static gboolean
is_shown (const JipyoPlotLayout *layout, const JipyoDense *dense, guint point)
{
  const JipyoColumnRange view = find_shown (layout, dense);

  return point >= view.first && point < view.end;
}

gboolean
jipyo_plot_dense_get_rect (const JipyoPlotLayout *layout,
                           guint series,
                           guint point,
                           JipyoRect *rect)
{
  const JipyoDense *dense = jipyo_plot_scene_find_dense (layout, series);
  const double half = layout->frame.type.marker / 2;
  double place[2];

  if (dense == NULL || point >= dense->n || !is_shown (layout, dense, point)
      || !map_point (layout, dense->columns, point, place))
    return FALSE;
  if (rect != NULL)
    *rect = (JipyoRect){ place[0] - half, place[1] - half, 2 * half, 2 * half };
  return TRUE;
}

typedef struct {
  const JipyoPlotLayout *layout;
  const JipyoDense *dense;
  const double *at;
  JipyoNearest *nearest;
  gboolean along; /* only the axis of positions counts */
} Search;

static double
get_distance (const Search *self, const double apart[2])
{
  return self->along ? apart[self->layout->horizontal ? 1 : 0] : hypot (apart[0], apart[1]);
}

/* What the points of a range can have at best, judged by the rectangle around them. */
static double
get_least_distance (const Search *self, JipyoColumnRange range)
{
  const JipyoColumns *columns = self->dense->columns;
  const JipyoExtremes found = jipyo_columns_measure (columns, range, get_floor (self->layout));
  const double pairs[2][2] = {
    { jipyo_columns_get_position (columns, range.first), found.low },
    { jipyo_columns_get_position (columns, range.end - 1), found.high },
  };
  double corners[2][2], distances[2];

  if (found.low > found.high || !jipyo_plot_scene_map (self->layout, pairs[0], corners[0])
      || !jipyo_plot_scene_map (self->layout, pairs[1], corners[1]))
    return INFINITY;
  for (guint i = 0; i < 2; i++) {
    const double low = MIN (corners[0][i], corners[1][i]);
    const double high = MAX (corners[0][i], corners[1][i]);
    distances[i] = MAX (0, MAX (low - self->at[i], self->at[i] - high));
  }
  return get_distance (self, distances);
}

static void
compare_points (const Search *self, JipyoColumnRange range)
{
  for (guint i = range.first; i < range.end; i++) {
    double point[2];
    if (!map_point (self->layout, self->dense->columns, i, point))
      continue;
    const double distance = get_distance (
      self, (double[]){ fabs (point[0] - self->at[0]), fabs (point[1] - self->at[1]) });
    if (distance < self->nearest->distance)
      *self->nearest = (JipyoNearest){ distance, self->dense->series, i };
  }
}

/* Halves, as long as one can hold a nearer point than the nearest so far. */
static void
search (const Search *self, JipyoColumnRange range)
{
  if (range.first >= range.end || get_least_distance (self, range) >= self->nearest->distance)
    return;
  if (range.end - range.first <= few) {
    compare_points (self, range);
    return;
  }
  const guint middle = range.first + (range.end - range.first) / 2;
  const double place = jipyo_scale_map (&self->layout->position,
                                        jipyo_columns_get_position (self->dense->columns, middle));
  const JipyoColumnRange halves[2] = { { range.first, middle }, { middle, range.end } };
  const double along = self->at[self->layout->horizontal ? 1 : 0];
  const guint nearer =
    (along < place) == (self->layout->position.from < self->layout->position.to) ? 0 : 1;
  search (self, halves[nearer]);
  search (self, halves[1 - nearer]);
}

gboolean
jipyo_plot_dense_find (const JipyoPlotLayout *layout, const double at[2], JipyoNearest *nearest)
{
  const double limit = nearest->distance;

  /* What was painted last lies on top. */
  for (guint i = layout->dense->len; i-- > 0;) {
    const JipyoDense *dense = &g_array_index (layout->dense, JipyoDense, i);
    const Search whole = { layout, dense, at, nearest, FALSE };
    search (&whole, find_shown (layout, dense));
  }
  return nearest->distance < limit;
}

/* The points that lie within half a unit of a point, along the axis. */
static JipyoColumnRange
find_around (const JipyoPlotLayout *layout, const JipyoDense *dense, guint point)
{
  const JipyoColumnRange shown = find_shown (layout, dense);
  const JipyoScale *scale = &layout->position;
  const double place = jipyo_scale_map (scale, jipyo_columns_get_position (dense->columns, point));
  const double a = jipyo_scale_invert (scale, place - 0.5);
  const double b = jipyo_scale_invert (scale, place + 0.5);
  const guint first = jipyo_columns_find (dense->columns, MIN (a, b), point);
  const guint end = jipyo_columns_find (dense->columns, MAX (a, b), point);

  return (JipyoColumnRange){ MAX (shown.first, MIN (first, point)),
                             MIN (shown.end, MAX (end, point + 1)) };
}

gboolean
jipyo_plot_dense_find_beside (const JipyoPlotLayout *layout,
                              const JipyoDense *dense,
                              const double at[2],
                              guint *point)
{
  JipyoNearest nearest = { .distance = INFINITY };
  const Search along = { layout, dense, at, &nearest, TRUE };

  search (&along, find_shown (layout, dense));
  if (!isfinite (nearest.distance))
    return FALSE;
  nearest.distance = INFINITY;
  const Search near = { layout, dense, at, &nearest, FALSE };
  search (&near, find_around (layout, dense, nearest.point));
  *point = nearest.point;
  return TRUE;
}
