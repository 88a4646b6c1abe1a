/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the preferences that holds the weights of the teams' baskets.
 */

#pragma once

#include <adwaita.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_WEIGHTS_PAGE (jipyo_weights_page_get_type ())
G_DECLARE_FINAL_TYPE (JipyoWeightsPage, jipyo_weights_page, JIPYO, WEIGHTS_PAGE, AdwPreferencesPage)

AdwPreferencesPage *jipyo_weights_page_new (JipyoSession *session);
