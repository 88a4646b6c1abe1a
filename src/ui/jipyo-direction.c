/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One class each.
 */

#include "jipyo-direction.h"

static void
set_class (GtkWidget *widget, const char *name, gboolean wanted)
{
  if (gtk_widget_has_css_class (widget, name) == wanted)
    return;
  if (wanted)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

void
jipyo_direction_set (GtkWidget *widget, int direction)
{
  set_class (widget, "up", direction > 0);
  set_class (widget, "down", direction < 0);
}
