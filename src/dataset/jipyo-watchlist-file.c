/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * {"instruments": ["krx:KOSPI", "upbit:KRW-BTC", …], "version": 1}
 */

#include "jipyo-watchlist-file.h"

#include "jipyo-instrument.h"
#include "jipyo-json-reader.h"
#include "jipyo-json-writer.h"

static const int format_version = 1;

static void
read_instruments (const JipyoJsonCursor *root, GPtrArray *instruments)
{
  static const char *const members[] = { "version", "instruments", NULL };
  g_auto (GStrv) ids = jipyo_json_read_strings (root, "instruments", JIPYO_JSON_REQUIRED);

  jipyo_json_cursor_check_members (root, members);
  if (jipyo_json_read_int (root, "version", 0, G_MAXINT) != format_version)
    jipyo_json_cursor_complain (root, "version", "expected %d", format_version);
  if (ids != NULL && g_strv_length (ids) > JIPYO_WATCHLIST_MAX)
    jipyo_json_cursor_complain (root, "instruments", "expected at most %d", JIPYO_WATCHLIST_MAX);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++) {
    if (!jipyo_instrument_is_valid (ids[i]))
      jipyo_json_cursor_complain (root, "instruments",
                                  "expected an instrument like upbit:KRW-BTC, found “%s”", ids[i]);
    g_ptr_array_add (instruments, g_strdup (ids[i]));
  }
}

GPtrArray *
jipyo_watchlist_file_parse (const char *name, const char *text, gsize length, GPtrArray *problems)
{
  const guint n_before = problems->len;
  g_autoptr (GPtrArray) instruments = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JipyoJsonDocument) document =
               jipyo_json_document_new (name, g_strndup (text, length), length, problems);
  JipyoJsonCursor root = { 0 };

  if (document == NULL)
    return NULL;
  if (jipyo_json_cursor_init_root (&root, document)) {
    read_instruments (&root, instruments);
    jipyo_json_cursor_clear (&root);
  }
  return problems->len == n_before ? g_steal_pointer (&instruments) : NULL;
}

char *
jipyo_watchlist_file_format (const GPtrArray *instruments)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (TRUE);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_key (writer, "version");
  jipyo_json_writer_int (writer, format_version);
  jipyo_json_writer_key (writer, "instruments");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < instruments->len; i++)
    jipyo_json_writer_string (writer, g_ptr_array_index (instruments, i));
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
  return jipyo_json_writer_finish (writer);
}
