/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows and columns of a view. Cells carry the figure for machines and the words for people side by
 * side, so that no reader has to parse the other's form.
 */

#include "jipyo-table.h"

#include "jipyo-format.h"

#include <string.h>

static void
column_free (gpointer data)
{
  JipyoColumn *column = data;

  g_free (column->id);
  jipyo_text_clear (&column->title);
  g_free (column->unit);
  g_free (column);
}

static void
cell_clear (JipyoCell *cell)
{
  g_clear_pointer (&cell->value, g_free);
  jipyo_text_clear (&cell->text);
  g_clear_pointer (&cell->claim, g_free);
  g_clear_pointer (&cell->code, g_free);
  cell->qualifier = JIPYO_QUALIFIER_EXACT;
  cell->status = JIPYO_STATUS_STATED;
  cell->is_figure = FALSE;
}

static void
cell_free (gpointer data)
{
  cell_clear (data);
  g_free (data);
}

static void
row_free (gpointer data)
{
  g_ptr_array_unref (data);
}

JipyoTable *
jipyo_table_new (void)
{
  JipyoTable *self = g_new0 (JipyoTable, 1);

  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

void
jipyo_table_free (JipyoTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Columns come before rows, so that every row has a cell for each. */
static JipyoColumn *
add_column (JipyoTable *self, const char *id, const char *unit)
{
  JipyoColumn *column = g_new0 (JipyoColumn, 1);

  g_assert (self->rows->len == 0);
  column->id = g_strdup (id);
  column->unit = g_strdup (unit);
  g_ptr_array_add (self->columns, column);
  return column;
}

void
jipyo_table_add_text_column (JipyoTable *self, const char *id, const char *ko, const char *en)
{
  JipyoColumn *column = add_column (self, id, "");

  column->title = jipyo_text_new (ko, en);
  column->kind = JIPYO_COLUMN_TEXT;
}

void
jipyo_table_add_figure_column (JipyoTable *self,
                               const char *id,
                               const JipyoText *title,
                               const char *unit)
{
  JipyoColumn *column = add_column (self, id, unit != NULL ? unit : "");

  column->title = jipyo_text_copy (title);
  column->kind = JIPYO_COLUMN_FIGURE;
}

void
jipyo_table_add_columns (JipyoTable *self, const JipyoColumnTitle *columns, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++) {
    JipyoText title = jipyo_text_new (columns[i].ko, columns[i].en);

    if (columns[i].unit != NULL)
      jipyo_table_add_figure_column (self, columns[i].id, &title, columns[i].unit);
    else
      jipyo_table_add_text_column (self, columns[i].id, columns[i].ko, columns[i].en);
    jipyo_text_clear (&title);
  }
}

void
jipyo_table_begin_row (JipyoTable *self)
{
  GPtrArray *row = g_ptr_array_new_full (self->columns->len, cell_free);

  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (row, g_new0 (JipyoCell, 1));
  g_ptr_array_add (self->rows, row);
}

static gboolean
find_column (const JipyoTable *self, const char *id, guint *index)
{
  for (guint i = 0; i < self->columns->len; i++) {
    const JipyoColumn *column = g_ptr_array_index (self->columns, i);
    if (strcmp (column->id, id) == 0) {
      *index = i;
      return TRUE;
    }
  }
  return FALSE;
}

JipyoCell *
jipyo_table_get_cell (JipyoTable *self, const char *column)
{
  guint index = 0;
  gboolean found = find_column (self, column, &index);
  GPtrArray *row;

  g_assert (found && self->rows->len > 0);
  row = g_ptr_array_index (self->rows, self->rows->len - 1);
  return g_ptr_array_index (row, index);
}

void
jipyo_table_set_text (JipyoTable *self, const char *column, const char *ko, const char *en)
{
  JipyoCell *cell = jipyo_table_get_cell (self, column);

  cell_clear (cell);
  cell->text = jipyo_text_new (ko, en);
}

void
jipyo_table_set_code (JipyoTable *self, const char *column, const char *code, const JipyoText *text)
{
  JipyoCell *cell = jipyo_table_get_cell (self, column);

  cell_clear (cell);
  cell->text = jipyo_text_copy (text);
  cell->code = g_strdup (code);
}

static void
set_quantity (JipyoCell *cell, const JipyoQuantity *quantity)
{
  cell->text = jipyo_text_take (jipyo_format_quantity (quantity, JIPYO_LANG_KO),
                                jipyo_format_quantity (quantity, JIPYO_LANG_EN));
  cell->value = quantity->known ? jipyo_decimal_format (quantity->value) : NULL;
  cell->qualifier = quantity->qualifier;
  cell->is_figure = TRUE;
}

void
jipyo_table_set_claim (JipyoTable *self, const char *column, const JipyoClaim *claim)
{
  JipyoCell *cell = jipyo_table_get_cell (self, column);

  cell_clear (cell);
  if (claim == NULL)
    return;
  set_quantity (cell, &claim->quantity);
  if (!claim->quantity.known && !jipyo_text_is_empty (&claim->text)) {
    jipyo_text_clear (&cell->text);
    cell->text = jipyo_text_copy (&claim->text);
  }
  cell->status = claim->status;
  cell->claim = g_strdup (claim->id);
}

void
jipyo_table_set_derived (JipyoTable *self, const char *column, const JipyoQuantity *quantity)
{
  JipyoCell *cell = jipyo_table_get_cell (self, column);

  cell_clear (cell);
  set_quantity (cell, quantity);
  cell->status = JIPYO_STATUS_DERIVED;
}

void
jipyo_table_add_mark_columns (JipyoTable *self)
{
  jipyo_table_add_text_column (self, "qualifier", "한정", "Qualifier");
  jipyo_table_add_status_column (self);
}

void
jipyo_table_add_status_column (JipyoTable *self)
{
  jipyo_table_add_text_column (self, "status", "근거", "Status");
}

void
jipyo_table_set_status (JipyoTable *self, JipyoStatus status)
{
  JipyoText label = jipyo_text_new (jipyo_status_label (status, JIPYO_LANG_KO),
                                    jipyo_status_label (status, JIPYO_LANG_EN));

  jipyo_table_set_code (self, "status", jipyo_status_id (status), &label);
  jipyo_text_clear (&label);
}

void
jipyo_table_set_marks (JipyoTable *self, JipyoQualifier qualifier, JipyoStatus status)
{
  gboolean after;
  JipyoText word = jipyo_text_new (jipyo_format_qualifier (qualifier, JIPYO_LANG_KO, &after),
                                   jipyo_format_qualifier (qualifier, JIPYO_LANG_EN, &after));

  jipyo_table_set_code (self, "qualifier", jipyo_qualifier_id (qualifier), &word);
  jipyo_table_set_status (self, status);
  jipyo_text_clear (&word);
}

guint
jipyo_table_get_n_rows (const JipyoTable *self)
{
  return self->rows->len;
}

const JipyoCell *
jipyo_table_peek (const JipyoTable *self, guint row, const char *column)
{
  guint index = 0;

  if (row >= self->rows->len || !find_column (self, column, &index))
    return NULL;
  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (self->rows, row), index);
}
