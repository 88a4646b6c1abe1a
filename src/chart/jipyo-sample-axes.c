/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Samples of stacked areas, symmetric logarithms and an axis of trading days. Synthetic, all of it.
 */

#include "jipyo-sample.h"

#include <math.h>

static JipyoPlot *
make_area_stack (JipyoLang lang)
{
  static const char *const ko[] = { "장비", "데이터", "인재", "그 밖" };
  static const char *const en[] = { "Hardware", "Data", "Talent", "Other" };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot,
    jipyo_sample_pick (lang, "장비가 늘어난 만큼 전체가 늘었다", "Hardware made all of it grow"),
    jipyo_sample_pick (lang, "부문별 지출", "Spending by field"));
  plot->position.kind = JIPYO_SCALE_TIME;
  plot->value.unit = JIPYO_UNIT_KRW;
  for (guint s = 0; s < G_N_ELEMENTS (ko); s++) {
    JipyoPlotSeries *series = jipyo_plot_add_series (
      plot, en[s], jipyo_sample_pick (lang, ko[s], en[s]), JIPYO_MARK_AREA_STACK);
    series->colour = (JipyoColourKey){ JIPYO_ROLE_SERIES, s };
    for (guint i = 0; i < 12; i++) {
      const JipyoDate date = { (gint16) (2020 + i), 1, 1 };
      const double grown = s == 0 ? 20 * pow (1.32, i) : 25 + 4.0 * s + 2 * sin (i * 0.9 + s);
      jipyo_plot_series_add (series, jipyo_plot_time_from_date (date), grown * 1e8, NULL)->kind =
        i == 11 ? JIPYO_DATUM_PLANNED : JIPYO_DATUM_VALUE;
    }
  }
  return plot;
}

static JipyoPlot *
make_symlog (JipyoLang lang)
{
  static const double values[] = { 41000, 5200, 310, 12, 0, -9, -260, -7800 };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot,
    jipyo_sample_pick (lang, "벌기도 잃기도, 자릿수는 넷",
                       "Gains and losses over four powers of ten"),
    jipyo_sample_pick (lang, "손익, 대칭 로그 축", "Profit and loss, symmetric logarithm"));
  plot->horizontal = TRUE;
  plot->value.kind = JIPYO_SCALE_SYMLOG;
  plot->value.title = g_strdup (jipyo_sample_pick (lang, "억 원", "100 million won"));
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "profit", NULL, JIPYO_MARK_BAR);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *name =
      g_strdup_printf ("%s %c", jipyo_sample_pick (lang, "회사", "Company"), 'A' + (int) i);
    g_autofree char *text = jipyo_sample_format (values[i], 0);
    jipyo_plot_add_band (plot, name, NULL);
    JipyoDatum *datum = jipyo_plot_series_add (series, i, values[i], text);
    datum->has_colour = TRUE;
    datum->colour.role = values[i] < 0 ? JIPYO_ROLE_DOWN : JIPYO_ROLE_UP;
  }
  return plot;
}

/* Two weeks of minutes with a holiday: five-minute closes while the market is open. */
static JipyoPlot *
make_sessions (JipyoLang lang)
{
  static const JipyoDate holiday = { 2031, 3, 3 };
  const JipyoTradingDays days = {
    .first = { 2031, 2, 26 },
    .last = { 2031, 3, 7 },
    .open_minute = 9 * 60,
    .close_minute = 15 * 60 + 30,
    .holidays = &holiday,
    .n_holidays = 1,
  };
  JipyoPlot *plot = jipyo_plot_new (lang);
  guint32 seed = 9;
  double level = 100;
  guint n = 0;

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "연휴를 지나 회복했다", "It recovered after the long weekend"),
    jipyo_sample_pick (lang, "5분 종가, 닫힌 시간은 자리를 차지하지 않는다",
                       "Five-minute closes; closed hours take no room"));
  plot->position.kind = JIPYO_SCALE_TIME;
  plot->position.sessions = jipyo_sessions_new_of_days (&days);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "index", NULL, JIPYO_MARK_LINE);
  series->colour.role = JIPYO_ROLE_ACCENT;
  const JipyoOpening *openings = jipyo_sessions_get_openings (plot->position.sessions, &n);
  for (guint i = 0; i < n; i++)
    for (double time = openings[i].open; time <= openings[i].close; time += 300) {
      level *= 1 + (jipyo_sample_draw_number (&seed) - (i < n / 2 ? 0.515 : 0.487)) * 0.006;
      jipyo_plot_series_add (series, time, level, NULL);
    }
  return plot;
}

/* Gaps in one area, less than nothing in another, a lone point between gaps. */
static JipyoPlot *
make_area_stack_hostile (JipyoLang lang)
{
  static const double values[3][8] = {
    { 4, 5, NAN, 6, NAN, 5, 4, 4 },
    { 2, 3, 3, 3, 2, INFINITY, 2, 2 },
    { -1, -2, -2, 0, 1e-9, 1, 2, 2 },
  };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (plot, jipyo_sample_pick (lang, "빈 곳과 영 아래", "Gaps, and below zero"),
                        jipyo_sample_pick (lang, "세 부문, 여덟 해", "Three fields, eight years"));
  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (guint s = 0; s < G_N_ELEMENTS (values); s++) {
    g_autofree char *name = g_strdup_printf ("%c", 'A' + (int) s);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, JIPYO_MARK_AREA_STACK);
    series->colour = (JipyoColourKey){ JIPYO_ROLE_SERIES, s };
    for (guint i = 0; i < G_N_ELEMENTS (values[s]); i++)
      jipyo_plot_series_add (series, i, values[s][i], NULL);
  }
  return plot;
}

/* More series than there are colours. */
static JipyoPlot *
make_many (JipyoLang lang, JipyoMark mark, guint n)
{
  JipyoPlot *plot = jipyo_plot_new (lang);
  const guint n_days = mark == JIPYO_MARK_LINE ? 90 : 12;
  guint32 seed = 5;

  jipyo_plot_set_title (plot,
                        jipyo_sample_pick (lang, "너무 많으면 앞선 것만 가린다",
                                           "Of too many the first are told apart"),
                        jipyo_sample_pick (lang, "첫날 = 100", "first day = 100"));
  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (guint s = 0; s < n; s++) {
    g_autofree char *name =
      g_strdup_printf ("%s %u", jipyo_sample_pick (lang, "종목", "Share"), s + 1);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, mark);
    double level = 100;
    series->colour = (JipyoColourKey){ JIPYO_ROLE_SERIES, s };
    for (guint i = 0; i < n_days; i++, level *= 1 + (jipyo_sample_draw_number (&seed) - 0.48) * 0.1)
      jipyo_plot_series_add (series, i, level, NULL);
  }
  return plot;
}

static JipyoPlot *
make_lines_hostile (JipyoLang lang)
{
  return make_many (lang, JIPYO_MARK_LINE, 60);
}

static JipyoPlot *
make_stack_hostile (JipyoLang lang)
{
  return make_many (lang, JIPYO_MARK_STACK, 40);
}

const JipyoSample jipyo_sample_axes[] = {
  { "lines-hostile", make_lines_hostile },
  { "stack-hostile", make_stack_hostile },
  { "area-stack", make_area_stack },
  { "area-stack-hostile", make_area_stack_hostile },
  { "symlog", make_symlog },
  { "sessions", make_sessions },
  { NULL, NULL },
};
