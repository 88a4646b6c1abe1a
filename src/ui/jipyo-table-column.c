/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The room of a table goes to its figures first, then to what tells one row from the next.
 */

#include "jipyo-table-column.h"

int
jipyo_table_column_choose_least (const JipyoTableColumn *self)
{
  static const int name = 7;
  static const int state = 11; /* so that a table of coins with warnings fits 1280 pixels */

  return (int) MIN (self->longest, self->first ? name : state);
}

/* What tells one row from the next is never cut among other words: it goes on below, so that in a
 * narrow window its figures are not beyond the edge. In a table of figures, which change, rows keep
 * their height, and it gives way itself: its beginning is enough. */
void
jipyo_table_column_favour_first (GArray *columns)
{
  static const guint enough = 3;
  static const guint code_words = 7;
  guint n_words = 0;

  for (guint i = 0; i < columns->len; i++)
    n_words += g_array_index (columns, JipyoTableColumn, i).align == JIPYO_ALIGN_START ? 1 : 0;
  if (columns->len == 0)
    return;
  JipyoTableColumn *first = &g_array_index (columns, JipyoTableColumn, 0);
  first->wraps = n_words >= enough;
  first->kept_words = first->wraps ? 0 : code_words;
}

/* The room that is left goes to the words that can use it most; beside figures all columns share it
 * (columns->len), for behind one that took it nobody finds the row again. */
guint
jipyo_table_column_find_widest (const GArray *columns)
{
  static const guint enough = 3;
  guint n_figures = 0;
  guint widest = columns->len > 0 ? columns->len - 1 : 0;
  glong longest = 0;

  for (guint i = 0; i < columns->len; i++) {
    const JipyoTableColumn *column = &g_array_index (columns, JipyoTableColumn, i);
    n_figures += column->align != JIPYO_ALIGN_START ? 1 : 0;
    if (column->align != JIPYO_ALIGN_START || column->longest < longest)
      continue;
    widest = i;
    longest = column->longest;
  }
  return n_figures < enough ? widest : columns->len;
}
