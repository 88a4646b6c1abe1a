/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One plot becomes several that can be compared: same axes, each with its own name.
 */

#include "jipyo-plot-split.h"

#include "jipyo-datum-text.h"
#include "random-plots.h"

#include <math.h>

static JipyoPlot *
make_lines (void)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);

  jipyo_plot_set_title (plot, "Title", "Subtitle");
  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (guint s = 0; s < 3; s++) {
    static const char *const names[] = { "Pine", "Oak", "Elm" };
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "s", names[s], JIPYO_MARK_BAR);
    for (guint i = 0; i < 4; i++)
      jipyo_plot_series_add (series, s * 10 + i, (s + 1) * 10.0, NULL);
  }
  jipyo_plot_add_series (plot, "none", "None", JIPYO_MARK_BAR);
  return plot;
}

static const JipyoPlot *
get_part (const GPtrArray *parts, guint index)
{
  g_assert_cmpuint (index, <, parts->len);
  return g_ptr_array_index (parts, index);
}

static void
test_axes (void)
{
  g_autoptr (JipyoPlot) plot = make_lines ();
  g_autoptr (GPtrArray) parts = jipyo_plot_split (plot);

  g_assert_cmpuint (parts->len, ==, 3);
  for (guint i = 0; i < 3; i++) {
    const JipyoPlot *part = get_part (parts, i);
    g_assert_true (part->value.has_bounds && part->position.has_bounds);
    g_assert_cmpfloat (part->value.low, ==, 0);
    g_assert_cmpfloat (part->value.high, ==, 30);
    /* Half a bar of the first series before its first datum, of the last beyond its last. */
    g_assert_cmpfloat_with_epsilon (part->position.low, -0.18, 1e-9);
    g_assert_cmpfloat_with_epsilon (part->position.high, 23.18, 1e-9);
    g_assert_cmpuint (part->series->len, ==, 1);
    g_assert_null (part->subtitle);
  }
  g_assert_cmpstr (get_part (parts, 1)->title, ==, "Oak");
  g_autofree char *text = jipyo_datum_text_describe (get_part (parts, 1), 0, 2);
  g_assert_cmpstr (text, ==, "12, Oak: 20");
}

/* Parts of a stack stand on zero each: 7 is the most of them, not 12. */
static void
test_stack (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_KO);

  jipyo_plot_add_band (plot, "2031", NULL);
  for (guint s = 0; s < 2; s++)
    jipyo_plot_series_add (jipyo_plot_add_series (plot, "s", "S", JIPYO_MARK_STACK), 0, s ? 5 : 7,
                           NULL);
  g_autoptr (GPtrArray) parts = jipyo_plot_split (plot);
  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_cmpfloat (get_part (parts, 1)->value.high, ==, 7);
  g_assert_cmpstr (g_ptr_array_index (get_part (parts, 1)->position.bands, 0), ==, "2031");
  plot->relative = TRUE;
  g_assert_null (jipyo_plot_split (plot));
}

/* A line is in all of them, a note only where its point is. */
static void
test_annotations (void)
{
  g_autoptr (JipyoPlot) plot = make_lines ();
  const JipyoAnnotation line = { .from = 40, .text = (char *) "limit" };
  const JipyoAnnotation note = {
    .kind = JIPYO_ANNOTATION_NOTE,
    .from = 11,
    .to = 20,
    .text = (char *) "here",
  };

  jipyo_plot_add_annotation (plot, &line);
  jipyo_plot_add_annotation (plot, &note);
  g_autoptr (GPtrArray) parts = jipyo_plot_split (plot);
  g_assert_cmpuint (get_part (parts, 0)->annotations->len, ==, 1);
  g_assert_cmpuint (get_part (parts, 1)->annotations->len, ==, 2);
  g_assert_cmpfloat (get_part (parts, 2)->value.high, ==, 40);
}

static void
test_none (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);

  g_assert_null (jipyo_plot_split (plot));
  jipyo_plot_series_add (jipyo_plot_add_series (plot, "a", "A", JIPYO_MARK_LINE), 0, 1, NULL);
  g_assert_null (jipyo_plot_split (plot));
  jipyo_plot_series_add (jipyo_plot_add_series (plot, "b", "B", JIPYO_MARK_VOLUME), 0, 1, NULL);
  g_assert_null (jipyo_plot_split (plot));
}

/* Whatever is in it, a part has what its series has. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (int i = 0; i < 300; i++) {
    g_autoptr (JipyoPlot) plot = random_plot_new (rand);
    g_autoptr (GPtrArray) parts = jipyo_plot_split (plot);
    for (guint k = 0; parts != NULL && k < parts->len; k++) {
      const JipyoPlot *part = get_part (parts, k);
      g_assert_cmpuint (part->series->len, ==, 1);
      g_assert_true (isfinite (part->value.low) || plot->value.has_bounds
                     || !part->value.has_bounds);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/plot-split/axes", test_axes);
  g_test_add_func ("/chart/plot-split/stack", test_stack);
  g_test_add_func ("/chart/plot-split/annotations", test_annotations);
  g_test_add_func ("/chart/plot-split/none", test_none);
  g_test_add_func ("/chart/plot-split/random", test_random);
  return g_test_run ();
}
