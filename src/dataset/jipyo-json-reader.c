/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typed access to a JSON text on top of json-glib, behind the strict scan. json-glib forgets where
 * a value stood; positions are looked up again by pointer, only when there is a problem to tell.
 */

#include "jipyo-json-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "jipyo-json-scan.h"
#include "jipyo-problem.h"

static void
add_problem (JipyoJsonDocument *self, JipyoJsonPosition at, const char *pointer, char *message)
{
  JipyoProblem *problem = g_new0 (JipyoProblem, 1);

  problem->file = g_strdup (self->name);
  problem->line = at.line;
  problem->column = at.column;
  problem->pointer = g_strdup (pointer);
  problem->message = message;
  g_ptr_array_add (self->problems, problem);
}

JipyoJsonDocument *
jipyo_json_document_new (const char *name, char *text, gsize length, GPtrArray *problems)
{
  g_autoptr (JipyoJsonDocument) self = g_new0 (JipyoJsonDocument, 1);
  g_autoptr (GError) error = NULL;
  JipyoJsonPosition at = { 0, 1, 1 };

  self->name = g_strdup (name);
  self->text = text;
  self->length = length;
  self->problems = problems;
  self->parser = json_parser_new_immutable ();
  if (!jipyo_json_scan (text, length, &jipyo_json_limits_file, &at, &error)
      || !json_parser_load_from_data (self->parser, text, (gssize) length, &error)) {
    add_problem (self, at, "", g_strdup (_ (error->message)));
    return NULL;
  }
  return g_steal_pointer (&self);
}

void
jipyo_json_document_free (JipyoJsonDocument *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->text);
  g_clear_object (&self->parser);
  g_free (self);
}

static void
complain (JipyoJsonDocument *self, const char *pointer, char *message)
{
  JipyoJsonPosition at = { 0, 1, 1 };

  jipyo_json_locate (self->text, self->length, pointer, &at);
  add_problem (self, at, pointer, message);
}

void
jipyo_json_document_complain (JipyoJsonDocument *self, const char *pointer, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  complain (self, pointer, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* "~" and "/" are escaped in a pointer (RFC 6901). */
static char *
append_to_pointer (const char *pointer, const char *name)
{
  GString *joined = g_string_new (pointer);

  g_string_append_c (joined, '/');
  for (const char *c = name; *c != '\0'; c++)
    if (*c == '~')
      g_string_append (joined, "~0");
    else if (*c == '/')
      g_string_append (joined, "~1");
    else
      g_string_append_c (joined, *c);
  return g_string_free (joined, FALSE);
}

void
jipyo_json_cursor_complain (const JipyoJsonCursor *self, const char *name, const char *format, ...)
{
  g_autofree char *pointer = NULL;
  va_list arguments;

  pointer = name != NULL ? append_to_pointer (self->pointer, name) : g_strdup (self->pointer);
  va_start (arguments, format);
  complain (self->document, pointer, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static const char *
node_kind (JsonNode *node)
{
  switch (json_node_get_node_type (node)) {
  case JSON_NODE_OBJECT:
    return _ ("an object");
  case JSON_NODE_ARRAY:
    return _ ("an array");
  case JSON_NODE_NULL:
    return "null";
  case JSON_NODE_VALUE:
    break;
  }
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return _ ("a string");
  return json_node_get_value_type (node) == G_TYPE_BOOLEAN ? _ ("a boolean") : _ ("a number");
}

/* Takes the pointer. */
static gboolean
init_cursor (JipyoJsonCursor *self, JipyoJsonDocument *document, JsonNode *node, char *pointer)
{
  *self = (JipyoJsonCursor){ .document = document, .pointer = pointer };
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    self->object = json_node_get_object (node);
    return TRUE;
  }
  jipyo_json_document_complain (document, pointer,
                                _ ("expected an object, found %s"), node_kind (node));
  jipyo_json_cursor_clear (self);
  return FALSE;
}

gboolean
jipyo_json_cursor_init_root (JipyoJsonCursor *self, JipyoJsonDocument *document)
{
  return init_cursor (self, document, json_parser_get_root (document->parser), g_strdup (""));
}

gboolean
jipyo_json_cursor_init_element (JipyoJsonCursor *self,
                                const JipyoJsonCursor *parent,
                                const char *name,
                                guint index)
{
  JsonArray *array = json_object_get_array_member (parent->object, name);
  g_autofree char *list = append_to_pointer (parent->pointer, name);

  return init_cursor (self, parent->document, json_array_get_element (array, index),
                      g_strdup_printf ("%s/%u", list, index));
}

/* The node of a member. A missing one is a problem if it is needed; null never stands for
 * absence. */
static JsonNode *
find_member (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need)
{
  JsonNode *node = json_object_get_member (self->object, name);

  if (node == NULL && need == JIPYO_JSON_REQUIRED)
    jipyo_json_cursor_complain (self, name, _ ("member \"%s\" is missing"), name);
  return node;
}

gboolean
jipyo_json_cursor_init_member (JipyoJsonCursor *self,
                               const JipyoJsonCursor *parent,
                               const char *name,
                               JipyoJsonNeed need)
{
  JsonNode *node = find_member (parent, name, need);

  *self = (JipyoJsonCursor){ 0 };
  return node != NULL
         && init_cursor (self, parent->document, node, append_to_pointer (parent->pointer, name));
}

void
jipyo_json_cursor_clear (JipyoJsonCursor *self)
{
  g_clear_pointer (&self->pointer, g_free);
  self->object = NULL;
}

void
jipyo_json_cursor_check_members (const JipyoJsonCursor *self, const char *const *known)
{
  JsonObjectIter iter;
  const char *name = NULL;

  json_object_iter_init_ordered (&iter, self->object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_strv_contains (known, name))
      jipyo_json_cursor_complain (self, name, _ ("unknown member \"%s\""), name);
}

guint
jipyo_json_read_length (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need)
{
  JsonNode *node = find_member (self, name, need);

  if (node == NULL)
    return 0;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_length (json_node_get_array (node));
  jipyo_json_cursor_complain (self, name, _ ("expected an array, found %s"), node_kind (node));
  return 0;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

const char *
jipyo_json_read_string (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need)
{
  JsonNode *node = find_member (self, name, need);

  if (node == NULL)
    return NULL;
  if (!holds (node, G_TYPE_STRING)) {
    jipyo_json_cursor_complain (self, name, _ ("expected a string, found %s"), node_kind (node));
    return NULL;
  }
  if (*json_node_get_string (node) == '\0') {
    jipyo_json_cursor_complain (self, name, _ ("expected some text, found an empty string"));
    return NULL;
  }
  return json_node_get_string (node);
}

/* Letters and digits in words joined by single "." "_" "-" ":" signs. */
static gboolean
is_id (const char *text)
{
  gboolean joined = TRUE;

  for (const char *c = text; *c != '\0'; c++) {
    gboolean joint = strchr ("._-:", *c) != NULL;

    if ((!joint && !g_ascii_isalnum (*c)) || (joint && joined))
      return FALSE;
    joined = joint;
  }
  return !joined;
}

const char *
jipyo_json_read_id (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need)
{
  const char *text = jipyo_json_read_string (self, name, need);

  if (text == NULL || is_id (text))
    return text;
  jipyo_json_cursor_complain (
    self, name,
    _ ("\"%s\" is no id: expected words of letters and digits joined by . _ - or :"), text);
  return NULL;
}

char **
jipyo_json_read_strings (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need)
{
  guint length = jipyo_json_read_length (self, name, need);
  JsonNode *list = json_object_get_member (self->object, name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (list == NULL)
    return NULL;
  for (guint i = 0; i < length; i++) {
    JsonNode *node = json_array_get_element (json_node_get_array (list), i);
    g_autofree char *place = g_strdup_printf ("%s/%s/%u", self->pointer, name, i);
    const char *text = holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;

    if (text == NULL)
      jipyo_json_document_complain (self->document, place,
                                    _ ("expected a string, found %s"), node_kind (node));
    else if (!g_hash_table_add (seen, (gpointer) text))
      jipyo_json_document_complain (self->document, place, _ ("\"%s\" is listed twice"), text);
    else
      g_strv_builder_add (builder, text);
  }
  return g_strv_builder_end (builder);
}

JipyoText
jipyo_json_read_text (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need)
{
  static const char *const members[] = { "ko", "en", NULL };
  JipyoJsonCursor text;
  JipyoText read = { 0 };

  if (!jipyo_json_cursor_init_member (&text, self, name, need))
    return read;
  read = jipyo_text_new (jipyo_json_read_string (&text, "ko", JIPYO_JSON_REQUIRED),
                         jipyo_json_read_string (&text, "en", JIPYO_JSON_REQUIRED));
  jipyo_json_cursor_check_members (&text, members);
  jipyo_json_cursor_clear (&text);
  return read;
}

JipyoDate
jipyo_json_read_date (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need)
{
  const char *text = jipyo_json_read_string (self, name, need);
  JipyoDate date = { 0 };

  if (text != NULL && !jipyo_date_parse (text, &date))
    jipyo_json_cursor_complain (
      self, name, _ ("\"%s\" is no date: expected 2025, 2025-08 or 2025-08-05"), text);
  return date;
}

JipyoPeriod
jipyo_json_read_period (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need)
{
  const char *text = jipyo_json_read_string (self, name, need);
  JipyoPeriod period = { 0 };

  if (text != NULL && !jipyo_period_parse (text, &period))
    jipyo_json_cursor_complain (
      self, name, _ ("\"%s\" is no period: expected a date, or two joined by /"), text);
  return period;
}

gboolean
jipyo_json_read_decimal (const JipyoJsonCursor *self,
                         const char *name,
                         JipyoJsonNeed need,
                         JipyoDecimal *value)
{
  const char *text = jipyo_json_read_string (self, name, need);

  if (text == NULL)
    return FALSE;
  if (strpbrk (text, "eE") == NULL && jipyo_decimal_parse (text, -1, value, NULL))
    return TRUE;
  jipyo_json_cursor_complain (
    self, name,
    _ ("\"%s\" is no number: expected digits such as \"213900000000\" or \"70.6\""), text);
  return FALSE;
}

int
jipyo_json_read_int (const JipyoJsonCursor *self, const char *name, int min, int max)
{
  JsonNode *node = find_member (self, name, JIPYO_JSON_REQUIRED);
  gint64 value = 0;

  if (node == NULL)
    return 0;
  if (!holds (node, G_TYPE_INT64)) {
    jipyo_json_cursor_complain (self, name,
                                _ ("expected a whole number, found %s"), node_kind (node));
    return 0;
  }
  value = json_node_get_int (node);
  if (value >= min && value <= max)
    return (int) value;
  g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  jipyo_json_cursor_complain (self, name, _ ("expected %d to %d, found %s"), min, max, found);
  return 0;
}

gboolean
jipyo_json_read_boolean (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need)
{
  JsonNode *node = find_member (self, name, need);

  if (node == NULL)
    return FALSE;
  if (holds (node, G_TYPE_BOOLEAN))
    return json_node_get_boolean (node);
  jipyo_json_cursor_complain (self, name, _ ("expected true or false, found %s"), node_kind (node));
  return FALSE;
}
