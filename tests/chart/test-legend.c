/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which series are named and have a colour of their own, where there are many; the others are
 * counted in words and drawn alike.
 */

#include "jipyo-plot-draw.h"
#include "jipyo-plot-scene.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  JipyoMark mark;
  guint n_series;
  int accented; /* -1: none */
  double width;
} Case;

static JipyoPlot *
make_plot (const Case *self, JipyoLang lang)
{
  JipyoPlot *plot = jipyo_plot_new (lang);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (guint i = 0; i < self->n_series; i++) {
    g_autofree char *name = g_strdup_printf ("Name %u", i);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, self->mark);
    series->colour = (JipyoColourKey){ JIPYO_ROLE_SERIES, i };
    if ((int) i == self->accented)
      series->colour.role = JIPYO_ROLE_ACCENT;
    for (guint k = 0; k < 3; k++)
      jipyo_plot_series_add (series, k, 10 + i * 7 % 13 + k, NULL);
  }
  return plot;
}

static JipyoPlotLayout *
make_layout (const JipyoPlot *plot, double width, int focus)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  JipyoPlotState state = jipyo_plot_state_new ();
  const JipyoPlotFrame frame = {
    .theme = theme,
    .width = width,
    .height = 400,
    .type = jipyo_theme_measure (theme, 640, 400),
    .state = &state,
  };

  state.focus = focus;
  return jipyo_plot_layout_new_framed (plot, &frame);
}

/* How many series are named, and how many are said to be there besides. */
static void
count_names (const JipyoPlotLayout *layout, guint *n_named, guint *n_more)
{
  *n_named = *n_more = 0;
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    const char *words = pango_layout_get_text (text->layout);
    *n_named += g_str_has_prefix (words, "Name ");
    if (g_str_has_prefix (words, "and ") && g_str_has_suffix (words, " more"))
      *n_more = (guint) strtoul (words + strlen ("and "), NULL, 10);
    if (g_str_has_prefix (words, "외 "))
      *n_more = (guint) strtoul (words + strlen ("외 "), NULL, 10);
  }
}

static guint32
get_colour (const JipyoPlotLayout *layout, guint series)
{
  for (guint i = 0; i < layout->shapes->len; i++) {
    const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i);
    if (shape->series == series)
      return shape->colour;
  }
  g_assert_not_reached ();
}

/* All are named, or as many as have colours of their own. */
static void
test_many (void)
{
  static const Case cases[] = {
    { JIPYO_MARK_LINE, 24, -1, 640 },  { JIPYO_MARK_LINE, 25, -1, 640 },
    { JIPYO_MARK_LINE, 200, -1, 640 }, { JIPYO_MARK_STACK, 200, -1, 640 },
    { JIPYO_MARK_DOT, 40, -1, 640 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (JipyoLang lang = JIPYO_LANG_KO; lang <= JIPYO_LANG_EN; lang++) {
      g_autoptr (JipyoPlot) plot = make_plot (&cases[i], lang);
      g_autoptr (JipyoPlotLayout) layout = make_layout (plot, cases[i].width, -1);
      guint n_named = 0, n_more = 0;
      count_names (layout, &n_named, &n_more);
      g_assert_cmpuint (n_named + n_more, ==, cases[i].n_series);
      if (cases[i].n_series <= 24) {
        g_assert_cmpuint (n_more, ==, 0);
        continue;
      }
      g_assert_cmpuint (n_named, ==, JIPYO_THEME_PALETTE - 1);
      const guint32 rest = jipyo_plot_scene_get_rest_colour (layout);
      for (guint k = 0; k < cases[i].n_series; k++)
        g_assert_cmpint (get_colour (layout, k) == rest, ==, k >= n_named);
    }
}

/* What the title speaks of is never one of the rest. */
static void
test_accented (void)
{
  const Case one = { JIPYO_MARK_LINE, 200, 150, 640 };
  g_autoptr (JipyoPlot) plot = make_plot (&one, JIPYO_LANG_EN);
  g_autoptr (JipyoPlotLayout) layout = make_layout (plot, one.width, -1);

  g_assert_false (jipyo_plot_scene_is_rest (layout, 150));
  g_assert_true (jipyo_plot_scene_is_rest (layout, 151));
  g_assert_cmpuint (get_colour (layout, 150), ==, layout->frame.theme->accent);
}

/* Where a legend has not room for all, what it leaves out is counted. */
static void
test_narrow (void)
{
  for (double width = 120; width < 700; width += 20) {
    const Case bars = { JIPYO_MARK_BAR, 18, -1, width };
    g_autoptr (JipyoPlot) plot = make_plot (&bars, JIPYO_LANG_EN);
    g_autoptr (JipyoPlotLayout) layout = make_layout (plot, width, -1);
    guint n_named = 0, n_more = 0;
    count_names (layout, &n_named, &n_more);
    g_assert_cmpuint (n_named + n_more, ==, bars.n_series);
    g_assert_cmpuint (n_named, >, 0);
    for (guint i = 0; i < layout->texts->len; i++) {
      const JipyoRect *rect = &((JipyoTextLayout *) g_ptr_array_index (layout->texts, i))->rect;
      g_assert_cmpfloat (rect->x + rect->width, <=, width);
    }
  }
}

/* The one that the title speaks of is in the legend, however many that leaves out. */
static void
test_accented_in_narrow (void)
{
  for (double width = 120; width < 700; width += 20) {
    const Case bars = { JIPYO_MARK_BAR, 18, 17, width };
    g_autoptr (JipyoPlot) plot = make_plot (&bars, JIPYO_LANG_EN);
    g_autoptr (JipyoPlotLayout) layout = make_layout (plot, width, -1);
    g_assert_false (jipyo_plot_scene_is_rest (layout, 17));
    for (guint i = 0; i + 1 < layout->swatches->len; i++)
      g_assert_cmpuint (g_array_index (layout->swatches, JipyoSwatch, i).series, !=,
                        g_array_index (layout->swatches, JipyoSwatch, i + 1).series);
  }
}

/* Names that are too long to stand at the ends of lines stand there in two lines. */
static void
test_wrapped (void)
{
  const Case lines = { JIPYO_MARK_LINE, 4, -1, 400 };
  g_autoptr (JipyoPlot) plot = make_plot (&lines, JIPYO_LANG_EN);
  guint n_wrapped = 0;

  for (guint i = 0; i < 4; i++) {
    JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    g_free (series->name);
    series->name = g_strdup_printf ("Name %u about $285.9 billion", i);
  }
  g_autoptr (JipyoPlotLayout) layout = make_layout (plot, lines.width, -1);
  g_assert_true (layout->direct);
  g_assert_cmpuint (layout->swatches->len, ==, 0);
  g_assert_cmpfloat (layout->area.width, >, lines.width / 2);
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    if (!g_str_has_prefix (pango_layout_get_text (text->layout), "Name "))
      continue;
    g_assert_false (text->ellipsised);
    n_wrapped += pango_layout_get_line_count (text->layout) == 2;
  }
  g_assert_cmpuint (n_wrapped, ==, 4);
}

/* Of names some of which are too long for a line, all stand at the ends, or else in the legend. */
static void
test_some_wrapped (void)
{
  static const char *const names[] = { "Garam Research 143.4", "Narae Telecom 137.8",
                                       "Dasom Cloud 132.5", "Maru AI 122.4", "Narae 119.2" };
  const Case lines = { JIPYO_MARK_LINE, G_N_ELEMENTS (names), -1, 300 };
  g_autoptr (JipyoPlot) plot = make_plot (&lines, JIPYO_LANG_EN);
  guint n_direct = 0, n_legends = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    g_free (series->name);
    series->name = g_strdup (names[i]);
  }
  for (double height = 90; height < 300; height += 5) {
    const JipyoPlotFrame frame = { .theme = jipyo_theme_get (JIPYO_THEME_LIGHT),
                                   .width = lines.width,
                                   .height = height,
                                   .type = jipyo_type_scale_from_label (13),
                                   .bare = TRUE };
    g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &frame);
    g_assert_cmpuint (layout->names->len, >, 0);
    n_direct += layout->direct;
    n_legends += !layout->direct;
  }
  g_assert_cmpuint (n_direct, >, 0);
  g_assert_cmpuint (n_legends, >, 0);
}

/* One of the rest that is looked at has its own colour. */
static void
test_looked_at (void)
{
  const Case lines = { JIPYO_MARK_LINE, 60, -1, 640 };
  g_autoptr (JipyoPlot) plot = make_plot (&lines, JIPYO_LANG_EN);
  g_autoptr (JipyoPlotLayout) layout = make_layout (plot, lines.width, 41);

  g_assert_cmpuint (get_colour (layout, 41), ==,
                    layout->frame.theme->palette[41 % JIPYO_THEME_PALETTE]);
  g_assert_cmpuint (get_colour (layout, 42), ==, jipyo_plot_scene_get_rest_colour (layout));
}

/* A name close behind the end of its line needs no dots to it. */
static void
test_near_names (void)
{
  static const char *const years[] = { "2022", "2023", "2024", "2025" };
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  const JipyoPlotFrame frame = { .theme = jipyo_theme_get (JIPYO_THEME_LIGHT),
                                 .width = 300,
                                 .height = 400,
                                 .type = jipyo_type_scale_from_label (13),
                                 .bare = TRUE };
  guint n_dotted = 0;

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    jipyo_plot_add_band (plot, years[i], NULL);
  for (guint k = 0; k < 2; k++) {
    JipyoPlotSeries *series =
      jipyo_plot_add_series (plot, "s", k == 0 ? "Garam $285.9 billion" : "Narae", JIPYO_MARK_LINE);
    series->colour = (JipyoColourKey){ JIPYO_ROLE_SERIES, k };
    for (guint i = 0; i < G_N_ELEMENTS (years); i++)
      jipyo_plot_series_add (series, i, 10 + 40 * k + i, NULL);
  }
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &frame);
  g_assert_true (layout->direct);
  for (guint i = 0; i < layout->guides->len; i++)
    n_dotted += g_array_index (layout->guides, JipyoGuide, i).dotted;
  g_assert_cmpuint (n_dotted, ==, 0);
}

/* A name that needs two lines has its figure on the second, whether the figure is part of it or
 * that of the last point; initials do not stand alone above the rest. */
static void
test_parted (void)
{
  static const Case lines = { JIPYO_MARK_LINE, 4, -1, 290 };

  for (int figured = 0; figured < 2; figured++) {
    g_autoptr (JipyoPlot) plot = make_plot (&lines, JIPYO_LANG_EN);
    guint n_parted = 0;
    for (guint i = 0; i < lines.n_series; i++) {
      JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
      g_free (series->name);
      series->name = g_strdup (figured ? "SK Telegraph" : "SK Telegraph 138.9");
      if (!figured)
        jipyo_plot_series_set_spoken (series, "SK Telegraph");
      else
        g_array_index (series->data, JipyoDatum, 2).text = g_strdup ("138.9");
    }
    g_autoptr (JipyoPlotLayout) layout = make_layout (plot, lines.width, -1);
    g_assert_true (layout->direct && layout->names_wrapped);
    for (guint i = 0; i < layout->texts->len; i++) {
      const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
      const char *words = pango_layout_get_text (text->layout);
      if (!g_str_has_prefix (words, "SK"))
        continue;
      g_assert_cmpstr (words, ==, "SK Telegraph\n138.9");
      g_assert_cmpint (pango_layout_get_line_count (text->layout), ==, 2);
      n_parted++;
    }
    g_assert_cmpuint (n_parted, ==, lines.n_series);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/legend/many", test_many);
  g_test_add_func ("/chart/legend/accented", test_accented);
  g_test_add_func ("/chart/legend/narrow", test_narrow);
  g_test_add_func ("/chart/legend/accented-in-narrow", test_accented_in_narrow);
  g_test_add_func ("/chart/legend/wrapped", test_wrapped);
  g_test_add_func ("/chart/legend/some-wrapped", test_some_wrapped);
  g_test_add_func ("/chart/legend/looked-at", test_looked_at);
  g_test_add_func ("/chart/legend/near-names", test_near_names);
  g_test_add_func ("/chart/legend/parted", test_parted);
  return g_test_run ();
}
