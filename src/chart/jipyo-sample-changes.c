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
      steps[i].planned && i != 6 ? NULL : g_strdup_printf ("%g", steps[i].rate);
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

const JipyoSample jipyo_sample_changes[] = {
  { "steps", make_steps },
  { "steps-hostile", make_steps_hostile },
  { NULL, NULL },
};
