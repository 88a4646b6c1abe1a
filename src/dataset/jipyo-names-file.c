/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * {"names": [{"instrument", "ko", "en"}, …], "version": 1}
 */

#include "jipyo-names-file.h"

#include "jipyo-instrument.h"
#include "jipyo-list-file.h"

#include <glib/gi18n.h>

JipyoListedName *
jipyo_listed_name_new (const char *instrument, const JipyoText *name)
{
  JipyoListedName *self = g_new0 (JipyoListedName, 1);

  self->instrument = g_strdup (instrument);
  self->name = jipyo_text_copy (name);
  return self;
}

void
jipyo_listed_name_free (JipyoListedName *self)
{
  if (self == NULL)
    return;
  g_free (self->instrument);
  jipyo_text_clear (&self->name);
  g_free (self);
}

static gpointer
read_name (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "instrument", "ko", "en", NULL };
  const char *instrument = jipyo_json_read_string (cursor, "instrument", JIPYO_JSON_REQUIRED);
  const JipyoText name = {
    (char *) jipyo_json_read_string (cursor, "ko", JIPYO_JSON_OPTIONAL),
    (char *) jipyo_json_read_string (cursor, "en", JIPYO_JSON_OPTIONAL),
  };

  if (instrument != NULL && !jipyo_instrument_is_valid (instrument))
    jipyo_json_cursor_complain (cursor, "instrument",
                                _ ("expected an instrument like upbit:KRW-BTC, found “%s”"),
                                   instrument);
  if (jipyo_text_is_empty (&name))
    jipyo_json_cursor_complain (cursor, NULL, _ ("expected a name"));
  jipyo_json_cursor_check_members (cursor, members);
  return jipyo_listed_name_new (instrument, &name);
}

static void
read_names (const JipyoJsonCursor *root, GPtrArray *names)
{
  jipyo_list_file_read_objects (root, "names", read_name, names);
}

static void
write_word (JipyoJsonWriter *writer, const char *member, const char *word)
{
  if (word != NULL && *word != '\0')
    jipyo_json_writer_member (writer, member, word);
}

static void
write_name (JipyoJsonWriter *writer, gconstpointer item)
{
  const JipyoListedName *self = item;

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "instrument", self->instrument);
  write_word (writer, "ko", self->name.ko);
  write_word (writer, "en", self->name.en);
  jipyo_json_writer_end_object (writer);
}

static const JipyoListFile names_file = { "names", read_names, write_name,
                                          (GDestroyNotify) jipyo_listed_name_free };

GPtrArray *
jipyo_names_file_parse (const char *file, const char *text, gsize length, GPtrArray *problems)
{
  g_autoptr (JipyoJsonDocument) document =
               jipyo_json_document_new (file, g_strndup (text, length), length, problems);

  return jipyo_list_file_parse (&names_file, document);
}

char *
jipyo_names_file_format (const GPtrArray *names)
{
  return jipyo_list_file_format (&names_file, names);
}
