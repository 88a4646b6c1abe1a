/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The title and not the chart is what is dragged: dragging over a chart chooses, pans and measures.
 */

#include "jipyo-view-drag.h"

/* Lives as long as the handle, which its owner outlives. */
typedef struct {
  JipyoViewPartGetter get_part;
  gpointer owner;
} Drag;

GdkContentProvider *
jipyo_view_drag_make_content (const JipyoViewPart *part)
{
  g_return_val_if_fail (part != NULL, NULL);
  g_autoptr (JipyoViewResult) table = jipyo_view_export_get_table (part);
  const JipyoView *view = jipyo_view_result_get_view (table);
  GdkContentProvider *providers[3];
  gsize n = 0;
  g_autofree char *text = jipyo_view_format_text (view, jipyo_view_result_get_lang (table));
  g_autoptr (GBytes) plain = g_bytes_new (text, strlen (text));
  char *values = jipyo_view_format_csv (view);
  g_autoptr (GBytes) csv = g_bytes_new_take (values, strlen (values));
  /* A picture that cannot be encoded leaves the table to be dragged. */
  g_autoptr (GBytes) png = jipyo_view_export_encode_part (part, NULL);

  if (png != NULL)
    providers[n++] = gdk_content_provider_new_for_bytes ("image/png", png);
  providers[n++] = gdk_content_provider_new_for_bytes ("text/csv", csv);
  providers[n++] = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", plain);
  return gdk_content_provider_new_union (providers, n);
}

static GdkContentProvider *
drag_prepared_cb (GtkDragSource *source, double x, double y, Drag *self)
{
  const JipyoViewPart part = self->get_part (self->owner);

  return part.result != NULL ? jipyo_view_drag_make_content (&part) : NULL;
}

void
jipyo_view_drag_attach (GtkWidget *handle, JipyoViewPartGetter get_part, gpointer owner)
{
  GtkDragSource *source = gtk_drag_source_new ();
  Drag *self = g_new (Drag, 1);

  *self = (Drag){ get_part, owner };
  g_object_set_data_full (G_OBJECT (handle), "jipyo-view-drag", self, g_free);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepared_cb), self);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_cursor_from_name (handle, "grab");
}
