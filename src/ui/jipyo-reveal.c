/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Focus alone scrolls no further than to what took it, which leaves the title of a card out of
 * sight.
 */

#include "jipyo-reveal.h"

static void
scroll_to (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkWidget *content = viewport == NULL ? NULL : gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  graphene_rect_t bounds;

  if (content != NULL && gtk_widget_compute_bounds (widget, content, &bounds))
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                              bounds.origin.y);
}

static gboolean
placed_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  scroll_to (widget);
  return G_SOURCE_REMOVE;
}

void
jipyo_reveal (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  gtk_widget_add_tick_callback (widget, placed_cb, NULL, NULL);
}
