/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of baskets, dots of events, one course with its band.
 */

#include "jipyo-shares-plots.h"

#include "jipyo-event-label.h"
#include "jipyo-figures.h"
#include "jipyo-format.h"
#include "jipyo-standing.h"

#include <math.h>
#include <string.h>

static const double BASE_VALUE = 100;

char *
jipyo_shares_plots_format_missing (const JipyoTeamShares *shares, JipyoLang lang)
{
  const gboolean has_market = jipyo_closes_count (shares->market) > 0;
  guint n_kept;
  const guint n = jipyo_team_shares_count (shares, &n_kept);

  if (shares->unread)
    return g_strdup (lang == JIPYO_LANG_KO
                       ? "보관된 일별 종가를 다 읽지 못했습니다. 시세는 표에 있습니다."
                       : "Not all daily closes have been read. Quotes are in the table.");
  if (lang == JIPYO_LANG_KO)
    return g_strdup_printf (
      "보관된 일별 종가: 코스피 %s, 상장사 %u곳 가운데 %u곳.\n"
      "jipyo backfill krx:KOSPI로 받아 오거나, 파일에서 jipyo import 파일 --instrument krx:KOSPI "
      "--every 1d로 들여올 수 있습니다.",
      has_market ? "있음" : "없음", n, n_kept);
  return g_strdup_printf ("Daily closes kept: %s, %u of %u listed members.\n"
                          "jipyo backfill krx:KOSPI fetches them, or jipyo import FILE "
                          "--instrument krx:KOSPI --every 1d brings them in.",
                          has_market ? "KOSPI" : "no KOSPI", n_kept, n);
}

static void
set_empty (JipyoPlot *plot, const JipyoTeamShares *shares)
{
  g_free (plot->empty);
  plot->empty = jipyo_shares_plots_format_missing (shares, plot->lang);
}

static double
get_time (int day)
{
  return jipyo_plot_time_from_date (jipyo_date_from_day (day));
}

/* Indices */

/* The name at the line's end has the last value with it; a session without one breaks the line. */
static void
add_line (JipyoPlot *plot, const JipyoCloses *closes, const char *id, const char *name)
{
  const guint n = jipyo_closes_get_n (closes);
  const double last = jipyo_closes_get_value (closes, n - 1);
  g_autofree char *level =
    isnan (last) ? g_strdup ("") : jipyo_format_price (jipyo_figure_round (last, 1), 1);
  g_autofree char *label = g_strdup_printf ("%s %s", name, level);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, id, g_strchomp (label), JIPYO_MARK_LINE);

  jipyo_plot_series_set_spoken (series, name);
  for (guint i = 0; i < n; i++)
    jipyo_plot_series_add (series, get_time (jipyo_closes_get_day (closes, i)),
                           jipyo_closes_get_value (closes, i), NULL);
}

static JipyoPlotSeries *
get_last_series (JipyoPlot *plot)
{
  return g_ptr_array_index (plot->series, plot->series->len - 1);
}

static void
add_basket_line (JipyoPlot *plot, const JipyoTeamBasket *basket)
{
  const char *name = jipyo_text_get (&basket->team->short_name, plot->lang);

  add_line (plot, basket->basket->index, basket->team->id, name);
  get_last_series (plot)->colour = (JipyoColourKey){ JIPYO_ROLE_TEAM, basket->team->colour };
}

/* What the programme itself called the day, else what happened to the first team. */
static const JipyoText *
name_day (const JipyoLedger *ledger, const JipyoEvent *decision)
{
  const GPtrArray *events = jipyo_ledger_get_events (ledger);

  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);

    if (event->team == NULL && !event->planned && event->kind == JIPYO_EVENT_REVIEW
        && jipyo_date_compare (event->date, decision->date) == 0)
      return &event->title;
  }
  return &decision->title;
}

/* Each day once; `team` NULL: of all teams. */
static void
mark_decisions (JipyoPlot *plot, const JipyoLedger *ledger, const JipyoTeam *team, int from_day)
{
  const GPtrArray *events = jipyo_ledger_get_events (ledger);
  const JipyoEvent *last = NULL;

  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);

    if (event->planned || event->date.day == 0 || event->team == NULL
        || !jipyo_standing_follows_from (event->kind)
        || (team != NULL && strcmp (event->team, team->id) != 0)
        || (last != NULL && jipyo_date_compare (last->date, event->date) == 0)
        || jipyo_date_first_day (event->date) < from_day)
      continue;
    last = event;
    const JipyoText *name = team == NULL ? name_day (ledger, event) : &event->title;
    jipyo_plot_add_annotation (
      plot, &(JipyoAnnotation){ .kind = JIPYO_ANNOTATION_EVENT,
                                .axis = JIPYO_ANNOTATION_ON_POSITION,
                                .from = get_time (jipyo_date_first_day (event->date)),
                                .text = (char *) jipyo_text_get (name, plot->lang) });
  }
}

static void
finish_index (JipyoPlot *plot, const JipyoBasket *longest)
{
  const JipyoAnnotation base = { .kind = JIPYO_ANNOTATION_LINE,
                                 .axis = JIPYO_ANNOTATION_ON_VALUE,
                                 .from = BASE_VALUE };

  plot->position.kind = JIPYO_SCALE_TIME;
  if (longest == NULL)
    return;
  add_line (plot, longest->market, "market", plot->lang == JIPYO_LANG_KO ? "코스피" : "KOSPI");
  get_last_series (plot)->colour.role = JIPYO_ROLE_ACCENT;
  jipyo_plot_add_annotation (plot, &base);
}

/* The market's line goes with the basket that begins first; of others with a later base day the
 * title says so. */
static const JipyoBasket *
find_longest (const JipyoTeamShares *shares, gboolean *same)
{
  const JipyoBasket *longest = NULL;

  *same = TRUE;
  for (guint i = 0; i < shares->baskets->len; i++) {
    const JipyoTeamBasket *team = g_ptr_array_index (shares->baskets, i);

    if (team->basket == NULL)
      continue;
    *same = *same && (longest == NULL || longest->base_day == team->basket->base_day);
    if (longest == NULL || team->basket->base_day < longest->base_day)
      longest = team->basket;
  }
  return longest;
}

static char *
format_base (const JipyoBasket *longest, gboolean same, JipyoLang lang)
{
  g_autofree char *day =
    longest != NULL ? jipyo_date_format (jipyo_date_from_day (longest->base_day)) : NULL;

  if (longest == NULL)
    return g_strdup (lang == JIPYO_LANG_KO ? "바구니 지수와 코스피" : "Baskets and KOSPI");
  if (same)
    return g_strdup_printf (lang == JIPYO_LANG_KO ? "바구니 지수와 코스피, %s = 100"
                                                  : "Baskets and KOSPI, %s = 100",
                            day);
  return g_strdup_printf (lang == JIPYO_LANG_KO
                            ? "바구니 지수와 코스피, 각 첫날 = 100(코스피 %s)"
                            : "Baskets and KOSPI, first day of each = 100 (KOSPI %s)",
                          day);
}

void
jipyo_shares_plots_add_index (const JipyoSharesBoard *board)
{
  JipyoViewDraft *draft = board->draft;
  gboolean same;
  const JipyoBasket *longest = find_longest (board->shares, &same);
  g_autofree char *title = format_base (longest, same, draft->context->lang);
  JipyoPlot *plot = jipyo_view_draft_add_plot (
    draft, title,
    jipyo_view_draft_pick (draft, "기준일에 사서 그대로 둔 값 · 배당 제외 · 종가 없는 날은 비움",
                           "Bought on the base day and held · no dividends · gaps stay gaps"));

  set_empty (plot, board->shares);
  for (guint i = 0; i < board->shares->baskets->len; i++) {
    const JipyoTeamBasket *team = g_ptr_array_index (board->shares->baskets, i);

    if (team->basket != NULL)
      add_basket_line (plot, team);
  }
  finish_index (plot, longest);
  if (longest != NULL)
    mark_decisions (plot, draft->context->ledger, NULL, longest->base_day);
}

void
jipyo_shares_plots_add_team (JipyoViewDraft *draft, const JipyoTeam *team)
{
  const JipyoLang lang = draft->context->lang;
  g_autoptr (JipyoTeamShares) shares = jipyo_team_shares_new (draft->context, NULL);

  for (guint i = 0; shares != NULL && i < shares->baskets->len; i++) {
    const JipyoTeamBasket *basket = g_ptr_array_index (shares->baskets, i);

    if (basket->team != team || basket->basket == NULL)
      continue;
    g_autofree char *title = format_base (basket->basket, TRUE, lang);
    g_autofree char *weights = jipyo_team_basket_format_weights (basket, basket->parts, lang);
    JipyoPlot *plot = jipyo_view_draft_add_plot (draft, title, weights);
    add_basket_line (plot, basket);
    mark_decisions (plot, draft->context->ledger, team, basket->basket->base_day);
    finish_index (plot, basket->basket);
  }
}

/* Events */

static JipyoColourKey
choose_colour (const JipyoTeamStudy *study, guint window)
{
  if (study->findings[window] == JIPYO_FINDING_NOISE)
    return (JipyoColourKey){ JIPYO_ROLE_MUTED, 0 };
  return (JipyoColourKey){ JIPYO_ROLE_TEAM, study->basket->team->colour };
}

static char *
format_percent (double fraction)
{
  return jipyo_format_change_percent (jipyo_figure_round (fraction * 100, 2));
}

static void
add_study (JipyoPlot *plot, JipyoPlotSeries *series, const JipyoTeamStudy *study, guint window)
{
  const JipyoEventReturn *sum = &study->returns[window];
  g_autofree char *date = jipyo_date_format (study->event->date);
  g_autofree char *name =
    g_strdup_printf ("%s · %s %s", jipyo_text_get (&study->basket->team->short_name, plot->lang),
                     jipyo_event_label_kind (study->event->kind, plot->lang), date);
  g_autofree char *text = format_percent (sum->value);

  if (study->studies[window].verdict != JIPYO_EVENT_STUDY_DONE)
    return;
  const guint band = jipyo_plot_add_band (plot, name, NULL);
  JipyoDatum *datum = jipyo_plot_series_add (series, band, sum->value * 100, text);
  datum->low = sum->low * 100;
  datum->high = sum->high * 100;
  datum->has_colour = TRUE;
  datum->colour = choose_colour (study, window);
  datum->faded = study->findings[window] == JIPYO_FINDING_ALONE;
}

static char *
format_tests (const JipyoSharesBoard *board, JipyoLang lang)
{
  const guint n = board->studies->n_done[board->window];
  g_autofree char *chance =
    jipyo_decimal_format (jipyo_figure_round (n * jipyo_team_study_tail, 1));

  return g_strdup_printf (
    lang == JIPYO_LANG_KO ? "코스피 시장모형, 95 %% 구간 · 추정 −120…−11거래일 · 회색은 잡음과 "
                            "구별되지 않음, 옅은 색은 "
                            "하나만 보면 구별됨 · 검정 %u건, 우연만으로도 %s건"
                          : "Market model on KOSPI, 95 %% bands · estimated on sessions −120…−11 · "
                            "grey: not told apart "
                            "from noise, pale: only when looked at alone · %u tests, %s by chance",
    n, chance);
}

static void
add_zero (JipyoPlot *plot, JipyoAnnotationAxis axis)
{
  const JipyoAnnotation zero = { .kind = JIPYO_ANNOTATION_LINE, .axis = axis, .from = 0 };

  jipyo_plot_add_annotation (plot, &zero);
}

void
jipyo_shares_plots_add_events (const JipyoSharesBoard *board)
{
  JipyoViewDraft *draft = board->draft;
  const JipyoLang lang = draft->context->lang;
  g_autofree char *title = g_strdup_printf (
    lang == JIPYO_LANG_KO ? "사건 앞뒤 %1$u거래일의 비정상 수익률"
                          : "Abnormal return from session −%1$u to +%1$u around the event",
    jipyo_team_study_reaches[board->window]);
  g_autofree char *subtitle = format_tests (board, lang);
  JipyoPlot *plot = jipyo_view_draft_add_plot (draft, title, subtitle);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "car", NULL, JIPYO_MARK_DOT);

  set_empty (plot, board->shares);
  plot->horizontal = TRUE;
  plot->position.kind = JIPYO_SCALE_BAND;
  plot->value.unit = JIPYO_UNIT_PERCENT;
  for (guint i = 0; i < board->studies->studies->len; i++)
    add_study (plot, series, g_ptr_array_index (board->studies->studies, i), board->window);
  if (series->data->len > 0)
    add_zero (plot, JIPYO_ANNOTATION_ON_VALUE);
}

/* One course */

static void
add_course_points (JipyoPlot *plot, const JipyoEventStudy *study)
{
  const gboolean ko = plot->lang == JIPYO_LANG_KO;
  JipyoPlotSeries *band =
    jipyo_plot_add_series (plot, "band", ko ? "95 % 구간" : "95 % band", JIPYO_MARK_BAND);
  const int reach = (int) study->reach;

  for (int day = -reach; day <= reach; day++) {
    const JipyoEventReturn sum =
      jipyo_event_study_cumulate (study, -reach, day, jipyo_team_study_tail);
    JipyoDatum *datum = jipyo_plot_series_add (band, day, NAN, NULL);
    datum->low = sum.low * 100;
    datum->high = sum.high * 100;
  }
  JipyoPlotSeries *line =
    jipyo_plot_add_series (plot, "car", ko ? "누적" : "cumulated", JIPYO_MARK_LINE);
  for (int day = -reach; day <= reach; day++) {
    const JipyoEventReturn sum =
      jipyo_event_study_cumulate (study, -reach, day, jipyo_team_study_tail);
    g_autofree char *text = day == reach ? format_percent (sum.value) : NULL;
    jipyo_plot_series_add (line, day, sum.value * 100, text);
  }
}

/* The longest window that was over. */
static const JipyoEventStudy *
find_widest (const JipyoTeamStudy *study, guint *window)
{
  for (guint i = JIPYO_TEAM_STUDY_N_WINDOWS; study != NULL && i > 0; i--) {
    *window = i - 1;
    if (study->studies[i - 1].verdict == JIPYO_EVENT_STUDY_DONE)
      return &study->studies[i - 1];
  }
  return NULL;
}

static void
draw_course (JipyoPlot *plot, const JipyoTeamStudy *study, const JipyoEventStudy *model)
{
  const JipyoColourKey colour = { JIPYO_ROLE_TEAM, study->basket->team->colour };
  const JipyoAnnotation event = { .kind = JIPYO_ANNOTATION_LINE,
                                  .axis = JIPYO_ANNOTATION_ON_POSITION,
                                  .from = 0,
                                  .text = (char *) jipyo_event_label_kind (study->event->kind,
                                                                           plot->lang) };

  add_course_points (plot, model);
  for (guint i = 0; i < plot->series->len; i++)
    ((JipyoPlotSeries *) g_ptr_array_index (plot->series, i))->colour = colour;
  add_zero (plot, JIPYO_ANNOTATION_ON_VALUE);
  jipyo_plot_add_annotation (plot, &event);
}

void
jipyo_shares_plots_add_course (const JipyoSharesBoard *board)
{
  const JipyoTeamStudy *study = board->chosen;
  const JipyoLang lang = board->draft->context->lang;
  guint window = 0;
  const JipyoEventStudy *model = find_widest (study, &window);

  if (model == NULL)
    return;
  g_autofree char *day = jipyo_date_format (jipyo_date_from_day (study->session_day));
  g_autofree char *title = g_strdup_printf (lang == JIPYO_LANG_KO ? "%s, 누적 비정상 수익률"
                                                                  : "%s, cumulated abnormal return",
                                            jipyo_text_get (&study->event->title, lang));
  g_autofree char *subtitle =
    g_strdup_printf (lang == JIPYO_LANG_KO
                       ? "0 = %s · 거래일 · β %.2f, 추정 %u일 · 같은 구간의 다른 사건일 %u · %s"
                       : "0 = %s · sessions · β %.2f on %u days · other event days in it: %u · %s",
                     day, model->beta, model->n_returns, study->n_near[window],
                     jipyo_team_study_finding_label (study, window, lang));
  JipyoPlot *plot = jipyo_view_draft_add_plot (board->draft, title, subtitle);
  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->value.unit = JIPYO_UNIT_PERCENT;
  draw_course (plot, study, model);
}
