/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-plot-same.h"

#include <math.h>

#include "jipyo-sample.h"

/* Made twice it is the same, whatever there is. */
static void
test_samples (void)
{
  for (guint i = 0; jipyo_sample_get (i) != NULL; i++) {
    g_autoptr (JipyoPlot) one = jipyo_sample_make (jipyo_sample_get (i), JIPYO_LANG_KO);
    g_autoptr (JipyoPlot) two = jipyo_sample_make (jipyo_sample_get (i), JIPYO_LANG_KO);

    if (!jipyo_plot_is_same (one, two))
      g_error ("%s is not the same", jipyo_sample_get (i)->name);
  }
}

static JipyoPlot *
make_plot (void)
{
  static const JipyoOpening openings[] = { { 0, 100 }, { 200, 300 } };
  static const double values[] = { 1, 2, NAN, 4 };
  const JipyoAnnotation note = { .kind = JIPYO_ANNOTATION_NOTE, .from = 1, .text = (char *) "n" };
  const JipyoColumnData data = { .step = 1, .values = values, .n = G_N_ELEMENTS (values) };
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, NULL, NULL);
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", "A", JIPYO_MARK_LINE);

  jipyo_plot_set_title (plot, "Title", "subtitle");
  plot->position.kind = JIPYO_SCALE_TIME;
  plot->position.sessions = jipyo_sessions_new (openings, G_N_ELEMENTS (openings));
  jipyo_plot_series_add (series, 1, 2, "two");
  jipyo_plot_series_add (series, 2, NAN, NULL);
  jipyo_plot_add_band (plot, "band", "below");
  jipyo_plot_add_annotation (plot, &note);
  jipyo_plot_series_set_columns (jipyo_plot_add_series (plot, "b", NULL, JIPYO_MARK_LINE), columns);
  return plot;
}

static void
change (JipyoPlot *plot, guint what)
{
  JipyoPlotSeries *series = g_ptr_array_index (plot->series, 0);
  JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, 0);
  static const double other[] = { 1, 2, 3, 4 };
  const JipyoColumnData data = { .step = 1, .values = other, .n = G_N_ELEMENTS (other) };
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, NULL, NULL);

  switch (what) {
  case 0:
    jipyo_plot_set_title (plot, "Title", "another");
    return;
  case 1:
    datum->value = 2.5;
    return;
  case 2:
    datum->low = 1;
    return;
  case 3:
    jipyo_datum_set_claim (datum, "claim");
    return;
  case 4:
    jipyo_plot_add_band (plot, "more", NULL);
    return;
  case 5:
    g_clear_pointer (&plot->position.sessions, jipyo_sessions_unref);
    return;
  case 6:
    ((JipyoAnnotation *) g_ptr_array_index (plot->annotations, 0))->from = 2;
    return;
  case 7:
    jipyo_plot_series_set_columns (g_ptr_array_index (plot->series, 1), columns);
    return;
  case 8:
    jipyo_plot_series_add (series, 3, 3, NULL);
    return;
  case 9:
    series->colour.index = 2;
    return;
  default:
    plot->relative = TRUE;
  }
}

/* Any one thing makes another chart of it. */
static void
test_changes (void)
{
  g_autoptr (JipyoPlot) plot = make_plot (), same = make_plot ();

  g_assert_true (jipyo_plot_is_same (plot, same));
  for (guint what = 0; what <= 10; what++) {
    g_autoptr (JipyoPlot) other = make_plot ();

    change (other, what);
    g_assert_false (jipyo_plot_is_same (plot, other));
    g_assert_false (jipyo_plot_is_same (other, plot));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/plot-same/samples", test_samples);
  g_test_add_func ("/chart/plot-same/changes", test_changes);
  return g_test_run ();
}
