/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A walk through the tree of widgets, which finds nothing rather than something else when GTK
 * builds them otherwise.
 */

#include "jipyo-inner-widget.h"

static GtkWidget *
find (GtkWidget *widget, GType type, guint *index)
{
  GtkWidget *found = NULL;

  for (GtkWidget *c = gtk_widget_get_first_child (widget); c != NULL && found == NULL;
       c = gtk_widget_get_next_sibling (c)) {
    if (g_type_is_a (G_OBJECT_TYPE (c), type) && (*index)-- == 0)
      found = c;
    else
      found = find (c, type, index);
  }
  return found;
}

GtkWidget *
jipyo_inner_widget_find (GtkWidget *widget, GType type, guint index)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  return find (widget, type, &index);
}

void
jipyo_inner_widget_name (GtkWidget *widget, GType type, guint index, const char *name)
{
  GtkWidget *found = jipyo_inner_widget_find (widget, type, index);

  if (found != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (found), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}
