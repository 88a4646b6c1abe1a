/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A save holds a reference, so that the last one is done even when its owner is gone.
 */

#include "jipyo-own-file.h"

#include "jipyo-export.h"
#include "jipyo-ledger-file.h"
#include "jipyo-problem.h"

#include <glib/gstdio.h>
#include <string.h>

struct _JipyoOwnFile {
  GObject parent_instance;

  char *path;
  char *problem; /* or NULL */
  char *failure; /* of the last save; or NULL */
  char *known;   /* as last read or given to be saved; or NULL */
  char *waiting; /* what to save next; or NULL */
  JipyoOwnFileParse parse;
  GFileMonitor *monitor; /* NULL until watched */
  gboolean blocked;      /* not understood, and could not be put aside */
  gboolean saving;
  gboolean unread; /* the file changed while it was being saved */
  guint n_saves;   /* asked for */
};

/* What a reading of the file has to know when it ends. */
typedef struct {
  GWeakRef file;
  guint n_saves; /* when it began */
} Reading;

G_DEFINE_FINAL_TYPE (JipyoOwnFile, jipyo_own_file, G_TYPE_OBJECT)

enum { FAILED, REPLACED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *path = JIPYO_OWN_FILE (source)->path; /* never changes */
  g_autofree char *directory = g_path_get_dirname (path);
  GError *error = NULL;

  /* What is wrong with the directory is said by the write. */
  g_mkdir_with_parents (directory, 0700);
  if (jipyo_export_write (path, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void start (JipyoOwnFile *self);
static void read_again (JipyoOwnFile *self);

static void
fail (JipyoOwnFile *self, const char *reason)
{
  g_free (self->failure);
  self->failure = g_strdup (reason);
  g_signal_emit (self, signals[FAILED], 0, reason);
}

/* `user_data` is the application that was held, or NULL. */
static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  JipyoOwnFile *self = JIPYO_OWN_FILE (source);
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    fail (self, error->message);
  start (self);
  if (self->unread && !self->saving) {
    self->unread = FALSE;
    read_again (self);
  }
  if (user_data != NULL)
    g_application_release (user_data);
}

static void
start (JipyoOwnFile *self)
{
  if (self->saving || self->waiting == NULL)
    return;
  GApplication *application = g_application_get_default ();
  if (application != NULL)
    g_application_hold (application);
  g_autoptr (GTask) task = g_task_new (self, NULL, saved_cb, application);
  const gsize length = strlen (self->waiting);

  g_task_set_task_data (task, g_bytes_new_take (g_steal_pointer (&self->waiting), length),
                        (GDestroyNotify) g_bytes_unref);
  self->saving = TRUE;
  g_clear_pointer (&self->failure, g_free);
  g_task_run_in_thread (task, save_in_thread);
}

static void
jipyo_own_file_finalize (GObject *object)
{
  JipyoOwnFile *self = JIPYO_OWN_FILE (object);

  g_free (self->path);
  g_free (self->problem);
  g_free (self->failure);
  g_free (self->known);
  g_free (self->waiting);
  g_clear_object (&self->monitor);
  G_OBJECT_CLASS (jipyo_own_file_parent_class)->finalize (object);
}

static void
jipyo_own_file_class_init (JipyoOwnFileClass *class)
{
  G_OBJECT_CLASS (class)->finalize = jipyo_own_file_finalize;
  signals[FAILED] = g_signal_new ("failed", JIPYO_TYPE_OWN_FILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REPLACED] = g_signal_new ("replaced", JIPYO_TYPE_OWN_FILE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
jipyo_own_file_init (JipyoOwnFile *self)
{
}

JipyoOwnFile *
jipyo_own_file_new (const char *path)
{
  JipyoOwnFile *self = g_object_new (JIPYO_TYPE_OWN_FILE, NULL);

  self->path = g_strdup (path);
  return self;
}

static void
pass_on_cb (GObject *owner, const char *reason)
{
  g_signal_emit_by_name (owner, "failed", reason);
}

JipyoOwnFile *
jipyo_own_file_new_for (const char *path, gpointer owner, GCallback replaced)
{
  g_return_val_if_fail (path != NULL && G_IS_OBJECT (owner), NULL);
  JipyoOwnFile *self = jipyo_own_file_new (path);

  g_signal_connect_object (self, "failed", G_CALLBACK (pass_on_cb), owner, G_CONNECT_SWAPPED);
  if (replaced != NULL)
    g_signal_connect_object (self, "replaced", replaced, owner, G_CONNECT_SWAPPED);
  return self;
}

char *
jipyo_own_file_path (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), "jipyo", name, NULL);
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
refuse (JipyoOwnFile *self, const char *reason)
{
  g_autofree char *aside = put_aside (self->path);

  self->blocked = aside == NULL;
  g_free (self->problem);
  self->problem = g_strdup_printf ("%s (%s)", reason, aside != NULL ? aside : self->path);
}

static GPtrArray *
read_text (JipyoOwnFile *self, const char *text, gsize length)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  GPtrArray *items = self->parse (self->path, text, length, problems);

  if (items != NULL)
    return items;
  g_autofree char *first = jipyo_problem_format (g_ptr_array_index (problems, 0));
  refuse (self, first);
  return NULL;
}

GPtrArray *
jipyo_own_file_load (JipyoOwnFile *self, JipyoOwnFileParse parse)
{
  g_return_val_if_fail (JIPYO_IS_OWN_FILE (self), NULL);
  g_autoptr (GError) error = NULL;
  gsize length;

  self->parse = parse;
  if (g_file_get_contents (self->path, &self->known, &length, &error))
    return read_text (self, self->known, length);
  if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT)
      && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    refuse (self, error->message);
  return NULL;
}

GPtrArray *
jipyo_own_file_load_list (JipyoOwnFile *self, JipyoOwnFileParse parse, GDestroyNotify free_item)
{
  GPtrArray *items = jipyo_own_file_load (self, parse);

  return items != NULL ? items : g_ptr_array_new_with_free_func (free_item);
}

/* What is about to be saved, or was since the reading began, is newer than what others left; a file
 * that went away is written again with the next save. */
static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (JipyoOwnFile) self = g_weak_ref_get (&reading->file);
  g_autofree char *text = NULL;
  gsize length;

  g_weak_ref_clear (&reading->file);
  if (!g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, NULL)
      || self == NULL || self->saving || reading->n_saves != self->n_saves
      || g_strcmp0 (text, self->known) == 0)
    return;
  g_free (self->known);
  self->known = g_strdup (text);
  g_autoptr (GPtrArray) items = read_text (self, text, length);
  if (items != NULL)
    g_signal_emit (self, signals[REPLACED], 0, items);
  else
    g_signal_emit (self, signals[FAILED], 0, self->problem);
}

static void
read_again (JipyoOwnFile *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  Reading *reading = g_new0 (Reading, 1);

  g_weak_ref_init (&reading->file, self);
  reading->n_saves = self->n_saves;
  g_file_load_contents_async (file, NULL, loaded_cb, reading);
}

static void
changed_cb (JipyoOwnFile *self)
{
  self->unread = self->saving;
  if (!self->saving)
    read_again (self);
}

void
jipyo_own_file_watch (JipyoOwnFile *self)
{
  g_return_if_fail (JIPYO_IS_OWN_FILE (self) && self->parse != NULL && self->monitor == NULL);
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autofree char *directory = g_path_get_dirname (self->path);

  /* GIO looks for a folder that is missing only every four seconds. Where nothing can be watched,
   * the file is read at the next start. */
  g_mkdir_with_parents (directory, 0700);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
}

const char *
jipyo_own_file_get_problem (JipyoOwnFile *self)
{
  return self->problem;
}

gboolean
jipyo_own_file_is_saving (JipyoOwnFile *self)
{
  return self->saving;
}

const char *
jipyo_own_file_get_failure (JipyoOwnFile *self)
{
  return self->failure;
}

void
jipyo_own_file_save (JipyoOwnFile *self, char *text)
{
  g_return_if_fail (JIPYO_IS_OWN_FILE (self) && text != NULL);

  if (self->blocked) {
    g_free (text);
    fail (self, self->problem);
    return;
  }
  g_free (self->known);
  self->known = g_strdup (text);
  g_free (self->waiting);
  self->waiting = text;
  self->n_saves++;
  start (self);
}
