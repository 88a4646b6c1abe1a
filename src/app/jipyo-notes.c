/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole list is kept for each step back; it is short.
 */

#include "jipyo-notes.h"

#include "jipyo-note-file.h"

static const guint steps_max = 50;

struct _JipyoNotes {
  GObject parent_instance;

  JipyoOwnFile *file; /* owned */
  GPtrArray *notes;   /* of JipyoNote */
  GPtrArray *steps;   /* of GPtrArray: the list before each change */
};

G_DEFINE_FINAL_TYPE (JipyoNotes, jipyo_notes, G_TYPE_OBJECT)

enum { CHANGED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
save (JipyoNotes *self)
{
  jipyo_own_file_save (self->file, jipyo_note_file_format (self->notes));
}

static gpointer
copy_cb (gconstpointer note, gpointer user_data)
{
  return jipyo_note_copy (note);
}

static GPtrArray *
copy (GPtrArray *notes)
{
  GPtrArray *own = g_ptr_array_copy (notes, copy_cb, NULL);

  g_ptr_array_set_free_func (own, (GDestroyNotify) jipyo_note_free);
  return own;
}

static void
jipyo_notes_finalize (GObject *object)
{
  JipyoNotes *self = JIPYO_NOTES (object);

  g_clear_object (&self->file);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->steps);
  G_OBJECT_CLASS (jipyo_notes_parent_class)->finalize (object);
}

static void
jipyo_notes_class_init (JipyoNotesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = jipyo_notes_finalize;
  signals[CHANGED] = g_signal_new ("changed", JIPYO_TYPE_NOTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", JIPYO_TYPE_NOTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jipyo_notes_init (JipyoNotes *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

JipyoNotes *
jipyo_notes_new (const char *path)
{
  JipyoNotes *self = g_object_new (JIPYO_TYPE_NOTES, NULL);

  self->file = jipyo_own_file_new_for (path, self, NULL);
  self->notes =
    jipyo_own_file_load_list (self->file, jipyo_note_file_parse, (GDestroyNotify) jipyo_note_free);
  return self;
}

JipyoOwnFile *
jipyo_notes_get_file (JipyoNotes *self)
{
  g_return_val_if_fail (JIPYO_IS_NOTES (self), NULL);
  return self->file;
}

const GPtrArray *
jipyo_notes_get_all (JipyoNotes *self)
{
  return self->notes;
}

static JipyoNote *
find (JipyoNotes *self, const JipyoNote *anchor)
{
  for (guint i = 0; i < self->notes->len; i++)
    if (jipyo_note_is_at (g_ptr_array_index (self->notes, i), anchor))
      return g_ptr_array_index (self->notes, i);
  return NULL;
}

const char *
jipyo_notes_find (JipyoNotes *self, const JipyoNote *anchor)
{
  g_return_val_if_fail (JIPYO_IS_NOTES (self) && anchor != NULL, NULL);
  const JipyoNote *note = find (self, anchor);

  return note != NULL ? note->text : NULL;
}

static void
remember (JipyoNotes *self)
{
  if (self->steps->len == steps_max)
    g_ptr_array_remove_index (self->steps, 0);
  g_ptr_array_add (self->steps, copy (self->notes));
}

gboolean
jipyo_notes_set (JipyoNotes *self, const JipyoNote *anchor, const char *text)
{
  g_return_val_if_fail (JIPYO_IS_NOTES (self) && anchor != NULL && text != NULL, FALSE);
  g_autofree char *cut = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), JIPYO_NOTE_MAX));

  g_strstrip (cut);
  if (g_strcmp0 (cut, find (self, anchor) != NULL ? find (self, anchor)->text : "") == 0)
    return FALSE;
  remember (self);
  JipyoNote *note = find (self, anchor);
  if (*cut == '\0') {
    g_ptr_array_remove (self->notes, note);
  } else {
    if (note == NULL) {
      note = jipyo_note_copy (anchor);
      g_ptr_array_add (self->notes, note);
    }
    g_free (note->text);
    note->text = g_steal_pointer (&cut);
  }
  save (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

gboolean
jipyo_notes_undo (JipyoNotes *self)
{
  g_return_val_if_fail (JIPYO_IS_NOTES (self), FALSE);

  if (self->steps->len == 0)
    return FALSE;
  g_ptr_array_unref (self->notes);
  self->notes = g_ptr_array_steal_index (self->steps, self->steps->len - 1);
  save (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}
