/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the record in the order in which files are laid over each other.
 */

#include "jipyo-record-loading.h"

#include <gio/gio.h>

#include "jipyo-ledger-file.h"
#include "jipyo-own-folder.h"

/* NULL when all is well, else what was left out and why. (transfer full) */
static char *
lay_own_files_over (JipyoLedger *ledger)
{
  g_autofree char *directory = g_build_filename (g_get_user_data_dir (), "jipyo", "ledger", NULL);
  g_autoptr (GError) unlisted = NULL;
  g_autoptr (GPtrArray) paths = jipyo_own_folder_list (directory, &unlisted);
  GString *notice = g_string_new (NULL);

  if (unlisted != NULL)
    g_string_append (notice, unlisted->message);
  for (guint i = 0; i < paths->len; i++) {
    g_autoptr (GPtrArray) problems = jipyo_problems_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *text = NULL;

    if (jipyo_ledger_load_file (ledger, g_ptr_array_index (paths, i), problems, &error))
      continue;
    text = jipyo_problems_describe (problems, error);
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
  text = jipyo_problems_describe (problems, cause);
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
    g_autofree char *text = jipyo_problems_describe (problems, NULL);

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
