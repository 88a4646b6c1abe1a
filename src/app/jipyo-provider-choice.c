/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's order of providers.
 */

#include "jipyo-provider-choice.h"

#include "jipyo-json-writer.h"
#include "jipyo-ledger-file.h"
#include "jipyo-own-file.h"
#include "jipyo-own-folder.h"
#include "jipyo-provider-order-file.h"

char *
jipyo_provider_choice_path (void)
{
  return jipyo_own_file_path ("providers.json");
}

void
jipyo_provider_choice_take (JipyoProviderOrder *order, GHashTable *chosen)
{
  GHashTableIter iter;
  gpointer class;
  gpointer providers;

  g_hash_table_iter_init (&iter, chosen);
  while (g_hash_table_iter_next (&iter, &class, &providers))
    jipyo_provider_order_set (order, class, providers);
}

JipyoProviderOrder *
jipyo_provider_choice_load (char **notice)
{
  JipyoProviderOrder *order = jipyo_provider_order_new ();
  g_autofree char *path = jipyo_provider_choice_path ();
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  g_autoptr (GHashTable) chosen = NULL;
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  if (notice != NULL)
    *notice = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return order; /* most people have none */
  text = jipyo_ledger_file_read (path, &length, &error);
  if (text != NULL) {
    g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);

    chosen = jipyo_provider_order_file_parse (path, bytes, jipyo_provider_order_check, problems);
  }
  if (chosen != NULL)
    jipyo_provider_choice_take (order, chosen);
  else if (notice != NULL)
    *notice = jipyo_problems_describe (problems, error);
  return order;
}

char *
jipyo_provider_choice_format_file (const JipyoProviderOrder *order)
{
  const char *const *classes = jipyo_provider_order_list_classes ();
  g_autoptr (GHashTable) chosen =
               g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);

  for (guint i = 0; classes[i] != NULL; i++)
    if (!jipyo_provider_order_is_usual (order, classes[i]))
      g_hash_table_insert (chosen, g_strdup (classes[i]),
                           g_strdupv ((char **) jipyo_provider_order_get (order, classes[i])));
  return jipyo_provider_order_file_format (chosen);
}

gboolean
jipyo_provider_choice_save (const JipyoProviderOrder *order, GError **error)
{
  g_autofree char *path = jipyo_provider_choice_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = jipyo_provider_choice_format_file (order);

  g_mkdir_with_parents (folder, 0700); /* a failure shows when the file is written */
  return g_file_set_contents_full (
    path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

char *
jipyo_provider_choice_format_text (const JipyoProviderOrder *order, JipyoLang lang)
{
  const char *const *classes = jipyo_provider_order_list_classes ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; classes[i] != NULL; i++) {
    g_autofree char *ids =
      g_strjoinv (", ", (char **) jipyo_provider_order_get (order, classes[i]));

    g_string_append_printf (text, "%-10s %s", classes[i], ids);
    if (!jipyo_provider_order_is_usual (order, classes[i]))
      g_string_append (text, lang == JIPYO_LANG_KO ? "  (직접 정함)" : "  (chosen)");
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

static void
write_class (JipyoJsonWriter *writer, const JipyoProviderOrder *order, const char *class)
{
  const char *const *ids = jipyo_provider_order_get (order, class);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "class", class);
  jipyo_json_writer_key (writer, "providers");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; ids[i] != NULL; i++)
    jipyo_json_writer_string (writer, ids[i]);
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_key (writer, "chosen");
  jipyo_json_writer_boolean (writer, !jipyo_provider_order_is_usual (order, class));
  jipyo_json_writer_end_object (writer);
}

char *
jipyo_provider_choice_format_json (const JipyoProviderOrder *order)
{
  const char *const *classes = jipyo_provider_order_list_classes ();
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (TRUE);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_key (writer, "classes");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; classes[i] != NULL; i++)
    write_class (writer, order, classes[i]);
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
  return jipyo_json_writer_finish (writer);
}
