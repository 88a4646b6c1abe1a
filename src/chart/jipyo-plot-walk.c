/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A gap is stepped over, never onto: there is nothing to be said of it.
 */

#include "jipyo-plot-walk.h"

#include "jipyo-marks.h"
#include "jipyo-plot-change.h"
#include "jipyo-plot-scene.h"

#include <math.h>

static const guint around = 1000;    /* points of columns to either side, gaps among them */
static const guint most_times = 500; /* of one series of columns at which time may stop */

gboolean
jipyo_plot_walk_can_stand (const JipyoPlot *plot,
                           const JipyoPlotState *state,
                           const JipyoPlotPointer *pointer)
{
  if (pointer->series >= plot->series->len)
    return FALSE;
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, pointer->series);
  if (pointer->datum >= jipyo_plot_series_get_n (series)
      || jipyo_plot_state_hides (state, pointer->series))
    return FALSE;
  const JipyoDatum datum = jipyo_plot_series_get_datum (series, pointer->datum);
  return isfinite (datum.position)
         && jipyo_mark_has_place (jipyo_mark_get_class (series->mark), &datum)
         && (isnan (state->until) || datum.position <= state->until);
}

static gboolean
find_first (const JipyoPlot *plot, const JipyoPlotState *state, JipyoPlotPointer *pointer)
{
  JipyoPlotPointer at = { .has_datum = TRUE };

  for (at.series = 0; at.series < plot->series->len; at.series++) {
    const guint n = jipyo_plot_series_get_n (jipyo_plot_scene_get_series (plot, at.series));
    for (at.datum = 0; at.datum < n; at.datum++) {
      if (!jipyo_plot_walk_can_stand (plot, state, &at))
        continue;
      *pointer = at;
      return TRUE;
    }
  }
  return FALSE;
}

/* To a point of columns, or the nearest before it that can be marked, towards where one was. There
 * may be millions on the way, so gaps count as steps and nothing between is looked at. */
static gboolean
leap (const JipyoPlot *plot, const JipyoPlotState *state, JipyoPlotPointer *pointer, gint64 wanted)
{
  const gint64 n = jipyo_plot_series_get_n (jipyo_plot_scene_get_series (plot, pointer->series));
  const gint64 direction = wanted < pointer->datum ? -1 : 1;
  JipyoPlotPointer at = *pointer;

  if (wanted == pointer->datum)
    return FALSE;
  for (gint64 i = wanted; i >= 0 && i < n; i += direction) {
    at.datum = (guint) i;
    if (jipyo_plot_walk_can_stand (plot, state, &at)) {
      *pointer = at;
      return TRUE;
    }
  }
  /* Nothing beyond: the last on this side. */
  for (gint64 i = wanted - direction; i != pointer->datum && i >= 0 && i < n; i -= direction) {
    at.datum = (guint) i;
    if (jipyo_plot_walk_can_stand (plot, state, &at)) {
      *pointer = at;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
jipyo_plot_walk_along (const JipyoPlot *plot,
                       const JipyoPlotState *state,
                       JipyoPlotPointer *pointer,
                       int step)
{
  if (!pointer->has_datum || pointer->series >= plot->series->len)
    return find_first (plot, state, pointer);

  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, pointer->series);
  const gint64 n = jipyo_plot_series_get_n (series);
  if (series->columns != NULL)
    return leap (plot, state, pointer, CLAMP (pointer->datum + (gint64) step, 0, n - 1));
  const gint64 direction = step < 0 ? -1 : 1;
  JipyoPlotPointer at = *pointer, last = *pointer;
  gint64 left = ABS ((gint64) step);

  for (gint64 i = (gint64) at.datum + direction; left > 0 && i >= 0 && i < n; i += direction) {
    at.datum = (guint) i;
    if (!jipyo_plot_walk_can_stand (plot, state, &at))
      continue;
    last = at;
    left--;
  }
  if (last.datum == pointer->datum)
    return FALSE;
  *pointer = last;
  return TRUE;
}

/* Where to look for what is nearest to a position: everywhere, but in columns, which are in order,
 * around it. */
static JipyoColumnRange
find_around (const JipyoPlotSeries *series, double position)
{
  const guint n = jipyo_plot_series_get_n (series);

  if (series->columns == NULL)
    return (JipyoColumnRange){ 0, n };
  const guint found = jipyo_columns_find (series->columns, position, 0);
  return (JipyoColumnRange){ found - MIN (found, around), MIN (n - found, around) + found };
}

gboolean
jipyo_plot_walk_across (const JipyoPlot *plot,
                        const JipyoPlotState *state,
                        JipyoPlotPointer *pointer,
                        int step)
{
  if (!pointer->has_datum || pointer->series >= plot->series->len)
    return FALSE;
  const JipyoPlotSeries *own = jipyo_plot_scene_get_series (plot, pointer->series);
  const guint n = jipyo_plot_series_get_n (own);
  const double from = jipyo_plot_series_get_datum (own, MIN (pointer->datum, n - 1)).position;

  for (gint64 i = (gint64) pointer->series + step; i >= 0 && i < plot->series->len; i += step) {
    JipyoPlotPointer at = { .has_datum = TRUE, .series = (guint) i };
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, at.series);
    const JipyoColumnRange range = find_around (series, from);
    double least = INFINITY;
    for (at.datum = range.first; at.datum < range.end; at.datum++) {
      const double distance = fabs (jipyo_plot_series_get_datum (series, at.datum).position - from);
      if (!jipyo_plot_walk_can_stand (plot, state, &at) || distance >= least)
        continue;
      least = distance;
      *pointer = at;
    }
    if (isfinite (least))
      return TRUE;
  }
  return FALSE;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Of columns evenly picked ones, the first and the last among them: nobody steps through millions.
 */
static void
append_times (const JipyoPlotSeries *series, GArray *times)
{
  const guint n = jipyo_plot_series_get_n (series);
  const guint listed = series->columns != NULL ? MIN (n, most_times) : n;

  for (guint i = 0; i < listed; i++) {
    const guint k = listed < n ? (guint) ((guint64) i * (n - 1) / (listed - 1)) : i;
    const double position = jipyo_plot_series_get_datum (series, k).position;
    if (isfinite (position))
      g_array_append_val (times, position);
  }
}

GArray *
jipyo_plot_walk_list_times (const JipyoPlot *plot)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = 0;

  for (guint i = 0; i < plot->series->len; i++) {
    append_times (jipyo_plot_scene_get_series (plot, i), times);
  }
  g_array_sort (times, compare_times);
  for (guint i = 0; i < times->len; i++)
    if (n == 0 || g_array_index (times, double, i) > g_array_index (times, double, n - 1))
      g_array_index (times, double, n++) = g_array_index (times, double, i);
  g_array_set_size (times, n);
  return times;
}

/* The index of the last of them that is reached; -1: not even the first. */
static int
find_reached (const GArray *times, double until)
{
  int reached = -1;

  while (reached + 1 < (int) times->len && g_array_index (times, double, reached + 1) <= until)
    reached++;
  return reached;
}

gboolean
jipyo_plot_walk_in_time (const JipyoPlot *plot, JipyoPlotState *state, int step)
{
  g_autoptr (GArray) times = jipyo_plot_walk_list_times (plot);
  const int last = (int) times->len - 1;

  if (last < 0)
    return FALSE;
  if (isnan (state->until)) {
    state->until = g_array_index (times, double, 0);
    return TRUE;
  }
  const int reached = find_reached (times, state->until);
  const int next = CLAMP (reached + step, 0, last);
  state->until = g_array_index (times, double, next);
  return next != reached;
}

static const char *
get_band (const JipyoPlot *plot, double position)
{
  const GPtrArray *bands = plot->position.bands;
  const double band = round (position);

  return bands != NULL && band >= 0 && band < bands->len ? g_ptr_array_index (bands, (guint) band)
                                                         : NULL;
}

double
jipyo_plot_walk_find_same (const JipyoPlot *plot, const JipyoPlot *other, double position)
{
  if (plot->position.kind != other->position.kind || !isfinite (position))
    return NAN;
  if (plot->position.kind != JIPYO_SCALE_BAND)
    return plot->position.unit == other->position.unit ? position : NAN;
  const char *name = get_band (other, position);
  if (name == NULL || !jipyo_plot_is_ordered (plot) || !jipyo_plot_is_ordered (other))
    return NAN;
  for (guint i = 0; i < plot->position.bands->len; i++)
    if (g_strcmp0 (g_ptr_array_index (plot->position.bands, i), name) == 0)
      return i;
  return NAN;
}
