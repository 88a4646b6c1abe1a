/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file on disk is replaced in one step by app's writer; here are only the question, the thread
 * and the message.
 */

#include "jipyo-view-export.h"

#include <glib/gi18n.h>

#include "jipyo-export.h"
#include "jipyo-file-picker.h"

static const double picture_width = 1280;
static const double picture_height = 720;
static const double picture_scale = 2; /* of one whose points are pixels */

/* From the question to the message. */
typedef struct {
  GtkWidget *widget;       /* weak: may be gone when the file is written */
  JipyoViewResult *result; /* owned */
  JipyoTheme theme;
  char *format;
  guint plot; /* which one is heard, of a sound */
  char *path;
} Export;

static void
export_free (Export *self)
{
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->result);
  g_free (self->format);
  g_free (self->path);
  g_free (self);
}

static JipyoPicture
make_picture (JipyoViewResult *result, const JipyoTheme *theme)
{
  return (JipyoPicture){
    .sheet = jipyo_view_result_get_view (result)->sheet,
    .theme = theme,
    .width = picture_width,
    .height = picture_height,
    .scale = 1,
    .date = jipyo_view_result_get_as_of (result),
  };
}

/* A file whose points are not pixels needs no more of them. */
static GBytes *
encode_picture (JipyoViewResult *result,
                JipyoPictureFormat format,
                const JipyoTheme *theme,
                GError **error)
{
  JipyoPicture picture = make_picture (result, theme);

  picture.scale = format == JIPYO_PICTURE_PNG ? picture_scale : 1;
  return jipyo_picture_encode (&picture, format, error);
}

GBytes *
jipyo_view_export_encode_part (const JipyoViewPart *part, GError **error)
{
  g_return_val_if_fail (part != NULL, NULL);
  const JipyoTheme theme = jipyo_look_copy_theme (part->look, JIPYO_THEME_LIGHT);
  JipyoPicture picture = make_picture (part->result, &theme);
  g_autoptr (JipyoSheet) own =
               part->plot < 0
                 ? NULL
                 : jipyo_sheet_copy_plot (picture.sheet, (guint) part->plot, part->state);

  picture.sheet = own != NULL ? own : picture.sheet;
  picture.scale = picture_scale;
  return jipyo_picture_encode (&picture, JIPYO_PICTURE_PNG, error);
}

JipyoViewResult *
jipyo_view_export_get_table (const JipyoViewPart *part)
{
  g_return_val_if_fail (part != NULL, NULL);

  return part->plot < 0 ? g_object_ref (part->result)
                        : jipyo_view_result_get_twin (part->result, (guint) part->plot);
}

GBytes *
jipyo_view_export_encode (JipyoViewResult *result,
                          const char *format,
                          const JipyoTheme *theme,
                          GError **error)
{
  if (g_strcmp0 (format, "csv") == 0) {
    char *text = jipyo_view_format_csv (jipyo_view_result_get_view (result));

    return g_bytes_new_take (text, strlen (text));
  }
  if (g_strcmp0 (format, "xlsx") == 0)
    return jipyo_view_result_encode_workbook (result, error);
  if (g_strcmp0 (format, "svg") == 0)
    return encode_picture (result, JIPYO_PICTURE_SVG, theme, error);
  if (g_strcmp0 (format, "pdf") == 0)
    return encode_picture (result, JIPYO_PICTURE_PDF, theme, error);
  return encode_picture (result, JIPYO_PICTURE_PNG, theme, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Export *export = task_data;
  GError *error = NULL;
  const JipyoSheet *sheet = jipyo_view_result_get_view (export->result)->sheet;
  g_autoptr (GBytes) bytes =
               g_str_equal (export->format, "wav")
                 ? jipyo_sound_encode (g_ptr_array_index (sheet->plots, export->plot), &error)
                 : jipyo_view_export_encode (export->result, export->format, &export->theme,
                                             &error);

  if (bytes == NULL || !jipyo_export_write (export->path, bytes, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
file_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (export->path);
  g_autofree char *text = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    text = g_strdup_printf (_ ("%s written"), name);
  else
    text = g_strdup_printf (_ ("%s could not be written: %s"), name, error->message);
  if (export->widget != NULL)
    gtk_widget_activate_action (export->widget, "win.toast", "s", text);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = jipyo_file_picker_save_finish (result, &error);

  if (file == NULL) {
    export_free (export);
    return;
  }
  g_autoptr (GTask) task = g_task_new (NULL, NULL, file_written_cb, NULL);

  export->path = g_file_get_path (file);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, write_in_thread);
}

static Export *
export_new (GtkWidget *widget, JipyoViewResult *result, const char *format)
{
  Export *export = g_new0 (Export, 1);

  g_set_weak_pointer (&export->widget, widget);
  export->result = g_object_ref (result);
  export->format = g_strdup (format);
  return export;
}

static void
ask (Export *export)
{
  g_autofree char *base = g_strdup (jipyo_view_result_get_view (export->result)->name);
  g_autofree char *name =
    g_strdup_printf ("jipyo-%s.%s", g_strdelimit (base, ":/", '-'), export->format);

  jipyo_file_picker_save_async (GTK_WINDOW (gtk_widget_get_root (export->widget)), name,
                                file_chosen_cb, export);
}

void
jipyo_view_export_ask (GtkWidget *widget,
                       JipyoViewResult *result,
                       const char *format,
                       JipyoLook *look)
{
  Export *export = export_new (widget, result, format);

  export->theme = jipyo_look_copy_theme (look, JIPYO_THEME_LIGHT);
  ask (export);
}

void
jipyo_view_export_ask_sound (GtkWidget *widget, JipyoViewResult *result, guint plot)
{
  Export *export = export_new (widget, result, "wav");

  export->plot = plot;
  ask (export);
}

void
jipyo_view_export_copy_picture (GtkWidget *widget, const JipyoViewPart *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jipyo_view_export_encode_part (part, &error);
  g_autoptr (GdkTexture) texture =
               bytes == NULL ? NULL : gdk_texture_new_from_bytes (bytes, &error);

  if (texture == NULL) {
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
    return;
  }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Picture copied"));
}

void
jipyo_view_export_copy_table (GtkWidget *widget, const JipyoViewPart *part)
{
  g_autoptr (JipyoViewResult) table = jipyo_view_export_get_table (part);
  g_autofree char *text =
    jipyo_view_format_text (jipyo_view_result_get_view (table), jipyo_view_result_get_lang (table));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Table copied"));
}
