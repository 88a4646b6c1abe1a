/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes the heading of a column something that the keyboard reaches: Enter and Space sort by it, as
 * a click does. GTK 4.8 leaves headings to the pointer.
 */

#pragma once

#include <gtk/gtk.h>

/* `heading` is the widget that `list` made for `column`. */
void
jipyo_table_heading_attach (GtkWidget *heading, GtkColumnView *list, GtkColumnViewColumn *column);
