/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a column of JipyoTableView is, and which of them give way to the others. Pure.
 */

#pragma once

#include "jipyo-table-row.h"

/* Of a factory and its cells. */
typedef struct {
  guint index; /* in the table */
  JipyoCellAlign align;
  const char *title;   /* borrowed while columns are made */
  glong longest;       /* characters of its longest text */
  guint statuses;      /* bits of JipyoStatus that occur */
  gboolean with_signs; /* any figure of the column has a sign */
  gboolean first;      /* whose cells name their row */
  guint kept_words;    /* characters of its words that are never cut; 0: as usual */
  gboolean wraps;      /* nothing of its words is cut */
} JipyoTableColumn;

/* Characters of a line of its words, at least, where they wrap. */
int jipyo_table_column_choose_least (const JipyoTableColumn *self);
/* Decides how the first column has room among the others. (element-type JipyoTableColumn) */
void jipyo_table_column_favour_first (GArray *columns);
/* The column that gets the room that is left; columns->len: all of them. */
guint jipyo_table_column_find_widest (const GArray *columns);
