/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkMenuButton asks for its popover each time before it opens it. A popover that is only hidden is
 * where GTK 4.8 on X11 sends the next press of the pointer, if it has not moved since; so a closed
 * one goes, and the keyboard to its button, or back to where it was.
 */

#include "jipyo-lazy-menu.h"

static const char *const focus_key = "jipyo-lazy-menu-focus";

static GtkWidget *
get_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static void
remember_focus (GtkWidget *popover, GtkWidget *owner)
{
  GtkWidget *focus = get_focus (owner);

  if (focus != NULL)
    g_object_set_data_full (G_OBJECT (popover), focus_key, g_object_ref (focus), g_object_unref);
}

/* Unless what was chosen has put it elsewhere. */
static void
give_focus_back (GtkWidget *popover, GtkWidget *owner)
{
  GtkWidget *focus = get_focus (owner);
  GtkWidget *before = g_object_get_data (G_OBJECT (popover), focus_key);

  if (before == NULL && GTK_IS_MENU_BUTTON (owner))
    before = owner;
  if (before != NULL && gtk_widget_get_mapped (before)
      && (focus == NULL || focus == owner || gtk_widget_is_ancestor (focus, owner)))
    gtk_widget_grab_focus (before);
}

/* Not at once: the popover is still closing when it says so, and may be open again. */
static gboolean
remove_cb (gpointer data)
{
  GtkWidget *popover = data;
  GtkWidget *owner = gtk_widget_get_parent (popover);

  if (owner == NULL || gtk_widget_get_visible (popover))
    return G_SOURCE_REMOVE;
  give_focus_back (popover, owner);
  if (GTK_IS_MENU_BUTTON (owner))
    gtk_menu_button_set_popover (GTK_MENU_BUTTON (owner), NULL);
  else
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, remove_cb, g_object_ref (popover), g_object_unref);
}

static void
popup_requested_cb (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  gtk_menu_button_set_menu_model (button, menu);
  jipyo_lazy_menu_let_go (gtk_menu_button_get_popover (button));
}

void
jipyo_lazy_menu_let_go (GtkPopover *popover)
{
  g_return_if_fail (GTK_IS_POPOVER (popover));

  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
}

void
jipyo_lazy_menu_attach (GtkMenuButton *button, GMenuModel *menu)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button) && G_IS_MENU_MODEL (menu));

  gtk_menu_button_set_create_popup_func (button, popup_requested_cb, g_object_ref (menu),
                                         g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
}

GtkWidget *
jipyo_lazy_menu_pop_up (GtkWidget *owner, GMenuModel *menu, const GdkRectangle *at)
{
  g_return_val_if_fail (GTK_IS_WIDGET (owner) && G_IS_MENU_MODEL (menu) && at != NULL, NULL);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, owner);
  remember_focus (popover, owner);
  jipyo_lazy_menu_let_go (GTK_POPOVER (popover));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  gtk_popover_popup (GTK_POPOVER (popover));
  return popover;
}
