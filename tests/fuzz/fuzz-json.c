/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scanner in front of json-glib: what it lets through json-glib must take, and what it refuses
 * it must place inside the text.
 */

#include "fuzz-target.h"

#include <json-glib/json-glib.h>

#include "jipyo-json-scan.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data;
  g_autoptr (GError) error = NULL;
  JipyoJsonPosition at;

  if (!jipyo_json_scan (text, size, &jipyo_json_limits_reply, &at, &error)) {
    g_assert_nonnull (error);
    g_assert_cmpuint (at.offset, <=, size);
    g_assert_cmpuint (at.line, >=, 1);
    return 0;
  }
  g_assert_no_error (error);

  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_true (json_parser_load_from_data (parser, text, (gssize) size, NULL));
  g_assert_true (jipyo_json_locate (text, size, "", &at));
  return 0;
}
