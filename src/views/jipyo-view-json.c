/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view as JSON, for machines: exact figures, ids and statuses. Members may be added, never
 * renamed.
 */

#include "jipyo-view.h"

#include "jipyo-claim-json.h"

static void
write_columns (JipyoJsonWriter *writer, const JipyoTable *table)
{
  jipyo_json_writer_key (writer, "columns");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < table->columns->len; i++) {
    const JipyoColumn *column = g_ptr_array_index (table->columns, i);

    jipyo_json_writer_begin_object (writer);
    jipyo_json_writer_member (writer, "id", column->id);
    jipyo_json_writer_member_text (writer, "title", &column->title);
    jipyo_json_writer_member (writer, "unit",
                              g_strcmp0 (column->unit, "") == 0 ? NULL : column->unit);
    jipyo_json_writer_end_object (writer);
  }
  jipyo_json_writer_end_array (writer);
}

static void
write_cell (JipyoJsonWriter *writer, const JipyoCell *cell, JipyoLang lang)
{
  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "value", cell->value);
  jipyo_json_writer_member (writer, "text", jipyo_text_get (&cell->text, lang));
  jipyo_json_writer_member (writer, "qualifier",
                            cell->is_figure ? jipyo_qualifier_id (cell->qualifier) : NULL);
  jipyo_json_writer_member (writer, "status",
                            cell->is_figure ? jipyo_status_id (cell->status) : NULL);
  jipyo_json_writer_member (writer, "claim", cell->claim);
  jipyo_json_writer_end_object (writer);
}

static void
write_rows (JipyoJsonWriter *writer, const JipyoTable *table, JipyoLang lang)
{
  jipyo_json_writer_key (writer, "rows");
  jipyo_json_writer_begin_array (writer);
  for (guint r = 0; r < table->rows->len; r++) {
    const GPtrArray *row = g_ptr_array_index (table->rows, r);

    jipyo_json_writer_begin_object (writer);
    for (guint i = 0; i < row->len; i++) {
      const JipyoColumn *column = g_ptr_array_index (table->columns, i);
      jipyo_json_writer_key (writer, column->id);
      write_cell (writer, g_ptr_array_index (row, i), lang);
    }
    jipyo_json_writer_end_object (writer);
  }
  jipyo_json_writer_end_array (writer);
}

static void
write_sources (JipyoJsonWriter *writer, const GPtrArray *sources, JipyoLang lang)
{
  jipyo_json_writer_key (writer, "sources");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < sources->len; i++) {
    const JipyoSource *source = g_ptr_array_index (sources, i);
    g_autofree char *published = NULL;

    if (jipyo_date_is_known (source->published))
      published = jipyo_date_format (source->published);
    jipyo_json_writer_begin_object (writer);
    jipyo_json_writer_member (writer, "id", source->id);
    jipyo_json_writer_member (writer, "publisher", jipyo_text_get (&source->publisher, lang));
    jipyo_json_writer_member (writer, "title", jipyo_text_get (&source->title, lang));
    jipyo_json_writer_member (writer, "published", published);
    jipyo_json_writer_member (writer, "url", source->url);
    jipyo_json_writer_end_object (writer);
  }
  jipyo_json_writer_end_array (writer);
}

char *
jipyo_view_format_json (const JipyoView *self, const JipyoViewContext *context)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (TRUE);
  g_autofree char *as_of = jipyo_date_format (context->as_of);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "view", self->name);
  jipyo_json_writer_member (writer, "as_of", as_of);
  jipyo_json_writer_member_text (writer, "title", &self->title);
  jipyo_json_writer_member_text (writer, "sentence", &self->sentence);
  write_columns (writer, self->table);
  write_rows (writer, self->table, context->lang);
  write_sources (writer, self->sources, context->lang);
  jipyo_json_writer_key (writer, "conflicts");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < self->conflicts->len; i++)
    jipyo_claim_write_json (g_ptr_array_index (self->conflicts, i), writer);
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
  return jipyo_json_writer_finish (writer);
}
