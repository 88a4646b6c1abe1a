/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the preferences for the keys of official sources.
 */

#pragma once

#include <adwaita.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_KEYS_PAGE (jipyo_keys_page_get_type ())
G_DECLARE_FINAL_TYPE (JipyoKeysPage, jipyo_keys_page, JIPYO, KEYS_PAGE, AdwPreferencesPage)

/* It asks the keyring each time that it is shown. */
AdwPreferencesPage *jipyo_keys_page_new (JipyoSession *session);
