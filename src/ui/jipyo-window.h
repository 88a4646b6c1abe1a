/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window: sidebar, header bar, pages, notices.
 */

#pragma once

#include <adwaita.h>

#include "jipyo-session.h"
#include "jipyo-settings.h"

#define JIPYO_TYPE_WINDOW (jipyo_window_get_type ())
G_DECLARE_FINAL_TYPE (JipyoWindow, jipyo_window, JIPYO, WINDOW, AdwApplicationWindow)

/* Construct properties: "session", "settings". Properties: "page" (the page shown), "narrow",
 * "compact", "sidebar-revealed". Actions: win.page (s), win.show-view (s), win.explain (s),
 * win.as-of (s), win.toast (s), win.present, win.present-view (s), win.refresh, win.search,
 * win.back, win.toggle-sidebar, win.menu. */
GtkWindow *
jipyo_window_new (GtkApplication *application, JipyoSession *session, JipyoSettings *settings);
/* The page's widget that is shown; for tests. */
GtkWidget *jipyo_window_get_page_widget (JipyoWindow *self);
