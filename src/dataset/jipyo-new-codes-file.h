/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What venues have renamed, as a JSON file and back. What is not exactly such a file is refused
 * whole, with every problem at its place.
 */

#pragma once

#include "jipyo-new-code.h"

/* `name` is the file's, for the problems, to which JipyoProblem are added. NULL when there are any.
 * (element-type JipyoNewCode) (transfer full) (nullable) */
GPtrArray *
jipyo_new_codes_file_parse (const char *name, const char *text, gsize length, GPtrArray *problems);
/* (transfer full) */
char *jipyo_new_codes_file_format (const GPtrArray *codes);
