/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "market-shares": the listed members of the teams with their quotes, a basket of each
 * team's against KOSPI, and whether the decisions about a team moved it. Prices alone are shown
 * where no history was kept; nothing is filled in.
 */

#include "jipyo-figures.h"
#include "jipyo-format.h"
#include "jipyo-shares-plots.h"
#include "jipyo-shares-table.h"
#include "jipyo-view-builders.h"

#include <math.h>
#include <string.h>

static gboolean
is_shown (const char *show, const char *what)
{
  return strcmp (show, what) == 0;
}

static guint
find_window (const char *reach)
{
  for (guint i = 0; i < JIPYO_TEAM_STUDY_N_WINDOWS; i++) {
    g_autofree char *text = g_strdup_printf ("%u", jipyo_team_study_reaches[i]);

    if (strcmp (text, reach) == 0)
      return i;
  }
  return 0;
}

/* The one asked for, else the latest that could be made: not the one that stands out most, for that
 * would be chosen by its result. */
static gboolean
choose_study (JipyoSharesBoard *self, GError **error)
{
  const char *id = jipyo_view_draft_get_option (self->draft, "event", NULL);

  for (guint i = 0; i < self->studies->studies->len; i++) {
    const JipyoTeamStudy *study = g_ptr_array_index (self->studies->studies, i);

    if (id != NULL && strcmp (study->event->id, id) == 0)
      self->chosen = study;
    if (id == NULL && study->findings[0] != JIPYO_FINDING_NONE
        && (self->chosen == NULL
            || jipyo_date_compare (study->event->date, self->chosen->event->date) > 0))
      self->chosen = study;
  }
  if (id == NULL || self->chosen != NULL)
    return TRUE;
  g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_OPTION,
               "option event is one of those that --option show=events lists, not “%s”", id);
  return FALSE;
}

static void
use_sources (JipyoSharesBoard *self)
{
  for (guint i = 0; i < self->shares->baskets->len; i++) {
    const JipyoTeamBasket *basket = g_ptr_array_index (self->shares->baskets, i);

    for (guint j = 0; j < basket->shares->len; j++)
      jipyo_view_draft_use_source (self->draft,
                                   ((JipyoListedShare *) basket->shares->pdata[j])->member->source);
  }
  for (guint i = 0; i < self->studies->studies->len; i++) {
    const JipyoTeamStudy *study = g_ptr_array_index (self->studies->studies, i);

    if (study->findings[self->window] != JIPYO_FINDING_NONE)
      jipyo_view_draft_use_source (self->draft, study->event->source);
  }
}

/* The sentence */

/* "SK텔레콤 152.3": the basket that stands highest, and the market's index on that day. */
static const JipyoTeamBasket *
find_highest (const JipyoTeamShares *shares, double *index, double *market)
{
  const JipyoTeamBasket *highest = NULL;

  for (guint i = 0; i < shares->baskets->len; i++) {
    const JipyoTeamBasket *team = g_ptr_array_index (shares->baskets, i);

    if (team->basket == NULL)
      continue;
    const guint last = jipyo_closes_get_n (team->basket->index) - 1;
    const double value = jipyo_closes_get_value (team->basket->index, last);
    if (isnan (value) || (highest != NULL && value <= *index))
      continue;
    highest = team;
    *index = value;
    *market = jipyo_closes_get_value (team->basket->market, last);
  }
  return highest;
}

static char *
format_level (double value)
{
  return jipyo_format_price (jipyo_figure_round (value, 1), 1);
}

/* What stands out even among all is told; what does alone, only beside what chance brings about. */
static void
set_events_sentence (JipyoSharesBoard *self)
{
  const guint n = self->studies->n_done[self->window];
  const guint n_among = self->studies->n_among[self->window];
  const guint n_alone = self->studies->n_out[self->window];
  g_autofree char *chance =
    jipyo_decimal_format (jipyo_figure_round (n * jipyo_team_study_tail, 1));

  jipyo_view_draft_take_sentence (
    self->draft,
    g_strdup_printf (
      "검정 %u건 가운데 잡음과 구별되는 것 %u건; 하나씩 보면 %u건, 우연만으로도 %s건", n, n_among,
      n_alone, chance),
    g_strdup_printf ("Of %u tests %u %s out from noise; one by one %u would, and %s by chance", n,
                     n_among, n_among == 1 ? "stands" : "stand", n_alone, chance));
}

static void
set_baskets_sentence (JipyoSharesBoard *self, const JipyoTeamBasket *highest)
{
  const char *ko = jipyo_text_get (&highest->team->short_name, JIPYO_LANG_KO);
  const char *en = jipyo_text_get (&highest->team->short_name, JIPYO_LANG_EN);
  double index = 0;
  double market = 0;
  g_autofree char *day = jipyo_date_format (jipyo_date_from_day (highest->basket->base_day));

  find_highest (self->shares, &index, &market);
  g_autofree char *level = format_level (index);
  g_autofree char *market_level = format_level (market);
  jipyo_view_draft_take_sentence (
    self->draft,
    g_strdup_printf ("%s을 100으로 할 때 가장 높은 바구니는 %s %s, 코스피는 %s", day, ko, level,
                     market_level),
    g_strdup_printf ("From 100 on %s the highest basket is at %s, %s’s; KOSPI at %s", day, level,
                     en, market_level));
}

static void
set_sentence (JipyoSharesBoard *self, const char *show)
{
  double index;
  double market;
  guint n_kept;
  const guint n = jipyo_team_shares_count (self->shares, &n_kept);
  const JipyoTeamBasket *highest = find_highest (self->shares, &index, &market);

  if (highest == NULL)
    jipyo_view_draft_take_sentence (
      self->draft,
      g_strdup_printf ("컨소시엄 %u곳에 상장사 %u곳, 바구니를 만들 일별 종가는 아직 없다",
                       self->shares->baskets->len, n),
      g_strdup_printf ("%u listed member%s in %u team%s; no daily closes yet to make baskets of", n,
                       n == 1 ? "" : "s", self->shares->baskets->len,
                       self->shares->baskets->len == 1 ? "" : "s"));
  else if (is_shown (show, "events"))
    set_events_sentence (self);
  else
    set_baskets_sentence (self, highest);
}

/* The picture */

/* "비중: 같음 · 기록에 상장사가 없는 팀: 업스테이지, 모티프" */
static char *
format_subtitle (const JipyoSharesBoard *self)
{
  const JipyoLang lang = self->draft->context->lang;
  g_autoptr (GString) text = g_string_new (
    self->shares->weighted
      ? jipyo_view_draft_pick (self->draft, "비중: 정한 대로", "Weights as given")
      : jipyo_view_draft_pick (self->draft, "비중: 똑같이", "Equal weights"));

  for (guint i = 0; i < self->shares->unlisted->len; i++) {
    const JipyoTeam *team = g_ptr_array_index (self->shares->unlisted, i);

    g_string_append (text, i > 0
                             ? ", "
                             : jipyo_view_draft_pick (self->draft, " · 기록에 상장사가 없는 팀: ",
                                                      " · no listed member in the record: "));
    g_string_append (text, jipyo_text_get (&team->short_name, lang));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill (JipyoSharesBoard *self)
{
  const char *show = jipyo_view_draft_get_option (self->draft, "show", "members");
  JipyoSheet *sheet = self->draft->view->sheet;

  use_sources (self);
  jipyo_shares_table_fill (self, show);
  if (!is_shown (show, "events"))
    jipyo_shares_plots_add_index (self);
  if (is_shown (show, "events") || (is_shown (show, "members") && self->chosen != NULL))
    jipyo_shares_plots_add_events (self);
  if (is_shown (show, "events"))
    jipyo_shares_plots_add_course (self);
  set_sentence (self, show);
  sheet->wide_first = sheet->plots->len == 1;
  sheet->subtitle = format_subtitle (self);
}

JipyoView *
jipyo_view_build_market_shares (const JipyoViewContext *context, GError **error)
{
  g_autoptr (JipyoTeamShares) shares = jipyo_team_shares_new (context, error);

  if (shares == NULL)
    return NULL;
  g_autoptr (JipyoViewDraft) draft = jipyo_view_draft_new (context, "market-shares");
  const gboolean all =
    strcmp (jipyo_view_draft_get_option (draft, "events", "decisions"), "all") == 0;
  g_autoptr (JipyoTeamStudies) studies = jipyo_team_studies_new (context, shares, all);
  JipyoSharesBoard board = {
    .draft = draft,
    .shares = shares,
    .studies = studies,
    .window = find_window (jipyo_view_draft_get_option (draft, "window", "1")),
  };

  if (!choose_study (&board, error))
    return NULL;
  if (shares->baskets->len == 0)
    jipyo_view_draft_set_empty (draft, "이 날짜에 알려진 상장 참여사가 없습니다",
                                "No listed member was known on this date");
  else
    fill (&board);
  return jipyo_view_draft_finish (g_steal_pointer (&draft));
}
