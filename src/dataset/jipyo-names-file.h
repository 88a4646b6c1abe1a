/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By what names venues listed coins, as a JSON file and back. What is not exactly such a file is
 * refused whole.
 */

#pragma once

#include "jipyo-lang.h"

typedef struct {
  char *instrument; /* "upbit:KRW-BTC" */
  JipyoText name;   /* at least one of the two */
} JipyoListedName;

JipyoListedName *jipyo_listed_name_new (const char *instrument, const JipyoText *name);
void jipyo_listed_name_free (JipyoListedName *self);

/* `file` is the file's name, for the problems, to which JipyoProblem are added. NULL when there are
 * any. (element-type JipyoListedName) (transfer full) (nullable) */
GPtrArray *
jipyo_names_file_parse (const char *file, const char *text, gsize length, GPtrArray *problems);
/* (transfer full) */
char *jipyo_names_file_format (const GPtrArray *names);
