/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks where to save a file; shaped like the newer GtkFileDialog, over what GTK 4.8 has.
 */

#pragma once

#include <gtk/gtk.h>

void jipyo_file_picker_save_async (GtkWindow *parent,
                                   const char *name,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* NULL without an error when the person changed their mind. (transfer full) */
GFile *jipyo_file_picker_save_finish (GAsyncResult *result, GError **error);
