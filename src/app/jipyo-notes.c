/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole list is kept for each step back; it is short. One save runs at a time, in a thread, and
 * what changed meanwhile is saved after it.
 */

#include "jipyo-notes.h"

#include "jipyo-export.h"
#include "jipyo-ledger-file.h"
#include "jipyo-note-file.h"
#include "jipyo-problem.h"

#include <glib/gstdio.h>
#include <string.h>

static const guint steps_max = 50;

struct _JipyoNotes {
  GObject parent_instance;

  char *path;
  char *problem;    /* or NULL */
  GPtrArray *notes; /* of JipyoNote */
  GPtrArray *steps; /* of GPtrArray: the list before each change */
  gboolean blocked; /* the file is another's or damaged, and could not be put aside */
  gboolean saving;
  gboolean unsaved; /* changed since the save that runs began */
};

G_DEFINE_FINAL_TYPE (JipyoNotes, jipyo_notes, G_TYPE_OBJECT)

enum { CHANGED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct {
  char *path;
  GBytes *bytes;
} Save;

static void
save_free (gpointer data)
{
  Save *self = data;

  g_free (self->path);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Save *save = data;
  g_autofree char *directory = g_path_get_dirname (save->path);
  GError *error = NULL;

  /* What is wrong with the directory is said by the write. */
  g_mkdir_with_parents (directory, 0700);
  if (jipyo_export_write (save->path, save->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void save (JipyoNotes *self);

/* `user_data` is the application that was held, or NULL. */
static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  JipyoNotes *self = JIPYO_NOTES (source);
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
  if (self->unsaved)
    save (self);
  if (user_data != NULL)
    g_application_release (user_data);
}

static void
save (JipyoNotes *self)
{
  if (self->blocked) {
    g_signal_emit (self, signals[FAILED], 0, self->problem);
    return;
  }
  self->unsaved = self->saving;
  if (self->saving)
    return;
  /* A program that is about to end ends once its notes are saved. */
  GApplication *application = g_application_get_default ();
  if (application != NULL)
    g_application_hold (application);
  g_autoptr (GTask) task = g_task_new (self, NULL, saved_cb, application);
  char *text = jipyo_note_file_format (self->notes);
  Save *step = g_new0 (Save, 1);
  step->path = g_strdup (self->path);
  step->bytes = g_bytes_new_take (text, strlen (text));
  self->saving = TRUE;
  g_task_set_task_data (task, step, save_free);
  g_task_run_in_thread (task, save_in_thread);
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

/* Under the first name that is free. */
static char *
put_aside (const char *path)
{
  for (int i = 1; i < 1000; i++) {
    char *aside = g_strdup_printf ("%s.damaged-%d", path, i);
    if (!g_file_test (aside, G_FILE_TEST_EXISTS) && g_rename (path, aside) == 0)
      return aside;
    g_free (aside);
  }
  return NULL;
}

/* What cannot be put aside is not written over either. */
static void
refuse (JipyoNotes *self, const char *reason)
{
  g_autofree char *aside = put_aside (self->path);

  self->blocked = aside == NULL;
  self->problem = g_strdup_printf ("%s (%s)", reason, aside != NULL ? aside : self->path);
}

static void
load (JipyoNotes *self)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (self->path, &text, &length, &error)) {
    if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
      refuse (self, error->message);
    return;
  }
  GPtrArray *notes = jipyo_note_file_parse (self->path, text, length, problems);
  if (notes != NULL) {
    g_ptr_array_unref (self->notes);
    self->notes = notes;
    return;
  }
  g_autofree char *first = jipyo_problem_format (g_ptr_array_index (problems, 0));
  refuse (self, first);
}

static void
jipyo_notes_finalize (GObject *object)
{
  JipyoNotes *self = JIPYO_NOTES (object);

  g_free (self->path);
  g_free (self->problem);
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
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_note_free);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

JipyoNotes *
jipyo_notes_new (const char *path)
{
  JipyoNotes *self = g_object_new (JIPYO_TYPE_NOTES, NULL);

  self->path = g_strdup (path);
  load (self);
  return self;
}

const char *
jipyo_notes_get_problem (JipyoNotes *self)
{
  return self->problem;
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
