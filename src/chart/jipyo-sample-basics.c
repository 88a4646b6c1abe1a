/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Samples of bars, lines, areas, dots and ranges, of linear, logarithmic and time axes.
 */

#include "jipyo-sample.h"

#include <math.h>

static JipyoDatum *
add_coloured (JipyoPlotSeries *series, double position, double value, JipyoRole role)
{
  g_autofree char *text = jipyo_sample_format (value, 0);
  JipyoDatum *datum = jipyo_plot_series_add (series, position, value, text);

  datum->has_colour = TRUE;
  datum->colour.role = role;
  return datum;
}

static JipyoPlot *
make_rows (JipyoLang lang)
{
  static const double values[] = { 124, 91, 38, 16 };
  static const char *const shares[] = { "46.1 %", "33.8 %", "14.1 %", "5.9 %" };
  static const char *const ko[] = { "소나무국", "느티나무국", "그 밖의 나라", "은행나무국" };
  static const char *const en[] = { "Pineland", "Elmland", "Other countries", "Ginkgoland" };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (plot,
                        jipyo_sample_pick (lang,
                                           "은행나무국은 세 번째이지만, 소나무국의 8분의 1이다",
                                           "Ginkgoland is third, at an eighth of Pineland"),
                        jipyo_sample_pick (lang, "나라별 모델 수, 다섯 해 누적 269개",
                                           "Models by country, five years, 269 in all"));
  plot->horizontal = TRUE;
  plot->value.hidden = TRUE;
  plot->value.unit = JIPYO_UNIT_MODELS;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "models", NULL, JIPYO_MARK_BAR);
  for (guint i = 0; i < 4; i++) {
    jipyo_plot_add_band (plot, lang == JIPYO_LANG_KO ? ko[i] : en[i], NULL);
    JipyoDatum *datum =
      add_coloured (series, i, values[i], i == 3 ? JIPYO_ROLE_ACCENT : JIPYO_ROLE_NEUTRAL);
    if (i == 2) {
      datum->kind = JIPYO_DATUM_DERIVED;
      datum->colour.role = JIPYO_ROLE_MUTED;
    }
    jipyo_datum_set_note (datum, shares[i]);
  }
  return plot;
}

static JipyoPlot *
make_columns (JipyoLang lang)
{
  static const double values[] = { 3, 11, 32, 104, 119 };
  static const char *const notes[] = { NULL, "+267 %", "+191 %", "+225 %", "+14.4 %" };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot,
    jipyo_sample_pick (lang, "폭발하던 증가는 마지막 해에 14 %로 멈췄다",
                       "The boom slowed to 14 % in the last year"),
    jipyo_sample_pick (lang, "한 해에 나온 모델 수", "Models released in a year"));
  plot->value.unit = JIPYO_UNIT_MODELS;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "models", NULL, JIPYO_MARK_BAR);
  for (guint i = 0; i < 5; i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2020 + i);
    jipyo_plot_add_band (plot, year, notes[i]);
    add_coloured (series, i, values[i], i == 4 ? JIPYO_ROLE_ACCENT : JIPYO_ROLE_NEUTRAL);
  }
  return plot;
}

static JipyoPlot *
make_bounds (JipyoLang lang)
{
  static const char *const ko[] = { "확정", "최대", "이상", "목표", "계산", "계획" };
  static const char *const en[] = {
    "Stated", "At most", "At least", "Target", "Derived", "Planned"
  };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "한계는 한계로 그린다", "A bound is drawn as a bound"),
    jipyo_sample_pick (lang, "여섯 가지 값", "Six kinds of figure"));
  plot->value.unit = JIPYO_UNIT_GPUS;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);
  series->colour.role = JIPYO_ROLE_SERIES;
  for (guint i = 0; i < 6; i++) {
    jipyo_plot_add_band (plot, lang == JIPYO_LANG_KO ? ko[i] : en[i], NULL);
    g_autofree char *text = jipyo_sample_format (600 + i * 80, 0);
    jipyo_plot_series_add (series, i, 600 + i * 80, text)->kind = (JipyoDatumKind) i;
  }
  return plot;
}

static JipyoPlot *
make_bounds_rows (JipyoLang lang)
{
  JipyoPlot *plot = make_bounds (lang);

  plot->horizontal = TRUE;
  return plot;
}

static JipyoPlot *
make_groups (JipyoLang lang)
{
  static const char *const ko[] = { "벤치마크", "전문가", "사용자" };
  static const char *const en[] = { "Benchmark", "Experts", "Users" };
  static const char *const teams[] = { "소나무 Pine", "은행 Ginkgo", "느티 Elm", "참나무 Oak" };
  static const double values[4][3] = {
    { 30.1, 24.5, 16 }, { 29.2, 25.1, 15.6 }, { 31, 23.2, 14.8 }, { 27.5, 22.9, 15.4 }
  };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "네 팀의 차이는 4점이 안 된다", "Less than four points apart"),
    jipyo_sample_pick (lang, "기준별 점수", "Score by criterion"));
  plot->value.unit = JIPYO_UNIT_POINTS;
  for (guint i = 0; i < 3; i++)
    jipyo_plot_add_band (plot, lang == JIPYO_LANG_KO ? ko[i] : en[i], NULL);
  for (guint t = 0; t < 4; t++) {
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, teams[t], teams[t], JIPYO_MARK_BAR);
    series->colour = (JipyoColourKey){ JIPYO_ROLE_TEAM, t };
    for (guint i = 0; i < 3; i++) {
      g_autofree char *text = jipyo_sample_format (values[t][i], 1);
      jipyo_plot_series_add (series, i, values[t][i], text);
    }
  }
  return plot;
}

static JipyoPlot *
make_stack (JipyoLang lang)
{
  static const char *const ko[] = { "GPU", "데이터", "인재" };
  static const char *const en[] = { "GPUs", "Data", "Talent" };
  static const double values[3][2] = { { 156e9, 161e9 }, { 48e9, 61e9 }, { 8e9, 26e9 } };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "예산의 4분의 3이 GPU로 간다", "Three quarters go to GPUs"),
    jipyo_sample_pick (lang, "두 가지 내역", "Two breakdowns"));
  /* In the unit of the axis: 억 or billions. */
  const double unit = lang == JIPYO_LANG_KO ? 1e8 : 1e9;
  plot->value.unit = JIPYO_UNIT_KRW;
  jipyo_plot_add_band (plot, jipyo_sample_pick (lang, "한 내역", "One breakdown"),
                       jipyo_sample_pick (lang, "2,120", "212"));
  jipyo_plot_add_band (plot, jipyo_sample_pick (lang, "다른 내역", "Other breakdown"),
                       jipyo_sample_pick (lang, "2,480", "248"));
  for (guint s = 0; s < 3; s++) {
    const char *name = lang == JIPYO_LANG_KO ? ko[s] : en[s];
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, en[s], name, JIPYO_MARK_STACK);
    series->colour = (JipyoColourKey){ JIPYO_ROLE_SERIES, s };
    for (guint i = 0; i < 2; i++) {
      g_autofree char *text = jipyo_sample_format (values[s][i] / unit, 0);
      jipyo_plot_series_add (series, i, values[s][i], text);
    }
  }
  return plot;
}

static JipyoPlot *
make_stack_rows (JipyoLang lang)
{
  JipyoPlot *plot = make_stack (lang);

  plot->horizontal = TRUE;
  plot->value.hidden = TRUE;
  return plot;
}

static JipyoPlot *
make_shares (JipyoLang lang)
{
  JipyoPlot *plot = make_stack (lang);

  plot->relative = TRUE;
  return plot;
}

static JipyoPlot *
make_share_rows (JipyoLang lang)
{
  JipyoPlot *plot = make_stack_rows (lang);

  plot->relative = TRUE;
  return plot;
}

static JipyoPlot *
make_signed (JipyoLang lang)
{
  static const double values[] = { 12.5, -8.3, 3.1, -0.4, 0, 22.8, -15 };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "오른 것과 내린 것", "What rose and what fell"), "%");
  plot->horizontal = TRUE;
  plot->value.hidden = TRUE;
  plot->value.unit = JIPYO_UNIT_PERCENT;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *name =
      g_strdup_printf ("%s %u", jipyo_sample_pick (lang, "종목", "Share"), i + 1);
    jipyo_plot_add_band (plot, name, NULL);
    add_coloured (series, i, values[i], values[i] < 0 ? JIPYO_ROLE_DOWN : JIPYO_ROLE_UP);
  }
  return plot;
}

/* Dots: a bar on a logarithm has no honest length. */
static JipyoPlot *
make_log (JipyoLang lang)
{
  static const double values[] = { 4e11, 6.2e10, 1.1e11, 2.3e10, 7.1e9, 1.4e8 };
  static const char *const names[] = { "Pine", "Elm", "Oak", "Ginkgo", "Maple", "Willow" };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (plot,
                        jipyo_sample_pick (lang, "자릿수가 다르다", "Orders of magnitude apart"),
                        jipyo_sample_pick (lang, "로그 축", "Logarithmic axis"));
  plot->horizontal = TRUE;
  plot->value.kind = JIPYO_SCALE_LOG;
  plot->value.unit = JIPYO_UNIT_USD;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    jipyo_plot_add_band (plot, names[i],
                         jipyo_sample_pick (lang, "공약 · 4년", "pledge · 4 years"));
    g_autofree char *text = jipyo_sample_format_quantity (values[i], JIPYO_UNIT_USD, lang);
    jipyo_plot_series_add (series, i, values[i], text)->kind =
      i % 2 ? JIPYO_DATUM_AT_MOST : JIPYO_DATUM_VALUE;
  }
  return plot;
}

static JipyoPlot *
make_lines (JipyoLang lang)
{
  static const char *const names[] = { "소나무 Pine", "은행 Ginkgo", "느티 Elm", "참나무 Oak" };
  JipyoPlot *plot = jipyo_plot_new (lang);
  double level[4] = { 100, 100, 100, 100 };
  guint32 seed = 7;

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "네 바구니의 길이 갈렸다", "Four baskets went four ways"),
    jipyo_sample_pick (lang, "첫날 = 100", "first day = 100"));
  plot->position.kind = JIPYO_SCALE_TIME;
  for (guint s = 0; s < 4; s++) {
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, names[s], names[s], JIPYO_MARK_LINE);
    series->colour = (JipyoColourKey){ JIPYO_ROLE_TEAM, s };
    for (guint i = 0; i < 300; i++) {
      seed = seed * 1664525u + 1013904223u;
      level[s] *= 1 + ((seed >> 8) % 1000 / 1000.0 - 0.49) * 0.03;
      const double day = jipyo_plot_time_from_date ((JipyoDate){ 2025, 8, 4 }) + i * 86400.0;
      jipyo_plot_series_add (series, day, s == 2 && i > 120 && i < 160 ? NAN : level[s], NULL);
    }
  }
  const JipyoAnnotation base = { .from = 100, .planned = TRUE, .text = (char *) "100" };
  jipyo_plot_add_annotation (plot, &base);
  return plot;
}

static JipyoPlot *
make_area (JipyoLang lang)
{
  static const double values[] = { 0.6, 0.9, 1.4, 1.3, NAN, 2.9, 3.4, 4.1 };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "은행나무국의 민간 투자", "Private investment in Ginkgoland"),
    NULL);
  plot->position.kind = JIPYO_SCALE_TIME;
  plot->value.unit = JIPYO_UNIT_USD;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "kr", NULL, JIPYO_MARK_AREA);
  series->colour.role = JIPYO_ROLE_ACCENT;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    const JipyoDate date = { .year = (gint16) (2018 + i), .month = 1, .day = 1 };
    g_autofree char *text =
      i == 7 ? jipyo_sample_format_quantity (4.1e9, JIPYO_UNIT_USD, lang) : NULL;
    JipyoDatum *datum =
      jipyo_plot_series_add (series, jipyo_plot_time_from_date (date), values[i] * 1e9, text);
    datum->kind = i == 7 ? JIPYO_DATUM_PLANNED : JIPYO_DATUM_VALUE;
  }
  return plot;
}

static JipyoPlot *
make_dots (JipyoLang lang)
{
  static const struct {
    const char *name;
    int year, month;
    double size;
    guint team;
    JipyoDatumKind kind;
  } models[] = {
    { "Pine 1", 2026, 1, 510e9, 0, JIPYO_DATUM_VALUE },
    { "Ginkgo 1", 2026, 1, 110e9, 1, JIPYO_DATUM_VALUE },
    { "Elm 1", 2026, 1, 240e9, 2, JIPYO_DATUM_VALUE },
    { "Maple 1", 2026, 1, 115e9, 5, JIPYO_DATUM_VALUE },
    { "Ginkgo 2", 2026, 7, 250e9, 1, JIPYO_DATUM_AT_LEAST },
    { "Pine 2", 2026, 7, 700e9, 0, JIPYO_DATUM_AT_MOST },
    { "Elm 2", 2026, 8, 300e9, 2, JIPYO_DATUM_TARGET },
    { "Oak 1", 2026, 8, 320e9, 3, JIPYO_DATUM_DERIVED },
  };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot,
    jipyo_sample_pick (lang, "모델은 반년 만에 갑절이 되었다", "Models doubled in half a year"),
    jipyo_sample_pick (lang, "전체 매개변수", "Total parameters"));
  plot->position.kind = JIPYO_SCALE_TIME;
  plot->value.kind = JIPYO_SCALE_LOG;
  plot->value.unit = JIPYO_UNIT_PARAMETERS;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "models", NULL, JIPYO_MARK_DOT);
  for (guint i = 0; i < G_N_ELEMENTS (models); i++) {
    const JipyoDate date = { (gint16) models[i].year, (guint8) models[i].month, 1 };
    JipyoDatum *datum = jipyo_plot_series_add (series, jipyo_plot_time_from_date (date),
                                               models[i].size, models[i].name);
    datum->has_colour = TRUE;
    datum->colour = (JipyoColourKey){ JIPYO_ROLE_TEAM, models[i].team };
    datum->kind = models[i].kind;
  }
  return plot;
}

typedef struct {
  JipyoDate from;
  JipyoDate to;
  guint band;
  gboolean planned;
  gboolean faded;
} Span;

static void
add_span (JipyoPlotSeries *series, const Span *span)
{
  JipyoDatum *datum =
    jipyo_plot_series_add (series, span->band, jipyo_plot_time_from_date (span->to), NULL);

  datum->start = jipyo_plot_time_from_date (span->from);
  datum->has_colour = TRUE;
  datum->colour = (JipyoColourKey){ JIPYO_ROLE_TEAM, span->band };
  datum->kind = span->planned ? JIPYO_DATUM_PLANNED : JIPYO_DATUM_VALUE;
  datum->faded = span->faded;
}

static void
add_dates (JipyoPlot *plot)
{
  static const struct {
    JipyoDate date;
    const char *ko;
    const char *en;
    gboolean planned;
  } dates[] = {
    { { 2031, 3, 3 }, "선정 5 · 31.03", "5 selected · 31.03", FALSE },
    { { 2031, 8, 15 }, "1차 3 · 31.08", "round 1: 3 · 31.08", FALSE },
    { { 2031, 9, 22 }, "추가 4 · 31.09", "1 added · 31.09", FALSE },
    { { 2032, 3, 16 }, "2차 3 · 32.03", "round 2: 3 · 32.03", FALSE },
    { { 2032, 9, 15 }, "최종 2 (계획) · 32.09", "final 2 (plan) · 32.09", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    const JipyoAnnotation line = {
      .from = jipyo_plot_time_from_date (dates[i].date),
      .planned = dates[i].planned,
      .text = (char *) jipyo_sample_pick (plot->lang, dates[i].ko, dates[i].en),
    };
    jipyo_plot_add_annotation (plot, &line);
  }
}

static JipyoPlot *
make_ranges (JipyoLang lang)
{
  static const Span spans[] = {
    { { 2031, 3, 3 }, { 2032, 6, 21 }, 0, FALSE, FALSE },
    { { 2032, 6, 21 }, { 2032, 9, 15 }, 0, TRUE, FALSE },
    { { 2031, 3, 3 }, { 2032, 6, 21 }, 1, FALSE, FALSE },
    { { 2032, 6, 21 }, { 2032, 9, 15 }, 1, TRUE, FALSE },
    { { 2031, 3, 3 }, { 2032, 6, 21 }, 2, FALSE, FALSE },
    { { 2032, 6, 21 }, { 2032, 9, 15 }, 2, TRUE, FALSE },
    { { 2031, 9, 22 }, { 2032, 3, 16 }, 3, FALSE, TRUE },
    { { 2031, 3, 3 }, { 2031, 8, 15 }, 4, FALSE, TRUE },
    { { 2031, 3, 3 }, { 2031, 8, 15 }, 5, FALSE, TRUE },
  };
  static const char *const names[] = { "소나무", "은행", "느티", "참나무", "단풍", "버들" };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot,
    jipyo_sample_pick (lang, "다섯 팀에서 세 팀으로: 계획보다 빠르고, 한 번은 되돌아왔다",
                       "From five teams to three: faster than planned, and once back"),
    NULL);
  plot->horizontal = TRUE;
  plot->value.kind = JIPYO_SCALE_TIME;
  plot->value.hidden = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    jipyo_plot_add_band (plot, names[i], NULL);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "teams", NULL, JIPYO_MARK_RANGE);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    add_span (series, &spans[i]);
  add_dates (plot);
  return plot;
}

static JipyoPlot *
make_empty (JipyoLang lang)
{
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (plot, jipyo_sample_pick (lang, "아직 자료가 없다", "No data yet"), NULL);
  plot->empty = g_strdup (jipyo_sample_pick (lang, "이 기간에 발표된 수치가 없습니다.",
                                             "No figure was published in this period."));
  return plot;
}

const JipyoSample jipyo_sample_basics[] = {
  { "rows", make_rows },
  { "columns", make_columns },
  { "bounds", make_bounds },
  { "bounds-rows", make_bounds_rows },
  { "groups", make_groups },
  { "stack", make_stack },
  { "stack-rows", make_stack_rows },
  { "shares", make_shares },
  { "share-rows", make_share_rows },
  { "signed", make_signed },
  { "log", make_log },
  { "lines", make_lines },
  { "lines-split", make_lines },
  { "area", make_area },
  { "dots", make_dots },
  { "ranges", make_ranges },
  { "empty", make_empty },
  { NULL, NULL },
};
