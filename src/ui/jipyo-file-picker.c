/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only place that names the file chooser.
 */

#include "jipyo-file-picker.h"

#include <glib/gi18n.h>

static void
responded_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)),
                           g_object_unref);
  else
    g_task_return_pointer (task, NULL, NULL);
}

void
jipyo_file_picker_save_async (GtkWindow *parent,
                              const char *name,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _ ("Export"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* The task holds the dialog until it is answered. */
  g_object_set_data_full (G_OBJECT (task), "jipyo-dialog", dialog, g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (responded_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

GFile *
jipyo_file_picker_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
