/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a person's note belongs in a view: by the claim behind the figure, else by its place on the
 * position axis: an instant in time, the name of a category, a number.
 */

#pragma once

#include "jipyo-note.h"
#include "jipyo-view.h"

/* A note without text at a datum of a plot of the view. (transfer full) */
JipyoNote *jipyo_note_anchor_make (const JipyoView *view, guint plot, guint series, guint datum);
/* The datum that a note of the view is about, its texts borrowed; FALSE when it is not shown now:
 * the note is kept. */
gboolean jipyo_note_anchor_find (const JipyoNote *note, const JipyoView *view, JipyoDatum *found);
/* What a note is about as people call it: "DBR, GPU lease", "4 Aug 2025". (transfer full) */
char *jipyo_note_anchor_describe (const JipyoNote *note, const JipyoView *view);
/* Adds the notes of the view to its plots. (element-type JipyoNote) */
void jipyo_note_anchor_add (const GPtrArray *notes, JipyoView *view);
