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

/* How far back a session is looked for that all baskets have: two weeks. A line that ended sooner
 * holds up no others; its team is named instead. */
static const guint SESSIONS_BACK = 10;

/* The basket that stands highest on a session, and what it is measured with. */
typedef struct {
  int day;
  const JipyoTeamBasket *highest;
  double index;
  double market;
  gboolean same_base; /* all baskets of that day begin on the same one */
} Lead;

/* Of that very day; NaN: none. */
static double
find_index (const JipyoTeamBasket *team, int day, double *market)
{
  guint n;

  if (team->basket == NULL || !jipyo_closes_find (team->basket->index, day, &n)
      || jipyo_closes_get_day (team->basket->index, n) != day)
    return NAN;
  *market = jipyo_closes_get_value (team->basket->market, n);
  return isnan (*market) ? NAN : jipyo_closes_get_value (team->basket->index, n);
}

static guint
count_baskets (const JipyoTeamShares *shares, int day)
{
  double market;
  guint n = 0;

  for (guint i = 0; i < shares->baskets->len; i++)
    n += !isnan (find_index (shares->baskets->pdata[i], day, &market));
  return n;
}

/* The last of those sessions that the most baskets have; FALSE when there is none. */
static gboolean
choose_day (const JipyoTeamShares *shares, int *day)
{
  const guint n_sessions = jipyo_closes_get_n (shares->market);
  guint n_most = 0;

  for (guint i = 0; i < n_sessions && (i < SESSIONS_BACK || n_most == 0); i++) {
    const int session = jipyo_closes_get_day (shares->market, n_sessions - 1 - i);
    const guint n = count_baskets (shares, session);

    if (n <= n_most)
      continue;
    n_most = n;
    *day = session;
  }
  return n_most > 0;
}

static gboolean
find_lead (const JipyoTeamShares *shares, Lead *lead)
{
  int base = 0;

  if (!choose_day (shares, &lead->day))
    return FALSE;
  lead->same_base = TRUE;
  for (guint i = 0; i < shares->baskets->len; i++) {
    const JipyoTeamBasket *team = g_ptr_array_index (shares->baskets, i);
    double market;
    const double index = find_index (team, lead->day, &market);

    if (isnan (index))
      continue;
    lead->same_base &= base == 0 || team->basket->base_day == base;
    base = team->basket->base_day;
    if (lead->highest != NULL && index <= lead->index)
      continue;
    lead->highest = team;
    lead->index = index;
    lead->market = market;
  }
  return TRUE;
}

/* "; left out: LG AI Research": whose basket has no value on that day. A person who gave all
 * members the weight 0 left it out. */
static char *
format_left_out (const JipyoTeamShares *shares, int day, JipyoLang lang)
{
  g_autoptr (GString) text = g_string_new (NULL);
  double market;

  for (guint i = 0; i < shares->baskets->len; i++) {
    const JipyoTeamBasket *team = g_ptr_array_index (shares->baskets, i);

    if (!jipyo_team_basket_has_weight (team) || !isnan (find_index (team, day, &market)))
      continue;
    g_string_append (text, text->len > 0           ? ", "
                           : lang == JIPYO_LANG_KO ? "; 그날 값이 없어 빠진 팀: "
                                                   : "; left out, without a value then: ");
    g_string_append (text, jipyo_text_get (&team->team->short_name, lang));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
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

/* The day that was asked for is said where it was no session, or none that is kept. */
static char *
format_base_day (const JipyoTeamShares *shares, const Lead *lead, JipyoLang lang)
{
  const int base_day = lead->highest->basket->base_day;
  g_autofree char *day = jipyo_date_format (jipyo_date_from_day (base_day));
  g_autofree char *asked = jipyo_date_format (jipyo_date_from_day (shares->base_day));

  if (!shares->base_fixed || base_day == shares->base_day)
    return g_steal_pointer (&day);
  return g_strdup_printf (lang == JIPYO_LANG_KO ? "%s(%s까지 보관된 마지막 거래일)"
                                                : "%s (the last session kept by %s)",
                          day, asked);
}

static char *
format_base (const JipyoTeamShares *shares, const Lead *lead, JipyoLang lang)
{
  g_autofree char *day = format_base_day (shares, lead, lang);

  if (lang == JIPYO_LANG_KO)
    return g_strdup_printf (lead->same_base ? "%s을 100으로 할 때" : "각 첫날(%s)을 100으로 할 때",
                            day);
  return g_strdup_printf (lead->same_base ? "from 100 on %s" : "each from 100 on its first day, %s",
                          day);
}

static char *
format_lead (const JipyoTeamShares *shares, const Lead *lead, JipyoLang lang)
{
  const gboolean ko = lang == JIPYO_LANG_KO;
  const char *name = jipyo_text_get (&lead->highest->team->short_name, lang);
  g_autofree char *day = jipyo_date_format (jipyo_date_from_day (lead->day));
  g_autofree char *base = format_base (shares, lead, lang);
  g_autofree char *level = format_level (lead->index);
  g_autofree char *market = format_level (lead->market);
  g_autofree char *out = format_left_out (shares, lead->day, lang);

  if (lead->same_base && lead->day == lead->highest->basket->base_day) {
    g_autofree char *base_day = format_base_day (shares, lead, lang);

    return g_strdup_printf (ko ? "기준일 %s의 바구니와 코스피는 모두 100%s"
                               : "On the base day, %s, all baskets and KOSPI are at 100%s",
                            base_day, out);
  }
  if (ko)
    return g_strdup_printf ("%s %s 종가로 가장 높은 바구니는 %s %s, 코스피는 %s%s", base, day, name,
                            level, market, out);
  return g_strdup_printf ("At the close of %s the highest basket is %s’s at %s, %s; KOSPI at %s%s",
                          day, name, level, base, market, out);
}

static void
set_sentence (JipyoSharesBoard *self, const char *show)
{
  Lead lead = { 0 };
  guint n_kept;
  const guint n = jipyo_team_shares_count (self->shares, &n_kept);

  if (!find_lead (self->shares, &lead))
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
    jipyo_view_draft_take_sentence (self->draft, format_lead (self->shares, &lead, JIPYO_LANG_KO),
                                    format_lead (self->shares, &lead, JIPYO_LANG_EN));
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
