/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's own words about one figure of a chart: the view, the plot in it, the series and the
 * position, or the claim behind the figure, which stays when positions and languages change.
 */

#pragma once

#include <glib.h>

#define JIPYO_NOTE_MAX 500 /* characters of its text */

typedef struct {
  char *view;
  guint plot;   /* of the view's sheet */
  char *series; /* its id; NULL in a plot with one that has none */
  char *claim;  /* or NULL */
  char *place;  /* on the position axis: see jipyo-note-anchor.h */
  char *text;
} JipyoNote;

JipyoNote *jipyo_note_copy (const JipyoNote *self);
void jipyo_note_free (JipyoNote *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoNote, jipyo_note_free)
/* TRUE for the same figure, whatever is said of it. */
gboolean jipyo_note_is_at (const JipyoNote *self, const JipyoNote *other);
