/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The head of a team's profile: its marker, its name, where it stands, what it set out to do.
 */

#pragma once

#include "jipyo-look.h"

#define JIPYO_TYPE_TEAM_HEADER (jipyo_team_header_get_type ())
G_DECLARE_FINAL_TYPE (JipyoTeamHeader, jipyo_team_header, JIPYO, TEAM_HEADER, GtkWidget)

/* `team` is an id; the header follows the session's reading. */
GtkWidget *jipyo_team_header_new (JipyoLook *look, JipyoSession *session, const char *team);
