/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON text in the order it is asked for. The writer keeps only what decides commas and indents.
 */

#include "jipyo-json-writer.h"

#include <string.h>

struct _JipyoJsonWriter {
  GString *text;
  GByteArray *counts; /* per open container: 0 when empty, else 1 */
  gboolean pretty;
  gboolean after_key;
};

JipyoJsonWriter *
jipyo_json_writer_new (gboolean pretty)
{
  JipyoJsonWriter *self = g_new0 (JipyoJsonWriter, 1);

  self->text = g_string_new (NULL);
  self->counts = g_byte_array_new ();
  self->pretty = pretty;
  return self;
}

void
jipyo_json_writer_free (JipyoJsonWriter *self)
{
  if (self == NULL)
    return;
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_byte_array_unref (self->counts);
  g_free (self);
}

static void
break_line (JipyoJsonWriter *self)
{
  if (!self->pretty)
    return;
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->counts->len; i++)
    g_string_append (self->text, "  ");
}

/* What stands between the value before and the one to come. */
static void
begin_value (JipyoJsonWriter *self)
{
  guint8 *count = NULL;

  if (self->after_key) {
    self->after_key = FALSE;
    return;
  }
  if (self->counts->len == 0)
    return;
  count = &self->counts->data[self->counts->len - 1];
  if (*count != 0)
    g_string_append_c (self->text, ',');
  *count = 1;
  break_line (self);
}

static void
begin_container (JipyoJsonWriter *self, char bracket)
{
  static const guint8 empty = 0;

  begin_value (self);
  g_string_append_c (self->text, bracket);
  g_byte_array_append (self->counts, &empty, 1);
}

static void
end_container (JipyoJsonWriter *self, char bracket)
{
  guint8 count = 0;

  g_return_if_fail (self->counts->len > 0);
  count = self->counts->data[self->counts->len - 1];
  g_byte_array_set_size (self->counts, self->counts->len - 1);
  if (count != 0)
    break_line (self);
  g_string_append_c (self->text, bracket);
}

void
jipyo_json_writer_begin_object (JipyoJsonWriter *self)
{
  begin_container (self, '{');
}

void
jipyo_json_writer_end_object (JipyoJsonWriter *self)
{
  end_container (self, '}');
}

void
jipyo_json_writer_begin_array (JipyoJsonWriter *self)
{
  begin_container (self, '[');
}

void
jipyo_json_writer_end_array (JipyoJsonWriter *self)
{
  end_container (self, ']');
}

/* A control character, quote or backslash as JSON writes it. */
static void
append_escaped (GString *text, char byte)
{
  static const char shorts[] = "\b\f\n\r\t\"\\";
  static const char letters[] = "bfnrt\"\\";
  const char *at = byte != '\0' ? strchr (shorts, byte) : NULL;

  if (at != NULL)
    g_string_append_printf (text, "\\%c", letters[at - shorts]);
  else
    g_string_append_printf (text, "\\u%04x", (guint) (guchar) byte);
}

static void
append_string (GString *text, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  g_string_append_c (text, '"');
  for (const char *p = valid; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || *p == '"' || *p == '\\')
      append_escaped (text, *p);
    else
      g_string_append_c (text, *p);
  g_string_append_c (text, '"');
}

void
jipyo_json_writer_key (JipyoJsonWriter *self, const char *key)
{
  begin_value (self);
  append_string (self->text, key);
  g_string_append (self->text, self->pretty ? ": " : ":");
  self->after_key = TRUE;
}

void
jipyo_json_writer_string (JipyoJsonWriter *self, const char *value)
{
  if (value == NULL) {
    jipyo_json_writer_null (self);
    return;
  }
  begin_value (self);
  append_string (self->text, value);
}

void
jipyo_json_writer_int (JipyoJsonWriter *self, gint64 value)
{
  begin_value (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

void
jipyo_json_writer_boolean (JipyoJsonWriter *self, gboolean value)
{
  begin_value (self);
  g_string_append (self->text, value ? "true" : "false");
}

void
jipyo_json_writer_null (JipyoJsonWriter *self)
{
  begin_value (self);
  g_string_append (self->text, "null");
}

void
jipyo_json_writer_member (JipyoJsonWriter *self, const char *key, const char *value)
{
  jipyo_json_writer_key (self, key);
  jipyo_json_writer_string (self, value);
}

void
jipyo_json_writer_member_text (JipyoJsonWriter *self, const char *key, const JipyoText *text)
{
  jipyo_json_writer_key (self, key);
  jipyo_json_writer_begin_object (self);
  jipyo_json_writer_member (self, "ko", text->ko);
  jipyo_json_writer_member (self, "en", text->en);
  jipyo_json_writer_end_object (self);
}

void
jipyo_json_writer_member_decimal (JipyoJsonWriter *self, const char *key, JipyoDecimal value)
{
  g_autofree char *text = jipyo_decimal_format (value);

  jipyo_json_writer_member (self, key, text);
}

char *
jipyo_json_writer_finish (JipyoJsonWriter *self)
{
  g_return_val_if_fail (self->text != NULL && self->counts->len == 0, NULL);
  if (self->pretty)
    g_string_append_c (self->text, '\n');
  return g_string_free (g_steal_pointer (&self->text), FALSE);
}
