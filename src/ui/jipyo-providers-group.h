/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A class of instruments: a row for each provider that has them, in the order in which they are
 * asked, those that are not asked last.
 */

#pragma once

#include <adwaita.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_PROVIDERS_GROUP (jipyo_providers_group_get_type ())
G_DECLARE_FINAL_TYPE (JipyoProvidersGroup,
                      jipyo_providers_group,
                      JIPYO,
                      PROVIDERS_GROUP,
                      AdwPreferencesGroup)

/* Its actions: "providers.move" (provider, to the index), "providers.reset". */
GtkWidget *jipyo_providers_group_new (JipyoSession *session, const char *class);
void jipyo_providers_group_update (JipyoProvidersGroup *self);
