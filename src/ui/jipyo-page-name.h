/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of the window: their ids, the order of the sidebar, and their titles.
 */

#pragma once

#include "jipyo-session.h"

/* NULL-terminated, in the order of the sidebar and of Ctrl+1 … Ctrl+7. */
const char *const *jipyo_page_names (void);
/* Translated; NULL when there is no such page. */
const char *jipyo_page_name_get_title (const char *name);
gboolean jipyo_page_name_is_team (const char *name);
/* The instrument of "instrument:krx:KOSPI"; NULL of any other page. Borrowed. */
const char *jipyo_page_name_get_instrument (const char *name);
/* The page on which a view is shown. (transfer full) (nullable) */
char *jipyo_page_name_find_for_view (const char *view);
/* What the header bar says of any page. (transfer full) */
char *jipyo_page_name_dup_title (const char *name, JipyoSession *session);
