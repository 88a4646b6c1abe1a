/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is wrong in a file and where. Readers collect all problems of a file instead of stopping at
 * the first.
 */

#pragma once

#include <glib.h>

typedef struct {
  char *file;
  guint line;    /* from 1; 0 when the file could not be read at all */
  guint column;  /* in characters, from 1 */
  char *pointer; /* JSON pointer of the value, "" for the whole text */
  char *message; /* what was found and what was expected */
} JipyoProblem;

void jipyo_problem_free (JipyoProblem *problem);
/* "file:line:column: /pointer: message". (transfer full) */
char *jipyo_problem_format (const JipyoProblem *problem);
