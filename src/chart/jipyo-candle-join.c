/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Weeks begin on Monday, days and hours by Korean time. A volume belongs to the candle of its time.
 */

#include "jipyo-candle-join.h"

#include "jipyo-plot-copy.h"
#include "jipyo-session-price.h"

#include <math.h>

static const double US_PER_S = 1e6;
static const double INSTANT_MAX = 2.5e11; /* seconds: within the years that dates have */
static const double KST_S = 9 * 60 * 60;

typedef enum { STEP_SECONDS, STEP_WEEK, STEP_MONTHS } StepKind;

typedef struct {
  StepKind kind;
  int length; /* seconds or months */
  const char *ko, *en;
} Step;

static const Step steps[] = {
  { STEP_SECONDS, 10 * 60, "10분 단위로 그림", "drawn by 10 minutes" },
  { STEP_SECONDS, 15 * 60, "15분 단위로 그림", "drawn by 15 minutes" },
  { STEP_SECONDS, 30 * 60, "30분 단위로 그림", "drawn by half-hours" },
  { STEP_SECONDS, 60 * 60, "1시간 단위로 그림", "drawn by hours" },
  { STEP_SECONDS, 2 * 60 * 60, "2시간 단위로 그림", "drawn by 2 hours" },
  { STEP_SECONDS, 4 * 60 * 60, "4시간 단위로 그림", "drawn by 4 hours" },
  { STEP_SECONDS, 12 * 60 * 60, "12시간 단위로 그림", "drawn by half-days" },
  { STEP_SECONDS, 24 * 60 * 60, "1일 단위로 그림", "drawn by days" },
  { STEP_WEEK, 0, "주 단위로 그림", "drawn by weeks" },
  { STEP_MONTHS, 1, "월 단위로 그림", "drawn by months" },
  { STEP_MONTHS, 3, "분기 단위로 그림", "drawn by quarters" },
  { STEP_MONTHS, 12, "연 단위로 그림", "drawn by years" },
};

/* Which of these stretches a position is in. */
static double
find_stretch (const JipyoPlot *plot, const Step *step, double position)
{
  static const double day_s = 24 * 60 * 60;
  static const int thursday = 3; /* 1970 began on one */
  const double begin = position - plot->position.stretch_s / 2;

  if (!(fabs (begin) < INSTANT_MAX))
    return 0;
  const JipyoDate date = jipyo_instant_date_kst ((gint64) (begin * US_PER_S));

  switch (step->kind) {
  case STEP_SECONDS:
    return floor ((begin + KST_S) / step->length);
  case STEP_WEEK:
    return floor ((floor ((begin + KST_S) / day_s) + thursday) / 7);
  case STEP_MONTHS:
    return floor ((date.year * 12 + date.month - 1) / (double) step->length);
  }
  return 0;
}

static gboolean
is_joined (const JipyoPlotSeries *series)
{
  return jipyo_session_price_is_of (series) || series->mark == JIPYO_MARK_VOLUME;
}

static guint
count (const JipyoPlot *plot, const JipyoPlotSeries *series, const Step *step)
{
  double last = NAN;
  guint n = 0;

  for (guint i = 0; i < series->data->len; i++) {
    const double position = g_array_index (series->data, JipyoDatum, i).position;
    const double stretch = step != NULL ? find_stretch (plot, step, position) : i;
    n += stretch != last;
    last = stretch;
  }
  return n;
}

static guint
count_most (const JipyoPlot *plot, const Step *step)
{
  guint n = 0;

  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    if (jipyo_session_price_is_of (series))
      n = MAX (n, count (plot, series, step));
  }
  return n;
}

/* Candles of a step are whole ones of what is given. */
static gboolean
suits (const JipyoPlot *plot, const Step *step)
{
  const double own_s = plot->position.stretch_s;

  if (plot->position.of_days)
    return step->kind != STEP_SECONDS;
  return own_s > 0
         && (step->kind != STEP_SECONDS
             || (step->length > own_s && fmod (step->length, own_s) == 0));
}

/* NULL when even the longest are too many. */
static const Step *
choose (const JipyoPlot *plot, double most)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (suits (plot, &steps[i]) && count_most (plot, &steps[i]) <= most)
      return &steps[i];
  return NULL;
}

static double
larger (double a, double b)
{
  return isfinite (a) && isfinite (b) ? MAX (a, b) : isfinite (a) ? a : b;
}

static double
lesser (double a, double b)
{
  return isfinite (a) && isfinite (b) ? MIN (a, b) : isfinite (a) ? a : b;
}

/* All that is known of the data from `first` up to `end` in one. */
static JipyoDatum
join (const JipyoPlotSeries *series, guint first, guint end)
{
  const JipyoDatum *data = (const JipyoDatum *) (gconstpointer) series->data->data;
  const gboolean sums = series->mark == JIPYO_MARK_VOLUME;
  JipyoDatum joined = data[end - 1];

  joined.position = data[first + (end - first) / 2].position;
  for (guint i = first; i + 1 < end; i++) {
    joined.high = larger (joined.high, data[i].high);
    joined.low = lesser (joined.low, data[i].low);
    if (sums)
      joined.value = isfinite (joined.value) ? joined.value + data[i].value : data[i].value;
    else if (!isfinite (joined.value))
      joined.value = data[i].value;
  }
  for (guint i = first; i < end; i++) {
    if (!isfinite (data[i].start))
      continue;
    joined.start = data[i].start;
    break;
  }
  return joined;
}

static void
add_joined (JipyoPlot *copy, const JipyoPlotSeries *series, const Step *step)
{
  JipyoPlotSeries *own = jipyo_plot_copy_series (copy, series);
  const JipyoDatum *data = (const JipyoDatum *) (gconstpointer) series->data->data;

  for (guint first = 0, end; first < series->data->len; first = end) {
    const double stretch = find_stretch (copy, step, data[first].position);
    for (end = first + 1; end < series->data->len; end++)
      if (find_stretch (copy, step, data[end].position) != stretch)
        break;
    const JipyoDatum joined = join (series, first, end);
    jipyo_plot_copy_datum (own, &joined, joined.position);
  }
}

static void
add_same (JipyoPlot *copy, const JipyoPlotSeries *series)
{
  JipyoPlotSeries *own = jipyo_plot_copy_series (copy, series);

  jipyo_plot_copy_columns (own, series);
  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    jipyo_plot_copy_datum (own, datum, datum->position);
  }
}

/* A sum of volumes has the colour of its candle, whatever its last day had. */
static void
colour_volumes (JipyoPlot *copy, const JipyoPlotSeries *volumes, const Step *step)
{
  const JipyoPlotSeries *prices = NULL;

  for (guint i = 0; i < copy->series->len && prices == NULL; i++)
    if (jipyo_session_price_is_of (g_ptr_array_index (copy->series, i)))
      prices = g_ptr_array_index (copy->series, i);
  for (guint i = 0, k = 0; i < volumes->data->len; i++) {
    JipyoDatum *volume = &g_array_index (volumes->data, JipyoDatum, i);
    const double stretch = find_stretch (copy, step, volume->position);
    while (k < prices->data->len
           && find_stretch (copy, step, g_array_index (prices->data, JipyoDatum, k).position)
                < stretch)
      k++;
    if (!volume->has_colour || k == prices->data->len)
      continue;
    const JipyoDatum *price = &g_array_index (prices->data, JipyoDatum, k);
    volume->has_colour = price->value != price->start;
    volume->colour.role = price->value > price->start ? JIPYO_ROLE_UP : JIPYO_ROLE_DOWN;
  }
}

JipyoPlot *
jipyo_plot_join_candles (const JipyoPlot *plot, double most)
{
  g_return_val_if_fail (plot != NULL, NULL);
  const gboolean narrow = plot->position.kind == JIPYO_SCALE_TIME && count_most (plot, NULL) > most;
  const Step *step = narrow ? choose (plot, most) : NULL;

  if (step == NULL)
    return NULL;
  JipyoPlot *copy = jipyo_plot_copy_frame (plot);
  copy->position.has_bounds = plot->position.has_bounds;
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    if (is_joined (series))
      add_joined (copy, series, step);
    else
      add_same (copy, series);
  }
  for (guint i = 0; i < copy->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (copy->series, i);
    if (series->mark == JIPYO_MARK_VOLUME)
      colour_volumes (copy, series, step);
  }
  for (guint i = 0; i < plot->annotations->len; i++)
    jipyo_plot_add_annotation (copy, g_ptr_array_index (plot->annotations, i));
  const char *words = plot->lang == JIPYO_LANG_KO ? step->ko : step->en;
  g_autofree char *subtitle =
    plot->subtitle != NULL ? g_strdup_printf ("%s · %s", words, plot->subtitle) : g_strdup (words);
  jipyo_plot_set_title (copy, plot->title, subtitle);
  return copy;
}
