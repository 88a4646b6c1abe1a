/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which rows stay where not all of them can be read.
 */

#include "jipyo-plot-rows.h"

#include <math.h>

static JipyoPlot *
make_plot (JipyoMark mark, const double *values, guint n_values)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_KO);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "s", "S", mark);

  plot->horizontal = TRUE;
  for (guint i = 0; i < n_values; i++) {
    g_autofree char *name = g_strdup_printf ("row %u", i);
    g_autofree char *note = g_strdup_printf ("note %u", i);
    jipyo_plot_series_add (series, jipyo_plot_add_band (plot, name, note), values[i], name);
  }
  return plot;
}

static void
assert_row (const JipyoPlot *plot, guint row, const char *name)
{
  const JipyoPlotSeries *series = g_ptr_array_index (plot->series, 0);
  const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, row);

  g_assert_cmpstr (g_ptr_array_index (plot->position.bands, row), ==, name);
  g_assert_cmpstr (datum->text, ==, name);
  g_assert_cmpfloat (datum->position, ==, row);
}

static void
test_largest (void)
{
  static const double values[] = { 1, 9, NAN, 5, 2 };
  g_autoptr (JipyoPlot) plot = make_plot (JIPYO_MARK_BAR, values, G_N_ELEMENTS (values));
  g_autoptr (JipyoPlot) fewer = jipyo_plot_copy_rows (plot, 3);

  g_assert_cmpuint (jipyo_plot_count_rows (fewer), ==, 3);
  assert_row (fewer, 0, "row 1");
  assert_row (fewer, 1, "row 3");
  assert_row (fewer, 2, "row 4");
  g_assert_cmpstr (g_ptr_array_index (fewer->position.notes, 2), ==, "note 4");
}

static void
test_accented (void)
{
  static const double values[] = { 9, 8, 7, 1 };
  g_autoptr (JipyoPlot) plot = make_plot (JIPYO_MARK_BAR, values, G_N_ELEMENTS (values));
  JipyoPlotSeries *series = g_ptr_array_index (plot->series, 0);
  JipyoDatum *last = &g_array_index (series->data, JipyoDatum, 3);

  last->has_colour = TRUE;
  last->colour = (JipyoColourKey){ JIPYO_ROLE_ACCENT, 0 };
  g_autoptr (JipyoPlot) fewer = jipyo_plot_copy_rows (plot, 2);
  assert_row (fewer, 0, "row 0");
  assert_row (fewer, 1, "row 3");
}

static void
test_stacked (void)
{
  static const double values[] = { 5, 4, 3 };
  g_autoptr (JipyoPlot) plot = make_plot (JIPYO_MARK_STACK, values, G_N_ELEMENTS (values));
  JipyoPlotSeries *second = jipyo_plot_add_series (plot, "t", "T", JIPYO_MARK_STACK);

  jipyo_plot_series_add (second, 2, 3, "three more");
  g_autoptr (JipyoPlot) fewer = jipyo_plot_copy_rows (plot, 1);
  assert_row (fewer, 0, "row 2");
  g_assert_cmpuint (fewer->series->len, ==, 2);
}

static void
test_none (void)
{
  static const double values[] = { 1 };
  g_autoptr (JipyoPlot) plot = make_plot (JIPYO_MARK_BAR, values, G_N_ELEMENTS (values));

  plot->horizontal = FALSE;
  g_assert_cmpuint (jipyo_plot_count_rows (plot), ==, 0);
}

/* Volumes lie in a strip of their own, which a picture and a window make room for. */
static void
test_strip (void)
{
  static const double values[] = { 1, 2 };
  g_autoptr (JipyoPlot) plot = make_plot (JIPYO_MARK_LINE, values, G_N_ELEMENTS (values));

  g_assert_false (jipyo_plot_has_strip (plot));
  jipyo_plot_add_series (plot, "volume", "V", JIPYO_MARK_VOLUME);
  g_assert_true (jipyo_plot_has_strip (plot));
}

/* Points, be they joined; not those at the ends of bars. */
static void
test_points (void)
{
  static const double values[] = { 1, 2 };
  static const struct {
    JipyoMark first, second;
    gboolean points;
  } cases[] = {
    { JIPYO_MARK_DOT, JIPYO_MARK_DOT, TRUE },
    { JIPYO_MARK_LINE, JIPYO_MARK_DOT, TRUE },
    { JIPYO_MARK_LINE, JIPYO_MARK_LINE, FALSE },
    { JIPYO_MARK_STACK, JIPYO_MARK_DOT, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JipyoPlot) plot = make_plot (cases[i].first, values, G_N_ELEMENTS (values));
    jipyo_plot_add_series (plot, "t", NULL, cases[i].second);
    g_assert_cmpint (jipyo_plot_shows_points (plot), ==, cases[i].points);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/plot-rows/largest", test_largest);
  g_test_add_func ("/chart/plot-rows/accented", test_accented);
  g_test_add_func ("/chart/plot-rows/stacked", test_stacked);
  g_test_add_func ("/chart/plot-rows/none", test_none);
  g_test_add_func ("/chart/plot-rows/points", test_points);
  g_test_add_func ("/chart/plot-rows/strip", test_strip);
  return g_test_run ();
}
