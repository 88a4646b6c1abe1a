/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Samples of data that leave a chart little to go by: one point or none, all alike, of too many
 * magnitudes, with names that fit nowhere, of a century and of a minute. Synthetic, all of it.
 */

#include "jipyo-sample.h"

#include <math.h>

static const double DAY_S = 86400;

/* Names of 80 characters, of Hangul without a space, written from right to left, and of one letter.
 */
static const char *const names[] = {
  "The Extraordinarily Long Name of a Consortium of Institutes for Computing, Second",
  "아주긴이름을가진띄어쓰기없는인공지능연구개발사업단산하거대언어모델공동연구소",
  "مؤشر الاستثمار في الذكاء الاصطناعي",
  "Ω",
};

static JipyoPlot *
make_plot (JipyoLang lang, const char *ko, const char *en)
{
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (plot, jipyo_sample_pick (lang, ko, en), NULL);
  plot->position.kind = JIPYO_SCALE_TIME;
  return plot;
}

static JipyoPlotSeries *
add_line (JipyoPlot *plot, const char *name)
{
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, JIPYO_MARK_LINE);

  series->colour.role = JIPYO_ROLE_ACCENT;
  return series;
}

static double
get_day (int year, int day)
{
  return jipyo_plot_time_from_date ((JipyoDate){ year, 1, 1 }) + day * DAY_S;
}

static void
add_figure (JipyoPlotSeries *series, double position, double value)
{
  g_autofree char *text = jipyo_sample_format (value, 0);

  jipyo_plot_series_add (series, position, value, text);
}

static JipyoPlot *
make_one_point (JipyoLang lang)
{
  JipyoPlot *plot = make_plot (lang, "점 하나", "One point");

  add_figure (add_line (plot, "A"), get_day (2030, 0), 42);
  return plot;
}

static JipyoPlot *
make_one_candle (JipyoLang lang)
{
  JipyoPlot *plot = make_plot (lang, "봉 하나", "One candle");
  JipyoPlotSeries *price = jipyo_plot_add_series (
    plot, "price", jipyo_sample_pick (lang, "주가", "Price"), JIPYO_MARK_CANDLE);
  JipyoPlotSeries *volume = jipyo_plot_add_series (
    plot, "volume", jipyo_sample_pick (lang, "거래량", "Volume"), JIPYO_MARK_VOLUME);
  g_autofree char *text = jipyo_sample_format (52300, 0);

  plot->position.of_days = TRUE;
  JipyoDatum *datum = jipyo_plot_series_add (price, get_day (2030, 0), 52300, text);
  datum->start = 51800;
  datum->low = 51500;
  datum->high = 52900;
  jipyo_plot_series_add (volume, get_day (2030, 0), 1200, NULL);
  return plot;
}

static JipyoPlot *
make_no_point (JipyoLang lang)
{
  JipyoPlot *plot = make_plot (lang, "점 없음", "No point");
  JipyoPlotSeries *series = add_line (plot, "A");

  for (int day = 0; day < 5; day++)
    jipyo_plot_series_add (series, get_day (2030, day), NAN, NULL);
  return plot;
}

static JipyoPlot *
make_equal (JipyoLang lang)
{
  JipyoPlot *plot = make_plot (lang, "모두 같은 값", "All equal");
  JipyoPlotSeries *series = add_line (plot, "A");

  for (int day = 0; day < 40; day++)
    jipyo_plot_series_add (series, get_day (2030, day), 1234.5, NULL);
  return plot;
}

static JipyoPlot *
make_negative (JipyoLang lang)
{
  static const double values[] = { -3, -140, -12, -98, -0.5 };
  JipyoPlot *plot = make_plot (lang, "모두 영 아래", "All below zero");
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);

  plot->position.kind = JIPYO_SCALE_BAND;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *name = g_strdup_printf ("%c", 'A' + i);
    add_figure (series, jipyo_plot_add_band (plot, name, NULL), values[i]);
  }
  return plot;
}

static JipyoPlot *
make_magnitudes (JipyoLang lang)
{
  static const double values[] = { 840000000000, 12, 0.0004, 0, 91000000 };
  JipyoPlot *plot = make_plot (lang, "아주 큰 것과 아주 작은 것", "The huge and the tiny");
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);

  plot->position.kind = JIPYO_SCALE_BAND;
  plot->horizontal = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *name = g_strdup_printf ("%c", 'A' + i);
    add_figure (series, jipyo_plot_add_band (plot, name, NULL), values[i]);
  }
  return plot;
}

static JipyoPlot *
make_names (JipyoLang lang)
{
  JipyoPlot *plot = make_plot (lang, "어디에도 들어가지 않는 이름", "Names that fit nowhere");
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);

  plot->position.kind = JIPYO_SCALE_BAND;
  plot->horizontal = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_figure (series, jipyo_plot_add_band (plot, names[i], names[i]), 40 - 7.0 * i);
  return plot;
}

static JipyoPlot *
make_line_names (JipyoLang lang)
{
  JipyoPlot *plot = make_plot (lang, "이름이 긴 선", "Lines of long names");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, names[i], names[i], JIPYO_MARK_LINE);
    series->colour = (JipyoColourKey){ JIPYO_ROLE_SERIES, i };
    for (int day = 0; day < 60; day++)
      jipyo_plot_series_add (series, get_day (2030, day), 100 + sin (day * 0.2 + i) * (3 + i),
                             NULL);
  }
  return plot;
}

static JipyoPlot *
make_log_zeros (JipyoLang lang)
{
  static const double values[] = { 0, 3, 70, 0, 1500, -20, 90000, 0.02 };
  JipyoPlot *plot = make_plot (lang, "로그 축의 영과 음수", "Zeros on a logarithmic axis");
  JipyoPlotSeries *series = add_line (plot, "A");

  plot->value.kind = JIPYO_SCALE_LOG;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    add_figure (series, get_day (2030, (int) i), values[i]);
  return plot;
}

static JipyoPlot *
make_century (JipyoLang lang)
{
  JipyoPlot *plot = make_plot (lang, "백 년이 넘는 기간", "More than a century");
  JipyoPlotSeries *series = add_line (plot, "A");

  for (int year = 1907; year < 2031; year++)
    jipyo_plot_series_add (series, get_day (year, 0), pow (1.06, year - 1907) + year % 7, NULL);
  return plot;
}

static JipyoPlot *
make_minute (JipyoLang lang)
{
  JipyoPlot *plot = make_plot (lang, "일 분 동안", "One minute");
  JipyoPlotSeries *series = add_line (plot, "A");

  for (int second = 0; second <= 60; second++)
    jipyo_plot_series_add (series, get_day (2030, 0) + 36000 + second,
                           159850000 + 4000 * sin (second * 0.3), NULL);
  return plot;
}

const JipyoSample jipyo_sample_extremes[] = {
  { "one-point-hostile", make_one_point }, { "one-candle-hostile", make_one_candle },
  { "no-point-hostile", make_no_point },   { "equal-hostile", make_equal },
  { "negative-hostile", make_negative },   { "magnitudes-hostile", make_magnitudes },
  { "names-hostile", make_names },         { "line-names-hostile", make_line_names },
  { "log-hostile", make_log_zeros },       { "century-hostile", make_century },
  { "minute-hostile", make_minute },       { NULL, NULL },
};
