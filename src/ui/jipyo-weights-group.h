/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A team's basket: a row for what each of its members weighs, what the weights add up to, and a
 * button that makes them equal again.
 */

#pragma once

#include <adwaita.h>

#include "jipyo-session.h"
#include "jipyo-team-shares.h"

#define JIPYO_TYPE_WEIGHTS_GROUP (jipyo_weights_group_get_type ())
G_DECLARE_FINAL_TYPE (JipyoWeightsGroup,
                      jipyo_weights_group,
                      JIPYO,
                      WEIGHTS_GROUP,
                      AdwPreferencesGroup)

/* The rows are those of the basket that it is made for. Its action: "weights.equal". */
GtkWidget *jipyo_weights_group_new (JipyoSession *session, const JipyoTeamBasket *basket);
/* FALSE when it is another basket, or its members are no longer the same. */
gboolean jipyo_weights_group_update (JipyoWeightsGroup *self, const JipyoTeamBasket *basket);
