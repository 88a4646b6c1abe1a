/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folders of files that a person laid down.
 */

#include "jipyo-own-folder.h"

#include <gio/gio.h>

#include "jipyo-problem.h"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
jipyo_own_folder_list (const char *directory, GError **error)
{
  const gboolean there = g_file_test (directory, G_FILE_TEST_EXISTS); /* most people have none */
  g_autoptr (GDir) listing = there ? g_dir_open (directory, 0, error) : NULL;
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name = NULL;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    if (g_str_has_suffix (name, ".json") && *name != '.')
      g_ptr_array_add (paths, g_build_filename (directory, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

char *
jipyo_problems_describe (const GPtrArray *problems, const GError *error)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *line = jipyo_problem_format (g_ptr_array_index (problems, i));

    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
  }
  if (problems->len == 0 && error != NULL)
    g_string_append (text, error->message);
  return g_string_free (text, FALSE);
}
