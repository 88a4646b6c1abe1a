/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the search found, as a list to walk with the keyboard.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_SEARCH_LIST (jipyo_search_list_get_type ())
G_DECLARE_FINAL_TYPE (JipyoSearchList, jipyo_search_list, JIPYO, SEARCH_LIST, GtkWidget)

/* Signal "opened": a result was opened. */
void jipyo_search_list_set_session (JipyoSearchList *self, JipyoSession *session);
void jipyo_search_list_set_text (JipyoSearchList *self, const char *text);
/* Opens the first result; FALSE when there is none. */
gboolean jipyo_search_list_activate_first (JipyoSearchList *self);
/* For tests. */
guint jipyo_search_list_get_n_results (JipyoSearchList *self);
