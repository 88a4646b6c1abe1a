/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tooltip as wide as its lines: GTK's own keeps the width that its text had before it was
 * wrapped.
 */

#pragma once

#include <gtk/gtk.h>

/* For a query-tooltip handler; TRUE. */
gboolean jipyo_tooltip_show (GtkTooltip *tooltip, const char *text);
/* The tooltip of `widget` from now on; NULL for none. Also its description for a screen reader. */
void jipyo_tooltip_set (GtkWidget *widget, const char *text);
