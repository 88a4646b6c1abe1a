/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * {"notes": [{"view", "plot", "series", "claim", "place", "text"}, …], "version": 1}
 */

#include "jipyo-note-file.h"

#include "jipyo-json-reader.h"
#include "jipyo-json-writer.h"

static const int version = 1;
static const int plots_max = 1000;

static JipyoNote *
read_note (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "view", "plot", "series", "claim", "place", "text", NULL };
  JipyoNote *note = g_new0 (JipyoNote, 1);

  note->view = g_strdup (jipyo_json_read_string (cursor, "view", JIPYO_JSON_REQUIRED));
  note->plot = (guint) jipyo_json_read_int (cursor, "plot", 0, plots_max);
  note->series = g_strdup (jipyo_json_read_string (cursor, "series", JIPYO_JSON_OPTIONAL));
  note->claim = g_strdup (jipyo_json_read_string (cursor, "claim", JIPYO_JSON_OPTIONAL));
  note->place = g_strdup (jipyo_json_read_string (cursor, "place", JIPYO_JSON_REQUIRED));
  note->text = g_strdup (jipyo_json_read_string (cursor, "text", JIPYO_JSON_REQUIRED));
  if (note->text != NULL && g_utf8_strlen (note->text, -1) > JIPYO_NOTE_MAX)
    jipyo_json_cursor_complain (cursor, "text", "expected at most %d characters", JIPYO_NOTE_MAX);
  jipyo_json_cursor_check_members (cursor, members);
  return note;
}

static void
read_notes (const JipyoJsonCursor *root, GPtrArray *notes)
{
  static const char *const members[] = { "version", "notes", NULL };
  const guint n = jipyo_json_read_length (root, "notes", JIPYO_JSON_REQUIRED);

  jipyo_json_cursor_check_members (root, members);
  if (jipyo_json_read_int (root, "version", 0, G_MAXINT) != version)
    jipyo_json_cursor_complain (root, "version", "expected %d", version);
  for (guint i = 0; i < n; i++) {
    JipyoJsonCursor cursor = { 0 };
    if (!jipyo_json_cursor_init_element (&cursor, root, "notes", i))
      continue;
    g_ptr_array_add (notes, read_note (&cursor));
    jipyo_json_cursor_clear (&cursor);
  }
}

GPtrArray *
jipyo_note_file_parse (const char *name, const char *text, gsize length, GPtrArray *problems)
{
  const guint n_before = problems->len;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_note_free);
  g_autoptr (JipyoJsonDocument) document =
               jipyo_json_document_new (name, g_strndup (text, length), length, problems);
  JipyoJsonCursor root = { 0 };

  if (document == NULL)
    return NULL;
  if (jipyo_json_cursor_init_root (&root, document)) {
    read_notes (&root, notes);
    jipyo_json_cursor_clear (&root);
  }
  return problems->len == n_before ? g_steal_pointer (&notes) : NULL;
}

static void
write_note (JipyoJsonWriter *writer, const JipyoNote *note)
{
  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "view", note->view);
  jipyo_json_writer_key (writer, "plot");
  jipyo_json_writer_int (writer, note->plot);
  if (note->series != NULL)
    jipyo_json_writer_member (writer, "series", note->series);
  if (note->claim != NULL)
    jipyo_json_writer_member (writer, "claim", note->claim);
  jipyo_json_writer_member (writer, "place", note->place);
  jipyo_json_writer_member (writer, "text", note->text);
  jipyo_json_writer_end_object (writer);
}

char *
jipyo_note_file_format (const GPtrArray *notes)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (TRUE);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_key (writer, "version");
  jipyo_json_writer_int (writer, version);
  jipyo_json_writer_key (writer, "notes");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < notes->len; i++)
    write_note (writer, g_ptr_array_index (notes, i));
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
  return jipyo_json_writer_finish (writer);
}
