/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which events are studied, and what is found of them together: with many tests some leave the band
 * by chance, so each finding is judged once alone and once among all.
 */

#include "jipyo-team-studies.h"

#include "jipyo-standing.h"

#include <string.h>

const guint jipyo_team_study_reaches[JIPYO_TEAM_STUDY_N_WINDOWS] = { 1, 5, 10 };
const double jipyo_team_study_tail = 0.05;

static void
team_study_free (gpointer data)
{
  JipyoTeamStudy *self = data;

  g_clear_pointer (&self->parts, g_array_unref);
  g_free (self);
}

void
jipyo_team_studies_free (JipyoTeamStudies *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->studies);
  g_free (self);
}

/* An event that is only known to the month has no day to look around. */
static gboolean
concerns (const JipyoEvent *event, const JipyoTeam *team)
{
  return !event->planned && event->date.day != 0
         && (event->team == NULL || strcmp (event->team, team->id) == 0);
}

static gboolean
is_wanted (const JipyoEvent *event, const JipyoTeam *team, gboolean all)
{
  return concerns (event, team)
         && (all || (event->team != NULL && jipyo_standing_follows_from (event->kind)));
}

/* What it takes to make the studies. */
typedef struct {
  JipyoTeamStudies *made;
  const JipyoViewContext *context;
  const JipyoTeamShares *shares;
  gboolean all;
} Work;

/* Other days with events of the team or the programme whose session is no further than `reach`. */
static guint
count_near (const Work *self, const JipyoTeamStudy *study, guint reach)
{
  const GPtrArray *events = jipyo_ledger_get_events (self->context->ledger);
  const JipyoCloses *market = self->shares->market;
  guint own;
  guint before = G_MAXUINT;
  guint n = 0;

  if (!jipyo_closes_find (market, jipyo_date_first_day (study->event->date), &own))
    return 0;
  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);
    guint other;

    if (!concerns (event, study->basket->team)
        || !jipyo_closes_find (market, jipyo_date_first_day (event->date), &other) || other == own
        || other == before)
      continue;
    n += (other > own ? other - own : own - other) <= reach;
    before = other;
  }
  return n;
}

static void
make_windows (const Work *self, JipyoTeamStudy *study, const JipyoBasket *basket)
{
  for (guint i = 0; i < JIPYO_TEAM_STUDY_N_WINDOWS; i++) {
    const int reach = (int) jipyo_team_study_reaches[i];
    const JipyoEventStudyPlan plan = { basket->index, basket->market,
                                       jipyo_date_first_day (study->event->date), (guint) reach };

    if (!jipyo_event_study_compute (&study->studies[i], &plan))
      continue;
    study->returns[i] =
      jipyo_event_study_cumulate (&study->studies[i], -reach, reach, jipyo_team_study_tail);
    self->made->n_done[i]++;
    self->made->n_out[i] += jipyo_event_return_stands_out (&study->returns[i]);
  }
}

/* The first return of the estimation window is from the close one session earlier. */
static void
add_study (const Work *self, const JipyoTeamBasket *team, const JipyoEvent *event)
{
  const guint back = 1 - JIPYO_EVENT_STUDY_ESTIMATION_FROM;
  const JipyoCloses *market = self->shares->market;
  JipyoTeamStudy *study = g_new0 (JipyoTeamStudy, 1);
  JipyoBasketPlan plan = { .market = market };
  guint session;

  study->basket = team;
  study->event = event;
  const gboolean has_session =
    jipyo_closes_find (market, jipyo_date_first_day (event->date), &session);
  if (has_session) {
    study->session_day = jipyo_closes_get_day (market, session);
    plan.base_day = jipyo_closes_get_day (market, session > back ? session - back : 0);
  }
  for (guint i = 0; i < JIPYO_TEAM_STUDY_N_WINDOWS; i++) {
    study->studies[i].verdict =
      has_session ? JIPYO_EVENT_STUDY_TOO_SHORT : JIPYO_EVENT_STUDY_NO_SESSION;
    study->n_near[i] = count_near (self, study, jipyo_team_study_reaches[i]);
  }
  g_autoptr (JipyoBasket) basket = jipyo_team_basket_compute_from (team, &plan, &study->parts);
  if (basket != NULL && has_session)
    make_windows (self, study, basket);
  g_ptr_array_add (self->made->studies, study);
}

static void
add_team (const Work *self, const JipyoTeamBasket *team)
{
  const GPtrArray *events = jipyo_ledger_get_events (self->context->ledger);
  const JipyoEvent *last = NULL;

  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);

    if (!is_wanted (event, team->team, self->all)
        || (last != NULL && jipyo_date_compare (last->date, event->date) == 0))
      continue;
    last = event;
    add_study (self, team, event);
  }
}

/* Bonferroni's bound needs no independence of the tests, and these are of the same days. Windows
 * count, too: whoever looks at three of them has three chances. */
static void
judge (JipyoTeamStudies *self)
{
  guint n_tests = 0;

  for (guint j = 0; j < JIPYO_TEAM_STUDY_N_WINDOWS; j++)
    n_tests += self->n_done[j];
  for (guint i = 0; i < self->studies->len; i++) {
    JipyoTeamStudy *study = g_ptr_array_index (self->studies, i);

    for (guint j = 0; j < JIPYO_TEAM_STUDY_N_WINDOWS; j++) {
      const JipyoEventReturn *sum = &study->returns[j];

      if (study->studies[j].verdict != JIPYO_EVENT_STUDY_DONE)
        study->findings[j] = JIPYO_FINDING_NONE;
      else if (!jipyo_event_return_stands_out (sum))
        study->findings[j] = JIPYO_FINDING_NOISE;
      else
        study->findings[j] =
          sum->tail * n_tests < jipyo_team_study_tail ? JIPYO_FINDING_AMONG : JIPYO_FINDING_ALONE;
      self->n_among[j] += study->findings[j] == JIPYO_FINDING_AMONG;
    }
  }
}

JipyoTeamStudies *
jipyo_team_studies_new (const JipyoViewContext *context,
                        const JipyoTeamShares *shares,
                        gboolean all)
{
  JipyoTeamStudies *self = g_new0 (JipyoTeamStudies, 1);
  const Work work = { self, context, shares, all };

  self->studies = g_ptr_array_new_with_free_func (team_study_free);
  for (guint i = 0; i < shares->baskets->len; i++)
    add_team (&work, g_ptr_array_index (shares->baskets, i));
  judge (self);
  return self;
}

typedef struct {
  const char *id, *ko, *en;
} Words;

static const Words findings[] = {
  [JIPYO_FINDING_NOISE] = { "not-told-apart", "잡음과 구별되지 않음", "not told apart from noise" },
  [JIPYO_FINDING_ALONE] = { "stands-out-alone", "이것만 보면 구별되나 여럿 중에는 우연일 수 있음",
                            "stands out alone, chance among so many" },
  [JIPYO_FINDING_AMONG] = { "stands-out", "여럿 중에도 잡음과 구별됨", "stands out among all" },
};

static const Words refusals[] = {
  [JIPYO_EVENT_STUDY_DONE] = { "", "", "" },
  [JIPYO_EVENT_STUDY_NO_SESSION] = { "no-session", "그 뒤의 종가 없음", "no close since" },
  [JIPYO_EVENT_STUDY_TOO_SHORT] = { "too-short", "추정에 쓸 종가 부족",
                                    "too few closes before it" },
  [JIPYO_EVENT_STUDY_UNFINISHED] = { "unfinished", "사건 구간이 끝나지 않음",
                                     "window not over yet" },
  [JIPYO_EVENT_STUDY_HOLE] = { "hole", "사건 구간에 빠진 날", "a close is missing in the window" },
  [JIPYO_EVENT_STUDY_FLAT] = { "flat", "움직임이 없음", "nothing moves" },
};

static const Words *
find_words (const JipyoTeamStudy *self, guint window)
{
  return self->findings[window] == JIPYO_FINDING_NONE ? &refusals[self->studies[window].verdict]
                                                      : &findings[self->findings[window]];
}

const char *
jipyo_team_study_finding_id (const JipyoTeamStudy *self, guint window)
{
  return find_words (self, window)->id;
}

const char *
jipyo_team_study_finding_label (const JipyoTeamStudy *self, guint window, JipyoLang lang)
{
  return lang == JIPYO_LANG_KO ? find_words (self, window)->ko : find_words (self, window)->en;
}
