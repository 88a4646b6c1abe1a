/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts that GTK made inside one of its own widgets and gives no way to. Only what lacks in
 * them is completed, such as a name to be read out; nothing else may rest on how GTK builds its
 * widgets.
 */

#pragma once

#include <gtk/gtk.h>

/* The `index`th widget of a type inside `widget`, in the order of the tree; NULL when there are not
 * so many. */
GtkWidget *jipyo_inner_widget_find (GtkWidget *widget, GType type, guint index);
/* Gives it a name. Does nothing when there is no such widget. */
void jipyo_inner_widget_name (GtkWidget *widget, GType type, guint index, const char *name);
