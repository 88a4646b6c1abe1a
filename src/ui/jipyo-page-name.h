/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of the window: their ids, the order of the sidebar, and their titles.
 */

#pragma once

#include <glib.h>

/* NULL-terminated, in the order of the sidebar and of Ctrl+1 … Ctrl+7. */
const char *const *jipyo_page_names (void);
/* Translated; NULL when there is no such page. */
const char *jipyo_page_name_get_title (const char *name);
