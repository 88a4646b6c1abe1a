/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view's table as it is drawn in a picture: chosen columns, in one language.
 */

#pragma once

#include "jipyo-sheet.h"
#include "jipyo-table.h"

/* A column of the table under a title of the picture's own, which may be shorter. */
typedef struct {
  const char *id;
  const char *ko, *en;
  JipyoCellAlign align;
} JipyoTitledColumn;

/* These columns in this order, `n` of them, their texts as they are. (transfer full) */
JipyoGrid *jipyo_grid_new_titled (const JipyoTable *table,
                                  const JipyoTitledColumn *columns,
                                  guint n,
                                  JipyoLang lang);
/* `columns` are ids, NULL-terminated; NULL takes all. Figures align at their end; derived ones are
 * muted. (transfer full) */
JipyoGrid *
jipyo_grid_new_from_table (const JipyoTable *table, const char *const *columns, JipyoLang lang);
