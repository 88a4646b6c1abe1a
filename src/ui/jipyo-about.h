/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who made the program, and under which licence.
 */

#pragma once

#include <gtk/gtk.h>

void jipyo_about_present (GtkWindow *parent);
/* The window that lists the keys. */
void jipyo_shortcuts_present (GtkWindow *parent);
