/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view for a terminal: title, finding, aligned table, conflicts and sources. Hangul takes two
 * columns of a terminal, which g_unichar_iswide knows.
 */

#include "jipyo-view.h"

#include "jipyo-format.h"

static const char GAP[] = "  ";

static guint
measure_width (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (!g_unichar_iszerowidth (c))
      width += g_unichar_iswide (c) ? 2 : 1;
  }
  return width;
}

static const char *
get_cell_text (const JipyoCell *cell, JipyoLang lang)
{
  const char *text = jipyo_text_get (&cell->text, lang);

  return *text != '\0' ? text : "–";
}

static gboolean
has_value (const JipyoTable *table, guint column, JipyoLang lang)
{
  for (guint r = 0; r < table->rows->len; r++) {
    const GPtrArray *row = g_ptr_array_index (table->rows, r);
    const char *text = get_cell_text (g_ptr_array_index (row, column), lang);
    if (strcmp (text, "–") != 0 && strcmp (text, "—") != 0)
      return TRUE;
  }
  return FALSE;
}

/* Of a column without any value, which is named below the table, 0. */
static GArray *
measure_columns (const JipyoTable *table, JipyoLang lang)
{
  GArray *widths = g_array_new (FALSE, TRUE, sizeof (guint));

  for (guint i = 0; i < table->columns->len; i++) {
    const JipyoColumn *column = g_ptr_array_index (table->columns, i);
    guint width = measure_width (jipyo_text_get (&column->title, lang));

    for (guint r = 0; r < table->rows->len; r++) {
      const GPtrArray *row = g_ptr_array_index (table->rows, r);
      width = MAX (width, measure_width (get_cell_text (g_ptr_array_index (row, i), lang)));
    }
    if (!has_value (table, i, lang))
      width = 0;
    g_array_append_val (widths, width);
  }
  return widths;
}

static void
append_padded (GString *out, const char *text, guint width, gboolean at_end)
{
  guint padding = width - MIN (width, measure_width (text));

  if (!at_end)
    g_string_append (out, text);
  for (guint i = 0; i < padding; i++)
    g_string_append_c (out, ' ');
  if (at_end)
    g_string_append (out, text);
}

static void
end_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_cell (GString *out, const char *text, const JipyoColumn *column, guint width)
{
  if (width == 0)
    return;
  append_padded (out, text, width, column->kind == JIPYO_COLUMN_FIGURE);
  g_string_append (out, GAP);
}

static void
append_empty_columns (GString *out, const JipyoTable *table, const GArray *widths, JipyoLang lang)
{
  const char *before = lang == JIPYO_LANG_KO ? "\n값이 없는 열: " : "\nColumns without a value: ";

  for (guint i = 0; i < table->columns->len; i++) {
    const JipyoColumn *column = g_ptr_array_index (table->columns, i);
    if (g_array_index (widths, guint, i) > 0)
      continue;
    g_string_append_printf (out, "%s%s", before, jipyo_text_get (&column->title, lang));
    before = ", ";
  }
  if (before[0] == ',')
    g_string_append_c (out, '\n');
}

static void
append_table (GString *out, const JipyoTable *table, JipyoLang lang)
{
  g_autoptr (GArray) widths = measure_columns (table, lang);

  for (guint i = 0; i < table->columns->len; i++) {
    const JipyoColumn *column = g_ptr_array_index (table->columns, i);
    append_cell (out, jipyo_text_get (&column->title, lang), column,
                 g_array_index (widths, guint, i));
  }
  end_line (out);
  for (guint r = 0; r < table->rows->len; r++) {
    const GPtrArray *row = g_ptr_array_index (table->rows, r);

    for (guint i = 0; i < row->len; i++)
      append_cell (out, get_cell_text (g_ptr_array_index (row, i), lang),
                   g_ptr_array_index (table->columns, i), g_array_index (widths, guint, i));
    end_line (out);
  }
  append_empty_columns (out, table, widths, lang);
}

static void
append_conflicts (GString *out, const GPtrArray *conflicts, JipyoLang lang)
{
  if (conflicts->len == 0)
    return;
  g_string_append (out, lang == JIPYO_LANG_KO ? "\n서로 다른 수치\n" : "\nFigures in conflict\n");
  for (guint i = 0; i < conflicts->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (conflicts, i);
    g_autofree char *figure = jipyo_format_quantity (&claim->quantity, lang);
    const char *text = jipyo_text_get (&claim->text, lang);

    g_string_append_printf (out, "  %s %s: %s%s%s (%s, %s)\n", claim->preferred ? "✓" : " ",
                            jipyo_text_get (&claim->label, lang),
                            claim->quantity.known || *text == '\0' ? figure : "",
                            claim->quantity.known && *text != '\0' ? ", " : "", text,
                            jipyo_status_label (claim->status, lang), claim->id);
  }
}

static void
append_sources (GString *out, const GPtrArray *sources, JipyoLang lang)
{
  if (sources->len == 0)
    return;
  g_string_append (out, lang == JIPYO_LANG_KO ? "\n출처\n" : "\nSources\n");
  for (guint i = 0; i < sources->len; i++) {
    const JipyoSource *source = g_ptr_array_index (sources, i);
    g_autofree char *published = jipyo_date_format (source->published);

    g_string_append_printf (out, "  %s, %s%s%s%s%s\n", jipyo_text_get (&source->publisher, lang),
                            jipyo_text_get (&source->title, lang), *published != '\0' ? ", " : "",
                            published, source->url != NULL ? ", " : "",
                            source->url != NULL ? source->url : "");
  }
}

char *
jipyo_view_format_as_of (JipyoDate as_of, JipyoLang lang)
{
  g_autofree char *date = jipyo_date_format (as_of);

  return g_strdup_printf (lang == JIPYO_LANG_KO ? "%s 기준" : "as known on %s", date);
}

char *
jipyo_view_format_text (const JipyoView *self, JipyoLang lang)
{
  g_autoptr (GString) out = g_string_new (jipyo_text_get (&self->title, lang));

  g_string_append_printf (out, "\n%s\n", jipyo_text_get (&self->sentence, lang));
  if (self->table->rows->len > 0) {
    g_string_append_c (out, '\n');
    append_table (out, self->table, lang);
  }
  append_conflicts (out, self->conflicts, lang);
  append_sources (out, self->sources, lang);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
