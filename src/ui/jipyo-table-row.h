/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row of a view's table, as an object for a list model: of the whole table, or of the selection
 * that the view made for its picture.
 */

#pragma once

#include "jipyo-view-result.h"

#define JIPYO_TYPE_TABLE_ROW (jipyo_table_row_get_type ())
G_DECLARE_FINAL_TYPE (JipyoTableRow, jipyo_table_row, JIPYO, TABLE_ROW, GObject)

/* A cell as it is shown; the texts are borrowed from the row's result. */
typedef struct {
  const char *text;   /* "" when there is nothing */
  const char *value;  /* exact decimal, or NULL */
  const char *claim;  /* claim or instrument id, or NULL */
  JipyoStatus status; /* JIPYO_STATUS_STATED for what is no figure */
  int direction;      /* -1, 0, 1 */
  gboolean muted;
  gboolean doubtful; /* not believed */
  double bar;        /* 0 … 1, or NaN */
} JipyoTableCell;

/* `drawn` takes the rows of the picture's table, which the view has to have. */
JipyoTableRow *jipyo_table_row_new (JipyoViewResult *result, gboolean drawn, guint index);
/* The same row of a newer result; emits "changed". */
void jipyo_table_row_set_result (JipyoTableRow *self, JipyoViewResult *result);
void jipyo_table_row_get_cell (JipyoTableRow *self, guint column, JipyoTableCell *cell);
JipyoLang jipyo_table_row_get_lang (JipyoTableRow *self);
/* By value where both are figures, else by text; what is not known comes last. */
int jipyo_table_row_compare (JipyoTableRow *a, JipyoTableRow *b, guint column);
