/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Menus whose widgets are made when they are opened, and gone once they are closed. GTK makes them
 * with the button, some thirty for a menu that most people never open.
 */

#pragma once

#include <gtk/gtk.h>

void jipyo_lazy_menu_attach (GtkMenuButton *button, GMenuModel *menu);
/* Opens one at a place of the widget. Borrowed, until it is closed; an owner that goes before has
 * to unparent it. */
GtkWidget *jipyo_lazy_menu_pop_up (GtkWidget *owner, GMenuModel *menu, const GdkRectangle *at);
/* The same for any popover of a menu button, whose function makes it when there is none: it goes
 * once it is closed. */
void jipyo_lazy_menu_let_go (GtkPopover *popover);
