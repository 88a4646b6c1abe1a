/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Table to grid.
 */

#include "jipyo-table-grid.h"

#include <math.h>

static gboolean
is_wanted (const JipyoColumn *column, const char *const *columns)
{
  return columns == NULL || g_strv_contains (columns, column->id);
}

/* A change begins with its arrow. */
static int
get_direction (const char *text)
{
  if (g_str_has_prefix (text, "▲"))
    return 1;
  return g_str_has_prefix (text, "▼") ? -1 : 0;
}

static void
fill_cell (JipyoGridCell *out, const JipyoCell *cell, JipyoLang lang)
{
  const char *text = jipyo_text_get (&cell->text, lang);

  out->bar = NAN;
  out->text = *text != '\0' ? g_strdup (text) : NULL;
  out->muted = cell->is_figure && cell->status == JIPYO_STATUS_DERIVED;
  out->doubtful = cell->doubtful;
  out->claim = g_strdup (cell->claim);
  if (cell->is_figure)
    out->direction = get_direction (text);
}

JipyoGrid *
jipyo_grid_new_from_table (const JipyoTable *table, const char *const *columns, JipyoLang lang)
{
  JipyoGrid *grid = jipyo_grid_new ();

  for (guint i = 0; i < table->columns->len; i++) {
    const JipyoColumn *column = g_ptr_array_index (table->columns, i);
    if (is_wanted (column, columns))
      jipyo_grid_add_column (grid, jipyo_text_get (&column->title, lang),
                             column->kind == JIPYO_COLUMN_FIGURE ? JIPYO_ALIGN_END
                                                                 : JIPYO_ALIGN_START);
  }
  for (guint r = 0; r < table->rows->len; r++) {
    const GPtrArray *row = g_ptr_array_index (table->rows, r);
    JipyoGridCell *cells = jipyo_grid_add_row (grid);

    for (guint i = 0; i < table->columns->len; i++) {
      if (is_wanted (g_ptr_array_index (table->columns, i), columns))
        fill_cell (cells++, g_ptr_array_index (row, i), lang);
    }
  }
  return grid;
}

JipyoGrid *
jipyo_grid_new_titled (const JipyoTable *table,
                       const JipyoTitledColumn *columns,
                       guint n,
                       JipyoLang lang)
{
  JipyoGrid *grid = jipyo_grid_new ();

  for (guint i = 0; i < n; i++)
    jipyo_grid_add_column (grid, lang == JIPYO_LANG_KO ? columns[i].ko : columns[i].en,
                           columns[i].align);
  for (guint r = 0; r < table->rows->len; r++) {
    JipyoGridCell *cells = jipyo_grid_add_row (grid);

    for (guint i = 0; i < n; i++) {
      const JipyoCell *cell = jipyo_table_peek (table, r, columns[i].id);

      cells[i].text = g_strdup (jipyo_text_get (&cell->text, lang));
      cells[i].claim = g_strdup (cell->claim);
    }
  }
  return grid;
}
