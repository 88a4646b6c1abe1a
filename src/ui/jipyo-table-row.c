/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Refers to the result, copies nothing.
 */

#include "jipyo-table-row.h"

struct _JipyoTableRow {
  GObject parent_instance;

  JipyoViewResult *result; /* owned */
  guint index;
};

G_DEFINE_FINAL_TYPE (JipyoTableRow, jipyo_table_row, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
jipyo_table_row_dispose (GObject *object)
{
  g_clear_object (&JIPYO_TABLE_ROW (object)->result);
  G_OBJECT_CLASS (jipyo_table_row_parent_class)->dispose (object);
}

static void
jipyo_table_row_class_init (JipyoTableRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = jipyo_table_row_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", JIPYO_TYPE_TABLE_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jipyo_table_row_init (JipyoTableRow *self)
{
}

JipyoTableRow *
jipyo_table_row_new (JipyoViewResult *result, guint index)
{
  JipyoTableRow *self = g_object_new (JIPYO_TYPE_TABLE_ROW, NULL);

  self->result = g_object_ref (result);
  self->index = index;
  return self;
}

void
jipyo_table_row_set_result (JipyoTableRow *self, JipyoViewResult *result)
{
  g_return_if_fail (JIPYO_IS_TABLE_ROW (self));
  if (g_set_object (&self->result, result))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

const JipyoCell *
jipyo_table_row_get_cell (JipyoTableRow *self, guint column)
{
  g_return_val_if_fail (JIPYO_IS_TABLE_ROW (self), NULL);
  const JipyoTable *table = jipyo_view_result_get_view (self->result)->table;
  const GPtrArray *row = g_ptr_array_index (table->rows, self->index);

  return g_ptr_array_index (row, column);
}

JipyoLang
jipyo_table_row_get_lang (JipyoTableRow *self)
{
  return jipyo_view_result_get_lang (self->result);
}

int
jipyo_table_row_compare (JipyoTableRow *a, JipyoTableRow *b, guint column)
{
  const JipyoCell *left = jipyo_table_row_get_cell (a, column);
  const JipyoCell *right = jipyo_table_row_get_cell (b, column);
  JipyoDecimal x, y;

  if (left->value == NULL && right->value == NULL)
    return g_utf8_collate (jipyo_text_get (&left->text, jipyo_table_row_get_lang (a)),
                           jipyo_text_get (&right->text, jipyo_table_row_get_lang (b)));
  if (left->value == NULL || right->value == NULL)
    return left->value == NULL ? 1 : -1;
  if (!jipyo_decimal_parse (left->value, -1, &x, NULL)
      || !jipyo_decimal_parse (right->value, -1, &y, NULL))
    return 0; /* A view writes canonical decimals; an odd one keeps its place. */
  return jipyo_decimal_compare (x, y);
}
