/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Samples of figures that lie between a least and a most.
 */

#include "jipyo-sample.h"

#include <math.h>

static void
add_bounds (JipyoDatum *datum, double low, double high)
{
  datum->low = low;
  datum->high = high;
}

static JipyoPlot *
make_whiskers (JipyoLang lang)
{
  static const struct {
    const char *ko;
    const char *en;
    double value, low, high;
  } rows[] = {
    { "바다", "Sea", 74, 69, 78 },  { "구름", "Cloud", 71, 66, 79 },
    { "강", "River", 66, 61, NAN }, { "숲", "Forest", 58, NAN, 60 },
    { "모래", "Sand", 41, 22, 47 },
  };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot,
    jipyo_sample_pick (lang, "앞선 둘의 차이는 오차 안에 있다",
                       "The two leaders are within the margin of error"),
    jipyo_sample_pick (lang, "평가 점수와 95 % 신뢰구간", "Score and 95 % confidence interval"));
  plot->value.unit = JIPYO_UNIT_POINTS;
  plot->value.hidden = TRUE;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "score", NULL, JIPYO_MARK_BAR);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    jipyo_plot_add_band (plot, jipyo_sample_pick (lang, rows[i].ko, rows[i].en), NULL);
    g_autofree char *text = g_strdup_printf ("%.0f", rows[i].value);
    JipyoDatum *datum = jipyo_plot_series_add (series, i, rows[i].value, text);
    add_bounds (datum, rows[i].low, rows[i].high);
    datum->has_colour = i == 0;
    datum->colour.role = JIPYO_ROLE_ACCENT;
  }
  return plot;
}

static JipyoPlot *
make_whisker_rows (JipyoLang lang)
{
  JipyoPlot *plot = make_whiskers (lang);

  plot->horizontal = TRUE;
  return plot;
}

static JipyoPlot *
make_whisker_dots (JipyoLang lang)
{
  JipyoPlot *plot = make_whiskers (lang);

  plot->horizontal = TRUE;
  plot->value.hidden = FALSE;
  for (guint i = 0; i < plot->series->len; i++)
    ((JipyoPlotSeries *) g_ptr_array_index (plot->series, i))->mark = JIPYO_MARK_DOT;
  return plot;
}

/* Bounds on the wrong side, infinite, of no figure, and below nothing. */
static JipyoPlot *
make_whiskers_hostile (JipyoLang lang)
{
  static const double rows[][3] = {
    { 10, 12, 20 },  { 10, -INFINITY, INFINITY },
    { NAN, 2, 8 },   { 10, 10, 10 },
    { -4, -12, -2 }, { 6, 9, 3 },
    { 0, -3, 3 },
  };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "어긋난 오차도 그려진다", "Odd bounds are drawn, too"),
    jipyo_sample_pick (
      lang, "벗어난, 끝없는, 없는, 뒤집힌 구간",
      "Beyond, unbounded, without a figure, none, negative, swapped, around zero"));
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *name = g_strdup_printf ("%c", 'A' + i);
    jipyo_plot_add_band (plot, name, NULL);
    g_autofree char *text = g_strdup_printf ("%g", rows[i][0]);
    add_bounds (jipyo_plot_series_add (series, i, rows[i][0], isnan (rows[i][0]) ? "?" : text),
                rows[i][1], rows[i][2]);
  }
  return plot;
}

const JipyoSample jipyo_sample_ranges[] = {
  { "whiskers", make_whiskers },
  { "whisker-rows", make_whisker_rows },
  { "whisker-dots", make_whisker_dots },
  { "whiskers-hostile", make_whiskers_hostile },
  { NULL, NULL },
};
