/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view's table as CSV by RFC 4180. Figures are exact decimals, texts those of the picture's
 * language. A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */

#include "jipyo-view.h"

#include <string.h>

static void
append_quoted (GString *out, const char *text)
{
  if (strpbrk (text, "\",\r\n") == NULL) {
    g_string_append (out, text);
    return;
  }
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++) {
    if (*at == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *at);
  }
  g_string_append_c (out, '"');
}

static void
append_text (GString *out, const char *text)
{
  g_autofree char *guarded = NULL;

  if (*text != '\0' && strchr ("=+-@\t\r", *text) != NULL)
    text = guarded = g_strconcat ("'", text, NULL);
  append_quoted (out, text);
}

static void
append_cell (GString *out, const JipyoColumn *column, const JipyoCell *cell, JipyoLang lang)
{
  if (column->kind == JIPYO_COLUMN_FIGURE && cell->value != NULL)
    append_quoted (out, cell->value);
  else if (cell->code != NULL)
    append_text (out, cell->code);
  /* Among figures, words count only where a source gives them instead of a number. */
  else if (column->kind != JIPYO_COLUMN_FIGURE || cell->claim != NULL)
    append_text (out, jipyo_text_get (&cell->text, lang));
}

char *
jipyo_view_format_csv (const JipyoView *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const JipyoTable *table = self->table;

  for (guint i = 0; i < table->columns->len; i++) {
    const JipyoColumn *column = g_ptr_array_index (table->columns, i);
    if (i > 0)
      g_string_append_c (out, ',');
    append_text (out, column->id);
  }
  g_string_append (out, "\r\n");
  for (guint r = 0; r < table->rows->len; r++) {
    const GPtrArray *row = g_ptr_array_index (table->rows, r);

    for (guint i = 0; i < row->len; i++) {
      if (i > 0)
        g_string_append_c (out, ',');
      append_cell (out, g_ptr_array_index (table->columns, i), g_ptr_array_index (row, i),
                   self->sheet->lang);
    }
    g_string_append (out, "\r\n");
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
