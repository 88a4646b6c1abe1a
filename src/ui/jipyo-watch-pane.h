/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The watchlist in the sidebar. Actions for what is inside it: watch.add and watch.remove
 * (instrument), watch.move (instrument, index).
 */

#pragma once

#include "jipyo-look.h"

#define JIPYO_TYPE_WATCH_PANE (jipyo_watch_pane_get_type ())
G_DECLARE_FINAL_TYPE (JipyoWatchPane, jipyo_watch_pane, JIPYO, WATCH_PANE, GtkWidget)

/* Fills it; once, after the template made it. */
void jipyo_watch_pane_open (JipyoWatchPane *self, JipyoSession *session, JipyoLook *look);
/* The page that is shown, or NULL: its row is marked. */
void jipyo_watch_pane_mark (JipyoWatchPane *self, const char *page);
