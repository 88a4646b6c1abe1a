/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Samples of what changed from one time to another.
 */

#include "jipyo-sample.h"

#include <math.h>

/* A rate that is set, and is planned to be set. */
static JipyoPlot *
make_steps (JipyoLang lang)
{
  static const struct {
    JipyoDate date;
    double rate;
    gboolean planned;
  } steps[] = {
    { { 2024, 1, 12 }, 3.5, FALSE }, { { 2024, 10, 11 }, 3.25, FALSE },
    { { 2024, 11, 28 }, 3, FALSE },  { { 2025, 2, 25 }, 2.75, FALSE },
    { { 2025, 5, 29 }, 2.5, FALSE }, { { 2026, 2, 26 }, 2.5, TRUE },
    { { 2026, 5, 28 }, 2.25, TRUE }, { { 2026, 8, 27 }, 2.25, TRUE },
  };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "금리는 계단으로 내려온다", "A rate comes down in steps"),
    jipyo_sample_pick (lang, "정해진 값은 다음 결정까지 그대로이다, %",
                       "A level holds until the next decision, %"));
  plot->position.kind = JIPYO_SCALE_TIME;
  plot->value.unit = JIPYO_UNIT_PERCENT;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "rate", NULL, JIPYO_MARK_STEP);
  series->colour.role = JIPYO_ROLE_ACCENT;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autofree char *text =
      steps[i].planned && i != 6 ? NULL : jipyo_sample_format (steps[i].rate, 0);
    JipyoDatum *datum = jipyo_plot_series_add (series, jipyo_plot_time_from_date (steps[i].date),
                                               steps[i].rate, text);
    datum->kind = steps[i].planned ? JIPYO_DATUM_PLANNED : JIPYO_DATUM_VALUE;
  }
  return plot;
}

/* Several series over a gap, one datum alone, values in both directions and back in time. */
static JipyoPlot *
make_steps_hostile (JipyoLang lang)
{
  static const double rows[3][8] = {
    { 1, 4, NAN, 3, NAN, 2, 2, -3 },
    { -1, -2, -2, -2, INFINITY, 5, 6, NAN },
    { 7, 6, 5, 5, 4, NAN, NAN, 8 },
  };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (plot, jipyo_sample_pick (lang, "빈틈은 단을 끝낸다", "A gap ends a level"),
                        jipyo_sample_pick (lang, "세 팀, 빈틈과 홀로 선 값",
                                           "Three teams with gaps and single values"));
  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (guint s = 0; s < 3; s++) {
    g_autofree char *name =
      g_strdup_printf ("%s %c", jipyo_sample_pick (lang, "팀", "Team"), 'A' + s);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, JIPYO_MARK_STEP);
    series->colour = (JipyoColourKey){ JIPYO_ROLE_TEAM, s };
    for (guint i = 0; i < 8; i++)
      jipyo_plot_series_add (series, s == 2 && i == 4 ? 2.5 : i, rows[s][i], NULL);
  }
  return plot;
}

static void
add_change (JipyoPlotSeries *series, double position, double start, double value)
{
  g_autofree char *text = jipyo_sample_format (value, 0);
  g_autofree char *note = jipyo_sample_format (start, 0);
  JipyoDatum *datum = jipyo_plot_series_add (series, position, value, text);

  datum->start = start;
  jipyo_datum_set_note (datum, note);
}

static JipyoPlot *
make_dumbbells (JipyoLang lang)
{
  static const struct {
    const char *ko;
    const char *en;
    double start, value;
  } rows[] = {
    { "수학", "Mathematics", 31, 78 }, { "코드", "Code", 42, 71 },
    { "한국어", "Korean", 64, 70 },    { "상식", "General knowledge", 69, 66 },
    { "안전", "Safety", 55, 55 },      { "음성", "Speech", 12, 33 },
  };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (plot,
                        jipyo_sample_pick (lang, "수학이 한 해에 47점 올랐다",
                                           "Mathematics rose by 47 points in a year"),
                        jipyo_sample_pick (lang, "분야별 평가 점수", "Score by field"));
  plot->horizontal = TRUE;
  plot->value.unit = JIPYO_UNIT_POINTS;
  plot->value.hidden = TRUE;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "score", NULL, JIPYO_MARK_DUMBBELL);
  jipyo_plot_series_name_ends (series, jipyo_sample_pick (lang, "2025년", "2025"),
                               jipyo_sample_pick (lang, "2026년", "2026"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    jipyo_plot_add_band (plot, jipyo_sample_pick (lang, rows[i].ko, rows[i].en), NULL);
    add_change (series, i, rows[i].start, rows[i].value);
    JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    datum->has_colour = i == 0;
    datum->colour.role = JIPYO_ROLE_ACCENT;
  }
  return plot;
}

static JipyoPlot *
make_dumbbell_columns (JipyoLang lang)
{
  JipyoPlot *plot = make_dumbbells (lang);

  plot->horizontal = FALSE;
  return plot;
}

/* Two series in a band, ends that are missing, bounds, plans, and signs. */
static JipyoPlot *
make_dumbbells_hostile (JipyoLang lang)
{
  static const double rows[2][5][2] = {
    { { NAN, 8 }, { 9, NAN }, { 3, 3 }, { INFINITY, 4 }, { 10, -8 } },
    { { 6, 6.4 }, { NAN, NAN }, { 1e9, 5 }, { 4, 11 }, { -2, -9 } },
  };
  static const JipyoDatumKind kinds[] = { JIPYO_DATUM_AT_MOST, JIPYO_DATUM_AT_LEAST,
                                          JIPYO_DATUM_PLANNED, JIPYO_DATUM_DERIVED,
                                          JIPYO_DATUM_TARGET };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "한쪽 끝만 알아도 보인다", "One end is enough to be seen"),
    jipyo_sample_pick (lang, "없는 끝, 한계, 계획, 부호", "Missing ends, bounds, plans, signs"));
  plot->horizontal = TRUE;
  plot->value.has_bounds = TRUE;
  plot->value.low = -10;
  plot->value.high = 14;
  for (guint i = 0; i < 5; i++) {
    g_autofree char *name = g_strdup_printf ("%c", 'A' + i);
    jipyo_plot_add_band (plot, name, NULL);
  }
  for (guint s = 0; s < 2; s++) {
    g_autofree char *name =
      g_strdup_printf ("%s %u", jipyo_sample_pick (lang, "팀", "Team"), s + 1);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, JIPYO_MARK_DUMBBELL);
    series->colour = (JipyoColourKey){ JIPYO_ROLE_TEAM, s };
    for (guint i = 0; i < 5; i++) {
      add_change (series, i, rows[s][i][0], rows[s][i][1]);
      g_array_index (series->data, JipyoDatum, i).kind = kinds[i];
    }
  }
  return plot;
}

static JipyoPlot *
make_slopes (JipyoLang lang)
{
  static const struct {
    const char *ko;
    const char *en;
    double start, value;
    JipyoColourKey colour;
  } lines[] = {
    { "바다", "Sea", 70.6, 74.2, { JIPYO_ROLE_TEAM, 0 } },
    { "구름", "Cloud", 69.9, 73.8, { JIPYO_ROLE_TEAM, 1 } },
    { "숲", "Forest", 61, 73.9, { JIPYO_ROLE_TEAM, 2 } },
    { "강", "River", 69.4, 66.1, { JIPYO_ROLE_TEAM, 3 } },
    { "모래", "Sand", 55.2, 58, { JIPYO_ROLE_TEAM, 4 } },
  };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "숲이 선두권에 들어왔다", "Forest caught up with the leaders"),
    jipyo_sample_pick (lang, "평가 점수", "Scores"));
  plot->value.hidden = TRUE;
  jipyo_plot_add_band (plot, jipyo_sample_pick (lang, "1차", "Round 1"), NULL);
  jipyo_plot_add_band (plot, jipyo_sample_pick (lang, "2차", "Round 2"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    JipyoPlotSeries *series = jipyo_plot_add_series (
      plot, lines[i].en, jipyo_sample_pick (lang, lines[i].ko, lines[i].en), JIPYO_MARK_SLOPE);
    series->colour = lines[i].colour;
    add_change (series, 0, lines[i].start, lines[i].value);
  }
  return plot;
}

/* More stages than two, one of them planned; a gap; long names that go to the legend. */
static JipyoPlot *
make_slopes_hostile (JipyoLang lang)
{
  static const double rows[3][4] = { { 10, 14, 9, 12 }, { 10, NAN, 11, 11 }, { -4, 2, 2, 30 } };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "세 단계의 기울기", "Slopes in three stages"),
    jipyo_sample_pick (lang, "빈틈, 같은 값, 긴 이름", "A gap, equal figures, long names"));
  for (guint i = 0; i < 4; i++) {
    g_autofree char *name = g_strdup_printf ("%u", 2023 + i);
    jipyo_plot_add_band (plot, name, NULL);
  }
  for (guint s = 0; s < 3; s++) {
    g_autofree char *name = g_strdup_printf (
      "%s %u",
      jipyo_sample_pick (lang, "아주 긴 이름을 가진 연구 모임", "A research group of a long name"),
      s + 1);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, JIPYO_MARK_SLOPE);
    series->colour = (JipyoColourKey){ JIPYO_ROLE_TEAM, s };
    for (guint i = 0; i < 3; i++) {
      add_change (series, i, rows[s][i], rows[s][i + 1]);
      JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
      datum->kind = i == 2 ? JIPYO_DATUM_PLANNED : JIPYO_DATUM_VALUE;
      if (i > 0)
        jipyo_datum_set_note (datum, NULL);
    }
  }
  return plot;
}

static JipyoPlot *
make_slope_rows (JipyoLang lang)
{
  JipyoPlot *plot = make_slopes (lang);

  plot->horizontal = TRUE;
  return plot;
}

const JipyoSample jipyo_sample_changes[] = {
  { "dumbbells", make_dumbbells },
  { "dumbbell-columns", make_dumbbell_columns },
  { "dumbbells-hostile", make_dumbbells_hostile },
  { "slopes", make_slopes },
  { "slopes-hostile", make_slopes_hostile },
  { "slope-rows", make_slope_rows },
  { "steps", make_steps },
  { "steps-hostile", make_steps_hostile },
  { NULL, NULL },
};
