/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a member weighs in the baskets that it is in, to be read and typed.
 */

#pragma once

#include <adwaita.h>

#include "jipyo-session.h"
#include "jipyo-team-shares.h"

#define JIPYO_TYPE_WEIGHT_ROW (jipyo_weight_row_get_type ())
G_DECLARE_FINAL_TYPE (JipyoWeightRow, jipyo_weight_row, JIPYO, WEIGHT_ROW, AdwActionRow)

GtkWidget *jipyo_weight_row_new (JipyoSession *session);
/* Shows the member and its share of the basket; what is being typed stays. */
void jipyo_weight_row_set_share (JipyoWeightRow *self, const JipyoListedShare *share);
