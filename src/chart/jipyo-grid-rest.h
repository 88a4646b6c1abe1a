/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a drawn table says of the rows and columns that it leaves out.
 */

#pragma once

#include "jipyo-lang.h"

/* "외 3행 · 외 1열"; "" when nothing is left out. (transfer full) */
char *jipyo_grid_describe_rest (JipyoLang lang, guint rows, guint columns);
