/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file of a person's own: read once, written whole, and followed when another program writes it.
 * One that is not understood is put aside under another name and said, never overwritten; what
 * cannot be saved is said. A program that is about to end ends once it is saved.
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

/* Signals: "failed" (string: why it was not saved, or what was put aside while it was watched);
 * "replaced" (GPtrArray: what another program wrote there, to be kept by a reference). */
JipyoOwnFile *jipyo_own_file_new (const char *path);
/* One whose "failed" goes on as the signal of that name of `owner`, which also gets what is
 * "replaced", unless `replaced` is NULL; for as long as both are there. */
JipyoOwnFile *jipyo_own_file_new_for (const char *path, gpointer owner, GCallback replaced);
/* "…/jipyo/NAME" in the user's data directory. (transfer full) */
char *jipyo_own_file_path (const char *name);
/* NULL when there is no file or it was put aside. (transfer full) (nullable) */
GPtrArray *jipyo_own_file_load (JipyoOwnFile *self, JipyoOwnFileParse parse);
/* An empty list then. (transfer full) */
GPtrArray *
jipyo_own_file_load_list (JipyoOwnFile *self, JipyoOwnFileParse parse, GDestroyNotify free_item);
/* From now on what others write is told, unless a save of our own comes after it. After load. */
void jipyo_own_file_watch (JipyoOwnFile *self);
/* Why the file was put aside, and where to; NULL when all is well. */
const char *jipyo_own_file_get_problem (JipyoOwnFile *self);
gboolean jipyo_own_file_is_saving (JipyoOwnFile *self);
/* Why what was given last is not saved; NULL while it is under way and when it is. */
const char *jipyo_own_file_get_failure (JipyoOwnFile *self);
/* Takes the text. One save runs at a time, in a thread; what comes meanwhile is saved after it. */
void jipyo_own_file_save (JipyoOwnFile *self, char *text);
