/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands at the axes of a plot: enough ticks to read a value between them, each with a text
 * of its own, and names that are not taken for one.
 */

#include "jipyo-plot-draw.h"
#include "jipyo-plot-scene.h"

#include <string.h>

static JipyoPlotLayout *
make_layout (const JipyoPlot *plot, double width, double height)
{
  return jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), width, height);
}

/* Texts left of the area, from the top: of ticks alone where names are below. */
static GPtrArray *
list_ticks (const JipyoPlotLayout *layout)
{
  GPtrArray *ticks = g_ptr_array_new ();

  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    const char *words = pango_layout_get_text (text->layout);
    if (text->rect.x + text->rect.width <= layout->area.x && words[strcspn (words, "0123456789")])
      g_ptr_array_add (ticks, (gpointer) words);
  }
  return ticks;
}

/* Where there is room, never two alone. */
static void
test_enough (void)
{
  for (double most = 1; most < 1000; most *= 1.07)
    for (double height = 220; height <= 460; height += 20) {
      g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
      JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);
      jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "A", NULL), most, NULL);
      g_autoptr (JipyoPlotLayout) layout = make_layout (plot, 400, height);
      g_autoptr (GPtrArray) ticks = list_ticks (layout);
      g_assert_cmpuint (ticks->len, >=, 3);
      g_assert_cmpuint (ticks->len, <=, 16);
    }
}

/* However little they differ. */
static void
test_distinct (void)
{
  static const struct {
    JipyoUnit unit;
    double middle, reach;
  } cases[] = {
    { JIPYO_UNIT_NONE, 1e9, 1e-3 },     { JIPYO_UNIT_KRW, 159.85e6, 2e4 },
    { JIPYO_UNIT_USD, 5e12, 1e6 },      { JIPYO_UNIT_KRW, 213.9e9, 1e8 },
    { JIPYO_UNIT_KRW, 159.85e6, 0.02 }, { JIPYO_UNIT_NONE, 0, 1e-8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (JipyoLang lang = JIPYO_LANG_KO; lang <= JIPYO_LANG_EN; lang++) {
      g_autoptr (JipyoPlot) plot = jipyo_plot_new (lang);
      JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE);
      plot->position.kind = JIPYO_SCALE_LINEAR;
      plot->value.unit = cases[i].unit;
      for (int k = -1; k <= 1; k++)
        jipyo_plot_series_add (series, k, cases[i].middle + k * cases[i].reach, NULL);
      g_autoptr (JipyoPlotLayout) layout = make_layout (plot, 400, 300);
      g_autoptr (GPtrArray) ticks = list_ticks (layout);
      g_assert_cmpuint (ticks->len, >=, 3);
      for (guint k = 1; k < ticks->len; k++)
        g_assert_cmpstr (g_ptr_array_index (ticks, k), !=, g_ptr_array_index (ticks, k - 1));
    }
}

/* Below the area, from left to right. */
static void
assert_apart (const JipyoPlotLayout *layout)
{
  const double bottom = layout->area.y + layout->area.height;
  double end = -G_MAXDOUBLE;

  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    if (text->rect.y < bottom)
      continue;
    g_assert_cmpfloat (text->rect.x, >, end + layout->frame.type.gap);
    end = text->rect.x + text->rect.width;
  }
}

/* The first date has its year; moved off the edge it does not come upon the second. */
static void
test_dates_apart (void)
{
  const double day = 86400, first = 1787500800; /* 2026-08-24 */

  for (guint offset = 0; offset < 9; offset++)
    for (double width = 320; width <= 1000; width += 17) {
      g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
      JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_AREA);
      plot->position.kind = JIPYO_SCALE_TIME;
      plot->value.unit = JIPYO_UNIT_PERCENT;
      for (guint i = 0; i < 66; i++)
        jipyo_plot_series_add (series, first + (i - (double) offset) * day, -1.0 * i, NULL);
      g_autoptr (JipyoPlotLayout) layout = make_layout (plot, width, 300);
      assert_apart (layout);
    }
}

/* Beside prices in all their digits ticks have theirs. */
static void
test_exact (void)
{
  for (int exact = 0; exact <= 1; exact++) {
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_KO);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE);
    gboolean found[2] = { FALSE, FALSE };
    plot->position.kind = JIPYO_SCALE_LINEAR;
    plot->value.unit = JIPYO_UNIT_KRW;
    plot->value.exact = exact == 1;
    jipyo_plot_series_add (series, 0, 81000000, NULL);
    jipyo_plot_series_add (series, 1, 83000000, NULL);
    g_autoptr (JipyoPlotLayout) layout = make_layout (plot, 400, 300);
    for (guint i = 0; i < layout->texts->len; i++) {
      const char *words =
        pango_layout_get_text (((JipyoTextLayout *) g_ptr_array_index (layout->texts, i))->layout);
      found[0] = found[0] || strcmp (words, exact ? "82,000,000" : "8,200") == 0;
      found[1] = found[1] || strcmp (words, exact ? "원" : "만 원") == 0;
    }
    g_assert_true (found[0] && found[1]);
  }
}

/* On a logarithm the arrow of the least ceiling, and a name below the least point, keep off the
 * line at the low end, which is a power of ten where one is near. */
static void
test_low_end (void)
{
  for (double least = 1; least < 10; least += 0.2)
    for (int horizontal = 0; horizontal <= 1; horizontal++) {
      g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
      JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT);
      plot->horizontal = horizontal == 1;
      plot->value.kind = JIPYO_SCALE_LOG;
      jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "A", NULL), least, NULL)->kind =
        JIPYO_DATUM_AT_MOST;
      jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "B", NULL), least, "Name");
      jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "C", NULL), 4000, NULL);
      g_autoptr (JipyoPlotLayout) layout = make_layout (plot, 400, 300);
      const JipyoRect *arrow = &g_array_index (layout->shapes, JipyoPlotShape, 0).rect;
      const JipyoRect *area = &layout->area;
      const double bottom = area->y + area->height, air = layout->frame.type.gap / 2;
      if (horizontal == 1)
        g_assert_cmpfloat (arrow->x, >, area->x + air);
      else
        g_assert_cmpfloat (arrow->y + arrow->height, <, bottom - air);
      if (least / 1.3 > 1 && least / 1.3 < 1.5)
        g_assert_cmpfloat (layout->value.low, ==, 1);
      for (guint i = 0; i < layout->texts->len; i++) {
        const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
        if (strcmp (pango_layout_get_text (text->layout), "Name") == 0)
          g_assert_cmpfloat (text->rect.y + text->rect.height, <=, bottom);
      }
    }
}

/* Names below columns are further apart than the words of one. */
static void
test_names (void)
{
  for (double width = 300; width < 900; width += 10) {
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_KO);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);
    const JipyoRect *before = NULL;
    for (guint i = 0; i < 60; i++)
      jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "1월 1일", NULL), i, NULL);
    g_autoptr (JipyoPlotLayout) layout = make_layout (plot, width, 300);
    for (guint i = 0; i < layout->texts->len; i++) {
      const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
      if (strcmp (pango_layout_get_text (text->layout), "1월 1일") != 0)
        continue;
      if (before != NULL)
        g_assert_cmpfloat (text->rect.x - before->x - before->width, >, layout->frame.type.gap);
      before = &text->rect;
    }
    g_assert_nonnull (before);
  }
}

/* A single day has no hours beside it. */
static void
test_days (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_KO);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE);

  plot->position.kind = JIPYO_SCALE_TIME;
  jipyo_plot_series_add (series, jipyo_plot_time_from_date ((JipyoDate){ 2030, 1, 7 }), 1, NULL);
  for (int of_days = 0; of_days < 2; of_days++) {
    plot->position.of_days = of_days == 1;
    g_autoptr (JipyoPlotLayout) layout = make_layout (plot, 640, 300);
    guint n_hours = 0, n_days = 0;
    for (guint i = 0; i < layout->texts->len; i++) {
      const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
      n_hours += strchr (pango_layout_get_text (text->layout), ':') != NULL;
      n_days += strstr (pango_layout_get_text (text->layout), "1.7") != NULL;
    }
    g_assert_cmpuint (n_days, ==, 1);
    g_assert_true ((n_hours > 0) != (of_days == 1));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/axis-ticks/enough", test_enough);
  g_test_add_func ("/chart/axis-ticks/distinct", test_distinct);
  g_test_add_func ("/chart/axis-ticks/dates-apart", test_dates_apart);
  g_test_add_func ("/chart/axis-ticks/exact", test_exact);
  g_test_add_func ("/chart/axis-ticks/low-end", test_low_end);
  g_test_add_func ("/chart/axis-ticks/names", test_names);
  g_test_add_func ("/chart/axis-ticks/days", test_days);
  return g_test_run ();
}
