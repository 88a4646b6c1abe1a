/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * {"notes": [{"view", "plot", "series", "claim", "place", "text"}, …], "version": 1}
 */

#include "jipyo-note-file.h"

#include "jipyo-list-file.h"

#include <glib/gi18n.h>

static const int plots_max = 1000;

static gpointer
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
    jipyo_json_cursor_complain (cursor, "text",
                                _ ("expected at most %d characters"), JIPYO_NOTE_MAX);
  jipyo_json_cursor_check_members (cursor, members);
  return note;
}

static void
read_notes (const JipyoJsonCursor *root, GPtrArray *notes)
{
  jipyo_list_file_read_objects (root, "notes", read_note, notes);
}

static void
write_note (JipyoJsonWriter *writer, gconstpointer item)
{
  const JipyoNote *note = item;

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

static const JipyoListFile note_file = { "notes", read_notes, write_note,
                                         (GDestroyNotify) jipyo_note_free };

GPtrArray *
jipyo_note_file_parse (const char *name, const char *text, gsize length, GPtrArray *problems)
{
  g_autoptr (JipyoJsonDocument) document =
               jipyo_json_document_new (name, g_strndup (text, length), length, problems);

  return jipyo_list_file_parse (&note_file, document);
}

char *
jipyo_note_file_format (const GPtrArray *notes)
{
  return jipyo_list_file_format (&note_file, notes);
}
