/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's watchlist as a JSON file and back. What is not exactly such a file is refused whole,
 * with every problem at its place.
 */

#pragma once

#include <glib.h>

#define JIPYO_WATCHLIST_MAX 100

/* `name` is the file's, for the problems, to which JipyoProblem are added. NULL when there are any.
 * (element-type utf8) (transfer full) (nullable) */
GPtrArray *
jipyo_watchlist_file_parse (const char *name, const char *text, gsize length, GPtrArray *problems);
/* (transfer full) */
char *jipyo_watchlist_file_format (const GPtrArray *instruments);
