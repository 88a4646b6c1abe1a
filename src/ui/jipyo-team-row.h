/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A consortium in the sidebar: marker, name, standing. Activating it opens the team's page; a right
 * click or Space shows where its score comes from.
 */

#pragma once

#include "jipyo-look.h"
#include "jipyo-standing.h"

#define JIPYO_TYPE_TEAM_ROW (jipyo_team_row_get_type ())
G_DECLARE_FINAL_TYPE (JipyoTeamRow, jipyo_team_row, JIPYO, TEAM_ROW, GtkListBoxRow)

/* `standing` is read at once and not kept. */
GtkWidget *
jipyo_team_row_new (JipyoLook *look, JipyoSession *session, const JipyoStanding *standing);
/* The view that the row opens: "team:upstage". */
const char *jipyo_team_row_get_view (JipyoTeamRow *self);
