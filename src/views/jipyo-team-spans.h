/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The programme's history as it ran: which team was in play from when to when, how many were left
 * after each decision, and what is planned for the end. Computed from the events of a reading.
 */

#pragma once

#include "jipyo-standing.h"
#include "jipyo-view-draft.h"

typedef struct {
  const JipyoTeam *team; /* borrowed */
  JipyoDate from;
  JipyoDate to; /* unknown while the team is in play */
} JipyoTeamSpan;

typedef struct {
  JipyoDate date;
  JipyoEventKind kind; /* SELECTED, JOINED, or what the round decided */
  const char *round;   /* id or NULL, borrowed */
  guint n_in_play;     /* after it */
} JipyoTurn;

typedef struct {
  GArray *spans; /* of JipyoTeamSpan, in the order of the standings */
  GArray *turns; /* of JipyoTurn, by date */
  guint n_first; /* teams selected at the start */
  guint n_in_play;
  guint n_joined;               /* later */
  guint n_left;                 /* ever in play and not now */
  const JipyoEvent *final_plan; /* the last dated plan still open, or NULL */
} JipyoTeamSpans;

JipyoTeamSpans *jipyo_team_spans_new (const JipyoViewContext *context);
void jipyo_team_spans_free (JipyoTeamSpans *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoTeamSpans, jipyo_team_spans_free)

/* "다섯 팀에서 세 팀으로: 세 팀이 떠나고 한 팀이 나중에 들어왔다". */
JipyoText jipyo_team_spans_describe (const JipyoTeamSpans *self);
/* A bar a team over time, dotted where it is only planned, a line at every turn. */
void jipyo_team_spans_plot (const JipyoTeamSpans *self, JipyoViewDraft *draft, JipyoPlot *plot);
