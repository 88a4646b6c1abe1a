/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file of a person's own: read once, written whole. One that is not understood is put aside under
 * another name and said, never overwritten; what cannot be saved is said.
 */

#pragma once

#include <gio/gio.h>

#define JIPYO_TYPE_OWN_FILE (jipyo_own_file_get_type ())
G_DECLARE_FINAL_TYPE (JipyoOwnFile, jipyo_own_file, JIPYO, OWN_FILE, GObject)

/* What `text` says, or NULL with JipyoProblem added. */
typedef GPtrArray *(*JipyoOwnFileParse) (const char *name,
                                         const char *text,
                                         gsize length,
                                         GPtrArray *problems);

/* Signal: "failed" (string: why it was not saved). */
JipyoOwnFile *jipyo_own_file_new (const char *path);
/* NULL when there is no file or it was put aside. (transfer full) (nullable) */
GPtrArray *jipyo_own_file_load (JipyoOwnFile *self, JipyoOwnFileParse parse);
/* Why the file was put aside, and where to; NULL when all is well. */
const char *jipyo_own_file_get_problem (JipyoOwnFile *self);
gboolean jipyo_own_file_is_saving (JipyoOwnFile *self);
/* Takes the text. One save runs at a time, in a thread; what comes meanwhile is saved after it. */
void jipyo_own_file_save (JipyoOwnFile *self, char *text);
