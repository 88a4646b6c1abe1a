/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asked again with every layout, since figures come and series are switched on after the choice.
 */

#include "jipyo-plot-choice.h"

#include "jipyo-marks.h"

#include <math.h>

static const JipyoPlotSeries *
get_shown (const JipyoPlot *plot, const JipyoPlotState *state, guint index)
{
  return jipyo_plot_state_hides (state, index) ? NULL : g_ptr_array_index (plot->series, index);
}

static gboolean
has_parts (const JipyoPlot *plot, const JipyoPlotState *state)
{
  guint n = 0;

  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = get_shown (plot, state, i);
    n += series != NULL && jipyo_mark_get_class (series->mark)->stacked ? 1 : 0;
  }
  return n > 1;
}

/* The length of a bar is its figure only from zero on. */
static gboolean
begins_at_zero (const JipyoPlot *plot, const JipyoPlotState *state)
{
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = get_shown (plot, state, i);
    if (series != NULL && jipyo_mark_get_class (series->mark)->from_zero
        && !jipyo_mark_get_class (series->mark)->stripped)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_positive (const JipyoMarkClass *mark, const JipyoDatum *datum)
{
  if (!jipyo_mark_has_place (mark, datum))
    return TRUE;
  if ((mark->reads & JIPYO_READS_BOUNDS) && (datum->low <= 0 || datum->high <= 0))
    return FALSE;
  if ((mark->reads & JIPYO_READS_START) && datum->start <= 0)
    return FALSE;
  return isnan (datum->value) || datum->value > 0;
}

/* TRUE for those without a number; `some` is set where there are any. */
static gboolean
are_positive (const JipyoColumns *columns, gboolean *some)
{
  const JipyoColumnRange all = { 0, jipyo_columns_get_n (columns) };
  const JipyoExtremes found = jipyo_columns_measure (columns, all, -G_MAXDOUBLE);

  *some = *some || found.low <= found.high;
  return found.low > 0;
}

static gboolean
has_logarithms (const JipyoPlot *plot, const JipyoPlotState *state)
{
  gboolean some = FALSE;

  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = get_shown (plot, state, i);
    if (series == NULL || jipyo_mark_get_class (series->mark)->stripped)
      continue;
    if (series->columns != NULL && !are_positive (series->columns, &some))
      return FALSE;
    for (guint k = 0; k < series->data->len; k++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, k);
      if (!is_positive (jipyo_mark_get_class (series->mark), datum))
        return FALSE;
      some = TRUE;
    }
  }
  return some;
}

static JipyoPlotAnswer
ask_for_log (const JipyoPlot *plot, const JipyoPlotState *state)
{
  if (plot->value.kind == JIPYO_SCALE_TIME || plot->value.kind == JIPYO_SCALE_BAND)
    return JIPYO_PLOT_NO_NUMBERS;
  if (has_parts (plot, state))
    return JIPYO_PLOT_SUMS;
  if (begins_at_zero (plot, state))
    return JIPYO_PLOT_FROM_ZERO;
  return has_logarithms (plot, state) ? JIPYO_PLOT_ACCEPTED : JIPYO_PLOT_NOT_POSITIVE;
}

gboolean
jipyo_plot_is_log (const JipyoPlot *plot, const JipyoPlotState *state)
{
  if (state == NULL || state->log == JIPYO_PLOT_AS_DESCRIBED)
    return plot->value.kind == JIPYO_SCALE_LOG;
  return state->log == JIPYO_PLOT_ON && ask_for_log (plot, state) == JIPYO_PLOT_ACCEPTED;
}

gboolean
jipyo_plot_is_relative (const JipyoPlot *plot, const JipyoPlotState *state)
{
  if (state == NULL || state->relative == JIPYO_PLOT_AS_DESCRIBED)
    return plot->relative;
  return state->relative == JIPYO_PLOT_ON && has_parts (plot, state);
}

/* What the view described is no choice. */
static JipyoPlotChoice
choose (gboolean wanted, gboolean described)
{
  if (wanted == described)
    return JIPYO_PLOT_AS_DESCRIBED;
  return wanted ? JIPYO_PLOT_ON : JIPYO_PLOT_OFF;
}

JipyoPlotAnswer
jipyo_plot_switch_log (const JipyoPlot *plot, JipyoPlotState *state)
{
  const gboolean wanted = !jipyo_plot_is_log (plot, state);
  const gboolean described = plot->value.kind == JIPYO_SCALE_LOG;
  /* Back to what the view described is always possible. */
  const JipyoPlotAnswer answer =
    wanted && !described ? ask_for_log (plot, state) : JIPYO_PLOT_ACCEPTED;

  if (answer == JIPYO_PLOT_ACCEPTED)
    state->log = choose (wanted, described);
  return answer;
}

JipyoPlotAnswer
jipyo_plot_switch_relative (const JipyoPlot *plot, JipyoPlotState *state)
{
  const gboolean wanted = !jipyo_plot_is_relative (plot, state);

  if (wanted && !plot->relative && !has_parts (plot, state))
    return JIPYO_PLOT_NO_PARTS;
  state->relative = choose (wanted, plot->relative);
  return JIPYO_PLOT_ACCEPTED;
}

const char *
jipyo_plot_answer_get_text (JipyoPlotAnswer answer, JipyoLang lang)
{
  const gboolean ko = lang == JIPYO_LANG_KO;

  switch (answer) {
  case JIPYO_PLOT_ACCEPTED:
    return NULL;
  case JIPYO_PLOT_NO_NUMBERS:
    return ko ? "날짜 축은 로그 눈금으로 볼 수 없습니다." : "An axis of dates has no logarithm.";
  case JIPYO_PLOT_NOT_POSITIVE:
    return ko ? "0 이하인 값이 있어 로그 눈금으로 볼 수 없습니다."
              : "Zero and negative figures have no place on a logarithm.";
  case JIPYO_PLOT_FROM_ZERO:
    return ko ? "막대와 영역은 0에서 시작하므로 로그 눈금에서는 길이가 거짓이 됩니다."
              : "Bars and areas begin at zero; on a logarithm their length would mislead.";
  case JIPYO_PLOT_SUMS:
    return ko ? "쌓은 막대의 부분은 로그 눈금에서 비교할 수 없습니다."
              : "Stacked parts cannot be compared on a logarithm.";
  case JIPYO_PLOT_NO_PARTS:
    return ko ? "나눌 전체가 없어 비율로 볼 수 없습니다."
              : "There are no parts of a whole to show as shares.";
  }
  return NULL;
}
