/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-json-scan.h"
#include "jipyo-json-writer.h"

#include <string.h>

static char *
write_sample (gboolean pretty)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (pretty);
  JipyoText name = { .ko = (char *) "지표", .en = NULL };
  JipyoDecimal value = { .digits = 319800, .scale = 2 };

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "a", "x\"\\\n\x01");
  jipyo_json_writer_member (writer, "none", NULL);
  jipyo_json_writer_member_text (writer, "name", &name);
  jipyo_json_writer_member_decimal (writer, "value", value);
  jipyo_json_writer_key (writer, "list");
  jipyo_json_writer_begin_array (writer);
  jipyo_json_writer_int (writer, -1);
  jipyo_json_writer_boolean (writer, TRUE);
  jipyo_json_writer_begin_array (writer);
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
  return jipyo_json_writer_finish (writer);
}

static void
test_one_line (void)
{
  g_autofree char *text = write_sample (FALSE);

  g_assert_cmpstr (
    text, ==,
    "{\"a\":\"x\\\"\\\\\\n\\u0001\",\"none\":null,\"name\":{\"ko\":\"지표\",\"en\":null},"
    "\"value\":\"3198\",\"list\":[-1,true,[]]}");
}

/* Whatever is written passes our own gate. */
static void
test_valid (void)
{
  g_autofree char *pretty = write_sample (TRUE);
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (FALSE);
  g_autofree char *broken = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (jipyo_json_scan (pretty, strlen (pretty), &jipyo_json_limits_file, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (pretty, "\n}\n"));
  jipyo_json_writer_string (writer, "\xFFtext");
  broken = jipyo_json_writer_finish (writer);
  g_assert_true (jipyo_json_scan (broken, strlen (broken), &jipyo_json_limits_file, NULL, &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/json-writer/one-line", test_one_line);
  g_test_add_func ("/core/json-writer/valid", test_valid);
  return g_test_run ();
}
