/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one application: options, session, settings, and the actions that belong to no window.
 */

#pragma once

#include <adwaita.h>

#define JIPYO_TYPE_APPLICATION (jipyo_application_get_type ())
G_DECLARE_FINAL_TYPE (JipyoApplication, jipyo_application, JIPYO, APPLICATION, AdwApplication)

JipyoApplication *jipyo_application_new (const char *application_id);
