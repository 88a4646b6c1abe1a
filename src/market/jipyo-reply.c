/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * json-glib turns every number into an int64 or a double and forgets its digits. So each number of
 * a scanned text is handed to it as a string that begins with a mark, and the typed readers take
 * the mark off again.
 */

#include "jipyo-reply.h"

#include <string.h>

#include "jipyo-json-scan.h"
#include "jipyo-market-error.h"

#define MARK "\001"

enum {
  TOKENS_MAX = 200000, /* ten times the largest answer known; bounds what json-glib allocates */
  TEXT_MAX = 256,      /* characters of foreign text that may be shown */
  NUMBERS_USUAL = 64,  /* of a short answer */
};

static char *
append (char *at, const char *bytes, gsize length)
{
  memcpy (at, bytes, length);
  return at + length;
}

/* The text with each of its numbers between quotes, behind a mark. No JSON has the mark bare. */
static char *
mark_numbers (const char *data, gsize length, const GArray *numbers, gsize *marked_length)
{
  char *marked = g_malloc (length + numbers->len * strlen ("\"" MARK "\"") + 1);
  char *at = marked;
  gsize copied = 0;

  for (guint i = 0; i < numbers->len; i++) {
    const JipyoJsonNumber *number = &g_array_index (numbers, JipyoJsonNumber, i);

    at = append (at, data + copied, number->offset - copied);
    at = append (at, "\"" MARK, strlen ("\"" MARK));
    at = append (at, data + number->offset, number->length);
    *at++ = '"';
    copied = number->offset + number->length;
  }
  at = append (at, data + copied, length - copied);
  *at = '\0';
  *marked_length = (gsize) (at - marked);
  return marked;
}

static JipyoMarketError
code_of_scan (const GError *error)
{
  return error->code == JIPYO_JSON_ERROR_TOO_LARGE ? JIPYO_MARKET_ERROR_TOO_LARGE
                                                   : JIPYO_MARKET_ERROR_BAD_REPLY;
}

/* What a network puts in front of itself, or an error page: worth another word than "not JSON". */
static gboolean
looks_like_page (const char *data, gsize length)
{
  while (length > 0 && g_ascii_isspace (*data)) {
    data++;
    length--;
  }
  return length > 0 && *data == '<';
}

/* The text as json-glib gets it. (transfer full) */
static char *
prepare_text (const char *data, gsize length, gsize *prepared_length, GError **error)
{
  JipyoJsonLimits limits = jipyo_json_limits_reply;
  JipyoJsonNumberScan scan = { .limits = &limits };
  g_autoptr (GArray) numbers = NULL;
  g_autoptr (GError) reason = NULL;

  if (looks_like_page (data, length)) {
    g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                         "a web page instead of data: the network may want a log-in");
    return NULL;
  }
  limits.tokens = TOKENS_MAX;
  numbers = scan.numbers =
    g_array_sized_new (FALSE, FALSE, sizeof (JipyoJsonNumber), NUMBERS_USUAL);
  if (!jipyo_json_scan_numbers (data, length, &scan, &reason)) {
    g_set_error (error, JIPYO_MARKET_ERROR, code_of_scan (reason), "not usable at %u:%u: %s",
                 scan.at.line, scan.at.column, reason->message);
    return NULL;
  }
  return mark_numbers (data, length, numbers, prepared_length);
}

JsonNode *
jipyo_reply_parse (const char *data, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) reason = NULL;
  gsize prepared_length;
  g_autofree char *prepared = prepare_text (data, length, &prepared_length, error);

  if (prepared == NULL)
    return NULL;
  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, prepared, (gssize) prepared_length, &reason)) {
    g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY, "not usable: %s",
                 reason->message);
    return NULL;
  }
  return json_parser_steal_root (parser);
}

static const char *
kind_of (JsonNode *node)
{
  const char *text;

  if (node == NULL)
    return "nothing";
  switch (json_node_get_node_type (node)) {
  case JSON_NODE_OBJECT:
    return "an object";
  case JSON_NODE_ARRAY:
    return "a list";
  case JSON_NODE_NULL:
    return "null";
  case JSON_NODE_VALUE:
    break;
  }
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return "true or false";
  text = json_node_get_string (node);
  return text != NULL && g_str_has_prefix (text, MARK) ? "a number" : "a string";
}

static void
complain (const JipyoFields *self, const char *name, const char *expected, GError **error)
{
  JsonNode *node = json_object_get_member (self->object, name);

  g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
               "%s%s%s: expected %s, found %s", self->where, *self->where != '\0' ? "." : "", name,
               expected, kind_of (node));
}

gboolean
jipyo_fields_init (JipyoFields *self, JsonNode *node, const char *where, GError **error)
{
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node)) {
    g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                 "%s: expected an object, found %s", *where != '\0' ? where : "the answer",
                 kind_of (node));
    return FALSE;
  }
  self->object = json_node_get_object (node);
  self->where = where;
  return TRUE;
}

gboolean
jipyo_fields_refuse (const JipyoFields *self, const char *message, GError **error)
{
  g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY, "%s: %s", self->where,
               message);
  return FALSE;
}

gboolean
jipyo_fields_has (const JipyoFields *self, const char *name)
{
  JsonNode *node = json_object_get_member (self->object, name);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node);
}

/* The text of a number or of a string, without the mark. */
static const char *
find_text (const JipyoFields *self, const char *name, gboolean *number)
{
  JsonNode *node = json_object_get_member (self->object, name);
  const char *text;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  text = json_node_get_string (node);
  *number = g_str_has_prefix (text, MARK);
  return *number ? text + strlen (MARK) : text;
}

static gboolean
parse_decimal (const JipyoFields *self, const char *name, const char *text, JipyoDecimal *out)
{
  g_autoptr (GError) reason = NULL;

  if (text != NULL && jipyo_decimal_parse (text, -1, out, &reason))
    return TRUE;
  g_debug ("%s.%s: %s", self->where, name, reason != NULL ? reason->message : "not a value");
  return FALSE;
}

gboolean
jipyo_fields_get_decimal (const JipyoFields *self,
                          const char *name,
                          JipyoDecimal *out,
                          GError **error)
{
  gboolean number;

  if (parse_decimal (self, name, find_text (self, name, &number), out))
    return TRUE;
  complain (self, name, "a number that is exact in 18 digits", error);
  return FALSE;
}

/* "1,234.5" without its commas; NULL when they do not stand between thousands. (transfer full) */
static char *
drop_commas (const char *text)
{
  GString *plain = g_string_new (NULL);
  const char *at = text;
  gsize digits = 0;
  gboolean grouped = FALSE;

  if (*at == '-' || *at == '+') {
    if (*at == '-')
      g_string_append_c (plain, '-');
    at++;
  }
  for (; g_ascii_isdigit (*at) || *at == ','; at++) {
    if (*at == ',') {
      if (digits == 0 || digits > 3 || (grouped && digits != 3))
        break;
      grouped = TRUE;
      digits = 0;
      continue;
    }
    g_string_append_c (plain, *at);
    digits++;
  }
  if (*at == ',' || (grouped && digits != 3)) {
    g_string_free (plain, TRUE);
    return NULL;
  }
  g_string_append (plain, at);
  return g_string_free (plain, FALSE);
}

gboolean
jipyo_fields_get_amount (const JipyoFields *self,
                         const char *name,
                         JipyoDecimal *out,
                         GError **error)
{
  gboolean number;
  const char *text = find_text (self, name, &number);
  g_autofree char *plain = text != NULL ? drop_commas (text) : NULL;

  if (parse_decimal (self, name, plain, out))
    return TRUE;
  complain (self, name, "a number that is exact in 18 digits", error);
  return FALSE;
}

gboolean
jipyo_fields_get_bare_amount (const JipyoFields *self,
                              const char *name,
                              JipyoDecimal *out,
                              GError **error)
{
  gboolean number;
  const char *text = find_text (self, name, &number);
  gboolean below = text != NULL && *text == '-';
  g_autofree char *whole = NULL;

  if (text == NULL || text[below] != '.')
    return jipyo_fields_get_amount (self, name, out, error);
  whole = g_strconcat (below ? "-0" : "0", text + below, NULL);
  if (parse_decimal (self, name, whole, out))
    return TRUE;
  complain (self, name, "a number that is exact in 18 digits", error);
  return FALSE;
}

gboolean
jipyo_fields_get_int (const JipyoFields *self, const char *name, gint64 *out, GError **error)
{
  gboolean number;
  const char *text = find_text (self, name, &number);
  guint64 value;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &value, NULL)) {
    complain (self, name, "a positive integer", error);
    return FALSE;
  }
  *out = (gint64) value;
  return TRUE;
}

const char *
jipyo_fields_find_string (const JipyoFields *self, const char *name)
{
  gboolean number;
  const char *text = find_text (self, name, &number);

  return text != NULL && !number ? text : NULL;
}

const char *
jipyo_fields_get_string (const JipyoFields *self, const char *name, GError **error)
{
  const char *text = jipyo_fields_find_string (self, name);

  if (text == NULL)
    complain (self, name, "a string", error);
  return text;
}

const char *
jipyo_fields_find_code (const JipyoFields *self, const char *name)
{
  gboolean number;

  return find_text (self, name, &number);
}

JsonObject *
jipyo_fields_get_object (const JipyoFields *self, const char *name, GError **error)
{
  JsonNode *node = json_object_get_member (self->object, name);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  complain (self, name, "an object", error);
  return NULL;
}

JsonArray *
jipyo_fields_get_array (const JipyoFields *self, const char *name, GError **error)
{
  JsonNode *node = json_object_get_member (self->object, name);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  complain (self, name, "a list", error);
  return NULL;
}

/* Format characters (Cf) turn or hide text; twenty thousand marks on one letter stall the layout.
 */
static gboolean
is_fit (gunichar character, guint marks)
{
  static const GUnicodeType unfit[] = {
    G_UNICODE_CONTROL,
    G_UNICODE_FORMAT,
    G_UNICODE_SURROGATE,
    G_UNICODE_PRIVATE_USE,
    G_UNICODE_UNASSIGNED,
    G_UNICODE_LINE_SEPARATOR,
    G_UNICODE_PARAGRAPH_SEPARATOR,
  };
  GUnicodeType type = g_unichar_type (character);

  for (guint i = 0; i < G_N_ELEMENTS (unfit); i++)
    if (type == unfit[i])
      return FALSE;
  return marks <= 4;
}

char *
jipyo_reply_clean_text (const char *text)
{
  GString *clean = g_string_new (NULL);
  guint count = 0;
  guint marks = 0;

  for (const char *at = text; *at != '\0' && count < TEXT_MAX; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    marks = g_unichar_ismark (character) ? marks + 1 : 0;
    if (!is_fit (character, marks))
      continue;
    g_string_append_unichar (clean, character);
    count++;
  }
  return g_strstrip (g_string_free (clean, FALSE));
}

gboolean
jipyo_fields_is_true (const JipyoFields *self, const char *name)
{
  JsonNode *node = json_object_get_member (self->object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN
         && json_node_get_boolean (node);
}
