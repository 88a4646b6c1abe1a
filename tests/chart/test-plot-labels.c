/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which figures stand at their marks: all that have room or, where some have none, those that are
 * singled out; and where a figure that is not known is said to be so.
 */

#include "jipyo-plot-draw.h"
#include "jipyo-plot-scene.h"

#include <math.h>

static const char figure[] = "1,234,567";

enum { NONE, HIGHEST, ALL };

/* Figures of so many bins that not all have room. */
static guint
count_figures (int accented)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_HISTOGRAM);
  guint n = 0;

  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (guint i = 0; i < 40; i++) {
    const gboolean highest = i == 20;
    JipyoDatum *datum =
      jipyo_plot_series_add (series, i + 0.5, highest ? 100 : 10 + (i * 7) % 40, figure);
    datum->start = i;
    datum->has_colour = TRUE;
    datum->colour.role =
      accented == ALL || (accented == HIGHEST && highest) ? JIPYO_ROLE_ACCENT : JIPYO_ROLE_NEUTRAL;
  }
  g_autoptr (JipyoPlotLayout) layout =
               jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), 400, 300);
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    n += g_strcmp0 (pango_layout_get_text (text->layout), figure) == 0;
  }
  return n;
}

static void
test_accented (void)
{
  g_assert_cmpuint (count_figures (NONE), ==, 0);
  g_assert_cmpuint (count_figures (HIGHEST), ==, 1);
  /* Some of all would look as if they were chosen. */
  g_assert_cmpuint (count_figures (ALL), ==, 0);
}

static void
test_unknown (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);
  const JipyoRect *rect = NULL;
  JipyoRect bar;

  plot->position.kind = JIPYO_SCALE_BAND;
  jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "A", NULL), 10, "10");
  jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "B", NULL), NAN, "?");
  jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "C", NULL), -10, "-10");
  g_autoptr (JipyoPlotLayout) layout =
               jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), 400, 300);
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    if (g_strcmp0 (pango_layout_get_text (text->layout), "?") == 0)
      rect = &text->rect;
  }
  g_assert_nonnull (rect);
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 0, &bar));
  const double zero = bar.y + bar.height;
  g_assert_cmpfloat (rect->y + rect->height, <=, zero);
  g_assert_cmpfloat (rect->y + rect->height, >, zero - 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/plot-labels/accented", test_accented);
  g_test_add_func ("/chart/plot-labels/unknown", test_unknown);
  return g_test_run ();
}
