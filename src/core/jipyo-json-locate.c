/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds where in a text the value of a JSON pointer stands, so that a reader's complaint can name
 * line and column. json-glib forgets positions. The text must have passed the scan: nothing is
 * checked again here.
 */

#include "jipyo-json-scan.h"

#include <string.h>

typedef struct {
  const char *at;
  const char *end;
} Cursor;

static void
skip_space (Cursor *cursor)
{
  while (cursor->at < cursor->end && strchr (" \n\r\t", *cursor->at) != NULL)
    cursor->at++;
}

/* From the opening quote to behind the closing one. */
static void
skip_string (Cursor *cursor)
{
  for (cursor->at++; cursor->at < cursor->end && *cursor->at != '"'; cursor->at++)
    if (*cursor->at == '\\')
      cursor->at++;
  cursor->at++;
}

static void
skip_value (Cursor *cursor)
{
  guint depth = 0;

  do {
    if (*cursor->at == '"') {
      skip_string (cursor);
      continue;
    }
    if (*cursor->at == '{' || *cursor->at == '[')
      depth++;
    else if (*cursor->at == '}' || *cursor->at == ']')
      depth--;
    cursor->at++;
  } while (cursor->at < cursor->end && (depth > 0 || strchr (",]} \n\r\t", *cursor->at) == NULL));
}

static gunichar
read_unit (const char *hex)
{
  gunichar unit = 0;

  for (int i = 0; i < 4; i++)
    unit = unit << 4 | (gunichar) g_ascii_xdigit_value (hex[i]);
  return unit;
}

/* `at` stands on the letter of an escape; returns the last byte of it. */
static const char *
decode_escape (const char *at, GString *text)
{
  static const char letters[] = "bfnrt";
  static const char meanings[] = "\b\f\n\r\t";
  const char *letter = strchr (letters, *at);
  gunichar character;

  if (*at != 'u') {
    g_string_append_c (text, letter != NULL ? meanings[letter - letters] : *at);
    return at;
  }
  character = read_unit (at + 1);
  at += 4;
  if (character >= 0xd800 && character <= 0xdbff) {
    character = 0x10000 + ((character - 0xd800) << 10) + (read_unit (at + 3) - 0xdc00);
    at += 6;
  }
  g_string_append_unichar (text, character);
  return at;
}

static gboolean
name_is (const char *quoted, const char *wanted)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *at = quoted + 1; *at != '"'; at++) {
    if (*at == '\\')
      at = decode_escape (at + 1, name);
    else
      g_string_append_c (name, *at);
  }
  return strlen (wanted) == name->len && memcmp (name->str, wanted, name->len) == 0;
}

/* `cursor` stands on "{"; on success on the value of the member. */
static gboolean
enter_member (Cursor *cursor, const char *wanted)
{
  cursor->at++;
  for (skip_space (cursor); *cursor->at != '}'; skip_space (cursor)) {
    const char *name;

    if (*cursor->at == ',') {
      cursor->at++;
      skip_space (cursor);
    }
    name = cursor->at;
    skip_string (cursor);
    skip_space (cursor);
    cursor->at++;
    skip_space (cursor);
    if (name_is (name, wanted))
      return TRUE;
    skip_value (cursor);
  }
  return FALSE;
}

/* `cursor` stands on "["; on success on the element. */
static gboolean
enter_element (Cursor *cursor, const char *wanted)
{
  guint64 index;

  if (!g_ascii_string_to_unsigned (wanted, 10, 0, G_MAXUINT32, &index, NULL))
    return FALSE;
  cursor->at++;
  for (skip_space (cursor); *cursor->at != ']'; skip_space (cursor)) {
    if (*cursor->at == ',') {
      cursor->at++;
      skip_space (cursor);
    }
    if (index-- == 0)
      return TRUE;
    skip_value (cursor);
  }
  return FALSE;
}

static char *
decode_reference (const char *token, gsize length)
{
  g_autoptr (GString) text = g_string_new_len (token, (gssize) length);

  g_string_replace (text, "~1", "/", 0);
  g_string_replace (text, "~0", "~", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
jipyo_json_locate (const char *data, gsize length, const char *pointer, JipyoJsonPosition *at)
{
  Cursor cursor = { .at = data, .end = data + length };

  g_return_val_if_fail (data != NULL && pointer != NULL && at != NULL, FALSE);
  if (length == 0)
    return FALSE;
  skip_space (&cursor);
  while (*pointer == '/') {
    const char *container = cursor.at;
    gsize token = strcspn (pointer + 1, "/");
    g_autofree char *reference = decode_reference (pointer + 1, token);
    gboolean found = FALSE;

    pointer += 1 + token;
    if (*container == '{')
      found = enter_member (&cursor, reference);
    else if (*container == '[')
      found = enter_element (&cursor, reference);
    if (!found && (*container != '{' || *pointer != '\0'))
      return FALSE;
    if (!found)
      cursor.at = container;
  }
  if (*pointer != '\0')
    return FALSE;
  *at = jipyo_json_position (data, (gsize) (cursor.at - data));
  return TRUE;
}
