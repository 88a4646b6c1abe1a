/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the pointer finds that is beside the data.
 */

#include "jipyo-plot-find.h"
#include "jipyo-plot-scene.h"
#include "lines-fixture.h"

#include <math.h>

/* The whole area answers to the pointer where data are joined. */
static void
test_nearest (void)
{
  g_autoptr (JipyoPlot) plot = lines_fixture_make_plot ();
  g_autoptr (JipyoPlotLayout) layout = lines_fixture_lay_out (plot, NULL);
  const JipyoRect area = jipyo_plot_layout_get_area (layout);
  const double step =
    (jipyo_scale_map (&layout->position, 1) - jipyo_scale_map (&layout->position, 0));
  guint series = 9, datum = 9;

  for (int i = 0; i <= 10; i++) {
    const double x = jipyo_scale_map (&layout->position, i) + step * 0.3;
    const double top[2] = { MIN (x, area.x + area.width), area.y + area.height * 0.3 };
    const double bottom[2] = { top[0], area.y + area.height * 0.7 };
    g_assert_true (jipyo_plot_layout_find_nearest (layout, top, &series, &datum));
    g_assert_cmpuint (datum, ==, i);
    g_assert_cmpuint (series, ==, 1);
    g_assert_true (jipyo_plot_layout_find_nearest (layout, bottom, &series, &datum));
    g_assert_cmpuint (series, ==, 0);
  }
  g_assert_false (jipyo_plot_layout_find_nearest (layout, (double[]){ -50, -50 }, &series, &datum));
}

/* The point to which a line runs out of the picture is nearer, but it is not in it. */
static void
test_nearest_in_view (void)
{
  g_autoptr (JipyoPlot) plot = lines_fixture_make_plot ();
  JipyoPlotState state = jipyo_plot_state_new ();
  guint series = 9, datum = 9;

  state.has_window = TRUE;
  state.low = 3.4;
  state.high = 6;
  g_autoptr (JipyoPlotLayout) layout = lines_fixture_lay_out (plot, &state);
  const JipyoRect area = jipyo_plot_layout_get_area (layout);
  const double edge[2] = { area.x + 0.5, area.y + area.height / 2 };
  g_assert_true (jipyo_plot_layout_find_nearest (layout, edge, &series, &datum));
  g_assert_cmpuint (datum, ==, 4);
}

/* Over time the whole area answers, also of candles, which are not joined; among categories what is
 * met does. */
static void
test_nearest_in_time (void)
{
  for (guint over_time = 0; over_time < 2; over_time++) {
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "s", NULL, JIPYO_MARK_CANDLE);
    const JipyoPlotState state = jipyo_plot_state_new ();
    guint index, datum = G_MAXUINT;
    JipyoRect third;

    plot->position.kind = over_time ? JIPYO_SCALE_TIME : JIPYO_SCALE_BAND;
    for (guint i = 0; i < 6; i++) {
      if (!over_time)
        jipyo_plot_add_band (plot, "b", NULL);
      JipyoDatum *day = jipyo_plot_series_add (series, i * (over_time ? 86400.0 : 1), 10 + i, NULL);
      day->start = 10;
      day->low = 9;
      day->high = 17;
    }
    g_autoptr (JipyoPlotLayout) layout = lines_fixture_lay_out (plot, &state);
    g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 3, &third));
    const JipyoRect area = jipyo_plot_layout_get_area (layout);
    const double far[] = { third.x + third.width / 2, area.y + area.height - 1 };
    g_assert_cmpint (jipyo_plot_layout_find_nearest (layout, far, &index, &datum), ==, over_time);
    g_assert_cmpuint (datum, ==, over_time ? 3 : G_MAXUINT);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/plot-find/nearest", test_nearest);
  g_test_add_func ("/chart/plot-find/nearest-in-view", test_nearest_in_view);
  g_test_add_func ("/chart/plot-find/nearest-in-time", test_nearest_in_time);
  return g_test_run ();
}
