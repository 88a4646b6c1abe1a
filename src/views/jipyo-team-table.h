/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of a team's profile: everything that the reading knows of the team, a row each.
 */

#pragma once

#include "jipyo-standing.h"
#include "jipyo-view-draft.h"

/* Fills the draft's empty table; uses every claim that it shows. */
void jipyo_team_table_fill (JipyoViewDraft *draft, const JipyoStanding *standing);
/* Members that the reading knows of, in the order of the record. (element-type JipyoMember)
 * (transfer container) */
GPtrArray *jipyo_team_table_find_members (const JipyoViewContext *context, const JipyoTeam *team);
/* Models of the team, by release. (element-type JipyoModel) (transfer container) */
GPtrArray *jipyo_team_table_find_models (const JipyoLedger *ledger, const JipyoTeam *team);
/* "진행 중", "탈락(점수)", "참여 전". */
JipyoText jipyo_team_table_name_standing (const JipyoStanding *standing);
