/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The spine of the window: pages, consortia with their standing, and the search.
 */

#pragma once

#include "jipyo-look.h"

#define JIPYO_TYPE_SIDEBAR (jipyo_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (JipyoSidebar, jipyo_sidebar, JIPYO, SIDEBAR, GtkWidget)

/* Fills it; once, after the template made it. It speaks by the actions win.page and win.explain.
 * Property: "page" (string), the row that is marked. */
void jipyo_sidebar_open (JipyoSidebar *self, JipyoSession *session, JipyoLook *look);
/* After the first frame: makes what that did not need, which is the search entry and its icons. */
void jipyo_sidebar_complete (JipyoSidebar *self);
void jipyo_sidebar_open_menu (JipyoSidebar *self);
/* Shows the search entry; keys typed in `capture` go there too. */
void jipyo_sidebar_start_search (JipyoSidebar *self);
void jipyo_sidebar_set_capture (JipyoSidebar *self, GtkWidget *capture);
