/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's weights of baskets as a JSON file and back. What is not exactly such a file is refused
 * whole, with every problem at its place.
 */

#pragma once

#include "jipyo-member-weight.h"

/* `name` is the file's, for the problems, to which JipyoProblem are added. NULL when there are any.
 * (element-type JipyoMemberWeight) (transfer full) (nullable) */
GPtrArray *
jipyo_weights_file_parse (const char *name, const char *text, gsize length, GPtrArray *problems);
/* (transfer full) */
char *jipyo_weights_file_format (const GPtrArray *weights);
