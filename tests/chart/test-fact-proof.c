/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each fact of a random plot is proved: all data are looked at again, with none of the code under
 * test.
 */

#include "jipyo-plot-facts.h"

#include <math.h>

#include "jipyo-plot-breaks.h"
#include "jipyo-plot-order.h"
#include "jipyo-plot-parts.h"
#include "random-plots.h"

typedef struct {
  const JipyoPlot *plot;
  const JipyoPlotFacts *facts;
  const JipyoFact *fact;
  const JipyoDatum *a;
  const JipyoDatum *b;
} Proof;

typedef gboolean (*DatumCheck) (const Proof *proof, const JipyoPlotSeries *series, guint index);

static guint
count_where (const Proof *proof, DatumCheck check)
{
  guint n = 0;

  for (guint s = 0; s < proof->plot->series->len; s++) {
    const JipyoPlotSeries *series = g_ptr_array_index (proof->plot->series, s);
    for (guint i = 0; i < series->data->len; i++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
      n += isfinite (datum->value) && isfinite (datum->position) && check (proof, series, i);
    }
  }
  return n;
}

static const JipyoDatum *
at (const JipyoPlotSeries *series, guint index)
{
  return &g_array_index (series->data, JipyoDatum, index);
}

/* A value and nothing else, on the value axis. */
static gboolean
is_single (const Proof *p, const JipyoPlotSeries *series)
{
  const gboolean session = series->mark == JIPYO_MARK_CANDLE || series->mark == JIPYO_MARK_OHLC;

  /* Beside sessions a line is drawn from them. */
  for (guint i = 0; i < p->plot->series->len; i++) {
    const JipyoPlotSeries *other = g_ptr_array_index (p->plot->series, i);
    if (other->mark == JIPYO_MARK_CANDLE || other->mark == JIPYO_MARK_OHLC)
      return session;
  }
  switch (series->mark) {
  case JIPYO_MARK_BAR:
  case JIPYO_MARK_LINE:
  case JIPYO_MARK_AREA:
  case JIPYO_MARK_DOT:
  case JIPYO_MARK_RANGE:
  case JIPYO_MARK_STEP:
  case JIPYO_MARK_HEAT:
  case JIPYO_MARK_TREEMAP:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
is_rise (const Proof *p, const JipyoPlotSeries *series, guint index)
{
  const JipyoDatum *datum = at (series, index);

  return (series->mark == JIPYO_MARK_CANDLE || series->mark == JIPYO_MARK_OHLC
          || series->mark == JIPYO_MARK_DUMBBELL || series->mark == JIPYO_MARK_SLOPE)
         && jipyo_datum_is_plain (datum) && isfinite (datum->start) && datum->value > datum->start;
}

/* A single one that is no reference: an average or a rest is none of the ranked. Of dates all are.
 */
static gboolean
is_ranked (const Proof *p, const JipyoPlotSeries *series, guint index)
{
  const JipyoDatum *datum = at (series, index);
  const JipyoRole role = datum->has_colour ? datum->colour.role : series->colour.role;

  return is_single (p, series) && (p->facts->timed || role != JIPYO_ROLE_MUTED);
}

static gboolean
is_above (const Proof *p, const JipyoPlotSeries *series, guint index)
{
  return is_ranked (p, series, index) && at (series, index)->value > p->a->value;
}

static gboolean
is_below (const Proof *p, const JipyoPlotSeries *series, guint index)
{
  return is_ranked (p, series, index) && at (series, index)->value < p->a->value;
}

static gboolean
is_equal (const Proof *p, const JipyoPlotSeries *series, guint index)
{
  return is_ranked (p, series, index) && at (series, index)->value == p->a->value;
}

static gboolean
is_of_kind (const Proof *p, const JipyoPlotSeries *series, guint index)
{
  return at (series, index)->kind == p->fact->standing;
}

/* Of a line are plain data that are complete. */
static gboolean
counts (const JipyoDatum *datum)
{
  const gboolean muted = datum->has_colour && datum->colour.role == JIPYO_ROLE_MUTED;

  return (datum->kind == JIPYO_DATUM_VALUE || datum->kind == JIPYO_DATUM_DERIVED) && !muted
         && isfinite (datum->value);
}

/* One of the series of `a`, outside of the trend. */
static gboolean
is_outside (const Proof *p, const JipyoPlotSeries *series, guint index)
{
  const JipyoDatum *datum = at (series, index);

  return series == g_ptr_array_index (p->plot->series, p->fact->a.series) && counts (datum)
         && (datum->position < p->a->position || datum->position > p->b->position);
}

/* At the crossing or after it the line of `b` is level or above. */
static gboolean
is_overtaken (const Proof *p, const JipyoPlotSeries *series, guint index)
{
  const JipyoPlotSeries *below = g_ptr_array_index (p->plot->series, p->fact->b.series);
  const JipyoDatum *own = at (series, index);

  if (series != g_ptr_array_index (p->plot->series, p->fact->a.series) || !counts (own)
      || own->position < p->a->position)
    return FALSE;
  for (guint i = 0; i < below->data->len; i++)
    if (at (below, i)->position == own->position && counts (at (below, i))
        && at (below, i)->value >= own->value)
      return TRUE;
  return FALSE;
}

/* A larger part of the same stack. */
static gboolean
is_larger_part (const Proof *p, const JipyoPlotSeries *series, guint index)
{
  const JipyoDatum *datum = at (series, index);

  return jipyo_plot_parts_is_part (p->plot, series) && datum != p->a
         && datum->position == p->a->position && datum->value >= p->a->value;
}

static double
add_up (const Proof *p)
{
  double sum = 0;

  for (guint s = 0; s < p->plot->series->len; s++) {
    const JipyoPlotSeries *series = g_ptr_array_index (p->plot->series, s);
    const gboolean part = jipyo_plot_parts_is_part (p->plot, series);
    for (guint i = 0; part && i < series->data->len; i++)
      sum += at (series, i)->position == p->a->position ? at (series, i)->value : 0;
  }
  return sum;
}

static void
prove_lead (const Proof *p)
{
  g_assert_cmpfloat (p->a->value, >, p->b->value);
  g_assert_true (jipyo_datum_is_plain (p->a) && jipyo_datum_is_plain (p->b));
  if (isfinite (p->fact->amount))
    g_assert_cmpfloat_with_epsilon (p->fact->amount * p->b->value / p->a->value, 1, 1e-9);
  if (p->facts->ordered)
    g_assert_cmpfloat (p->a->position, ==, p->b->position);
}

static gboolean
is_rival (const Proof *p, const JipyoPlotSeries *series, guint index)
{
  return is_ranked (p, series, index)
         && (!p->facts->ordered || at (series, index)->position == p->a->position);
}

/* The one figure that is ranked, beside the one that is not. */
static void
prove_against (const Proof *p)
{
  const JipyoPlotSeries *series = g_ptr_array_index (p->plot->series, p->fact->b.series);

  g_assert_cmpuint (count_where (p, is_rival), ==, 1);
  g_assert_true (
    is_rival (p, g_ptr_array_index (p->plot->series, p->fact->a.series), p->fact->a.datum));
  g_assert_false (is_ranked (p, series, p->fact->b.datum));
  g_assert_true (jipyo_datum_is_plain (p->a) && jipyo_datum_is_plain (p->b));
  if (p->facts->ordered)
    g_assert_cmpfloat (p->a->position, ==, p->b->position);
}

/* Of all of its kind at least one is the largest. */
static void
prove_some (const Proof *p)
{
  g_assert_cmpuint (p->fact->n_of, >=, 1);
  g_assert_cmpuint (p->fact->n_of, <=, p->fact->n);
}

static void
prove (const Proof *p)
{
  switch (p->fact->kind) {
  case JIPYO_FACT_TREND:
    g_assert_true (p->facts->ordered);
    g_assert_cmpfloat (p->a->position, <, p->b->position);
    g_assert_cmpuint (count_where (p, is_outside), ==, 0);
    break;
  case JIPYO_FACT_HIGHEST:
    g_assert_cmpuint (count_where (p, is_above), ==, 0);
    g_assert_cmpuint (count_where (p, is_equal), ==, p->fact->n);
    break;
  case JIPYO_FACT_LOWEST:
    if (!p->facts->timed)
      g_assert_cmpuint (count_where (p, is_below), ==, 0);
    break;
  case JIPYO_FACT_LEAD:
    prove_lead (p);
    break;
  case JIPYO_FACT_RANK:
    g_assert_cmpuint (p->fact->n, >, 1);
    g_assert_cmpuint (p->fact->n, <=, p->fact->n_of);
    g_assert_cmpfloat (p->b->value, >, p->a->value);
    break;
  case JIPYO_FACT_AGAINST:
    prove_against (p);
    break;
  case JIPYO_FACT_CROSSING:
    g_assert_cmpfloat (p->a->value, >, p->b->value);
    g_assert_cmpuint (count_where (p, is_overtaken), ==, 0);
    break;
  case JIPYO_FACT_SHARE:
    g_assert_cmpuint (count_where (p, is_larger_part), ==, 0);
    g_assert_cmpfloat_with_epsilon (p->fact->amount, p->a->value / add_up (p), 1e-9);
    g_assert_cmpuint (p->fact->n, >=, 1);
    break;
  case JIPYO_FACT_HIGHEST_TOTAL:
  case JIPYO_FACT_LOWEST_TOTAL:
    g_assert_cmpfloat_with_epsilon (p->fact->amount / add_up (p), 1, 1e-9);
    break;
  case JIPYO_FACT_JUMP:
    g_assert_cmpfloat (p->fact->amount, >, JIPYO_PLOT_BREAK_SCORE);
    g_assert_cmpfloat (p->a->position, <, p->b->position);
    prove_some (p);
    break;
  case JIPYO_FACT_GAP:
    g_assert_cmpuint (p->fact->b.datum, >, p->fact->a.datum + 1);
    prove_some (p);
    break;
  case JIPYO_FACT_STANDING:
    g_assert_cmpuint (count_where (p, is_of_kind), ==, p->fact->n);
    break;
  case JIPYO_FACT_DIRECTIONS:
    g_assert_cmpuint (p->fact->n + p->fact->n_of, >, 1);
    break;
  case JIPYO_FACT_CHANGES:
    g_assert_cmpuint (count_where (p, is_rise), ==, p->fact->n);
    break;
  }
}

static void
prove_all (const JipyoPlot *plot)
{
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);

  for (guint i = 0; i < facts->facts->len; i++) {
    const JipyoFact *fact = &g_array_index (facts->facts, JipyoFact, i);
    const gboolean has_data =
      fact->kind != JIPYO_FACT_DIRECTIONS && fact->kind != JIPYO_FACT_CHANGES;
    const Proof proof = {
      .plot = plot,
      .facts = facts,
      .fact = fact,
      .a = has_data ? jipyo_plot_get_datum (plot, fact->a) : NULL,
      .b = has_data ? jipyo_plot_get_datum (plot, fact->b) : NULL,
    };
    prove (&proof);
  }
}

static void
test_hostile (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 2000; i++) {
    g_autoptr (JipyoPlot) plot = random_plot_new (rand);
    prove_all (plot);
  }
}

static JipyoPlot *
new_years (guint n)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);

  for (guint i = 0; i < n; i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2000 + i);
    jipyo_plot_add_band (plot, year, NULL);
  }
  return plot;
}

/* Plots that somebody might draw: several lines or stacks, small whole numbers so that ties are
 * many, a few gaps and bounds. */
static JipyoPlot *
new_likely (GRand *rand)
{
  JipyoPlot *plot = new_years ((guint) g_rand_int_range (rand, 2, 15));
  const JipyoMark mark = (JipyoMark) g_rand_int_range (rand, 0, 4);
  const gboolean ordered = g_rand_boolean (rand);

  if (!ordered)
    *(char *) g_ptr_array_index (plot->position.bands, 0) = 'x';
  for (int s = g_rand_int_range (rand, 1, 5); s > 0; s--) {
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "s", "s", mark);
    if (g_rand_int_range (rand, 0, 6) == 0)
      series->colour.role = JIPYO_ROLE_MUTED;
    for (guint i = 0; i < plot->position.bands->len; i++) {
      const gboolean gap = g_rand_int_range (rand, 0, 12) == 0;
      const double value = g_rand_int_range (rand, 0, 20);
      JipyoDatum *datum = jipyo_plot_series_add (series, i, gap ? NAN : value, NULL);
      if (g_rand_int_range (rand, 0, 30) == 0)
        datum->kind = (JipyoDatumKind) g_rand_int_range (rand, 0, 6);
      datum->has_colour = g_rand_int_range (rand, 0, 15) == 0;
      datum->colour.role = (JipyoRole) g_rand_int_range (rand, 0, 7);
    }
  }
  return plot;
}

static void
test_likely (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  guint n_facts[JIPYO_FACT_STANDING + 1] = { 0 };

  for (guint i = 0; i < 4000; i++) {
    g_autoptr (JipyoPlot) plot = new_likely (rand);
    g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);
    prove_all (plot);
    for (guint k = 0; k < facts->facts->len; k++)
      n_facts[g_array_index (facts->facts, JipyoFact, k).kind]++;
  }
  /* Every kind was proved many times. */
  for (guint kind = 0; kind < G_N_ELEMENTS (n_facts); kind++)
    g_assert_cmpuint (n_facts[kind], >, 20);
}
int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/fact-proof/hostile", test_hostile);
  g_test_add_func ("/chart/fact-proof/likely", test_likely);
  return g_test_run ();
}
