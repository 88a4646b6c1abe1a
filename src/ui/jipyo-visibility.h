/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells a session for as long as a window lives whether it can be seen, and lets it catch up before
 * the window's frames.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-session.h"

/* Ends with the window. */
void jipyo_visibility_watch (GtkWindow *window, JipyoSession *session);
