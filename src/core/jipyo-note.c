/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain data; where a note belongs in a plot is found by views.
 */

#include "jipyo-note.h"

JipyoNote *
jipyo_note_copy (const JipyoNote *self)
{
  JipyoNote *copy = g_new0 (JipyoNote, 1);

  copy->view = g_strdup (self->view);
  copy->plot = self->plot;
  copy->series = g_strdup (self->series);
  copy->claim = g_strdup (self->claim);
  copy->place = g_strdup (self->place);
  copy->text = g_strdup (self->text);
  return copy;
}

void
jipyo_note_free (JipyoNote *self)
{
  if (self == NULL)
    return;
  g_free (self->view);
  g_free (self->series);
  g_free (self->claim);
  g_free (self->place);
  g_free (self->text);
  g_free (self);
}

gboolean
jipyo_note_is_at (const JipyoNote *self, const JipyoNote *other)
{
  if (g_strcmp0 (self->view, other->view) != 0 || self->plot != other->plot
      || g_strcmp0 (self->series, other->series) != 0)
    return FALSE;
  if (self->claim != NULL && other->claim != NULL)
    return g_strcmp0 (self->claim, other->claim) == 0;
  return g_strcmp0 (self->place, other->place) == 0;
}
