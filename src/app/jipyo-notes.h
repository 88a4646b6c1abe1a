/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's notes, kept in one file. A file that is not understood is put aside under another name
 * and said, never overwritten; a change that cannot be saved is said and stays in memory.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-note.h"
#include "jipyo-own-file.h"

#define JIPYO_TYPE_NOTES (jipyo_notes_get_type ())
G_DECLARE_FINAL_TYPE (JipyoNotes, jipyo_notes, JIPYO, NOTES, GObject)

/* Reads the file, if there is one. Signals: "changed"; "failed" (string: why it was not saved). */
JipyoNotes *jipyo_notes_new (const char *path);
/* What is wrong with it, and whether it is being saved. Borrowed. */
JipyoOwnFile *jipyo_notes_get_file (JipyoNotes *self);
/* (element-type JipyoNote), until "changed" */
const GPtrArray *jipyo_notes_get_all (JipyoNotes *self);
/* The text at the figure of `anchor`, or NULL. */
const char *jipyo_notes_find (JipyoNotes *self, const JipyoNote *anchor);
/* Writes, rewrites or, with "", deletes the note at a figure, and saves. FALSE when that changes
 * nothing. */
gboolean jipyo_notes_set (JipyoNotes *self, const JipyoNote *anchor, const char *text);
/* Takes the last change back; FALSE when there is none. */
gboolean jipyo_notes_undo (JipyoNotes *self);
