/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * {"new-codes": [{"instrument", "successor", "until"}, …], "version": 1}
 */

#include "jipyo-new-codes-file.h"

#include "jipyo-instrument.h"
#include "jipyo-list-file.h"

#include <glib/gi18n.h>

static const char *
read_instrument (const JipyoJsonCursor *cursor, const char *member)
{
  const char *instrument = jipyo_json_read_string (cursor, member, JIPYO_JSON_REQUIRED);

  if (instrument != NULL && !jipyo_instrument_is_valid (instrument))
    jipyo_json_cursor_complain (
      cursor, member, _ ("expected an instrument like upbit:KRW-BTC, found “%s”"), instrument);
  return instrument;
}

static gpointer
read_code (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "instrument", "successor", "until", NULL };
  const char *instrument = read_instrument (cursor, "instrument");
  const char *successor = read_instrument (cursor, "successor");
  const char *until = jipyo_json_read_string (cursor, "until", JIPYO_JSON_REQUIRED);
  gint64 until_us = 0;

  if (until != NULL && !jipyo_instant_parse (until, &until_us))
    jipyo_json_cursor_complain (cursor, "until", _ ("expected a time like 2025-08-05T02:08:21Z"));
  jipyo_json_cursor_check_members (cursor, members);
  return jipyo_new_code_new (instrument, successor, until_us);
}

static void
read_codes (const JipyoJsonCursor *root, GPtrArray *codes)
{
  jipyo_list_file_read_objects (root, "new-codes", read_code, codes);
}

static void
write_code (JipyoJsonWriter *writer, gconstpointer item)
{
  const JipyoNewCode *code = item;
  g_autofree char *until = jipyo_instant_format (code->until_us);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "instrument", code->instrument);
  jipyo_json_writer_member (writer, "successor", code->successor);
  jipyo_json_writer_member (writer, "until", until);
  jipyo_json_writer_end_object (writer);
}

static const JipyoListFile new_codes_file = { "new-codes", read_codes, write_code,
                                              (GDestroyNotify) jipyo_new_code_free };

GPtrArray *
jipyo_new_codes_file_parse (const char *name, const char *text, gsize length, GPtrArray *problems)
{
  g_autoptr (JipyoJsonDocument) document =
               jipyo_json_document_new (name, g_strndup (text, length), length, problems);

  return jipyo_list_file_parse (&new_codes_file, document);
}

char *
jipyo_new_codes_file_format (const GPtrArray *codes)
{
  return jipyo_list_file_format (&new_codes_file, codes);
}
