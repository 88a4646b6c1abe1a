/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The title and not the chart is what is dragged: dragging over a chart chooses, pans and measures.
 */

#include "jipyo-view-drag.h"

#include "jipyo-view-export.h"

static const char *const result_key = "jipyo-view-drag";
static const char *const look_key = "jipyo-view-drag-look";

GdkContentProvider *
jipyo_view_drag_make_content (JipyoViewResult *result, JipyoLook *look)
{
  const JipyoTheme theme = jipyo_look_copy_theme (look, JIPYO_THEME_LIGHT);
  const JipyoView *view = jipyo_view_result_get_view (result);
  GdkContentProvider *providers[3];
  gsize n = 0;
  g_autofree char *text = jipyo_view_format_text (view, jipyo_view_result_get_lang (result));
  g_autoptr (GBytes) plain = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) csv = jipyo_view_export_encode (result, "csv", &theme, NULL);
  /* A picture that cannot be encoded leaves the table to be dragged. */
  g_autoptr (GBytes) png = jipyo_view_export_encode (result, "png", &theme, NULL);

  if (png != NULL)
    providers[n++] = gdk_content_provider_new_for_bytes ("image/png", png);
  if (csv != NULL)
    providers[n++] = gdk_content_provider_new_for_bytes ("text/csv", csv);
  providers[n++] = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", plain);
  return gdk_content_provider_new_union (providers, n);
}

static GdkContentProvider *
drag_prepared_cb (GtkDragSource *source, double x, double y, GtkWidget *handle)
{
  JipyoViewResult *result = g_object_get_data (G_OBJECT (handle), result_key);
  JipyoLook *look = g_object_get_data (G_OBJECT (handle), look_key);

  return result != NULL ? jipyo_view_drag_make_content (result, look) : NULL;
}

void
jipyo_view_drag_set (GtkWidget *handle, JipyoViewResult *result, JipyoLook *look)
{
  if (g_object_get_data (G_OBJECT (handle), result_key) == NULL) {
    GtkDragSource *source = gtk_drag_source_new ();

    g_signal_connect (source, "prepare", G_CALLBACK (drag_prepared_cb), handle);
    gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
    gtk_widget_set_cursor_from_name (handle, "grab");
  }
  g_object_set_data_full (G_OBJECT (handle), result_key, g_object_ref (result), g_object_unref);
  g_object_set_data_full (G_OBJECT (handle), look_key, g_object_ref (look), g_object_unref);
}
