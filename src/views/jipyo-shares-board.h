/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the view of the shares is made of; its tables and its charts read it.
 */

#pragma once

#include "jipyo-team-studies.h"
#include "jipyo-view-draft.h"

typedef struct {
  JipyoViewDraft *draft;
  JipyoTeamShares *shares;
  JipyoTeamStudies *studies;
  guint window;                 /* of jipyo_team_study_reaches, that charts show */
  const JipyoTeamStudy *chosen; /* whose course is drawn; NULL when there is none */
} JipyoSharesBoard;
