/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the preferences that says whom quotes are asked of, and how often now.
 */

#pragma once

#include <adwaita.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_PROVIDERS_PAGE (jipyo_providers_page_get_type ())
G_DECLARE_FINAL_TYPE (JipyoProvidersPage,
                      jipyo_providers_page,
                      JIPYO,
                      PROVIDERS_PAGE,
                      AdwPreferencesPage)

AdwPreferencesPage *jipyo_providers_page_new (JipyoSession *session);
