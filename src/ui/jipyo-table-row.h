/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row of a view's table, as an object for a list model.
 */

#pragma once

#include "jipyo-view-result.h"

#define JIPYO_TYPE_TABLE_ROW (jipyo_table_row_get_type ())
G_DECLARE_FINAL_TYPE (JipyoTableRow, jipyo_table_row, JIPYO, TABLE_ROW, GObject)

JipyoTableRow *jipyo_table_row_new (JipyoViewResult *result, guint index);
/* The same row of a newer result; emits "changed". */
void jipyo_table_row_set_result (JipyoTableRow *self, JipyoViewResult *result);
const JipyoCell *jipyo_table_row_get_cell (JipyoTableRow *self, guint column);
JipyoLang jipyo_table_row_get_lang (JipyoTableRow *self);
/* By value where both are figures, else by text; what is not known comes last. */
int jipyo_table_row_compare (JipyoTableRow *a, JipyoTableRow *b, guint column);
