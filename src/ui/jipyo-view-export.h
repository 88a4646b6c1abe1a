/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a view to a file that the person chooses, or its picture to the clipboard.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-look.h"
#include "jipyo-view-result.h"

/* `format` is "png", "svg", "pdf", "csv" or "xlsx". Asks for a file, encodes on a thread, and says
 * by win.toast on `widget` how it went. Pictures are light, for paper, with the colours of change
 * of `look`. */
void jipyo_view_export_ask (GtkWidget *widget,
                            JipyoViewResult *result,
                            const char *format,
                            JipyoLook *look);
/* The same for the sound of one of the view's plots. */
void jipyo_view_export_ask_sound (GtkWidget *widget, JipyoViewResult *result, guint plot);
void jipyo_view_export_copy_picture (GtkWidget *widget, JipyoViewResult *result, JipyoLook *look);
/* Bytes of the view in a format, a picture in `theme`; pure, for any thread. */
GBytes *jipyo_view_export_encode (JipyoViewResult *result,
                                  const char *format,
                                  const JipyoTheme *theme,
                                  GError **error);
