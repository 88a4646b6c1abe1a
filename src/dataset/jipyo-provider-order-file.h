/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's order of providers as a JSON file and back. What is not exactly such a file is refused
 * whole, with every problem at its place.
 */

#pragma once

#include "jipyo-problem.h"

/* Why the providers cannot be those of a class, or NULL. */
typedef const char *(*JipyoProviderOrderCheck) (const char *class, const char *const *providers);

/* Class (char *) → ids (char **), both owned. `name` is the file's, for the problems, to which
 * JipyoProblem are added; `text` is all of it, whatever bytes it has. NULL when there are any.
 * (transfer full) (nullable) */
GHashTable *jipyo_provider_order_file_parse (const char *name,
                                             GBytes *text,
                                             JipyoProviderOrderCheck check,
                                             GPtrArray *problems);
/* (transfer full) */
char *jipyo_provider_order_file_format (GHashTable *orders);
