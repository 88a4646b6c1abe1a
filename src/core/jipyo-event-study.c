/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The market model, in two passes over the estimation window: means first, then what is around
 * them, so that no digits are lost to the difference of large sums.
 */

#include "jipyo-event-study.h"

#include "jipyo-student.h"

#include <math.h>

/* A variance of less is rounding: prices have ten digits at the most. */
static const double SQUARES_MIN = 1e-18;

typedef struct {
  double *asset; /* owned; returns, NaN where missing */
  double *market;
  guint n;
} Returns;

static void
returns_init (Returns *self, const JipyoEventStudyPlan *plan)
{
  self->n = jipyo_closes_get_n (plan->market);
  self->asset = g_new (double, MAX (self->n, 1));
  self->market = g_new (double, MAX (self->n, 1));
  jipyo_closes_compute_returns (plan->asset, self->asset);
  jipyo_closes_compute_returns (plan->market, self->market);
}

static void
returns_clear (Returns *self)
{
  g_free (self->asset);
  g_free (self->market);
}

static gboolean
has_both (const Returns *self, guint session)
{
  return isfinite (self->asset[session]) && isfinite (self->market[session]);
}

/* Of the sessions from and below. */
static void
fit (JipyoEventStudy *self, const Returns *returns, guint from, guint below)
{
  double asset_mean = 0;
  double cross = 0;
  double squares = 0;

  for (guint i = from; i < below; i++) {
    if (!has_both (returns, i))
      continue;
    self->n_returns++;
    asset_mean += returns->asset[i];
    self->market_mean += returns->market[i];
  }
  if (self->n_returns < JIPYO_EVENT_STUDY_RETURNS_MIN)
    return;
  asset_mean /= self->n_returns;
  self->market_mean /= self->n_returns;
  for (guint i = from; i < below; i++) {
    const double market = returns->market[i] - self->market_mean;

    if (!has_both (returns, i))
      continue;
    cross += market * (returns->asset[i] - asset_mean);
    self->market_squares += market * market;
  }
  if (self->market_squares < SQUARES_MIN)
    return;
  self->beta = cross / self->market_squares;
  self->alpha = asset_mean - self->beta * self->market_mean;
  for (guint i = from; i < below; i++) {
    const double rest = returns->asset[i] - self->alpha - self->beta * returns->market[i];

    if (has_both (returns, i))
      squares += rest * rest;
  }
  self->sigma = sqrt (squares / (self->n_returns - 2));
}

static JipyoEventStudyVerdict
judge_estimation (const JipyoEventStudy *self)
{
  if (self->n_returns < JIPYO_EVENT_STUDY_RETURNS_MIN)
    return JIPYO_EVENT_STUDY_TOO_SHORT;
  if (self->market_squares < SQUARES_MIN || self->sigma * self->sigma < SQUARES_MIN)
    return JIPYO_EVENT_STUDY_FLAT;
  return JIPYO_EVENT_STUDY_DONE;
}

static JipyoEventStudyVerdict
look_at_event (JipyoEventStudy *self, const Returns *returns)
{
  for (guint i = 0; i <= 2 * self->reach; i++) {
    const guint session = self->session - self->reach + i;

    if (session >= returns->n)
      return JIPYO_EVENT_STUDY_UNFINISHED;
    if (!has_both (returns, session))
      return JIPYO_EVENT_STUDY_HOLE;
    self->market[i] = returns->market[session];
    self->abnormal[i] =
      returns->asset[session] - self->alpha - self->beta * returns->market[session];
  }
  return JIPYO_EVENT_STUDY_DONE;
}

static JipyoEventStudyVerdict
study (JipyoEventStudy *self, const JipyoEventStudyPlan *plan, const Returns *returns)
{
  if (!jipyo_closes_find (plan->market, plan->event_day, &self->session))
    return JIPYO_EVENT_STUDY_NO_SESSION;
  self->moved = (guint) (jipyo_closes_get_day (plan->market, self->session) - plan->event_day);

  const int from = (int) self->session + JIPYO_EVENT_STUDY_ESTIMATION_FROM;
  const int to = (int) self->session + JIPYO_EVENT_STUDY_ESTIMATION_TO;

  if (to < 0)
    return JIPYO_EVENT_STUDY_TOO_SHORT;
  fit (self, returns, (guint) MAX (from, 0), (guint) to + 1);
  const JipyoEventStudyVerdict verdict = judge_estimation (self);
  return verdict == JIPYO_EVENT_STUDY_DONE ? look_at_event (self, returns) : verdict;
}

gboolean
jipyo_event_study_compute (JipyoEventStudy *self, const JipyoEventStudyPlan *plan)
{
  Returns returns;

  *self = (JipyoEventStudy){ .reach = plan->reach };
  g_return_val_if_fail (plan->reach <= JIPYO_EVENT_STUDY_REACH_MAX, FALSE);
  g_return_val_if_fail (jipyo_closes_get_n (plan->asset) == jipyo_closes_get_n (plan->market),
                        FALSE);

  returns_init (&returns, plan);
  self->verdict = study (self, plan, &returns);
  returns_clear (&returns);
  return self->verdict == JIPYO_EVENT_STUDY_DONE;
}

JipyoEventReturn
jipyo_event_study_cumulate (const JipyoEventStudy *self, int from, int to, double tail)
{
  const int reach = (int) self->reach;
  const double length = to - from + 1;
  const guint freedom = self->n_returns - 2;
  JipyoEventReturn result = { 0 };
  double market = 0;

  g_return_val_if_fail (self->verdict == JIPYO_EVENT_STUDY_DONE, result);
  g_return_val_if_fail (from >= -reach && from <= to && to <= reach, result);

  for (int day = from; day <= to; day++) {
    result.value += self->abnormal[day + reach];
    market += self->market[day + reach] - self->market_mean;
  }
  result.error =
    self->sigma
    * sqrt (length + length * length / self->n_returns + market * market / self->market_squares);
  const double half = jipyo_student_compute_quantile (tail, freedom) * result.error;
  result.low = result.value - half;
  result.high = result.value + half;
  result.tail = jipyo_student_compute_tail (result.value / result.error, freedom);
  return result;
}

gboolean
jipyo_event_return_stands_out (const JipyoEventReturn *self)
{
  return self->low > 0 || self->high < 0;
}
