/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where lines are named, and what is a name to the pointer.
 */

#include "jipyo-plot-find.h"
#include "jipyo-plot-scene.h"
#include "lines-fixture.h"

#include <math.h>
#include <string.h>

/* While time runs a line is named where it is now, without a leader that would look like more of
 * it. */
static void
test_names_in_time (void)
{
  g_autoptr (JipyoPlot) plot = lines_fixture_make_plot ();
  JipyoPlotState state = jipyo_plot_state_new ();

  state.until = 3;
  g_autoptr (JipyoPlotLayout) layout = lines_fixture_lay_out (plot, &state);
  const double end = jipyo_scale_map (&layout->position, 3);
  g_assert_cmpuint (layout->names->len, ==, 2);
  for (guint i = 0; i < layout->names->len; i++) {
    const JipyoRect *name = &g_array_index (layout->names, JipyoPlotName, i).rect;
    g_assert_cmpfloat (name->x, >, end);
    g_assert_cmpfloat (name->x, <, end + 40);
  }
  for (guint i = 0; i < layout->guides->len; i++) {
    const JipyoGuide *guide = &g_array_index (layout->guides, JipyoGuide, i);
    g_assert_false (fabs (guide->x1 - end) < 20 && guide->x2 > end + 40);
  }
  state.until = NAN;
  g_autoptr (JipyoPlotLayout) whole = lines_fixture_lay_out (plot, &state);
  g_assert_cmpfloat (g_array_index (whole->names, JipyoPlotName, 0).rect.x, >,
                     whole->area.x + whole->area.width);
}

/* The text that begins with the name of a series. */
static const char *
find_name (const JipyoPlotLayout *layout, const char *name)
{
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    if (g_str_has_prefix (pango_layout_get_text (text->layout), name))
      return pango_layout_get_text (text->layout);
  }
  return NULL;
}

/* A name with the last figure in it does not stand where the line is not yet there. */
static void
test_name_with_figure (void)
{
  g_autoptr (JipyoPlot) plot = lines_fixture_make_plot ();
  JipyoPlotSeries *series = g_ptr_array_index (plot->series, 0);
  g_autofree char *called = g_steal_pointer (&series->name);
  JipyoPlotState state = jipyo_plot_state_new ();

  series->name = g_strdup_printf ("%s 142.7", called);
  jipyo_plot_series_set_spoken (series, called);
  g_autoptr (JipyoPlotLayout) whole = lines_fixture_lay_out (plot, &state);
  g_assert_nonnull (strstr (find_name (whole, called), "142.7"));
  state.until = 3;
  g_autoptr (JipyoPlotLayout) in_time = lines_fixture_lay_out (plot, &state);
  g_assert_cmpstr (find_name (in_time, called), ==, called);
  state = jipyo_plot_state_new ();
  state.has_window = TRUE;
  state.low = 1;
  state.high = 3;
  g_autoptr (JipyoPlotLayout) zoomed = lines_fixture_lay_out (plot, &state);
  g_assert_cmpstr (find_name (zoomed, called), ==, called);
}

/* A line of `n` points that is at `level` between the fourth and the fifth. */
static void
add_line (JipyoPlot *plot, const char *name, int n, double level, double slope)
{
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, JIPYO_MARK_LINE);

  for (int i = 0; i < n; i++)
    jipyo_plot_series_add (series, i, level + slope * (i - 3.5), NULL);
}

/* A line that ends before another has its name behind its end; where something goes through there,
 * beside the plot, with dots that nobody takes for more of the line. */
static void
test_early_end (void)
{
  for (guint blocked = 0; blocked < 2; blocked++) {
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
    plot->position.kind = JIPYO_SCALE_LINEAR;
    add_line (plot, "Early", 4, 250, 0);
    add_line (plot, "Late", 11, blocked ? 250 : 460, -60);
    add_line (plot, "Ground", 11, -150, 0);
    add_line (plot, "Top", 11, 670, 0);
    g_autoptr (JipyoPlotLayout) layout = lines_fixture_lay_out (plot, NULL);
    const double end = jipyo_scale_map (&layout->position, 3);
    const double right = layout->area.x + layout->area.width;
    guint n_dotted = 0;

    g_assert_cmpuint (layout->names->len, ==, 4);
    for (guint i = 0; i < layout->guides->len; i++) {
      const JipyoGuide *guide = &g_array_index (layout->guides, JipyoGuide, i);
      g_assert_true (guide->dotted == (guide->x2 > right));
      n_dotted += guide->dotted && guide->x1 > end + 6 && guide->x1 < end + 20 ? 1 : 0;
    }
    for (guint i = 0; i < 4; i++) {
      const JipyoPlotName *name = &g_array_index (layout->names, JipyoPlotName, i);
      const gboolean behind = name->series == 0 && blocked == 0;
      g_assert_cmpfloat (name->rect.x, >, behind ? end : right);
      g_assert_cmpfloat (name->rect.x, <, (behind ? end : right) + 20);
    }
    g_assert_cmpuint (n_dotted, ==, blocked);
  }
}

/* Names that had to move apart have leaders that go on to the right, off the points. */
static void
test_crowded_ends (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  guint n = 0;

  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->position.has_bounds = TRUE;
  plot->position.low = 0;
  plot->position.high = 10;
  for (guint i = 0; i < 4; i++)
    add_line (plot, "Crowded", 11, 100 + i, 0);
  add_line (plot, "Ground", 11, 0, 0);
  g_autoptr (JipyoPlotLayout) layout = lines_fixture_lay_out (plot, NULL);
  const double end = jipyo_scale_map (&layout->position, 10);
  for (guint i = 0; i < layout->guides->len; i++) {
    const JipyoGuide *guide = &g_array_index (layout->guides, JipyoGuide, i);
    n += guide->dotted ? 1 : 0;
    if (guide->dotted)
      g_assert_true (guide->x1 > end + layout->frame.type.marker / 2 && guide->x2 > guide->x1 + 1);
  }
  g_assert_cmpuint (n, >, 1);
}

static void
test_names (void)
{
  g_autoptr (JipyoPlot) plot = lines_fixture_make_plot ();
  g_autoptr (JipyoPlotLayout) layout = lines_fixture_lay_out (plot, NULL);
  guint series = 9;

  g_assert_cmpuint (layout->names->len, ==, 2);
  for (guint i = 0; i < 2; i++) {
    const JipyoPlotName *name = &g_array_index (layout->names, JipyoPlotName, i);
    g_assert_true (jipyo_plot_layout_find_name (layout, name->rect.x + name->rect.width / 2,
                                                name->rect.y + name->rect.height / 2, &series));
    g_assert_cmpuint (series, ==, name->series);
  }
  g_assert_false (jipyo_plot_layout_find_name (layout, 1, 1, &series));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/plot-names/names-in-time", test_names_in_time);
  g_test_add_func ("/chart/plot-names/name-with-figure", test_name_with_figure);
  g_test_add_func ("/chart/plot-names/early-end", test_early_end);
  g_test_add_func ("/chart/plot-names/crowded-ends", test_crowded_ends);
  g_test_add_func ("/chart/plot-names/names", test_names);
  return g_test_run ();
}
