/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said, heard and chosen of columns, against a look at each of their points.
 */

#include "jipyo-plot-digest.h"

#include <math.h>

#include "jipyo-plot-choice.h"
#include "jipyo-plot-facts.h"
#include "jipyo-sound-score.h"

static const guint LONG = 40000;

static JipyoPlot *
new_plot (double *values, guint n)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  const JipyoColumnData data = { .start = 100, .step = 2, .values = values, .n = n };
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, g_free, values);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->value.unit = JIPYO_UNIT_POINTS;
  jipyo_plot_series_set_columns (jipyo_plot_add_series (plot, "s", "s", JIPYO_MARK_LINE), columns);
  return plot;
}

static double *
walk (GRand *rand, guint n)
{
  double *values = g_new (double, n);

  values[0] = 1000;
  for (guint i = 1; i < n; i++)
    values[i] = values[i - 1] + g_rand_double_range (rand, -1, 1);
  return values;
}

static const GArray *
get_data (const JipyoPlotDigest *digest)
{
  return ((const JipyoPlotSeries *) g_ptr_array_index (digest->plot->series, 0))->data;
}

/* Every datum of a digest is the point that it says it is, and they are in order. */
static void
assert_points (const JipyoPlotDigest *digest, const JipyoPlot *plot)
{
  const JipyoPlotSeries *series = g_ptr_array_index (plot->series, 0);
  const GArray *data = get_data (digest);
  guint before = 0;

  for (guint i = 0; i < data->len; i++) {
    const guint point = jipyo_plot_digest_find_origin (digest, (JipyoDatumRef){ 0, i });
    const JipyoDatum datum = jipyo_plot_series_get_datum (series, point);
    g_assert_true (i == 0 || point > before);
    g_assert_cmpfloat (g_array_index (data, JipyoDatum, i).position, ==, datum.position);
    g_assert_cmpfloat (g_array_index (data, JipyoDatum, i).value, ==, datum.value);
    before = point;
  }
}

/* The lowest and the highest point of each stretch are in it, so no spike is lost. */
static void
test_extremes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 20; round++) {
    const guint n = (guint) g_rand_int_range (rand, JIPYO_DIGEST_WHOLE_MOST + 1, (int) LONG);
    double *values = walk (rand, n);
    const guint low = (guint) g_rand_int_range (rand, 0, (int) n);
    const guint high = (low + n / 2) % n;
    values[low] = -1e6;
    values[high] = 1e6;
    g_autoptr (JipyoPlot) plot = new_plot (values, n);
    g_autoptr (JipyoPlotDigest) digest = jipyo_plot_digest_new (plot);
    gboolean found[2] = { FALSE, FALSE };

    assert_points (digest, plot);
    g_assert_cmpuint (get_data (digest)->len, <=, JIPYO_DIGEST_WHOLE_MOST);
    for (guint i = 0; i < get_data (digest)->len; i++) {
      const guint point = jipyo_plot_digest_find_origin (digest, (JipyoDatumRef){ 0, i });
      found[0] = found[0] || point == low;
      found[1] = found[1] || point == high;
    }
    g_assert_true (found[0] && found[1]);
  }
}

static void
test_whole (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (JipyoPlot) plot =
               new_plot (walk (rand, JIPYO_DIGEST_WHOLE_MOST), JIPYO_DIGEST_WHOLE_MOST);
  g_autoptr (JipyoPlotDigest) digest = jipyo_plot_digest_new (plot);
  g_autoptr (JipyoPlot) data = jipyo_plot_new (JIPYO_LANG_EN);

  g_assert_true (digest->whole);
  g_assert_cmpuint (get_data (digest)->len, ==, JIPYO_DIGEST_WHOLE_MOST);
  assert_points (digest, plot);
  jipyo_plot_series_add (jipyo_plot_add_series (data, "d", NULL, JIPYO_MARK_LINE), 1, 2, NULL);
  g_assert_null (jipyo_plot_digest_new (data));
}

static const JipyoFact *
find (const JipyoPlotFacts *facts, JipyoFactKind kind)
{
  guint at = 0;

  return jipyo_plot_facts_next (facts, kind, &at);
}

static const JipyoDatum *
get (const JipyoPlotFacts *facts, JipyoDatumRef ref)
{
  return jipyo_plot_get_datum (facts->plot, ref);
}

/* Counts, ends, extremes and gaps are those of all points; what would need each step is no fact. */
static void
test_facts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double *values = walk (rand, LONG);
  for (guint i = 0; i < 100; i++)
    values[i] = NAN;
  for (guint i = 20000; i < 20050; i++)
    values[i] = NAN;
  values[30000] = INFINITY;
  values[1234] = 9999;
  values[39000] = -9999;
  g_autoptr (JipyoPlot) plot = new_plot (values, LONG);
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);

  g_assert_cmpuint (facts->n_known, ==, LONG - 151);
  g_assert_cmpuint (facts->n_unknown, ==, 151);
  const JipyoFact *trend = find (facts, JIPYO_FACT_TREND);
  g_assert_cmpfloat (get (facts, trend->a)->position, ==, 100 + 2 * 100);
  g_assert_cmpfloat (get (facts, trend->a)->value, ==, values[100]);
  g_assert_cmpfloat (get (facts, trend->b)->value, ==, values[LONG - 1]);
  g_assert_cmpuint (trend->n, ==, JIPYO_FACT_UNCOUNTED);
  g_assert_cmpfloat (get (facts, find (facts, JIPYO_FACT_HIGHEST)->a)->position, ==,
                     100 + 2 * 1234);
  g_assert_cmpfloat (get (facts, find (facts, JIPYO_FACT_LOWEST)->a)->position, ==,
                     100 + 2 * 39000);
  const JipyoFact *gap = find (facts, JIPYO_FACT_GAP);
  g_assert_cmpuint (gap->n, ==, 2);
  g_assert_cmpfloat (get (facts, gap->a)->position, ==, 100 + 2 * 19999);
  g_assert_cmpfloat (get (facts, gap->b)->position, ==, 100 + 2 * 20050);
  g_assert_null (find (facts, JIPYO_FACT_JUMP));
}

/* A value that most points share is not counted in the few that are looked at. */
static void
test_constant (void)
{
  double *values = g_new (double, LONG);
  for (guint i = 0; i < LONG; i++)
    values[i] = 7;
  g_autoptr (JipyoPlot) plot = new_plot (values, LONG);
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);

  g_assert_cmpuint (facts->n_known, ==, LONG);
  g_assert_cmpuint (find (facts, JIPYO_FACT_HIGHEST)->n, ==, 1);
  g_assert_cmpfloat (get (facts, find (facts, JIPYO_FACT_HIGHEST)->a)->value, ==, 7);
}

static void
test_empty (void)
{
  double *unknown = g_new (double, LONG);
  for (guint i = 0; i < LONG; i++)
    unknown[i] = NAN;
  g_autoptr (JipyoPlot) plot = new_plot (unknown, LONG);
  g_autoptr (JipyoPlot) none = new_plot (g_new (double, 1), 0);
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);
  g_autoptr (JipyoPlotFacts) nothing = jipyo_plot_facts_new (none);

  g_assert_cmpuint (facts->n_known, ==, 0);
  g_assert_cmpuint (facts->n_unknown, ==, LONG);
  g_assert_cmpuint (nothing->n_known + nothing->n_unknown, ==, 0);
  g_assert_null (jipyo_sound_score_new (plot, NULL));
  g_assert_null (jipyo_sound_score_new (none, NULL));
}

/* It is heard from end to end, its spike is the highest tone, and notes name its points. */
static void
test_sound (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  double *values = walk (rand, LONG);
  values[LONG / 2] = 1e5;
  g_autoptr (JipyoPlot) plot = new_plot (values, LONG);
  g_autoptr (JipyoSoundScore) score = jipyo_sound_score_new (plot, NULL);
  gboolean spike = FALSE;

  g_assert_cmpuint (score->n_slots, >, 100);
  g_assert_cmpuint (score->notes->len, ==, score->n_slots);
  for (guint i = 0; i < score->notes->len; i++) {
    const JipyoNote note = g_array_index (score->notes, JipyoNote, i);
    const double place = (double) note.datum / LONG * score->n_slots;
    spike = spike || (note.datum == LONG / 2 && note.hz >= JIPYO_SOUND_HIGHEST_HZ - 1e-6);
    g_assert_cmpfloat (fabs (place - note.slot), <, 4);
  }
  g_assert_true (spike);
}

static void
test_choice (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  JipyoPlotState state = jipyo_plot_state_new ();
  g_autoptr (JipyoPlot) plot = new_plot (walk (rand, LONG), LONG);
  double *values = walk (rand, LONG);
  values[777] = 0;
  g_autoptr (JipyoPlot) zero = new_plot (values, LONG);

  g_assert_cmpint (jipyo_plot_switch_log (zero, &state), ==, JIPYO_PLOT_NOT_POSITIVE);
  g_assert_cmpint (jipyo_plot_switch_log (plot, &state), ==, JIPYO_PLOT_ACCEPTED);
  g_assert_true (jipyo_plot_is_log (plot, &state));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/plot-digest/extremes", test_extremes);
  g_test_add_func ("/chart/plot-digest/whole", test_whole);
  g_test_add_func ("/chart/plot-digest/facts", test_facts);
  g_test_add_func ("/chart/plot-digest/constant", test_constant);
  g_test_add_func ("/chart/plot-digest/empty", test_empty);
  g_test_add_func ("/chart/plot-digest/sound", test_sound);
  g_test_add_func ("/chart/plot-digest/choice", test_choice);
  return g_test_run ();
}
