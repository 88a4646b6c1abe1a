/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK tells nobody which way a column is sorted, so the heading remembers what it last asked for.
 */

#include "jipyo-table-heading.h"

static const char *const sorted_key = "jipyo-sorted";

typedef struct {
  GtkColumnView *list;         /* borrowed: it holds the heading */
  GtkColumnViewColumn *column; /* owned */
} Heading;

static void
heading_free (Heading *heading, GClosure *closure)
{
  g_object_unref (heading->column);
  g_free (heading);
}

/* Upwards first, and the other way round when it is the column that was sorted by the last time. */
static void
sort (const Heading *heading)
{
  GObject *list = G_OBJECT (heading->list);
  const gboolean again = g_object_get_data (list, sorted_key) == heading->column;

  gtk_column_view_sort_by_column (heading->list, heading->column,
                                  again ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  g_object_set_data (list, sorted_key, again ? NULL : heading->column);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                const Heading *heading)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_space)
    return GDK_EVENT_PROPAGATE;
  sort (heading);
  return GDK_EVENT_STOP;
}

void
jipyo_table_heading_attach (GtkWidget *heading, GtkColumnView *list, GtkColumnViewColumn *column)
{
  g_return_if_fail (GTK_IS_WIDGET (heading) && GTK_IS_COLUMN_VIEW (list));
  GtkEventController *keys = gtk_event_controller_key_new ();
  Heading *data = g_new0 (Heading, 1);

  data->list = list;
  data->column = g_object_ref (column);
  g_signal_connect_data (keys, "key-pressed", G_CALLBACK (key_pressed_cb), data,
                         (GClosureNotify) heading_free, 0);
  gtk_widget_set_focusable (heading, TRUE);
  gtk_widget_add_controller (heading, keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_column_view_column_get_title (column), -1);
}
