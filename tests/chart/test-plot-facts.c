/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts of plots whose truth is known. test-fact-proof.c proves those of random plots.
 */

#include "jipyo-plot-facts.h"

#include <math.h>

#include "jipyo-plot-breaks.h"
#include "jipyo-plot-order.h"

static JipyoPlot *
new_years (guint first, guint n)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);

  for (guint i = 0; i < n; i++) {
    g_autofree char *year = g_strdup_printf ("%u", first + i);
    jipyo_plot_add_band (plot, year, NULL);
  }
  return plot;
}

static JipyoPlotSeries *
add_line (JipyoPlot *plot, const char *name, const double *values, guint n)
{
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, JIPYO_MARK_LINE);

  for (guint i = 0; i < n; i++)
    jipyo_plot_series_add (series, i, values[i], NULL);
  return series;
}

static JipyoPlot *
new_categories (const double *values, guint n)
{
  static const char *const names[] = { "a", "b", "c", "d", "e", "f" };
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "s", NULL, JIPYO_MARK_BAR);

  plot->value.unit = JIPYO_UNIT_MODELS;
  for (guint i = 0; i < n; i++)
    jipyo_plot_series_add (series, jipyo_plot_add_band (plot, names[i], NULL), values[i], NULL);
  return plot;
}

static JipyoDatum *
peek (const JipyoPlot *plot, guint series, guint datum)
{
  const JipyoPlotSeries *s = g_ptr_array_index (plot->series, series);

  return &g_array_index (s->data, JipyoDatum, datum);
}

static const JipyoFact *
find (const JipyoPlotFacts *facts, JipyoFactKind kind)
{
  guint at = 0;

  return jipyo_plot_facts_next (facts, kind, &at);
}

static void
assert_ref (JipyoDatumRef ref, guint series, guint datum)
{
  g_assert_cmpuint (ref.series, ==, series);
  g_assert_cmpuint (ref.datum, ==, datum);
}

static void
mute (JipyoDatum *datum)
{
  datum->has_colour = TRUE;
  datum->colour.role = JIPYO_ROLE_MUTED;
}

/* An average is neither the lowest, nor a rival, nor the leading line, and its bar no sum. */
static void
test_references (void)
{
  static const double values[] = { 5, 9, 2 };
  static const double low[] = { 1, 2 }, middle[] = { 2, 3 }, high[] = { 7, 8 };
  g_autoptr (JipyoPlot) plot = new_categories (values, 3);
  g_autoptr (JipyoPlot) pair = new_categories (values, 2);
  g_autoptr (JipyoPlot) lines = new_years (2020, 2);

  mute (peek (plot, 0, 2));
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);
  assert_ref (find (facts, JIPYO_FACT_LOWEST)->a, 0, 0);
  g_assert_cmpuint (find (facts, JIPYO_FACT_LOWEST)->n_of, ==, 2);
  g_assert_cmpuint (find (facts, JIPYO_FACT_LEAD)->n_of, ==, 2);

  mute (peek (pair, 0, 1));
  g_autoptr (JipyoPlotFacts) one = jipyo_plot_facts_new (pair);
  g_assert_null (find (one, JIPYO_FACT_HIGHEST));
  g_assert_null (find (one, JIPYO_FACT_LEAD));
  assert_ref (find (one, JIPYO_FACT_AGAINST)->a, 0, 0);
  assert_ref (find (one, JIPYO_FACT_AGAINST)->b, 0, 1);
  g_assert_null (find (facts, JIPYO_FACT_AGAINST));

  add_line (lines, "low", low, 2);
  add_line (lines, "middle", middle, 2);
  add_line (lines, "average", high, 2)->colour.role = JIPYO_ROLE_MUTED;
  g_autoptr (JipyoPlotFacts) led = jipyo_plot_facts_new (lines);
  assert_ref (find (led, JIPYO_FACT_LEAD)->a, 1, 1);
  g_assert_cmpfloat (jipyo_plot_get_datum (lines, find (led, JIPYO_FACT_HIGHEST)->a)->value, ==, 3);
}

/* One line beside that of an average is compared where both end; not with a bound, nor two. */
static void
test_against (void)
{
  static const double own[] = { 4, 6, 7 }, average[] = { 5, 5 };
  g_autoptr (JipyoPlot) plot = new_years (2020, 3);

  add_line (plot, "own", own, 3);
  add_line (plot, "average", average, 2)->colour.role = JIPYO_ROLE_MUTED;
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);
  assert_ref (find (facts, JIPYO_FACT_AGAINST)->a, 0, 1);
  assert_ref (find (facts, JIPYO_FACT_AGAINST)->b, 1, 1);
  add_line (plot, "rest", average, 2)->colour.role = JIPYO_ROLE_MUTED;
  g_autoptr (JipyoPlotFacts) two = jipyo_plot_facts_new (plot);
  g_assert_null (find (two, JIPYO_FACT_AGAINST));

  g_autoptr (JipyoPlot) pair = new_categories (own, 2);
  mute (peek (pair, 0, 1));
  peek (pair, 0, 0)->kind = JIPYO_DATUM_AT_MOST;
  g_autoptr (JipyoPlotFacts) bound = jipyo_plot_facts_new (pair);
  g_assert_null (find (bound, JIPYO_FACT_AGAINST));
}

/* The bar of an average is no sum among sums. */
static void
test_reference_stack (void)
{
  static const double values[2][3] = { { 4, 6, 1 }, { 5, 6, 1 } };
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);

  for (guint i = 0; i < 3; i++)
    jipyo_plot_add_band (plot, i == 0 ? "a" : i == 1 ? "b" : "average", NULL);
  for (guint i = 0; i < 2; i++)
    add_line (plot, i == 0 ? "s" : "t", values[i], 3)->mark = JIPYO_MARK_STACK;
  JipyoPlotSeries *total = jipyo_plot_add_series (plot, "total", NULL, JIPYO_MARK_DOT);
  mute (jipyo_plot_series_add (total, 2, 2, NULL));
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);
  g_assert_cmpfloat (find (facts, JIPYO_FACT_LOWEST_TOTAL)->amount, ==, 9);
  g_assert_cmpuint (find (facts, JIPYO_FACT_LOWEST_TOTAL)->n_of, ==, 2);
}

static void
test_trend (void)
{
  static const double values[] = { 2, 9, 29, 109, 122 };
  g_autoptr (JipyoPlot) plot = new_years (2020, 5);

  add_line (plot, "models", values, 5);
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);
  const JipyoFact *trend = find (facts, JIPYO_FACT_TREND);

  g_assert_true (facts->ordered);
  g_assert_cmpuint (facts->n_known, ==, 5);
  assert_ref (trend->a, 0, 0);
  assert_ref (trend->b, 0, 4);
  g_assert_cmpuint (trend->n, ==, 0);
  /* The published average: 179.5 %. */
  g_assert_cmpfloat_with_epsilon (trend->amount, 1.7947, 1e-4);
}

static void
test_no_growth (void)
{
  static const double signed_values[] = { -2, 3, 5 };
  static const double plain[] = { 1, 2 };
  static const double shares[] = { 10, 20, 40 };
  g_autoptr (JipyoPlot) below = new_years (2020, 3);
  g_autoptr (JipyoPlot) short_span = new_years (2020, 2);
  g_autoptr (JipyoPlot) percent = new_years (2020, 3);

  add_line (below, "a", signed_values, 3);
  add_line (short_span, "a", plain, 2);
  add_line (percent, "a", shares, 3);
  percent->value.unit = JIPYO_UNIT_PERCENT;
  const JipyoPlot *plots[] = { below, short_span, percent };

  for (guint i = 0; i < G_N_ELEMENTS (plots); i++) {
    g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plots[i]);
    g_assert_nonnull (find (facts, JIPYO_FACT_TREND));
    g_assert_true (isnan (find (facts, JIPYO_FACT_TREND)->amount));
  }
}

/* Countries, and dates that are not in order, have no trend. */
static void
test_unordered (void)
{
  static const double values[] = { 1, 2, 3 };
  g_autoptr (JipyoPlot) countries = new_categories (values, 3);
  g_autoptr (JipyoPlot) shuffled = jipyo_plot_new (JIPYO_LANG_EN);
  g_autoptr (JipyoPlot) dots = new_years (2020, 3);

  jipyo_plot_add_band (shuffled, "2021", NULL);
  jipyo_plot_add_band (shuffled, "2020", NULL);
  add_line (shuffled, "a", values, 2);
  add_line (dots, "a", values, 3)->mark = JIPYO_MARK_DOT;
  const JipyoPlot *plots[] = { countries, shuffled, dots };

  for (guint i = 0; i < G_N_ELEMENTS (plots); i++) {
    g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plots[i]);
    g_assert_null (find (facts, JIPYO_FACT_TREND));
    g_assert_null (find (facts, JIPYO_FACT_CROSSING));
    g_assert_null (find (facts, JIPYO_FACT_JUMP));
  }
}

/* Neither a target nor a plan, nor a year that is not over, is the end of a trend. */
static void
test_trend_of_plain (void)
{
  static const double values[] = { 5, 6, 7, 100 };
  g_autoptr (JipyoPlot) plot = new_years (2020, 4);

  add_line (plot, "a", values, 4);
  for (int kind = JIPYO_DATUM_AT_MOST; kind <= JIPYO_DATUM_PLANNED; kind++) {
    peek (plot, 0, 3)->kind = (JipyoDatumKind) kind;
    g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);
    g_assert_cmpuint (find (facts, JIPYO_FACT_TREND)->b.datum, ==,
                      kind == JIPYO_DATUM_DERIVED ? 3 : 2);
    g_assert_cmpint (find (facts, JIPYO_FACT_STANDING)->standing, ==, kind);
  }
  peek (plot, 0, 3)->kind = JIPYO_DATUM_VALUE;
  peek (plot, 0, 3)->has_colour = TRUE;
  peek (plot, 0, 3)->colour.role = JIPYO_ROLE_MUTED;
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);
  g_assert_cmpuint (find (facts, JIPYO_FACT_TREND)->b.datum, ==, 2);
}

static void
test_lead_and_rank (void)
{
  static const double values[] = { 128, 95, 14, 34 };
  g_autoptr (JipyoPlot) plot = new_categories (values, 4);

  peek (plot, 0, 2)->has_colour = TRUE;
  peek (plot, 0, 2)->colour.role = JIPYO_ROLE_ACCENT;
  peek (plot, 0, 3)->has_colour = TRUE;
  peek (plot, 0, 3)->colour.role = JIPYO_ROLE_MUTED; /* the rest of the world */
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);
  const JipyoFact *lead = find (facts, JIPYO_FACT_LEAD);
  const JipyoFact *rank = find (facts, JIPYO_FACT_RANK);

  assert_ref (lead->a, 0, 0);
  assert_ref (lead->b, 0, 1);
  g_assert_cmpfloat_with_epsilon (lead->amount, 128.0 / 95, 1e-12);
  assert_ref (rank->a, 0, 2);
  g_assert_cmpuint (rank->n, ==, 3);
  g_assert_cmpuint (rank->n_of, ==, 3);
  g_assert_cmpfloat_with_epsilon (rank->amount, 128.0 / 14, 1e-12);
}

/* What a bound leaves open is not a fact. */
static void
test_bounds (void)
{
  static const struct {
    double values[2];
    JipyoDatumKind kinds[2];
    gboolean high_open;
    gboolean low_open;
  } cases[] = {
    { { 5, 3 }, { JIPYO_DATUM_VALUE, JIPYO_DATUM_DERIVED }, FALSE, FALSE },
    { { 5, 3 }, { JIPYO_DATUM_VALUE, JIPYO_DATUM_AT_MOST }, FALSE, TRUE },
    { { 5, 3 }, { JIPYO_DATUM_VALUE, JIPYO_DATUM_AT_LEAST }, TRUE, TRUE },
    { { 5, 3 }, { JIPYO_DATUM_AT_LEAST, JIPYO_DATUM_VALUE }, TRUE, FALSE },
    { { 5, 3 }, { JIPYO_DATUM_AT_MOST, JIPYO_DATUM_VALUE }, TRUE, TRUE },
    { { 5, 3 }, { JIPYO_DATUM_TARGET, JIPYO_DATUM_VALUE }, TRUE, TRUE },
    { { 5, 3 }, { JIPYO_DATUM_VALUE, JIPYO_DATUM_PLANNED }, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JipyoPlot) plot = new_categories (cases[i].values, 2);
    peek (plot, 0, 0)->kind = cases[i].kinds[0];
    peek (plot, 0, 1)->kind = cases[i].kinds[1];
    g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);
    g_assert_cmpint (find (facts, JIPYO_FACT_HIGHEST)->uncertain, ==, cases[i].high_open);
    g_assert_cmpint (find (facts, JIPYO_FACT_LOWEST)->uncertain, ==, cases[i].low_open);
    g_assert_cmpint (find (facts, JIPYO_FACT_LEAD) == NULL, ==, i > 0);
  }
}

static void
test_crossing (void)
{
  static const double values[3][5] = { { 9, 8, 7, 6, 5 }, { 1, 4, 9, 3, 10 }, { 2, 3, 4, 5, 6 } };
  g_autoptr (JipyoPlot) plot = new_years (2020, 5);

  for (guint i = 0; i < 3; i++)
    add_line (plot, "line", values[i], 5);
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);
  const JipyoFact *crossing = find (facts, JIPYO_FACT_CROSSING);

  /* It was above in 2022 too, but not in 2023. */
  assert_ref (crossing->a, 1, 4);
  assert_ref (crossing->b, 0, 4);
  g_assert_cmpuint (find (facts, JIPYO_FACT_DIRECTIONS)->n, ==, 2);
  g_assert_cmpuint (find (facts, JIPYO_FACT_DIRECTIONS)->n_of, ==, 1);
  assert_ref (find (facts, JIPYO_FACT_LEAD)->b, 2, 4);
}

static void
add_parts (JipyoPlot *plot, const char *name, double first, double second)
{
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, JIPYO_MARK_STACK);

  jipyo_plot_series_add (series, 0, first, NULL);
  jipyo_plot_series_add (series, 1, second, NULL);
}

static void
test_parts (void)
{
  static const double none[] = { 0 };
  g_autoptr (JipyoPlot) plot = new_categories (none, 0);

  jipyo_plot_add_band (plot, "a", NULL);
  jipyo_plot_add_band (plot, "b", NULL);
  add_parts (plot, "gpu", 158.6, 157.6);
  add_parts (plot, "data", 50, 62.8);
  add_parts (plot, "talent", 5, 25);
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);
  const JipyoFact *share = find (facts, JIPYO_FACT_SHARE);

  assert_ref (share->a, 1, 1);
  g_assert_cmpfloat_with_epsilon (share->amount, 157.6 / 245.4, 1e-12);
  g_assert_cmpuint (share->n, ==, 2);
  g_assert_cmpuint (share->n_of, ==, 2);
  g_assert_cmpfloat_with_epsilon (find (facts, JIPYO_FACT_HIGHEST_TOTAL)->amount, 245.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (find (facts, JIPYO_FACT_LOWEST_TOTAL)->amount, 213.6, 1e-9);
  /* A bound makes shares a guess, and totals too. */
  peek (plot, 2, 1)->kind = JIPYO_DATUM_AT_MOST;
  g_autoptr (JipyoPlotFacts) guess = jipyo_plot_facts_new (plot);
  g_assert_cmpfloat_with_epsilon (find (guess, JIPYO_FACT_SHARE)->amount, 158.6 / 213.6, 1e-12);
  g_assert_null (find (guess, JIPYO_FACT_HIGHEST_TOTAL));
}

static void
test_breaks (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (guint i = 0; i < 40; i++)
    jipyo_plot_series_add (series, i,
                           i >= 30 && i < 33 ? NAN : 100 + (i * 7) % 5 + (i >= 20 ? 60 : 0), NULL);
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);

  assert_ref (find (facts, JIPYO_FACT_JUMP)->a, 0, 19);
  assert_ref (find (facts, JIPYO_FACT_JUMP)->b, 0, 20);
  g_assert_cmpuint (find (facts, JIPYO_FACT_JUMP)->n, ==, 1);
  assert_ref (find (facts, JIPYO_FACT_GAP)->a, 0, 29);
  assert_ref (find (facts, JIPYO_FACT_GAP)->b, 0, 33);
  g_assert_cmpuint (facts->n_unknown, ==, 3);
}

/* One leap among steps that are all the same is found although their spread is 0; a line without a
 * leap has none. */
static void
test_even_steps (void)
{
  for (guint leap = 0; leap <= 1; leap++) {
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE);

    plot->position.kind = JIPYO_SCALE_LINEAR;
    for (guint i = 0; i < 30; i++)
      jipyo_plot_series_add (series, i, i + (i > 10 ? leap * 50.0 : 0), NULL);
    g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);
    g_assert_cmpint (find (facts, JIPYO_FACT_JUMP) != NULL, ==, (int) leap);
  }
}

static void
test_times (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_RANGE);

  plot->value.kind = JIPYO_SCALE_TIME;
  jipyo_plot_add_band (plot, "a", NULL);
  jipyo_plot_series_add (series, 0, 500, NULL)->start = 100;
  jipyo_plot_series_add (series, 0, 900, NULL)->start = 500;
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);
  g_assert_true (facts->timed);
  assert_ref (find (facts, JIPYO_FACT_HIGHEST)->a, 0, 1);
  assert_ref (find (facts, JIPYO_FACT_LOWEST)->a, 0, 0);
  g_assert_cmpfloat (find (facts, JIPYO_FACT_LOWEST)->amount, ==, 100);
  g_assert_null (find (facts, JIPYO_FACT_LEAD));
}
/* Of sessions the closes are told, and nothing of an average is compared with another. */
static void
test_sessions (void)
{
  static const double closes[] = { 100, 130, 90, 120 };
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *price = jipyo_plot_add_series (plot, "p", "Price", JIPYO_MARK_CANDLE);

  plot->position.kind = JIPYO_SCALE_TIME;
  for (guint i = 0; i < G_N_ELEMENTS (closes); i++)
    jipyo_plot_series_add (price, i * 86400.0, closes[i], NULL)->start = 101;
  for (guint s = 0; s < 2; s++) {
    JipyoPlotSeries *average = jipyo_plot_add_series (plot, "a", "Average", JIPYO_MARK_LINE);
    for (guint i = 0; i < G_N_ELEMENTS (closes); i++)
      jipyo_plot_series_add (average, i * 86400.0, 500 * s + (s == 0 ? i : 10 - i), NULL);
  }
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);
  assert_ref (find (facts, JIPYO_FACT_TREND)->a, 0, 0);
  assert_ref (find (facts, JIPYO_FACT_TREND)->b, 0, 3);
  assert_ref (find (facts, JIPYO_FACT_HIGHEST)->a, 0, 1);
  assert_ref (find (facts, JIPYO_FACT_LOWEST)->a, 0, 2);
  g_assert_cmpuint (find (facts, JIPYO_FACT_CHANGES)->n, ==, 2);
  g_assert_null (find (facts, JIPYO_FACT_LEAD));
  g_assert_null (find (facts, JIPYO_FACT_CROSSING));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/plot-facts/references", test_references);
  g_test_add_func ("/chart/plot-facts/against", test_against);
  g_test_add_func ("/chart/plot-facts/reference-stack", test_reference_stack);
  g_test_add_func ("/chart/plot-facts/trend", test_trend);
  g_test_add_func ("/chart/plot-facts/no-growth", test_no_growth);
  g_test_add_func ("/chart/plot-facts/unordered", test_unordered);
  g_test_add_func ("/chart/plot-facts/trend-of-plain", test_trend_of_plain);
  g_test_add_func ("/chart/plot-facts/lead-and-rank", test_lead_and_rank);
  g_test_add_func ("/chart/plot-facts/bounds", test_bounds);
  g_test_add_func ("/chart/plot-facts/crossing", test_crossing);
  g_test_add_func ("/chart/plot-facts/parts", test_parts);
  g_test_add_func ("/chart/plot-facts/breaks", test_breaks);
  g_test_add_func ("/chart/plot-facts/even-steps", test_even_steps);
  g_test_add_func ("/chart/plot-facts/times", test_times);
  g_test_add_func ("/chart/plot-facts/sessions", test_sessions);
  return g_test_run ();
}
