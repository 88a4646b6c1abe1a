/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a view to a file that the person chooses, or its picture to the clipboard.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-look.h"
#include "jipyo-view-result.h"

/* What is taken out of the window: a view, or one chart of it as it is looked at, with its table.
 */
typedef struct {
  JipyoViewResult *result;
  int plot;                    /* -1: all of the view */
  const JipyoPlotState *state; /* of the plot; NULL: as the view describes it */
  JipyoLook *look;
} JipyoViewPart;

/* `format` is "png", "svg", "pdf", "csv" or "xlsx". Asks for a file, encodes on a thread, and says
 * by win.toast on `widget` how it went. Pictures are light, for paper, with the colours of change
 * of `look`. */
void jipyo_view_export_ask (GtkWidget *widget,
                            JipyoViewResult *result,
                            const char *format,
                            JipyoLook *look);
/* The same for the sound of one of the view's plots. */
void jipyo_view_export_ask_sound (GtkWidget *widget, JipyoViewResult *result, guint plot);
/* To the clipboard of `widget`; said by win.toast as well. */
void jipyo_view_export_copy_picture (GtkWidget *widget, const JipyoViewPart *part);
void jipyo_view_export_copy_table (GtkWidget *widget, const JipyoViewPart *part);
/* The picture as a PNG, for paper. (transfer full) */
GBytes *jipyo_view_export_encode_part (const JipyoViewPart *part, GError **error);
/* What its table is the table of. (transfer full) */
JipyoViewResult *jipyo_view_export_get_table (const JipyoViewPart *part);
/* Bytes of the view in a format, a picture in `theme`; pure, for any thread. (transfer full) */
GBytes *jipyo_view_export_encode (JipyoViewResult *result,
                                  const char *format,
                                  const JipyoTheme *theme,
                                  GError **error);
