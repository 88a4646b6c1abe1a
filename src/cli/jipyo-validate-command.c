/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo validate FILE…: checks ledger files and the other files of a person's own. Problems go to
 * standard output, one a line, in the form that editors and build tools know how to jump to.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "jipyo-commands.h"
#include "jipyo-validation.h"

/* TRUE when the file is sound. */
static gboolean
report (const char *path, const JipyoValidation *validation, GString *lines)
{
  if (validation->failure != NULL) {
    jipyo_command_complain ("%s", validation->failure);
    return FALSE;
  }
  for (guint i = 0; validation->problems[i] != NULL; i++)
    g_string_append_printf (lines, "%s\n", validation->problems[i]);
  if (validation->problems[0] != NULL)
    return FALSE;
  g_printerr (_ ("%s: no problems\n"), path);
  return TRUE;
}

static int
run (const JipyoCommandLine *line, gpointer data)
{
  g_autoptr (GPtrArray) validations = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  gboolean sound = TRUE;

  if (line->arguments[0] == NULL)
    return jipyo_command_misuse ("validate", _ ("Name the files to check"));
  validations = jipyo_validate_files ((const char *const *) line->arguments);
  for (guint i = 0; i < validations->len; i++)
    sound = report (line->arguments[i], g_ptr_array_index (validations, i), lines) && sound;
  if (!jipyo_command_write (lines->str, NULL))
    return JIPYO_EXIT_FAILED;
  return sound ? JIPYO_EXIT_DONE : JIPYO_EXIT_FAILED;
}

const JipyoCommand jipyo_validate_command = {
  .name = "validate",
  .arguments = N_ ("FILE…"),
                   .summary = N_ ("Check ledger files and a person’s own files"), .run = run,
                   };
