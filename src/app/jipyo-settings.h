/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window remembers between two starts, as properties to bind. It is kept by GSettings
 * where the schema is installed, and in memory only where it is not.
 */

#pragma once

#include <gio/gio.h>

#define JIPYO_TYPE_SETTINGS (jipyo_settings_get_type ())
G_DECLARE_FINAL_TYPE (JipyoSettings, jipyo_settings, JIPYO, SETTINGS, GObject)

/* Properties are named as the keys: "window-width", "window-height" (int), "maximized",
 * "show-sidebar", "refresh-paused" (boolean), "page", "as-of", "language" ("auto", "ko", "en"),
 * "market-convention"
 * ("auto", "red-up", "green-up"), "style" ("auto", "light", "dark"; string), "coin-basis" ("own" or
 * the id of a JipyoChangeBasis). */
JipyoSettings *jipyo_settings_new (const char *schema_id);

/* TRUE when changes outlive the program. */
gboolean jipyo_settings_is_kept (JipyoSettings *self);
/* Copies of string properties. (transfer full) */
char *jipyo_settings_dup (JipyoSettings *self, const char *property);
