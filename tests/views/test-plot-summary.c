/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of the summary, on plots whose truth is known; that the facts are true is proved in
 * tests/chart/test-plot-facts.c.
 */

#include "jipyo-plot-summary.h"

#include <math.h>
#include <string.h>

static void
assert_summary (const JipyoPlot *plot, const char *expected)
{
  g_autofree char *summary = jipyo_plot_summary_write (plot);

  g_assert_cmpstr (summary, ==, expected);
}

static JipyoPlot *
new_years (JipyoLang lang, guint first, guint n)
{
  JipyoPlot *plot = jipyo_plot_new (lang);

  for (guint i = 0; i < n; i++) {
    g_autofree char *year = g_strdup_printf ("%u", first + i);
    jipyo_plot_add_band (plot, year, NULL);
  }
  return plot;
}

static void
add_values (JipyoPlotSeries *series, const double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    jipyo_plot_series_add (series, i, values[i], NULL);
}

static JipyoPlot *
make_growth (JipyoLang lang)
{
  static const double values[] = { 2, 9, 29, 109, 122 };
  JipyoPlot *plot = new_years (lang, 2020, 5);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);

  plot->value.unit = JIPYO_UNIT_MODELS;
  add_values (series, values, 5);
  g_array_index (series->data, JipyoDatum, 0).kind = JIPYO_DATUM_DERIVED;
  return plot;
}

/* Percentages change by percentage points, and have no growth a year. */
static JipyoPlot *
make_percent (JipyoLang lang)
{
  static const double values[] = { 40, 45.5, 38, 31.5 };
  JipyoPlot *plot = new_years (lang, 2021, 4);

  plot->value.unit = JIPYO_UNIT_PERCENT;
  add_values (jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE), values, 4);
  return plot;
}

static JipyoPlot *
make_countries (JipyoLang lang)
{
  static const char *const ko[] = { "미국", "중국", "한국" };
  static const char *const en[] = { "United States", "China", "Korea" };
  static const double values[] = { 128, 95, 14 };
  JipyoPlot *plot = jipyo_plot_new (lang);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);

  plot->value.unit = JIPYO_UNIT_MODELS;
  for (guint i = 0; i < 3; i++)
    jipyo_plot_add_band (plot, lang == JIPYO_LANG_KO ? ko[i] : en[i], NULL);
  add_values (series, values, 3);
  g_array_index (series->data, JipyoDatum, 2).has_colour = TRUE;
  g_array_index (series->data, JipyoDatum, 2).colour.role = JIPYO_ROLE_ACCENT;
  return plot;
}

static JipyoPlot *
make_bounds (JipyoLang lang)
{
  static const double values[] = { 1000, 512, 512 };
  JipyoPlot *plot = jipyo_plot_new (lang);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);

  plot->value.unit = JIPYO_UNIT_GPUS;
  jipyo_plot_add_band (plot, lang == JIPYO_LANG_KO ? "약속" : "Promised", NULL);
  jipyo_plot_add_band (plot, "LG", NULL);
  jipyo_plot_add_band (plot, lang == JIPYO_LANG_KO ? "모티프" : "Motif", NULL);
  add_values (series, values, 3);
  g_array_index (series->data, JipyoDatum, 0).kind = JIPYO_DATUM_AT_MOST;
  return plot;
}

/* One line passes another, and there is a gap. */
static JipyoPlot *
make_lines (JipyoLang lang)
{
  static const double values[2][4] = { { 9, 8, NAN, 6 }, { 4, 5, 7, 12 } };
  JipyoPlot *plot = new_years (lang, 2022, 4);

  for (guint i = 0; i < 2; i++)
    add_values (jipyo_plot_add_series (plot, "a", i == 0 ? "SK텔레콤" : "NC AI", JIPYO_MARK_LINE),
                values[i], 4);
  return plot;
}

static JipyoPlot *
make_stack (JipyoLang lang)
{
  static const double values[3][2] = { { 158.6e9, 157.6e9 }, { 50e9, 62.8e9 }, { 5e9, 25e9 } };
  static const char *const names[] = { "GPU", "Data", "Talent" };
  JipyoPlot *plot = jipyo_plot_new (lang);

  plot->value.unit = JIPYO_UNIT_KRW;
  jipyo_plot_add_band (plot, "NABO", NULL);
  jipyo_plot_add_band (plot, "DBR", NULL);
  for (guint i = 0; i < 3; i++)
    add_values (jipyo_plot_add_series (plot, names[i], names[i], JIPYO_MARK_STACK), values[i], 2);
  return plot;
}

static JipyoPlot *
make_empty (JipyoLang lang)
{
  return jipyo_plot_new (lang);
}

static JipyoPlot *
make_missing (JipyoLang lang)
{
  JipyoPlot *plot = jipyo_plot_new (lang);

  plot->empty = g_strdup ("No price yet.\nOne comes at nine");
  return plot;
}

static JipyoPlot *
make_single (JipyoLang lang)
{
  static const double values[] = { 3 };
  JipyoPlot *plot = new_years (lang, 2024, 1);

  add_values (jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR), values, 1);
  return plot;
}

static JipyoPlot *
make_series (JipyoLang lang, const double *values, guint n)
{
  JipyoPlot *plot = new_years (lang, 2010, n);

  plot->value.unit = JIPYO_UNIT_USD;
  add_values (jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE), values, n);
  return plot;
}

/* A leap, and a year of which nothing is known. */
static JipyoPlot *
make_breaks (JipyoLang lang)
{
  static const double values[] = { 10, 11, 13, 12, 14, 15, NAN, 17, 16, 18, 90, 91 };

  return make_series (lang, values, G_N_ELEMENTS (values));
}

static JipyoPlot *
make_constant (JipyoLang lang)
{
  static const double values[] = { 5, 5, 5 };

  return make_series (lang, values, G_N_ELEMENTS (values));
}

/* The highest twice, and an end where it began. */
static JipyoPlot *
make_ties (JipyoLang lang)
{
  static const double values[] = { 4, 9, 3, 9, 4 };

  return make_series (lang, values, G_N_ELEMENTS (values));
}

/* No ratio is told of what crosses zero. */
static JipyoPlot *
make_negative (JipyoLang lang)
{
  static const double values[] = { -5, -8, 2 };

  return make_series (lang, values, G_N_ELEMENTS (values));
}

/* More points than anybody reads: the ends and the extremes are those of all of them, and of what
 * needs every step nothing is said. */
static JipyoPlot *
make_columns (JipyoLang lang)
{
  const guint n = 50000;
  double *values = g_new (double, n);
  const JipyoColumnData data = { .start = 1.5e9, .step = 3600, .values = values, .n = n };
  JipyoPlot *plot = jipyo_plot_new (lang);

  for (guint i = 0; i < n; i++)
    values[i] = 100 + i % 7 + i / 1000.0;
  values[20000] = 3;
  values[30000] = NAN;
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, g_free, values);
  plot->position.kind = JIPYO_SCALE_TIME;
  plot->value.unit = JIPYO_UNIT_USD;
  jipyo_plot_series_set_columns (jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE), columns);
  return plot;
}

/* One bar beside an average. */
static JipyoPlot *
make_pair (JipyoLang lang, JipyoUnit unit, double own, double average)
{
  const double values[] = { own, average };
  JipyoPlot *plot = jipyo_plot_new (lang);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);

  plot->value.unit = unit;
  jipyo_plot_add_band (plot, "Upstage", NULL);
  jipyo_plot_add_band (plot, lang == JIPYO_LANG_KO ? "평균" : "Average", NULL);
  add_values (series, values, 2);
  g_array_index (series->data, JipyoDatum, 1).has_colour = TRUE;
  g_array_index (series->data, JipyoDatum, 1).colour.role = JIPYO_ROLE_MUTED;
  return plot;
}

static JipyoPlot *
make_above (JipyoLang lang)
{
  return make_pair (lang, JIPYO_UNIT_POINTS, 69.9, 65);
}

static JipyoPlot *
make_below (JipyoLang lang)
{
  return make_pair (lang, JIPYO_UNIT_MODELS, 14, 28);
}

static JipyoPlot *
make_far_above (JipyoLang lang)
{
  return make_pair (lang, JIPYO_UNIT_MODELS, 14, 4);
}

static JipyoPlot *
make_level (JipyoLang lang)
{
  return make_pair (lang, JIPYO_UNIT_MODELS, 7, 7);
}

/* Neither times nor percent say how far a loss is from a gain. */
static JipyoPlot *
make_across_zero (JipyoLang lang)
{
  return make_pair (lang, JIPYO_UNIT_KRW, 3e9, -1e9);
}

/* A line beside that of an average. */
static JipyoPlot *
make_against (JipyoLang lang)
{
  static const double values[2][3] = { { 4, 6, 8 }, { 5, 5, 5 } };
  JipyoPlot *plot = new_years (lang, 2022, 3);

  for (guint i = 0; i < 2; i++) {
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a",
                                                     i == 0                  ? "NC AI"
                                                     : lang == JIPYO_LANG_KO ? "평균"
                                                                             : "Average",
                                                     JIPYO_MARK_LINE);
    add_values (series, values[i], 3);
    series->colour.role = i == 0 ? JIPYO_ROLE_TEAM : JIPYO_ROLE_MUTED;
  }
  return plot;
}

static const struct {
  JipyoPlot *(*make) (JipyoLang lang);
  const char *ko;
  const char *en;
} cases[] = {
  { make_growth,
    "막대그래프이며, 2020년부터 2024년까지 값은 5개이다. 2020년 2개에서 2024년 122개로 61배가 "
    "되었다. "
    "한 해 평균 179.5 %씩 늘었고, 도중에 줄어든 적은 없다. 계산값 1개가 들어 있다.",
    "Bar chart with 5 figures, from 2020 to 2024. It rises from 2 models in 2020 to 122 models "
    "in "
    "2024, 61 times as much. That is 179.5 % more a year on average, without a fall. 1 figure is "
    "derived." },
  { make_percent,
    "선그래프이며, 2021년부터 2024년까지 값은 4개이다. 2021년 40 %에서 2024년 31.5 %로 8.5 %p "
    "내렸다. "
    "도중에 오른 적이 1번 있다. 가장 높은 값은 2022년 45.5 %, 가장 낮은 값은 2024년 31.5 %이다.",
    "Line chart with 4 figures, from 2021 to 2024. It falls from 40 % in 2021 to 31.5 % in 2024, "
    "down 8.5 pp. It does so with one rise on the way. The highest is 45.5 % in 2022; the lowest "
    "is "
    "31.5 % in 2024." },
  { make_countries,
    "막대그래프이며, 값은 3개이다. 미국이 128개로 가장 많고, 다음인 중국(95개)의 약 1.3배이다. "
    "한국은 14개로 3개 가운데 3위이고, 1위는 그 약 9.1배이다.",
    "Bar chart with 3 figures. United States leads with 128 models, about 1.3 times China with "
    "95 "
    "models. Korea is third of 3 with 14 models; the first has about 9.1 times that." },
  { make_bounds,
    "막대그래프이며, 값은 3개이다. 나온 수치 가운데 가장 큰 값은 약속 최대 1,000장, 가장 작은 "
    "값은 "
    "2개가 같은 512장이다. 상한 1개가 들어 있다.",
    "Bar chart with 3 figures. Of the figures shown, the highest is Promised with up to 1,000 "
    "GPUs; "
    "2 share the lowest, 512 GPUs. 1 figure is an upper limit." },
  { make_lines,
    "선그래프이며, 2022년부터 2025년까지 계열 2개에 값이 모두 7개이다(이 밖에 1개는 알려지지 "
    "않음). "
    "NC AI는 2022년 4에서 2025년 12로 3배가 되었다. 한 해 평균 44.2 %씩 올랐고, 도중에 내린 적은 "
    "없다. "
    "2025년에는 NC AI가 12로 가장 높고, 다음인 SK텔레콤(6)의 2배이다. "
    "NC AI는 2025년부터 SK텔레콤보다 위에 있으며, 그 전에는 그렇지 않았다.",
    "Line chart with 7 figures in 2 series, from 2022 to 2025; 1 more is not known. NC AI rises "
    "from "
    "4 in 2022 to 12 in 2025, 3 times as much. That is 44.2 % more a year on average, without a "
    "fall. NC AI leads in 2025 with 12, 2 times SK텔레콤 with 6. NC AI has been above SK텔레콤 "
    "since "
    "2025, and was not before." },
  { make_stack,
    "누적 막대그래프이며, 계열 3개에 값이 모두 6개이다. 합이 가장 큰 것은 DBR 2,454억 원, 가장 "
    "작은 "
    "것은 "
    "NABO 2,136억 원이다. DBR에서는 GPU가 64.2 %로 가장 크고, 나뉜 막대 2개에서 모두 그렇다.",
    "Stacked bar chart with 6 figures in 3 series. In all, the highest is DBR with ₩245.4 "
    "billion; "
    "the lowest is NABO with ₩213.6 billion. The largest part of DBR is GPU with 64.2 %, as in the "
    "other divided bar." },
  { make_breaks,
    "선그래프이며, 2010년부터 2021년까지 값은 11개이다(이 밖에 1개는 알려지지 않음). 2010년 10 "
    "달러에서 2021년 91 달러로 9.1배가 되었다. 한 해 평균 22.2 %씩 늘었고, 도중에 줄어든 적이 2번 "
    "있다. 보통보다 훨씬 크게 달라진 곳이 있다: 2019년 18 달러에서 2020년 90 달러로. 2015년과 "
    "2017년 사이는 알려지지 않았다.",
    "Line chart with 11 figures, from 2010 to 2021; 1 more is not known. It rises from $10 in 2010 "
    "to $91 in 2021, 9.1 times as much. That is 22.2 % more a year on average, with 2 falls on the "
    "way. One step is far larger than the rest: from $18 in 2019 to $90 in 2020. Nothing is known "
    "between 2015 and 2017." },
  { make_constant,
    "선그래프이며, 2010년부터 2012년까지 값은 3개이다. 처음과 끝이 같다: 2010년 5 달러와 2012년 5 "
    "달러. 값은 모두 같은 5 달러이다.",
    "Line chart with 3 figures, from 2010 to 2012. It ends where it began: $5 in 2010 and in 2012. "
    "All figures are the same, $5." },
  { make_ties,
    "선그래프이며, 2010년부터 2014년까지 값은 5개이다. 처음과 끝이 같다: 2010년 4 달러와 2014년 4 "
    "달러. 도중에 4번 달라졌다. 가장 큰 값은 2개가 같은 9 달러, 가장 작은 값은 2012년 3 달러이다.",
    "Line chart with 5 figures, from 2010 to 2014. It ends where it began: $4 in 2010 and in 2014. "
    "It changes 4 times on the way. 2 share the highest, $9; the lowest is $3 in 2012." },
  { make_negative,
    "선그래프이며, 2010년부터 2012년까지 값은 3개이다. 2010년 −5 달러에서 2012년 2 달러로 늘었다. "
    "도중에 줄어든 적이 1번 있다. 가장 큰 값은 2012년 2 달러, 가장 작은 값은 2011년 −8 달러이다.",
    "Line chart with 3 figures, from 2010 to 2012. It rises from −$5 in 2010 to $2 in 2012. It "
    "does so with one fall on the way. The highest is $2 in 2012; the lowest is −$8 in 2011." },
  { make_columns,
    "선그래프이며, 2017.07.14(금) 11:40부터 2023.03.28(화) 18:40까지 값은 49,999개이다(이 "
    "밖에 1개는 알려지지 않음). 2017.07.14(금) 11:40 100 달러에서 2023.03.28(화) 18:40 "
    "154.999 달러로 55 % 늘었다. 한 해 평균 8 %씩 늘었다. 가장 큰 값은 2023.03.28(화) 12:40 "
    "155.993 달러, 가장 작은 값은 2019.10.25(금) 19:40 3 달러이다. 2020.12.15(화) 10:40과 "
    "2020.12.15(화) 12:40 사이는 알려지지 않았다.",
    "Line chart with 49,999 figures, from 14 Jul 2017 11:40 to 28 Mar 2023 18:40; 1 more is "
    "not known. It rises from $100 on 14 Jul 2017 11:40 to $154.999 on 28 Mar 2023 18:40, up "
    "55 %. That is 8 % more a year on average. The highest is $155.993 on 28 Mar 2023 12:40; "
    "the lowest is $3 on 25 Oct 2019 19:40. Nothing is known between 15 Dec 2020 10:40 and "
    "15 Dec 2020 12:40." },
  { make_above, "막대그래프이며, 값은 2개이다. Upstage는 69.9점으로, 평균(65.0점)보다 4.9점 높다.",
    "Bar chart with 2 figures. Upstage is at 69.9 points, 4.9 points above Average with 65.0 "
    "points." },
  { make_below, "막대그래프이며, 값은 2개이다. Upstage는 14개로, 평균(28개)보다 50 % 적다.",
    "Bar chart with 2 figures. Upstage is at 14 models, 50 % below Average with 28 models." },
  { make_far_above, "막대그래프이며, 값은 2개이다. Upstage는 14개로, 평균(4개)의 3.5배이다.",
    "Bar chart with 2 figures. Upstage is at 14 models, 3.5 times Average with 4 models." },
  { make_level, "막대그래프이며, 값은 2개이다. Upstage는 평균과 같은 7개이다.",
    "Bar chart with 2 figures. Upstage is level with Average, at 7 models." },
  { make_across_zero, "막대그래프이며, 값은 2개이다. Upstage는 30억 원, 평균은 −10억 원이다.",
    "Bar chart with 2 figures. Upstage is at ₩3 billion, Average at −₩1 billion." },
  { make_against,
    "선그래프이며, 2022년부터 2024년까지 계열 2개에 값이 모두 6개이다. NC AI는 2022년 4에서 2024년 "
    "8로 100 % 올랐다. 한 해 평균 41.4 %씩 올랐고, 도중에 내린 적은 없다. 2024년에는 NC AI가 8로, "
    "평균(5)보다 60 % 높다.",
    "Line chart with 6 figures in 2 series, from 2022 to 2024. NC AI rises from 4 in 2022 to 8 in "
    "2024, up 100 %. That is 41.4 % more a year on average, without a fall. NC AI is at 8 in 2024, "
    "60 % above Average with 5." },
  { make_empty, "그래프이며, 보일 값이 없다.", "Chart without figures." },
  { make_missing, "그래프이며, 보일 값이 없다. No price yet. One comes at nine.",
    "Chart without figures. No price yet. One comes at nine." },
  { make_single, "막대그래프이며, 값은 1개이다. 그 하나는 2024년 3이다.",
    "Bar chart with 1 figure. It is 2024: 3." },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JipyoPlot) korean = cases[i].make (JIPYO_LANG_KO);
    g_autoptr (JipyoPlot) english = cases[i].make (JIPYO_LANG_EN);
    assert_summary (korean, cases[i].ko);
    assert_summary (english, cases[i].en);
  }
}

/* Each kind of chart has a name of its own, in both languages. */
static void
test_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (JipyoLang lang = JIPYO_LANG_KO; lang <= JIPYO_LANG_EN; lang++)
    for (guint mark = 0; mark < JIPYO_N_MARKS; mark++) {
      g_autoptr (JipyoPlot) plot = jipyo_plot_new (lang);
      jipyo_plot_add_series (plot, "a", NULL, (JipyoMark) mark);
      g_assert_true (g_hash_table_add (names, jipyo_plot_summary_write (plot)));
    }
}

typedef struct {
  JipyoUnit unit;
  const double *values;
  guint n;
  const char *ko;
  const char *en;
} OddCase;

/* A tie has no largest; what differs by less than is written neither rises nor grows. */
static const OddCase odd_cases[] = {
  { JIPYO_UNIT_MODELS, (const double[]){ 1, NAN, 3, NAN, NAN, 5, NAN, NAN, 7 }, 9,
    "빈 곳이 3곳이며, 가장 긴 곳 중 하나는 2012년과 2015년 사이이다.",
    "There are 3 gaps, one of the longest between 2012 and 2015." },
  { JIPYO_UNIT_POINTS,
    (const double[]){ 10, 11, 10, 11, 12, 11, 61, 62, 61, 62, 61, 62, 12, 11, 10, 11, 12 }, 17,
    "2곳이며, 가장 큰 것 중 하나는 2015년 11.0점에서 2016년 61.0점으로 달라진 것이다.",
    "2 steps are far larger than the rest, one of the largest from 11.0 points in 2015 to 61.0" },
  { JIPYO_UNIT_POINTS,
    (const double[]){ 10, 12, 11, 13, 12, 11, 60, 61, 59, 61, 60, 62, 9, 10, 11 }, 15,
    "가장 큰 것은 2021년 62.0점에서 2022년 9.0점으로 달라진 것이다.",
    "most of all from 62.0 points in 2021 to 9.0 points in 2022." },
  { JIPYO_UNIT_KRW, (const double[]){ 213900000000, 213900000001, 213900000002 }, 3,
    "처음과 끝이 거의 같다: 2010년 2,139억 원과 2012년 2,139억 원.",
    "It ends about where it began: ₩213.9 billion in 2010 and in 2012." },
  { JIPYO_UNIT_MODELS, (const double[]){ 1000000, 1000100, 1000200 }, 3,
    "늘었다. 도중에 줄어든 적은 없다.", "It does so without a fall." },
};

static void
test_odd (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (odd_cases); i++) {
    const OddCase *odd = &odd_cases[i];
    for (JipyoLang lang = JIPYO_LANG_KO; lang <= JIPYO_LANG_EN; lang++) {
      g_autoptr (JipyoPlot) plot = new_years (lang, 2010, odd->n);
      plot->value.unit = odd->unit;
      add_values (jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE), odd->values, odd->n);
      g_autofree char *summary = jipyo_plot_summary_write (plot);
      g_test_message ("%s", summary);
      g_assert_nonnull (strstr (summary, lang == JIPYO_LANG_KO ? odd->ko : odd->en));
      g_assert_null (strstr (summary, "—"));
    }
  }
}

typedef struct {
  JipyoMark mark;
  guint n_series;
  guint n_bands;
  const double *values; /* of the first series, then of the next */
  const char *ko;
  const char *en;
} WholeCase;

/* What is drawn as parts of wholes, or as tiles, is told as such, and not only counted. */
static const WholeCase whole_cases[] = {
  { JIPYO_MARK_WAFFLE, 2, 1, (const double[]){ 60, 40 }, "S0이 60 %로 가장 크다.",
    "The largest part of A is S0 with 60 %." },
  { JIPYO_MARK_WAFFLE, 2, 2, (const double[]){ 60, 30, 40, 10 }, "나뉜 묶음 2개에서 모두 그렇다.",
    "S0 with 60 %, as in the other divided group." },
  { JIPYO_MARK_AREA_STACK, 2, 3, (const double[]){ 1, 2, 4, 3, 3, 3 },
    "합이 가장 큰 것은 C 7개, 가장 작은 것은 A 4개이다.",
    "In all, the highest is C with 7 models; the lowest is A with 4 models." },
  { JIPYO_MARK_TREEMAP, 1, 3, (const double[]){ 5, 20, 1 }, "B가 20개로 가장 많고",
    "B leads with 20 models, 4 times A with 5 models." },
};

static void
test_wholes (void)
{
  static const char *const names[] = { "A", "B", "C" };
  static const char *const series_names[] = { "S0", "S1" };

  for (guint i = 0; i < G_N_ELEMENTS (whole_cases) * 2; i++) {
    const WholeCase *own = &whole_cases[i / 2];
    const JipyoLang lang = i % 2 == 0 ? JIPYO_LANG_KO : JIPYO_LANG_EN;
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (lang);

    plot->value.unit = JIPYO_UNIT_MODELS;
    for (guint k = 0; k < own->n_bands; k++)
      jipyo_plot_add_band (plot, names[k], NULL);
    for (guint k = 0; k < own->n_series; k++)
      add_values (jipyo_plot_add_series (plot, series_names[k], series_names[k], own->mark),
                  own->values + k * own->n_bands, own->n_bands);
    g_autofree char *summary = jipyo_plot_summary_write (plot);
    g_test_message ("%s", summary);
    g_assert_nonnull (strstr (summary, lang == JIPYO_LANG_KO ? own->ko : own->en));
  }
}

/* The summary says what the title of the view says, too. */
static void
test_titles (void)
{
  g_autoptr (JipyoPlot) plot = make_growth (JIPYO_LANG_EN);
  JipyoView view = { .title = jipyo_text_new ("해", "Years"),
                     .sentence = jipyo_text_new ("늘었다", "It grew"),
                     .sheet = jipyo_sheet_new (JIPYO_LANG_EN) };

  jipyo_plot_set_title (plot, "Models a year", NULL);
  jipyo_sheet_take_plot (view.sheet, g_steal_pointer (&plot));
  g_autofree char *text = jipyo_plot_summary_write_view (&view, JIPYO_LANG_EN);
  g_assert_true (
    g_str_has_prefix (text, "Years\nIt grew\n\nModels a year\nBar chart with 5 figures"));
  g_assert_true (g_str_has_suffix (text, "derived.\n"));
  jipyo_text_clear (&view.title);
  jipyo_text_clear (&view.sentence);
  jipyo_sheet_free (view.sheet);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/plot-summary/words", test_words);
  g_test_add_func ("/views/plot-summary/names", test_names);
  g_test_add_func ("/views/plot-summary/odd", test_odd);
  g_test_add_func ("/views/plot-summary/wholes", test_wholes);
  g_test_add_func ("/views/plot-summary/titles", test_titles);
  return g_test_run ();
}
