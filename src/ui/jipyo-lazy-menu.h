/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A menu whose widgets are made when it is first opened. GTK makes them with the button, some
 * thirty for a menu that most people never open.
 */

#pragma once

#include <gtk/gtk.h>

void jipyo_lazy_menu_attach (GtkMenuButton *button, GMenuModel *menu);
