/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * {"instruments": ["krx:KOSPI", "upbit:KRW-BTC", …], "version": 1}
 */

#include "jipyo-watchlist-file.h"

#include "jipyo-instrument.h"
#include "jipyo-list-file.h"

#include <glib/gi18n.h>

static void
read_instruments (const JipyoJsonCursor *root, GPtrArray *instruments)
{
  g_auto (GStrv) ids = jipyo_json_read_strings (root, "instruments", JIPYO_JSON_REQUIRED);

  if (ids != NULL && g_strv_length (ids) > JIPYO_WATCHLIST_MAX)
    jipyo_json_cursor_complain (root, "instruments",
                                _ ("expected at most %d"), JIPYO_WATCHLIST_MAX);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++) {
    if (!jipyo_instrument_is_valid (ids[i]))
      jipyo_json_cursor_complain (
        root, "instruments", _ ("expected an instrument like upbit:KRW-BTC, found “%s”"), ids[i]);
    g_ptr_array_add (instruments, g_strdup (ids[i]));
  }
}

static void
write_instrument (JipyoJsonWriter *writer, gconstpointer instrument)
{
  jipyo_json_writer_string (writer, instrument);
}

static const JipyoListFile watchlist_file = { "instruments", read_instruments, write_instrument,
                                              g_free };

GPtrArray *
jipyo_watchlist_file_parse (const char *name, const char *text, gsize length, GPtrArray *problems)
{
  g_autoptr (JipyoJsonDocument) document =
               jipyo_json_document_new (name, g_strndup (text, length), length, problems);

  return jipyo_list_file_parse (&watchlist_file, document);
}

char *
jipyo_watchlist_file_format (const GPtrArray *instruments)
{
  return jipyo_list_file_format (&watchlist_file, instruments);
}
