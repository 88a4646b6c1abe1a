/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small file, written in the child, which may wait for the disk.
 */

#include "jipyo-name-memory.h"

#include "jipyo-names-file.h"
#include "jipyo-problem.h"

#include <string.h>

static const gsize file_max = 1 << 20;

struct _JipyoNameMemory {
  const JipyoListings *listings; /* borrowed */
  char *path;                    /* or NULL */
  char *text;                    /* as read or written last, or NULL */
};

/* (element-type JipyoListedName) (transfer full) (nullable) */
static GPtrArray *
read_names (JipyoNameMemory *self)
{
  g_autoptr (GPtrArray) problems =
               g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_problem_free);
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (self->path, &text, &length, NULL)) /* mostly there is none yet */
    return NULL;
  if (length <= file_max)
    names = jipyo_names_file_parse (self->path, text, length, problems);
  if (names == NULL) {
    g_debug ("%s: not understood, and begun anew", self->path);
    return NULL;
  }
  self->text = g_steal_pointer (&text);
  return g_steal_pointer (&names);
}

JipyoNameMemory *
jipyo_name_memory_new (const char *path, JipyoListings *listings)
{
  JipyoNameMemory *self = g_new0 (JipyoNameMemory, 1);
  g_autoptr (GPtrArray) names = NULL;

  self->listings = listings;
  self->path = g_strdup (path);
  if (path != NULL)
    names = read_names (self);
  for (guint i = 0; names != NULL && i < names->len; i++) {
    const JipyoListedName *name = g_ptr_array_index (names, i);

    jipyo_listings_remember (listings, name->instrument, &name->name);
  }
  return self;
}

void
jipyo_name_memory_free (JipyoNameMemory *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->text);
  g_free (self);
}

static void
recalled (const char *instrument, const JipyoText *name, gpointer data)
{
  GPtrArray *names = data;

  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (((const JipyoListedName *) names->pdata[i])->instrument, instrument))
      return;
  g_ptr_array_add (names, jipyo_listed_name_new (instrument, name));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const JipyoListedName *first = *(const JipyoListedName *const *) a;
  const JipyoListedName *second = *(const JipyoListedName *const *) b;

  return strcmp (first->instrument, second->instrument);
}

static void
write_text (JipyoNameMemory *self)
{
  g_autofree char *directory = g_path_get_dirname (self->path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (directory, 0700);
  if (!g_file_set_contents_full (self->path, self->text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 &error))
    g_debug ("names are not kept: %s", error->message);
}

void
jipyo_name_memory_keep (JipyoNameMemory *self, char **instruments)
{
  g_autoptr (GPtrArray) names =
               g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_listed_name_free);
  g_autofree char *text = NULL;

  if (self->path == NULL)
    return;
  for (guint i = 0; instruments != NULL && instruments[i] != NULL; i++)
    jipyo_listings_recall (self->listings, instruments[i], recalled, names);
  g_ptr_array_sort (names, compare_names);
  text = jipyo_names_file_format (names);
  if (g_strcmp0 (text, self->text) == 0)
    return;
  g_free (self->text);
  self->text = g_steal_pointer (&text);
  write_text (self);
}
