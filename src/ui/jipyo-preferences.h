/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog for what is a person's own and has no page of the window: the weights of
 * baskets, the order of providers, their keys.
 */

#pragma once

#include <adwaita.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_PREFERENCES (jipyo_preferences_get_type ())
G_DECLARE_FINAL_TYPE (JipyoPreferences, jipyo_preferences, JIPYO, PREFERENCES, AdwPreferencesWindow)

/* Its actions, for the pages: "preferences.toast-undo" (text, action),
 * "preferences.undo-weights" and "preferences.undo-providers". */
GtkWidget *jipyo_preferences_new (JipyoSession *session);
/* Adds "win.preferences" to the class of a window that has a property "session"; it takes the name
 * of a page, "baskets", "providers" or "keys", or "". */
void jipyo_preferences_install_action (GtkWidgetClass *class);
