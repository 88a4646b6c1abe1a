/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The charts of the view of the shares. One that cannot be drawn says what is missing and how to
 * get it.
 */

#pragma once

#include "jipyo-shares-board.h"

/* Baskets indexed to 100 beside the market, with the decisions of the programme on the axis. */
void jipyo_shares_plots_add_index (const JipyoSharesBoard *board);
/* The same of one team alone, for its profile; nothing for a team without a basket. */
void jipyo_shares_plots_add_team (JipyoViewDraft *draft, const JipyoTeam *team);
/* What remains of each basket's move around each event once the market is taken off, with its band.
 */
void jipyo_shares_plots_add_events (const JipyoSharesBoard *board);
/* The course of the chosen one, day by day. */
void jipyo_shares_plots_add_course (const JipyoSharesBoard *board);
/* What daily closes there are and how to get more, in a sentence or two. (transfer full) */
char *jipyo_shares_plots_format_missing (const JipyoTeamShares *shares, JipyoLang lang);
