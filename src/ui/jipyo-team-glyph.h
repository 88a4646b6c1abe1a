/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A team's marker in its colour, so that a team is known without reading its name.
 */

#pragma once

#include "jipyo-look.h"

#define JIPYO_TYPE_TEAM_GLYPH (jipyo_team_glyph_get_type ())
G_DECLARE_FINAL_TYPE (JipyoTeamGlyph, jipyo_team_glyph, JIPYO, TEAM_GLYPH, GtkWidget)

/* Indices into the theme's tables, as JipyoTeam has them. */
JipyoTeamGlyph *jipyo_team_glyph_new (JipyoLook *look, guint colour, guint marker);
