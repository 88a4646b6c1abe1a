/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only place that opens the about window, whose class will change with libadwaita.
 */

#include "jipyo-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "config.h"
#include "jipyo-inner-widget.h"

void
jipyo_about_present (GtkWindow *parent)
{
  static const char *const developers[] = { "The Jipyo developers", NULL };

  adw_show_about_window (
    parent, "application-name",
    _ ("Jipyo"), "application-icon", JIPYO_APPLICATION_ID, "version", JIPYO_VERSION,
      "developer-name", developers[0], "developers", developers, "license-type",
      GTK_LICENSE_GPL_3_0, "copyright", "© 2026 The Jipyo developers", "comments",
      _ ("Tracks investment in AI: who was funded, with how much, what they delivered, and what the "
       "markets say. Every figure shows where it comes from."),
        NULL);
}

/* Not as gtk/help-overlay.ui, which GTK would build with every window. */
void
jipyo_shortcuts_present (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder =
               gtk_builder_new_from_resource ("/io/github/jipyo/Jipyo/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  /* GTK's own buttons there bear a picture only. */
  jipyo_inner_widget_name (gtk_window_get_titlebar (overlay), GTK_TYPE_TOGGLE_BUTTON, 0,
                           _ ("Search"));
  gtk_window_set_transient_for (overlay, parent);
  gtk_window_present (overlay);
}
