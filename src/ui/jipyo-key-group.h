/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A source that takes a key: its terms, whether a key is kept, what came of it when it was tried,
 * and an entry for another one.
 */

#pragma once

#include <adwaita.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_KEY_GROUP (jipyo_key_group_get_type ())
G_DECLARE_FINAL_TYPE (JipyoKeyGroup, jipyo_key_group, JIPYO, KEY_GROUP, AdwPreferencesGroup)

/* Its actions: "key.keep" (what is in the entry), "key.remove", "key.try". */
GtkWidget *jipyo_key_group_new (JipyoSession *session, const char *provider);
