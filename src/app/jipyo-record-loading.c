/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the record in the order in which files are laid over each other.
 */

#include "jipyo-record-loading.h"

#include <gio/gio.h>

#include "jipyo-ledger-file.h"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Paths of the person's own files, by name; an error only when what should hold them is there and
 * cannot be read. (transfer full) */
static GPtrArray *
list_own_files (GError **error)
{
  g_autofree char *directory = g_build_filename (g_get_user_data_dir (), "jipyo", "ledger", NULL);
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

/* What is wrong, a line each; the reader's error when there is no line to name. (transfer full) */
static char *
describe (const GPtrArray *problems, const GError *error)
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

/* NULL when all is well, else what was left out and why. (transfer full) */
static char *
lay_own_files_over (JipyoLedger *ledger)
{
  g_autoptr (GError) unlisted = NULL;
  g_autoptr (GPtrArray) paths = list_own_files (&unlisted);
  GString *notice = g_string_new (NULL);

  if (unlisted != NULL)
    g_string_append (notice, unlisted->message);
  for (guint i = 0; i < paths->len; i++) {
    g_autoptr (GPtrArray) problems = jipyo_problems_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *text = NULL;

    if (jipyo_ledger_load_file (ledger, g_ptr_array_index (paths, i), problems, &error))
      continue;
    text = describe (problems, error);
    g_string_append_printf (notice, "%s%s", notice->len > 0 ? "\n" : "", text);
  }
  return g_string_free (notice, notice->len == 0);
}

static gboolean
lay_over (JipyoLedger *ledger, const char *path, GError **error)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  g_autoptr (GError) cause = NULL;
  g_autofree char *text = NULL;

  if (jipyo_ledger_load_file (ledger, path, problems, &cause))
    return TRUE;
  text = describe (problems, cause);
  g_set_error_literal (error, JIPYO_LEDGER_FILE_ERROR, JIPYO_LEDGER_FILE_ERROR_INVALID, text);
  return FALSE;
}

JipyoLedger *
jipyo_record_load (const char *const *files, char **notice, GError **error)
{
  g_autoptr (JipyoLedger) ledger = jipyo_ledger_new ();
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  g_autofree char *own = NULL;

  if (!jipyo_ledger_load_shipped (ledger, problems)) {
    g_autofree char *text = describe (problems, NULL);

    g_set_error_literal (error, JIPYO_LEDGER_FILE_ERROR, JIPYO_LEDGER_FILE_ERROR_INVALID, text);
    return NULL;
  }
  own = lay_own_files_over (ledger);
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    if (!lay_over (ledger, files[i], error))
      return NULL;
  *notice = g_steal_pointer (&own);
  return g_steal_pointer (&ledger);
}
