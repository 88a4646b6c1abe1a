/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Problems found in files, in the form that editors know how to jump to.
 */

#include "jipyo-problem.h"

void
jipyo_problem_free (JipyoProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->file);
  g_free (problem->pointer);
  g_free (problem->message);
  g_free (problem);
}

char *
jipyo_problem_format (const JipyoProblem *problem)
{
  if (*problem->pointer == '\0')
    return g_strdup_printf ("%s:%u:%u: %s", problem->file, problem->line, problem->column,
                            problem->message);
  return g_strdup_printf ("%s:%u:%u: %s: %s", problem->file, problem->line, problem->column,
                          problem->pointer, problem->message);
}
