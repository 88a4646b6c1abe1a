/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures and tables as files. The same input gives the same bytes; a file that exists stays as it
 * was until the new one is whole. Bytes are made from data the caller owns, hence on any thread.
 */

#pragma once

#include "jipyo-sheet-layout.h"
#include "jipyo-view.h"

#define JIPYO_EXPORT_ERROR (jipyo_export_error_quark ())
typedef enum {
  JIPYO_EXPORT_ERROR_SIZE,   /* nothing to draw on, or more than is drawn in one piece */
  JIPYO_EXPORT_ERROR_FORMAT, /* the file name ends in nothing that is written */
  JIPYO_EXPORT_ERROR_ENCODE, /* the picture or workbook could not be made */
  JIPYO_EXPORT_ERROR_SILENT, /* the plot has nothing that can be heard */
  JIPYO_EXPORT_ERROR_WRITE,  /* the file could not be written; the old one is intact */
} JipyoExportError;
GQuark jipyo_export_error_quark (void);

#define JIPYO_PICTURE_MAX_SIDE 16384      /* pixels, after scaling */
#define JIPYO_PICTURE_MAX_AREA 67108864.0 /* pixels: 64 Mi */

typedef enum { JIPYO_PICTURE_PNG, JIPYO_PICTURE_SVG, JIPYO_PICTURE_PDF } JipyoPictureFormat;

typedef struct {
  const JipyoSheet *sheet;
  const JipyoTheme *theme;
  double width; /* before scaling; a PDF page has 0.75 points for each */
  double height;
  double scale;
  JipyoDate date; /* written into a PDF as its day of creation; unknown: 1970-01-01 */
} JipyoPicture;

/* FALSE when the name ends in neither .png, .svg nor .pdf, in any case. */
gboolean
jipyo_picture_format_from_path (const char *path, JipyoPictureFormat *format, GError **error);
/* "1280x800" with both sides within the limits. */
gboolean jipyo_picture_parse_size (const char *text, double *width, double *height);
/* Checks sides, area and scale before anything is allocated. */
gboolean jipyo_picture_check (const JipyoPicture *self, GError **error);
/* Checked so first. (transfer full) */
GBytes *jipyo_picture_encode (const JipyoPicture *self, JipyoPictureFormat format, GError **error);
/* The pictures as the pages of one PDF, titled by the first one. (transfer full) */
GBytes *jipyo_pictures_encode_pdf (const JipyoPicture *pictures, guint n_pictures, GError **error);
/* Encodes by the ending of `path` and writes. */
gboolean jipyo_picture_save (const JipyoPicture *self, const char *path, GError **error);

/* Whether the name ends in .wav, in any case. */
gboolean jipyo_sound_is_path (const char *path);
/* A plot as a WAV file (jipyo-sound-score.h). (transfer full) */
GBytes *jipyo_sound_encode (const JipyoPlot *plot, GError **error);

/* The view's table, sources and conflicts as a workbook, in the context's language. (transfer full)
 */
GBytes *jipyo_export_xlsx (const JipyoView *view, const JipyoViewContext *context, GError **error);
/* Replaces `path` in one step, durably; a device or pipe is written to. */
gboolean jipyo_export_write (const char *path, GBytes *bytes, GError **error);
