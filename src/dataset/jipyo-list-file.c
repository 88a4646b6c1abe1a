/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One version so far, for all of these files.
 */

#include "jipyo-list-file.h"

#include <glib/gi18n.h>

static const int format_version = 1;

static void
read_root (const JipyoListFile *self, const JipyoJsonCursor *root, GPtrArray *items)
{
  const char *const members[] = { "version", self->list, NULL };

  jipyo_json_cursor_check_members (root, members);
  if (jipyo_json_read_int (root, "version", 0, G_MAXINT) != format_version)
    jipyo_json_cursor_complain (root, "version", _ ("expected %d"), format_version);
  self->read (root, items);
}

GPtrArray *
jipyo_list_file_parse (const JipyoListFile *self, JipyoJsonDocument *document)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (self->free);
  JipyoJsonCursor root = { 0 };

  if (document == NULL)
    return NULL;
  const guint n_before = document->problems->len;
  if (jipyo_json_cursor_init_root (&root, document)) {
    read_root (self, &root, items);
    jipyo_json_cursor_clear (&root);
  }
  return document->problems->len == n_before ? g_steal_pointer (&items) : NULL;
}

void
jipyo_list_file_read_objects (const JipyoJsonCursor *root,
                              const char *list,
                              gpointer (*read_item) (const JipyoJsonCursor *cursor),
                              GPtrArray *items)
{
  const guint n = jipyo_json_read_length (root, list, JIPYO_JSON_REQUIRED);

  for (guint i = 0; i < n; i++) {
    JipyoJsonCursor cursor = { 0 };

    if (!jipyo_json_cursor_init_element (&cursor, root, list, i))
      continue;
    g_ptr_array_add (items, read_item (&cursor));
    jipyo_json_cursor_clear (&cursor);
  }
}

char *
jipyo_list_file_format (const JipyoListFile *self, const GPtrArray *items)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (TRUE);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_key (writer, "version");
  jipyo_json_writer_int (writer, format_version);
  jipyo_json_writer_key (writer, self->list);
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < items->len; i++)
    self->write (writer, g_ptr_array_index (items, i));
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
  return jipyo_json_writer_finish (writer);
}
