/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Constructed series whose truth is known. tests/core/check-event-study.py compares the figures
 * with those of another way to compute them.
 */

#include "jipyo-event-study.h"
#include "jipyo-student.h"

#include <math.h>

enum { N_DAYS = 160, EVENT = 140, FIRST_DAY = 20000 };

typedef struct {
  JipyoCloses *asset;
  JipyoCloses *market;
} Pair;

typedef struct {
  double alpha;
  double beta;
  double noise;
  double injected; /* on day 0 */
  guint seed;
} Truth;

/* Sessions of every day but the sixth and seventh of a week. */
static int
day_of (guint session)
{
  return FIRST_DAY + (int) (session / 5 * 7 + session % 5);
}

static void
pair_init (Pair *self, const Truth *truth)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (truth->seed);
  double asset = 50000;
  double market = 3000;

  self->asset = jipyo_closes_new ();
  self->market = jipyo_closes_new ();
  for (guint i = 0; i < N_DAYS; i++) {
    const double move = g_rand_double_range (dice, -0.02, 0.02);
    const double own = truth->noise * g_rand_double_range (dice, -1, 1);

    market *= exp (move);
    asset *= exp (truth->alpha + truth->beta * move + own + (i == EVENT ? truth->injected : 0));
    jipyo_closes_add (self->asset, day_of (i), asset);
    jipyo_closes_add (self->market, day_of (i), market);
  }
}

static void
pair_clear (Pair *self)
{
  jipyo_closes_free (self->asset);
  jipyo_closes_free (self->market);
}

static JipyoEventStudyPlan
plan_for (const Pair *pair, int day)
{
  return (JipyoEventStudyPlan){ pair->asset, pair->market, day, 5 };
}

static void
test_finds_what_is_there (void)
{
  for (int sign = -1; sign <= 1; sign += 2) {
    Pair pair;
    JipyoEventStudy study;

    pair_init (&pair, &(Truth){ 0.0005, 1.3, 0.004, sign * 0.05, 7 });
    const JipyoEventStudyPlan plan = plan_for (&pair, day_of (EVENT));
    g_assert_true (jipyo_event_study_compute (&study, &plan));
    g_assert_cmpuint (study.n_returns, ==, 110);
    g_assert_cmpuint (study.moved, ==, 0);
    g_assert_cmpfloat_with_epsilon (study.beta, 1.3, 0.05);
    g_assert_cmpfloat_with_epsilon (study.alpha, 0.0005, 0.0006);
    const JipyoEventReturn day = jipyo_event_study_cumulate (&study, -1, 1, 0.05);
    g_assert_true (jipyo_event_return_stands_out (&day));
    g_assert_cmpfloat (day.low, <, sign * 0.05);
    g_assert_cmpfloat (day.high, >, sign * 0.05);
    g_assert_cmpfloat (day.tail, <, 0.001);
    pair_clear (&pair);
  }
}

/* Without noise the model is found to the last digits, and so is what was put in. */
static void
test_exact (void)
{
  Pair pair;
  JipyoEventStudy study;

  pair_init (&pair, &(Truth){ 0.001, 0.7, 1e-7, 0.02, 3 });
  const JipyoEventStudyPlan plan = plan_for (&pair, day_of (EVENT));
  g_assert_true (jipyo_event_study_compute (&study, &plan));
  g_assert_cmpfloat_with_epsilon (study.alpha, 0.001, 1e-7);
  g_assert_cmpfloat_with_epsilon (study.beta, 0.7, 1e-5);
  const JipyoEventReturn day = jipyo_event_study_cumulate (&study, 0, 0, 0.05);
  g_assert_cmpfloat_with_epsilon (day.value, 0.02, 1e-6);
  pair_clear (&pair);
}

/* Where nothing happened, a band of 95 % leaves zero out in about one case of twenty: of 400 cases
 * between 6 and 34 with the odds of a thousand to one. */
static void
test_noise_is_no_signal (void)
{
  guint n_out = 0;

  for (guint seed = 0; seed < 400; seed++) {
    Pair pair;
    JipyoEventStudy study;

    pair_init (&pair, &(Truth){ 0, 1, 0.01, 0, 1000 + seed });
    const JipyoEventStudyPlan plan = plan_for (&pair, day_of (EVENT));
    g_assert_true (jipyo_event_study_compute (&study, &plan));
    const JipyoEventReturn week = jipyo_event_study_cumulate (&study, -5, 5, 0.05);
    n_out += jipyo_event_return_stands_out (&week);
    g_assert_cmpint (jipyo_event_return_stands_out (&week), ==, week.tail < 0.05);
    pair_clear (&pair);
  }
  g_test_message ("%u of 400", n_out);
  g_assert_cmpuint (n_out, >=, 6);
  g_assert_cmpuint (n_out, <=, 34);
}

/* From the sixth day of a week on to the first of the next. */
static void
test_day_without_session (void)
{
  Pair pair;
  JipyoEventStudy study;

  pair_init (&pair, &(Truth){ 0, 1, 0.01, 0.1, 5 });
  const JipyoEventStudyPlan saturday = plan_for (&pair, day_of (EVENT) - 2);
  g_assert_cmpuint (EVENT % 5, ==, 0);
  g_assert_true (jipyo_event_study_compute (&study, &saturday));
  g_assert_cmpuint (study.session, ==, EVENT);
  g_assert_cmpuint (study.moved, ==, 2);
  const JipyoEventReturn day = jipyo_event_study_cumulate (&study, 0, 0, 0.05);
  g_assert_true (jipyo_event_return_stands_out (&day));
  pair_clear (&pair);
}

static JipyoEventStudyVerdict
judge (const JipyoEventStudyPlan *plan)
{
  JipyoEventStudy study;

  g_assert_false (jipyo_event_study_compute (&study, plan));
  return study.verdict;
}

static void
test_refusals (void)
{
  Pair pair;
  Pair flat;
  Pair exact;

  pair_init (&pair, &(Truth){ 0, 1, 0.01, 0, 5 });
  pair_init (&flat, &(Truth){ 0, 1, 0.01, 0, 5 });
  pair_init (&exact, &(Truth){ 0, 1, 0, 0, 5 });
  for (guint i = 0; i < N_DAYS; i++)
    g_array_index (flat.market->values, double, i) = 1000;
  JipyoEventStudyPlan plan = plan_for (&pair, day_of (N_DAYS));
  g_assert_cmpint (judge (&plan), ==, JIPYO_EVENT_STUDY_NO_SESSION);
  plan = plan_for (&pair, day_of (N_DAYS - 3));
  g_assert_cmpint (judge (&plan), ==, JIPYO_EVENT_STUDY_UNFINISHED);
  plan = plan_for (&pair, day_of (3));
  g_assert_cmpint (judge (&plan), ==, JIPYO_EVENT_STUDY_TOO_SHORT);
  /* Sixty returns need 61 closes, and eleven sessions lie between. */
  plan = plan_for (&pair, day_of (70));
  g_assert_cmpint (judge (&plan), ==, JIPYO_EVENT_STUDY_TOO_SHORT);
  JipyoEventStudy study;
  plan = plan_for (&pair, day_of (71));
  g_assert_true (jipyo_event_study_compute (&study, &plan));
  g_assert_cmpuint (study.n_returns, ==, JIPYO_EVENT_STUDY_RETURNS_MIN);
  plan = plan_for (&flat, day_of (EVENT));
  g_assert_cmpint (judge (&plan), ==, JIPYO_EVENT_STUDY_FLAT);
  plan = plan_for (&exact, day_of (EVENT));
  g_assert_cmpint (judge (&plan), ==, JIPYO_EVENT_STUDY_FLAT);
  g_array_index (pair.asset->values, double, EVENT + 2) = NAN;
  plan = plan_for (&pair, day_of (EVENT));
  g_assert_cmpint (judge (&plan), ==, JIPYO_EVENT_STUDY_HOLE);
  pair_clear (&pair);
  pair_clear (&flat);
  pair_clear (&exact);
}

/* Of the tables in print. */
static void
test_student (void)
{
  static const struct {
    double tail;
    guint freedom;
    double quantile;
  } cases[] = {
    { 0.05, 1, 12.7062 },  { 0.05, 2, 4.3027 },    { 0.05, 3, 3.1824 },      { 0.05, 4, 2.7764 },
    { 0.01, 10, 3.1693 },  { 0.05, 30, 2.0423 },   { 0.1, 29, 1.6991 },      { 0.05, 60, 2.0003 },
    { 0.05, 108, 1.9822 }, { 0.002, 120, 3.1595 }, { 0.05, 100000, 1.9600 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const double quantile = jipyo_student_compute_quantile (cases[i].tail, cases[i].freedom);

    g_assert_cmpfloat_with_epsilon (quantile, cases[i].quantile, 6e-5);
    g_assert_cmpfloat_with_epsilon (jipyo_student_compute_tail (-quantile, cases[i].freedom),
                                    cases[i].tail, 1e-12);
  }
  g_assert_cmpfloat (jipyo_student_compute_tail (0, 5), ==, 1);
  g_assert_true (isnan (jipyo_student_compute_tail (NAN, 5)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/event-study/finds-what-is-there", test_finds_what_is_there);
  g_test_add_func ("/core/event-study/exact", test_exact);
  g_test_add_func ("/core/event-study/noise-is-no-signal", test_noise_is_no_signal);
  g_test_add_func ("/core/event-study/day-without-session", test_day_without_session);
  g_test_add_func ("/core/event-study/refusals", test_refusals);
  g_test_add_func ("/core/student/tables", test_student);
  return g_test_run ();
}
