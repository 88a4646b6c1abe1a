/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two are far apart, so that which of them is meant is never in doubt.
 */

#include "lines-fixture.h"

#include "jipyo-plot-scene.h"

JipyoPlot *
lines_fixture_make_plot (void)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *low = jipyo_plot_add_series (plot, "low", "Low", JIPYO_MARK_LINE);
  JipyoPlotSeries *high = jipyo_plot_add_series (plot, "high", "High", JIPYO_MARK_LINE);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (int i = 0; i <= 10; i++) {
    jipyo_plot_series_add (low, i, i, NULL);
    jipyo_plot_series_add (high, i, 1000 + i, NULL);
  }
  return plot;
}

JipyoPlotLayout *
lines_fixture_lay_out (const JipyoPlot *plot, const JipyoPlotState *state)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  const JipyoPlotFrame frame = {
    .theme = theme,
    .width = 640,
    .height = 400,
    .type = jipyo_theme_measure (theme, 640, 400),
    .bare = TRUE,
    .state = state,
  };

  return jipyo_plot_layout_new_framed (plot, &frame);
}
