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
    g_autofree char *text = jipyo_sample_format (rows[i].value, 0);
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
    g_autofree char *text = jipyo_sample_format (rows[i][0], 0);
    add_bounds (jipyo_plot_series_add (series, i, rows[i][0], isnan (rows[i][0]) ? "?" : text),
                rows[i][1], rows[i][2]);
  }
  return plot;
}

/* What was measured, what is expected, and how sure that is. */
static JipyoPlot *
make_band (JipyoLang lang)
{
  static const double values[] = { 31, 36, 35, 42, 49, 53, 61, 66, 74, 83, 90 };
  enum { measured = 7, n = G_N_ELEMENTS (values) };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "전망은 멀수록 넓어진다", "A forecast widens with distance"),
    jipyo_sample_pick (lang, "연간 수요와 80 % 예측 구간", "Demand a year and 80 % interval"));
  plot->position.kind = JIPYO_SCALE_TIME;
  plot->value.unit = JIPYO_UNIT_MODELS;
  JipyoPlotSeries *band = jipyo_plot_add_series (plot, "interval", NULL, JIPYO_MARK_BAND);
  JipyoPlotSeries *line = jipyo_plot_add_series (
    plot, "demand", jipyo_sample_pick (lang, "수요", "Demand"), JIPYO_MARK_LINE);
  band->colour.role = line->colour.role = JIPYO_ROLE_ACCENT;
  for (guint i = 0; i < n; i++) {
    const JipyoDate date = { .year = (gint16) (2020 + i), .month = 1, .day = 1 };
    const double at = jipyo_plot_time_from_date (date);
    const double off = i + 1 < measured ? 0 : (i + 1 - measured) * 4.5;
    g_autofree char *text = i == n - 1 ? jipyo_sample_format (values[i], 0) : NULL;
    jipyo_plot_series_add (line, at, values[i], text)->kind =
      i >= measured ? JIPYO_DATUM_PLANNED : JIPYO_DATUM_VALUE;
    if (i + 1 >= measured)
      add_bounds (jipyo_plot_series_add (band, at, NAN, NULL), values[i] - off,
                  values[i] + off * 1.3);
  }
  return plot;
}

/* Two bands that cross, with dashes and a legend. */
static JipyoPlot *
make_bands (JipyoLang lang)
{
  static const char *const ko[] = { "바다팀", "구름팀" };
  static const char *const en[] = { "Team Sea", "Team Cloud" };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot,
    jipyo_sample_pick (lang, "구간이 겹치는 동안은 순위가 없다", "No rank while bands overlap"),
    jipyo_sample_pick (lang, "회차별 점수의 범위", "Range of scores, round by round"));
  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->value.unit = JIPYO_UNIT_POINTS;
  for (guint s = 0; s < 2; s++) {
    JipyoPlotSeries *band =
      jipyo_plot_add_series (plot, en[s], lang == JIPYO_LANG_KO ? ko[s] : en[s], JIPYO_MARK_BAND);
    band->colour = (JipyoColourKey){ JIPYO_ROLE_TEAM, s };
    for (guint i = 0; i < 9; i++) {
      const double middle = s == 0 ? 42 + i * 3 : 61 + sin (i) * 2;
      add_bounds (jipyo_plot_series_add (band, i + 1, middle, NULL), middle - 5 + s, middle + 6);
    }
  }
  return plot;
}

/* Each way in which a band can be incomplete. */
static JipyoPlot *
make_bands_hostile (JipyoLang lang)
{
  static const double rows[][2] = {
    { 2, 6 }, { 3, 7 }, { NAN, 7 },      { 4, 6 },         { 3, NAN }, { 6, 2 },   { 2, 7 },
    { 5, 5 }, { 4, 4 }, { 3, INFINITY }, { -INFINITY, 6 }, { 3, 5 },   { 1, 1e3 }, { 3, 5 },
  };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "빠진 한계는 빈틈이다", "A missing bound is a gap"),
    jipyo_sample_pick (lang, "한 점, 뒤집힌, 끝없는, 아주 큰 구간",
                       "One datum, swapped, unbounded, far too large"));
  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->value.has_bounds = TRUE;
  plot->value.high = 8;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAND);
  series->colour.role = JIPYO_ROLE_SERIES;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    JipyoDatum *datum = jipyo_plot_series_add (series, i, NAN, NULL);
    add_bounds (datum, rows[i][0], rows[i][1]);
    datum->kind = i >= 11 ? JIPYO_DATUM_PLANNED : i >= 9 ? JIPYO_DATUM_AT_LEAST : JIPYO_DATUM_VALUE;
  }
  return plot;
}

static JipyoPlot *
make_tornado (JipyoLang lang)
{
  static const struct {
    const char *ko;
    const char *en;
    double low, high;
  } rows[] = {
    { "전기 요금", "Price of power", 62, 141 },
    { "칩 값", "Price of chips", 71, 128 },
    { "가동률", "Utilisation", 84, 119 },
    { "환율", "Exchange rate", 91, 112 },
    { "인건비", "Wages", 96, 103 },
  };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (plot,
                        jipyo_sample_pick (lang, "전기 요금이 비용을 가장 크게 흔든다",
                                           "The price of power moves the cost most"),
                        jipyo_sample_pick (lang, "한 가지만 바뀔 때의 비용, 기본값 = 100",
                                           "Cost when one thing changes, base = 100"));
  plot->horizontal = TRUE;
  plot->value.hidden = TRUE;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "cost", NULL, JIPYO_MARK_TORNADO);
  series->colour.role = JIPYO_ROLE_SERIES;
  jipyo_plot_series_name_ends (series, jipyo_sample_pick (lang, "20 % 낮으면", "20 % lower"),
                               jipyo_sample_pick (lang, "20 % 높으면", "20 % higher"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    jipyo_plot_add_band (plot, jipyo_sample_pick (lang, rows[i].ko, rows[i].en), NULL);
    g_autofree char *high = jipyo_sample_format (rows[i].high, 0);
    g_autofree char *low = jipyo_sample_format (rows[i].low, 0);
    JipyoDatum *datum = jipyo_plot_series_add (series, i, 100, high);
    add_bounds (datum, rows[i].low, rows[i].high);
    jipyo_datum_set_note (datum, low);
  }
  return plot;
}

static JipyoPlot *
make_tornado_columns (JipyoLang lang)
{
  JipyoPlot *plot = make_tornado (lang);

  plot->horizontal = FALSE;
  return plot;
}

/* One side only, swapped, unbounded, no base, no effect, a plan. */
static JipyoPlot *
make_tornado_hostile (JipyoLang lang)
{
  static const double rows[][3] = {
    { 5, 2, 9 },         { 5, NAN, 8 }, { 5, 3, NAN }, { 5, 8, 2 },
    { 5, -INFINITY, 7 }, { NAN, 2, 8 }, { 5, 5, 5 },   { 5, 4, 7 },
  };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "한쪽만 아는 영향", "Effects of which one side is known"),
    jipyo_sample_pick (lang, "한쪽, 뒤집힌, 끝없는, 기준 없는",
                       "One side, swapped, unbounded, without a base"));
  plot->horizontal = TRUE;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_TORNADO);
  series->colour = (JipyoColourKey){ JIPYO_ROLE_SERIES, 1 };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *name = g_strdup_printf ("%c", 'A' + i);
    jipyo_plot_add_band (plot, name, NULL);
    g_autofree char *high = jipyo_sample_format (rows[i][2], 0);
    g_autofree char *low = jipyo_sample_format (rows[i][1], 0);
    JipyoDatum *datum =
      jipyo_plot_series_add (series, i, rows[i][0], isfinite (rows[i][2]) ? high : NULL);
    add_bounds (datum, rows[i][1], rows[i][2]);
    jipyo_datum_set_note (datum, isfinite (rows[i][1]) ? low : NULL);
    datum->kind = i == 7 ? JIPYO_DATUM_PLANNED : JIPYO_DATUM_VALUE;
  }
  return plot;
}

const JipyoSample jipyo_sample_ranges[] = {
  { "tornado", make_tornado },
  { "tornado-columns", make_tornado_columns },
  { "tornado-hostile", make_tornado_hostile },
  { "band", make_band },
  { "bands", make_bands },
  { "bands-hostile", make_bands_hostile },
  { "whiskers", make_whiskers },
  { "whisker-rows", make_whisker_rows },
  { "whisker-dots", make_whisker_dots },
  { "whiskers-hostile", make_whiskers_hostile },
  { NULL, NULL },
};
