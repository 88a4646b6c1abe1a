/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Refers to the result, copies nothing.
 */

#include "jipyo-table-row.h"

#include <math.h>
#include <string.h>

struct _JipyoTableRow {
  GObject parent_instance;

  JipyoViewResult *result; /* owned */
  gboolean drawn;
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

/* How the figure of a drawn cell is known: the view's table says it of the same claim. */
static JipyoStatus
find_status (const JipyoTable *table, const char *claim)
{
  for (guint r = 0; claim != NULL && r < table->rows->len; r++) {
    const GPtrArray *row = g_ptr_array_index (table->rows, r);

    for (guint i = 0; i < row->len; i++) {
      const JipyoCell *cell = g_ptr_array_index (row, i);

      if (cell->is_figure && g_strcmp0 (cell->claim, claim) == 0)
        return cell->status;
    }
  }
  return JIPYO_STATUS_STATED;
}

/* A table with a word for it in each row needs no sign. */
static gboolean
says_status (const JipyoTable *table)
{
  for (guint i = 0; i < table->columns->len; i++) {
    const JipyoColumn *column = g_ptr_array_index (table->columns, i);

    if (g_strcmp0 (column->id, "status") == 0)
      return TRUE;
  }
  return FALSE;
}

static void
read_drawn (JipyoTableRow *self, guint column, JipyoTableCell *out)
{
  const JipyoView *view = jipyo_view_result_get_view (self->result);
  const GArray *row = g_ptr_array_index (view->sheet->grid->rows, self->index);
  const JipyoGridCell *cell = &g_array_index (row, JipyoGridCell, column);

  out->text = cell->text != NULL ? cell->text : "";
  out->claim = cell->claim;
  out->direction = cell->direction;
  out->muted = cell->muted;
  out->doubtful = cell->doubtful;
  out->bar = cell->bar;
  if (!says_status (view->table))
    out->status = find_status (view->table, cell->claim);
}

static int
get_direction (const char *text)
{
  if (g_str_has_prefix (text, "▲"))
    return 1;
  return g_str_has_prefix (text, "▼") ? -1 : 0;
}

static void
read_table (JipyoTableRow *self, guint column, JipyoTableCell *out)
{
  const JipyoTable *table = jipyo_view_result_get_view (self->result)->table;
  const GPtrArray *row = g_ptr_array_index (table->rows, self->index);
  const JipyoCell *cell = g_ptr_array_index (row, column);

  out->text = jipyo_text_get (&cell->text, jipyo_view_result_get_lang (self->result));
  out->value = cell->value;
  out->claim = cell->claim;
  out->doubtful = cell->doubtful;
  if (!cell->is_figure)
    return;
  out->status = cell->status;
  out->direction = get_direction (out->text);
}

/* The number that a text begins with once signs and separators are set aside: "▲108,000",
 * "0.346 %". FALSE when there is none, or words come with it. */
static gboolean
parse_shown (const char *text, JipyoDecimal *number)
{
  const gboolean down = g_str_has_prefix (text, "▼");
  g_autoptr (GString) plain = g_string_new (down ? "-" : NULL);

  if (down || g_str_has_prefix (text, "▲"))
    text = g_utf8_next_char (text);
  for (; *text != '\0'; text++)
    if (strchr (",%* +", *text) == NULL)
      g_string_append_c (plain, *text);
  return jipyo_decimal_parse (plain->str, -1, number, NULL);
}

static gboolean
get_number (const JipyoTableCell *cell, JipyoDecimal *number)
{
  return cell->value != NULL ? jipyo_decimal_parse (cell->value, -1, number, NULL)
                             : parse_shown (cell->text, number);
}

JipyoTableRow *
jipyo_table_row_new (JipyoViewResult *result, gboolean drawn, guint index)
{
  JipyoTableRow *self = g_object_new (JIPYO_TYPE_TABLE_ROW, NULL);

  self->result = g_object_ref (result);
  self->drawn = drawn;
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

void
jipyo_table_row_get_cell (JipyoTableRow *self, guint column, JipyoTableCell *cell)
{
  g_return_if_fail (JIPYO_IS_TABLE_ROW (self));

  *cell = (JipyoTableCell){ .status = JIPYO_STATUS_STATED, .bar = NAN };
  if (self->drawn)
    read_drawn (self, column, cell);
  else
    read_table (self, column, cell);
}

JipyoLang
jipyo_table_row_get_lang (JipyoTableRow *self)
{
  return jipyo_view_result_get_lang (self->result);
}

int
jipyo_table_row_compare (JipyoTableRow *a, JipyoTableRow *b, guint column)
{
  JipyoTableCell left, right;
  JipyoDecimal x, y;

  jipyo_table_row_get_cell (a, column, &left);
  jipyo_table_row_get_cell (b, column, &right);
  const gboolean has_x = get_number (&left, &x);
  const gboolean has_y = get_number (&right, &y);

  if (has_x && has_y)
    return jipyo_decimal_compare (x, y);
  if (has_x != has_y)
    return has_x ? -1 : 1;
  if ((*left.text == '\0') != (*right.text == '\0'))
    return *left.text == '\0' ? 1 : -1;
  return g_utf8_collate (left.text, right.text);
}
