/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Samples of what is written about positions and points. Synthetic, all of it.
 */

#include "jipyo-sample.h"

#include <math.h>

static void
annotate (JipyoPlot *plot, JipyoAnnotation annotation, const char *text)
{
  annotation.text = (char *) text;
  jipyo_plot_add_annotation (plot, &annotation);
}

static double
get_month (int month)
{
  return jipyo_plot_time_from_date (
    (JipyoDate){ 2030 + (month - 1) / 12, (month - 1) % 12 + 1, 1 });
}

static void
add_months (JipyoPlot *plot)
{
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "level", NULL, JIPYO_MARK_LINE);

  plot->value.has_bounds = TRUE;
  plot->value.low = 35;
  plot->value.high = 90;
  series->colour.role = JIPYO_ROLE_ACCENT;
  for (int month = 1; month <= 18; month++)
    jipyo_plot_series_add (series, get_month (month), 40 + month * 2.2 + 9 * sin (month * 0.9),
                           NULL);
}

static JipyoPlot *
make_events (JipyoLang lang)
{
  JipyoPlot *plot = jipyo_plot_new (lang);
  const JipyoAnnotationAxis on_position = JIPYO_ANNOTATION_ON_POSITION;

  jipyo_plot_set_title (
    plot,
    jipyo_sample_pick (lang, "두 번째 공모 뒤에 크게 올랐다", "It rose after the second call"),
    jipyo_sample_pick (lang, "월별 지수", "Index by month"));
  plot->position.kind = JIPYO_SCALE_TIME;
  add_months (plot);
  annotate (plot,
            (JipyoAnnotation){ JIPYO_ANNOTATION_SPAN, on_position, get_month (5), get_month (8), 0,
                               NULL, NULL },
            jipyo_sample_pick (lang, "심사 기간", "Review"));
  annotate (
    plot, (JipyoAnnotation){ JIPYO_ANNOTATION_EVENT, on_position, get_month (3), 0, 0, NULL, NULL },
    jipyo_sample_pick (lang, "첫 공모", "First call"));
  annotate (
    plot,
    (JipyoAnnotation){ JIPYO_ANNOTATION_EVENT, on_position, get_month (12), 0, 0, NULL, NULL },
    jipyo_sample_pick (lang, "두 번째 공모", "Second call"));
  annotate (
    plot, (JipyoAnnotation){ JIPYO_ANNOTATION_LINE, on_position, get_month (16), 0, 1, NULL, NULL },
    jipyo_sample_pick (lang, "예산 확정 예정", "Budget due"));
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_LINE, 0, 70, 0, 0, NULL, NULL },
            jipyo_sample_pick (lang, "목표 70", "Target 70"));
  annotate (plot,
            (JipyoAnnotation){ JIPYO_ANNOTATION_NOTE, 0, get_month (9),
                               40 + 9 * 2.2 + 9 * sin (9 * 0.9), 0, NULL, NULL },
            jipyo_sample_pick (lang, "여름의 고점: 자료가 한 번 고쳐졌다",
                               "Summer's high: figures were revised once"));
  return plot;
}

static JipyoPlot *
make_event_rows (JipyoLang lang)
{
  static const double values[] = { 20, 55, 80, 62, 35 };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (plot, jipyo_sample_pick (lang, "줄에 쓴 말", "Words about rows"),
                        jipyo_sample_pick (lang, "선, 구간, 표지, 메모", "Line, span, pin, note"));
  plot->horizontal = TRUE;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *name = g_strdup_printf ("%c", 'A' + i);
    g_autofree char *text = jipyo_sample_format (values[i], 0);
    jipyo_plot_add_band (plot, name, NULL);
    jipyo_plot_series_add (series, i, values[i], text);
  }
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_SPAN, 1, 2.5, 4.5, 0, NULL, NULL },
            jipyo_sample_pick (lang, "새로 든 팀", "New teams"));
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_LINE, 1, 0.5, 0, 1, NULL, NULL },
            jipyo_sample_pick (lang, "탈락선", "Cut"));
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_EVENT, 1, 1, 0, 0, NULL, NULL },
            jipyo_sample_pick (lang, "이의 신청", "Appeal"));
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_NOTE, 0, 0, 20, 0, NULL, NULL },
            jipyo_sample_pick (lang, "추정치", "An estimate"));
  return plot;
}

/* Crowded events, long texts, places that are out of sight or no numbers. */
static JipyoPlot *
make_events_hostile (JipyoLang lang)
{
  static const double odd[] = { NAN, INFINITY, -1e300, 1e300 };
  const char *text = jipyo_sample_pick (lang, "아주 길어서 다 쓸 자리가 없는 사건의 이름",
                                        "The name of an event that is too long for its place");
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "너무 많은 말", "Too many words"),
    jipyo_sample_pick (lang, "자리가 없으면 선만 남는다", "Without room the line stays"));
  plot->position.kind = JIPYO_SCALE_TIME;
  add_months (plot);
  for (int month = 2; month < 18; month += 2) {
    const double level = 40 + month * 2.2 + 9 * sin (month * 0.9);
    annotate (plot,
              (JipyoAnnotation){ JIPYO_ANNOTATION_EVENT, 1, get_month (month), 0, 0, NULL, NULL },
              month % 4 == 0 ? text : "A");
    annotate (
      plot, (JipyoAnnotation){ JIPYO_ANNOTATION_NOTE, 0, get_month (month), level, 0, NULL, NULL },
      text);
  }
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    for (int kind = JIPYO_ANNOTATION_LINE; kind <= JIPYO_ANNOTATION_NOTE; kind++)
      annotate (
        plot, (JipyoAnnotation){ (JipyoAnnotationKind) kind, 1, odd[i], odd[3 - i], 0, NULL, NULL },
        "?");
  return plot;
}

const JipyoSample jipyo_sample_events[] = {
  { "events", make_events },
  { "event-rows", make_event_rows },
  { "events-hostile", make_events_hostile },
  { NULL, NULL },
};
