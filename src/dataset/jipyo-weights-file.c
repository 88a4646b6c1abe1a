/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * {"weights": [{"member": "sk-telecom", "weight": "60"}, …], "version": 1}
 */

#include "jipyo-weights-file.h"

#include "jipyo-list-file.h"

#include <glib/gi18n.h>

static gpointer
read_weight (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "member", "weight", NULL };
  const char *member = jipyo_json_read_id (cursor, "member", JIPYO_JSON_REQUIRED);
  JipyoDecimal weight = { 0 };

  if (jipyo_json_read_decimal (cursor, "weight", JIPYO_JSON_REQUIRED, &weight)
      && jipyo_decimal_sign (weight) < 0)
    jipyo_json_cursor_complain (cursor, "weight", _ ("expected 0 or more"));
  jipyo_json_cursor_check_members (cursor, members);
  return jipyo_member_weight_new (member, weight);
}

static void
read_weights (const JipyoJsonCursor *root, GPtrArray *weights)
{
  jipyo_list_file_read_objects (root, "weights", read_weight, weights);
  for (guint i = 0; i < weights->len; i++) {
    JipyoMemberWeight *weight = g_ptr_array_index (weights, i);

    if (weight->member != NULL && jipyo_member_weight_find (weights, weight->member) != weight)
      jipyo_json_cursor_complain (root, "weights", _ ("“%s” is there twice"), weight->member);
  }
}

static void
write_weight (JipyoJsonWriter *writer, gconstpointer item)
{
  const JipyoMemberWeight *weight = item;

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "member", weight->member);
  jipyo_json_writer_member_decimal (writer, "weight", weight->weight);
  jipyo_json_writer_end_object (writer);
}

static const JipyoListFile weights_file = { "weights", read_weights, write_weight,
                                            (GDestroyNotify) jipyo_member_weight_free };

GPtrArray *
jipyo_weights_file_parse (const char *name, const char *text, gsize length, GPtrArray *problems)
{
  g_autoptr (JipyoJsonDocument) document =
               jipyo_json_document_new (name, g_strndup (text, length), length, problems);

  return jipyo_list_file_parse (&weights_file, document);
}

char *
jipyo_weights_file_format (const GPtrArray *weights)
{
  return jipyo_list_file_format (&weights_file, weights);
}
