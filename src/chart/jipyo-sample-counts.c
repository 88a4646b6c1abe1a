/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Samples of what is counted and shared out. Synthetic, all of it.
 */

#include "jipyo-sample.h"

#include "jipyo-bins.h"

#include <math.h>

/* About normal: the sum of twelve, less six. */
static double
draw_normal (guint32 *seed)
{
  double sum = -6;

  for (int i = 0; i < 12; i++)
    sum += jipyo_sample_draw_number (seed);
  return sum;
}

static JipyoPlot *
make_histogram (JipyoLang lang)
{
  JipyoPlot *plot = jipyo_plot_new (lang);
  double values[240];
  guint32 seed = 5;

  jipyo_plot_set_title (
    plot,
    jipyo_sample_pick (lang, "절반은 40점과 60점 사이에 있다", "Half lie between 40 and 60 points"),
    jipyo_sample_pick (lang, "점수별 모델 수, 모델 240개", "Models by score, 240 models"));
  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->position.unit = JIPYO_UNIT_POINTS;
  plot->value.unit = JIPYO_UNIT_MODELS;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 52 + 15 * draw_normal (&seed);
  g_autoptr (GArray) bins = jipyo_bins_new (values, G_N_ELEMENTS (values), FALSE);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "scores", NULL, JIPYO_MARK_HISTOGRAM);
  jipyo_bins_add_to_series (bins, series);
  return plot;
}

static JipyoPlot *
make_histogram_skewed (JipyoLang lang)
{
  JipyoPlot *plot = jipyo_plot_new (lang);
  double values[400];
  guint32 seed = 11;

  jipyo_plot_set_title (
    plot,
    jipyo_sample_pick (lang, "대부분은 작고, 몇몇은 아주 크다", "Most are small, a few are huge"),
    jipyo_sample_pick (lang, "투자 금액별 건수, 400건", "Rounds by amount, 400 rounds"));
  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->position.unit = JIPYO_UNIT_KRW;
  plot->value.unit = JIPYO_UNIT_ORGANISATIONS;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 2e9 * exp (draw_normal (&seed));
  g_autoptr (GArray) bins = jipyo_bins_new (values, G_N_ELEMENTS (values), FALSE);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "rounds", NULL, JIPYO_MARK_HISTOGRAM);
  series->colour.role = JIPYO_ROLE_SERIES;
  jipyo_bins_add_to_series (bins, series);
  return plot;
}

static void
add_part (JipyoPlot *plot, const char *name, const double *values, guint n)
{
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, JIPYO_MARK_WAFFLE);

  series->colour = (JipyoColourKey){ JIPYO_ROLE_SERIES, plot->series->len - 1 };
  for (guint i = 0; i < n; i++) {
    g_autofree char *text = g_strdup_printf ("%.1f %%", values[i]);
    jipyo_plot_series_add (series, i, values[i], text);
  }
}

static JipyoPlot *
make_waffle (JipyoLang lang)
{
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "넷 가운데 셋이 장비로 간다", "Three in four go to hardware"),
    jipyo_sample_pick (lang, "한 칸은 예산의 1 %", "One square is 1 % of the budget"));
  add_part (plot, jipyo_sample_pick (lang, "장비", "Hardware"), (double[]){ 74.2 }, 1);
  add_part (plot, jipyo_sample_pick (lang, "데이터", "Data"), (double[]){ 16.4 }, 1);
  add_part (plot, jipyo_sample_pick (lang, "인재", "Talent"), (double[]){ 9 }, 1);
  add_part (plot, jipyo_sample_pick (lang, "그 밖", "Other"), (double[]){ 0.4 }, 1);
  return plot;
}

static JipyoPlot *
make_waffles (JipyoLang lang)
{
  static const char *const ko[] = { "소나무국", "느티나무국", "은행나무국", "참나무국" };
  static const char *const en[] = { "Pineland", "Elmland", "Ginkgoland", "Oakland Isles" };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot,
    jipyo_sample_pick (lang, "공개 모델은 나라마다 다르다", "Openness differs from land to land"),
    jipyo_sample_pick (lang, "모델 가운데 몫, 한 칸은 1 %", "Shares of models, a square is 1 %"));
  plot->value.has_bounds = TRUE;
  plot->value.high = 100;
  for (guint i = 0; i < G_N_ELEMENTS (ko); i++)
    jipyo_plot_add_band (plot, jipyo_sample_pick (lang, ko[i], en[i]), NULL);
  add_part (plot, jipyo_sample_pick (lang, "공개", "Open"), (double[]){ 33.3, 61, 12.5, 50 }, 4);
  add_part (plot, jipyo_sample_pick (lang, "비공개", "Closed"), (double[]){ 66.7, 20, 62.5, 50 },
            4);
  return plot;
}

/* Parts of nothing, more parts than squares, and one that is nearly all. */
static JipyoPlot *
make_waffle_hostile (JipyoLang lang)
{
  static const double values[] = { 9000, 3, NAN, -5, 0.4, INFINITY, 0, 80, 1, 1, 1, 1 };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot,
    jipyo_sample_pick (lang, "열두 몫, 그러나 칸은 모자란다", "Twelve parts, too few squares"),
    jipyo_sample_pick (lang, "마흔일곱 칸", "Forty-seven squares"));
  plot->units = 47;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *name =
      g_strdup_printf ("%s %u", jipyo_sample_pick (lang, "이름이 꽤 긴 몫", "A part"), i + 1);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, JIPYO_MARK_WAFFLE);
    series->colour = (JipyoColourKey){ JIPYO_ROLE_SERIES, i };
    jipyo_plot_series_add (series, 0, values[i], NULL)->kind = (JipyoDatumKind) (i % 6);
  }
  return plot;
}

static JipyoPlot *
make_treemap (JipyoLang lang)
{
  static const struct {
    const char *ko;
    const char *en;
    double values[6];
  } groups[] = {
    { "칩", "Chips", { 46, 30, 12, 5, 2, 1 } },
    { "모델", "Models", { 28, 19, 8, 6, 3, 0.6 } },
    { "서비스", "Services", { 15, 12, 9, 4, 2, 0.8 } },
  };
  JipyoPlot *plot = jipyo_plot_new (lang);
  guint band = 0;

  jipyo_plot_set_title (plot,
                        jipyo_sample_pick (lang, "두 회사가 전체의 3분의 1을 넘는다",
                                           "Two firms hold more than a third"),
                        jipyo_sample_pick (lang, "시가총액, 조 원", "Market value, trillion won"));
  for (guint g = 0; g < G_N_ELEMENTS (groups); g++) {
    const char *name = jipyo_sample_pick (lang, groups[g].ko, groups[g].en);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, groups[g].en, name, JIPYO_MARK_TREEMAP);
    series->colour = (JipyoColourKey){ JIPYO_ROLE_SERIES, g };
    for (guint i = 0; i < 6; i++) {
      g_autofree char *firm = g_strdup_printf ("%s %c", name, 'A' + (int) i);
      g_autofree char *text = jipyo_sample_format (groups[g].values[i], 0);
      jipyo_plot_add_band (plot, firm, NULL);
      jipyo_plot_series_add (series, band++, groups[g].values[i], text)->kind =
        i == 3 ? JIPYO_DATUM_DERIVED : JIPYO_DATUM_VALUE;
    }
  }
  return plot;
}

/* Nothing, less than nothing, one that leaves no room for the rest, and a name without end. */
static JipyoPlot *
make_treemap_hostile (JipyoLang lang)
{
  JipyoPlot *plot = jipyo_plot_new (lang);
  const char *name =
    jipyo_sample_pick (lang, "아주 길어서 칸 안에 다 쓸 수 없는 어느 연구 기관의 이름",
                       "The name of an institute that is far too long for any tile");

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "하나가 거의 전부다", "One of them is nearly all"),
    jipyo_sample_pick (lang, "아흔 곳, 몇 곳은 값이 없다", "Ninety of them, some without a value"));
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_TREEMAP);
  for (guint i = 0; i < 90; i++) {
    const double value = i == 0 ? 4000 : i % 7 == 3 ? NAN : i % 11 == 5 ? -3 : 400.0 / (i + 1);
    g_autofree char *text = jipyo_sample_format (round (value), 0);
    jipyo_plot_add_band (plot, name, NULL);
    jipyo_plot_series_add (series, i, value, text)->kind = (JipyoDatumKind) (i % 6);
  }
  return plot;
}

/* Bins that are empty, turned round, without an edge, and out of proportion. */
static JipyoPlot *
make_histogram_hostile (JipyoLang lang)
{
  static const double counts[] = { 3, 0, NAN, 1e9, 12, -4, INFINITY, 1 };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "빈 칸과 이상한 칸", "Empty bins and odd ones"),
    jipyo_sample_pick (lang, "여덟 칸, 하나는 십억", "Eight bins, one of a billion"));
  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->horizontal = TRUE;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_HISTOGRAM);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    g_autofree char *text = jipyo_sample_format (counts[i], 0);
    JipyoDatum *datum = jipyo_plot_series_add (series, i + 0.5, counts[i], text);
    datum->start = i == 4 ? NAN : i == 5 ? i + 1 : i;
    datum->kind = (JipyoDatumKind) (i % 6);
  }
  return plot;
}

static void
add_months (JipyoPlot *plot)
{
  static const char *const names[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = g_strdup_printf ("%u월", i + 1);
    jipyo_plot_add_band (plot, jipyo_sample_pick (plot->lang, name, names[i]), NULL);
  }
}

/* A year by months: figures in the cells, one of them missing, the last ones planned. */
static JipyoPlot *
make_heat (JipyoLang lang)
{
  static const char *const ko[] = { "연구", "개발", "교육", "행정", "운영" };
  static const char *const en[] = { "Research", "Development", "Teaching", "Office", "Operations" };
  JipyoPlot *plot = jipyo_plot_new (lang);
  guint32 seed = 3;

  jipyo_plot_set_title (
    plot,
    jipyo_sample_pick (lang, "연구는 가을에, 운영은 내내 바쁘다",
                       "Research peaks in autumn, operations never rest"),
    jipyo_sample_pick (lang, "부문별 월간 이용자", "Monthly users by department"));
  plot->value.unit = JIPYO_UNIT_PEOPLE;
  add_months (plot);
  for (guint row = 0; row < G_N_ELEMENTS (ko); row++) {
    JipyoPlotSeries *series = jipyo_plot_add_series (
      plot, en[row], jipyo_sample_pick (lang, ko[row], en[row]), JIPYO_MARK_HEAT);
    series->colour.role = JIPYO_ROLE_ACCENT;
    for (guint month = 0; month < 12; month++) {
      const double season = row == 0 ? 240 * exp (-pow (month - 9.0, 2) / 5) : row == 4 ? 230 : 60;
      const double users = round (40 + season * (0.6 + jipyo_sample_draw_number (&seed) / 2));
      const double value = row == 2 && month == 6 ? NAN : users;
      g_autofree char *text = jipyo_sample_format (value, 0);
      jipyo_plot_series_add (series, month, value, text)->kind =
        month == 11 ? JIPYO_DATUM_PLANNED : JIPYO_DATUM_VALUE;
    }
  }
  return plot;
}

/* A year of days: narrow cells, no figures. */
static JipyoPlot *
make_heat_days (JipyoLang lang)
{
  static const char *const en[] = { "Pine", "Elm", "Oak" };
  static const char *const ko[] = { "소나무", "느티", "참나무" };
  const double start = jipyo_plot_time_from_date ((JipyoDate){ 2031, 1, 1 });
  JipyoPlot *plot = jipyo_plot_new (lang);
  guint32 seed = 21;

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "여름에 거래가 말랐다", "Trading dried up in summer"),
    jipyo_sample_pick (lang, "하루 거래 대금", "Daily turnover"));
  plot->position.kind = JIPYO_SCALE_TIME;
  plot->value.unit = JIPYO_UNIT_KRW;
  for (guint row = 0; row < G_N_ELEMENTS (en); row++) {
    JipyoPlotSeries *series = jipyo_plot_add_series (
      plot, en[row], jipyo_sample_pick (lang, ko[row], en[row]), JIPYO_MARK_HEAT);
    series->colour = (JipyoColourKey){ JIPYO_ROLE_SERIES, 0 };
    for (guint day = 0; day < 365; day++) {
      const double season = 1 - 0.75 * exp (-pow (day - 200.0, 2) / 4000);
      const double turnover = 5e11 * season * (0.4 + jipyo_sample_draw_number (&seed)) / (row + 1);
      jipyo_plot_series_add (series, start + day * 86400.0, turnover, NULL);
    }
  }
  return plot;
}

/* Both signs, no number, an amount beyond all, rows without a name or with one without end, one
 * written from the right. */
static JipyoPlot *
make_heat_hostile (JipyoLang lang)
{
  static const double values[] = { -40, 0, 3, NAN, 25, 1e300, -INFINITY, -3.2, 12, 18 };
  static const char *const names[] = {
    NULL, "", "مؤشر الاستثمار", "아주 길어서 줄 하나에 다 쓸 수 없는 어느 연구 기관의 이름", "C/2",
  };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "영 아래와 빈 칸", "Below zero, and open cells"),
    jipyo_sample_pick (lang, "스물네 줄, 정해진 눈금", "Twenty-four rows on a given scale"));
  plot->value.has_bounds = TRUE;
  plot->value.low = -40;
  plot->value.high = 25;
  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (guint row = 0; row < 24; row++) {
    JipyoPlotSeries *series =
      jipyo_plot_add_series (plot, "r", names[row % G_N_ELEMENTS (names)], JIPYO_MARK_HEAT);
    series->colour.role = JIPYO_ROLE_MUTED;
    for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
      const double value = values[(i * 3 + row) % G_N_ELEMENTS (values)];
      g_autofree char *text = jipyo_sample_format (value, 1);
      jipyo_plot_series_add (series, i * i / 3.0, value, text)->kind = (JipyoDatumKind) (i % 6);
    }
  }
  return plot;
}

const JipyoSample jipyo_sample_counts[] = {
  { "histogram", make_histogram },
  { "histogram-skewed", make_histogram_skewed },
  { "histogram-hostile", make_histogram_hostile },
  { "waffle", make_waffle },
  { "waffles", make_waffles },
  { "waffle-hostile", make_waffle_hostile },
  { "treemap", make_treemap },
  { "treemap-hostile", make_treemap_hostile },
  { "heat", make_heat },
  { "heat-days", make_heat_days },
  { "heat-hostile", make_heat_hostile },
  { NULL, NULL },
};
