/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder of a person's own JSON files, and what is wrong with them in words.
 */

#pragma once

#include <glib.h>

/* Paths of the *.json in a folder, by name; an error only when it is there and cannot be read.
 * (transfer full) */
GPtrArray *jipyo_own_folder_list (const char *directory, GError **error);
/* What is wrong (element-type JipyoProblem), a line each; the reader's error when there is no line
 * to name. (transfer full) */
char *jipyo_problems_describe (const GPtrArray *problems, const GError *error);
