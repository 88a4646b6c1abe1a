/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks ledger files by laying them over a ledger that is thrown away.
 */

#include "jipyo-validation.h"

#include "jipyo-ledger-file.h"

void
jipyo_validation_free (JipyoValidation *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->problems);
  g_free (self->failure);
  g_free (self);
}

static char **
format_problems (const GPtrArray *problems)
{
  char **lines = g_new0 (char *, problems->len + 1);

  for (guint i = 0; i < problems->len; i++)
    lines[i] = jipyo_problem_format (g_ptr_array_index (problems, i));
  return lines;
}

static JipyoValidation *
validate (JipyoLedger *ledger, const char *path)
{
  JipyoValidation *validation = g_new0 (JipyoValidation, 1);
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  g_autoptr (GError) error = NULL;

  if (!jipyo_ledger_load_file (ledger, path, problems, &error) && problems->len == 0)
    validation->failure = g_strdup (error->message);
  validation->problems = format_problems (problems);
  return validation;
}

GPtrArray *
jipyo_validate_files (const char *const *paths)
{
  GPtrArray *validations = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_validation_free);
  g_autoptr (GPtrArray) shipped = jipyo_problems_new ();
  g_autoptr (JipyoLedger) ledger = jipyo_ledger_new ();

  /* The shipped files are sound, or the program would not have passed its tests. */
  jipyo_ledger_load_shipped (ledger, shipped);
  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (validations, validate (ledger, paths[i]));
  return validations;
}
