/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * {"version": 1, "provider-order": {"krx-index": ["yahoo", "naver"], …}}
 */

#include "jipyo-provider-order-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "jipyo-json-reader.h"
#include "jipyo-json-writer.h"

static const int version = 1;

static void
read_class (const JipyoJsonCursor *cursor,
            const char *class,
            JipyoProviderOrderCheck check,
            GHashTable *orders)
{
  char **providers = jipyo_json_read_strings (cursor, class, JIPYO_JSON_REQUIRED);
  const char *refusal = NULL;

  if (providers == NULL)
    return;
  refusal = check (class, (const char *const *) providers);
  if (refusal != NULL)
    jipyo_json_cursor_complain (cursor, class, "%s", _ (refusal));
  g_hash_table_insert (orders, g_strdup (class), providers);
}

static void
read_orders (const JipyoJsonCursor *root, JipyoProviderOrderCheck check, GHashTable *orders)
{
  static const char *const members[] = { "version", "provider-order", NULL };
  JipyoJsonCursor cursor = { 0 };
  g_autoptr (GList) classes = NULL;

  jipyo_json_cursor_check_members (root, members);
  if (jipyo_json_read_int (root, "version", 0, G_MAXINT) != version)
    jipyo_json_cursor_complain (root, "version", _ ("expected %d"), version);
  if (!jipyo_json_cursor_init_member (&cursor, root, "provider-order", JIPYO_JSON_REQUIRED))
    return;
  classes = json_object_get_members (cursor.object);
  for (const GList *at = classes; at != NULL; at = at->next)
    read_class (&cursor, at->data, check, orders);
  jipyo_json_cursor_clear (&cursor);
}

GHashTable *
jipyo_provider_order_file_parse (const char *name,
                                 GBytes *text,
                                 JipyoProviderOrderCheck check,
                                 GPtrArray *problems)
{
  const guint n_before = problems->len;
  g_autoptr (GHashTable) orders =
               g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  gsize length;
  const char *bytes = g_bytes_get_data (text, &length);
  g_autoptr (JipyoJsonDocument) document = jipyo_json_document_new (
    name, g_strndup (bytes != NULL ? bytes : "", length), length, problems);
  JipyoJsonCursor root = { 0 };

  if (document == NULL)
    return NULL;
  if (jipyo_json_cursor_init_root (&root, document)) {
    read_orders (&root, check, orders);
    jipyo_json_cursor_clear (&root);
  }
  return problems->len == n_before ? g_steal_pointer (&orders) : NULL;
}

char *
jipyo_provider_order_file_format (GHashTable *orders)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (TRUE);
  g_autoptr (GList) classes = g_list_sort (g_hash_table_get_keys (orders), (GCompareFunc) strcmp);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_key (writer, "version");
  jipyo_json_writer_int (writer, version);
  jipyo_json_writer_key (writer, "provider-order");
  jipyo_json_writer_begin_object (writer);
  for (const GList *at = classes; at != NULL; at = at->next) {
    const char *const *ids = g_hash_table_lookup (orders, at->data);

    jipyo_json_writer_key (writer, at->data);
    jipyo_json_writer_begin_array (writer);
    for (guint i = 0; ids[i] != NULL; i++)
      jipyo_json_writer_string (writer, ids[i]);
    jipyo_json_writer_end_array (writer);
  }
  jipyo_json_writer_end_object (writer);
  jipyo_json_writer_end_object (writer);
  return jipyo_json_writer_finish (writer);
}
