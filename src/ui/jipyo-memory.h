/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that tells malloc how to go about its work, in one place: frames want it to keep what
 * was freed, the desktop wants it back. So it keeps while pictures move, and gives back when they
 * rest.
 */

#pragma once

#include <gtk/gtk.h>

/* Before there is a second thread, and before the first window. */
void jipyo_memory_prepare (void);
/* Gives back what is free after the window's frames. Ends with the window. */
void jipyo_memory_watch (GtkWindow *window);
