/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-new-code.h"

static GPtrArray *codes;

static void
add (const char *instrument, const char *successor, gint64 until_us)
{
  g_ptr_array_add (codes, jipyo_new_code_new (instrument, successor, until_us));
}

static void
assert_former (const char *instrument, const char *expected)
{
  g_autoptr (GPtrArray) former = jipyo_new_code_list_former (codes, instrument);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; former != NULL && i < former->len; i++) {
    const JipyoNewCode *code = g_ptr_array_index (former, i);

    g_string_append_printf (text, "%s:%d ", code->instrument, (int) code->until_us);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

/* One after the other; a code that is of another coin by now is that of the first until then. */
static void
test_former (void)
{
  codes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_new_code_free);
  add ("v:A", "v:B", 10);
  add ("v:B", "v:C", 20);
  add ("v:A", "v:D", 30);
  assert_former ("v:A", "");
  assert_former ("v:B", "v:A:10 ");
  assert_former ("v:C", "v:B:20 v:A:10 ");
  assert_former ("v:D", "v:A:30 ");
  g_assert_cmpstr (jipyo_new_code_find_next (codes, "v:A")->successor, ==, "v:D");
  g_assert_null (jipyo_new_code_find_next (codes, "v:C"));
  g_clear_pointer (&codes, g_ptr_array_unref);
}

/* There and back again. */
static void
test_ring (void)
{
  codes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_new_code_free);
  add ("v:A", "v:B", 10);
  add ("v:B", "v:A", 20);
  assert_former ("v:A", "v:B:20 v:A:10 ");
  assert_former ("v:B", "v:A:10 ");
  g_clear_pointer (&codes, g_ptr_array_unref);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/new-code/former", test_former);
  g_test_add_func ("/core/new-code/ring", test_ring);
  return g_test_run ();
}
