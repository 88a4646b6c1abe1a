/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Event studies of the teams' baskets around what happened to the teams. One a team and day,
 * however many events that day has; with the basket bought at the start of the estimation window.
 */

#pragma once

#include "jipyo-event-study.h"
#include "jipyo-team-shares.h"

enum { JIPYO_TEAM_STUDY_N_WINDOWS = 3 };
/* Sessions before and after day 0: 1, 5, 10. */
extern const guint jipyo_team_study_reaches[JIPYO_TEAM_STUDY_N_WINDOWS];
/* Noise alone leaves the band in one of twenty cases. */
extern const double jipyo_team_study_tail;

typedef enum {
  JIPYO_FINDING_NONE,  /* it could not be made; the study's verdict says why */
  JIPYO_FINDING_NOISE, /* zero is in the band: not told apart from noise */
  JIPYO_FINDING_ALONE, /* zero is out, but as many tests bring that about by chance */
  JIPYO_FINDING_AMONG, /* zero is out even with the tail shared by all tests (Bonferroni) */
} JipyoFinding;

typedef struct {
  const JipyoTeamBasket *basket; /* borrowed */
  const JipyoEvent *event;       /* borrowed: the first of the day */
  GArray *parts;                 /* of JipyoBasketMember: who was in it */
  JipyoEventStudy studies[JIPYO_TEAM_STUDY_N_WINDOWS];
  JipyoEventReturn returns[JIPYO_TEAM_STUDY_N_WINDOWS];
  JipyoFinding findings[JIPYO_TEAM_STUDY_N_WINDOWS];
  guint n_near[JIPYO_TEAM_STUDY_N_WINDOWS]; /* other days with events in the window */
  int session_day;                          /* day 0; 0: none */
} JipyoTeamStudy;

typedef struct {
  GPtrArray *studies;                        /* of JipyoTeamStudy, by team, then by day */
  guint n_done[JIPYO_TEAM_STUDY_N_WINDOWS];  /* tests made */
  guint n_out[JIPYO_TEAM_STUDY_N_WINDOWS];   /* of these, zero left out */
  guint n_among[JIPYO_TEAM_STUDY_N_WINDOWS]; /* of these, even among all tests */
} JipyoTeamStudies;

/* `all`: around every event of a team or of the whole programme, else around the decisions about
 * the team: chosen, joined, advanced, out. (transfer full) */
JipyoTeamStudies *jipyo_team_studies_new (const JipyoViewContext *context,
                                          const JipyoTeamShares *shares,
                                          gboolean all);
void jipyo_team_studies_free (JipyoTeamStudies *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoTeamStudies, jipyo_team_studies_free)

/* "not-told-apart", "stands-out-alone", "stands-out"; for what could not be made the reason:
 * "no-session", "too-short", "unfinished", "hole", "flat". */
const char *jipyo_team_study_finding_id (const JipyoTeamStudy *self, guint window);
const char *
jipyo_team_study_finding_label (const JipyoTeamStudy *self, guint window, JipyoLang lang);
