/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What venues renamed is known to the next run of the program, and so is what a person took back.
 */

#include "jipyo-new-codes.h"

#include <glib/gstdio.h>
#include <string.h>

static const JipyoNewCode change = { (char *) "upbit:KRW-OLD", (char *) "upbit:KRW-NEW",
                                     G_GINT64_CONSTANT (1754357901000000) };

static void
close_codes (JipyoNewCodes *codes)
{
  while (jipyo_own_file_is_saving (jipyo_new_codes_get_file (codes))
         || jipyo_own_file_is_saving (jipyo_new_codes_get_kept_file (codes)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (codes);
}

static JipyoNewCodes *
open_again (JipyoNewCodes *codes)
{
  close_codes (codes);
  return jipyo_new_codes_new_own ();
}

/* Told again with each list, it is of the time when it was noticed first. */
static void
test_kept (void)
{
  JipyoNewCodes *codes = jipyo_new_codes_new_own ();
  JipyoNewCode again = change;

  again.until_us += 1000;
  g_assert_true (jipyo_new_codes_take (codes, &change));
  codes = open_again (codes);
  g_assert_true (jipyo_new_codes_take (codes, &again));
  g_assert_cmpuint (jipyo_new_codes_get_all (codes)->len, ==, 1);
  const JipyoNewCode *known =
    jipyo_new_code_find_next (jipyo_new_codes_get_all (codes), "upbit:KRW-OLD");
  g_assert_cmpstr (known->successor, ==, "upbit:KRW-NEW");
  g_assert_cmpint (known->until_us, ==, change.until_us);
  again.successor = (char *) "upbit:KRW-OTHER";
  g_assert_true (jipyo_new_codes_take (codes, &again));
  g_assert_cmpuint (jipyo_new_codes_get_all (codes)->len, ==, 2);
  close_codes (codes);
}

/* Once for all: it is noticed anew at each start. */
static void
test_taken_back (void)
{
  JipyoNewCodes *codes = jipyo_new_codes_new_own ();

  g_assert_true (jipyo_new_codes_take (codes, &change));
  jipyo_new_codes_take_back (codes, "upbit:KRW-OLD");
  jipyo_new_codes_take_back (codes, "upbit:KRW-OLD");
  g_assert_cmpuint (jipyo_new_codes_get_all (codes)->len, ==, 0);
  g_assert_false (jipyo_new_codes_take (codes, &change));
  codes = open_again (codes);
  g_assert_cmpuint (jipyo_new_codes_get_all (codes)->len, ==, 0);
  g_assert_false (jipyo_new_codes_take (codes, &change));
  close_codes (codes);
}

static void
assert_put_aside (const char *name, const char *problem)
{
  g_autofree char *path = jipyo_own_file_path (name);
  g_autofree char *aside = g_strconcat (path, ".damaged-1", NULL);

  g_assert_nonnull (problem);
  g_assert_nonnull (strstr (problem, name));
  g_assert_nonnull (strstr (problem, aside));
  g_assert_cmpint (g_unlink (aside), ==, 0);
}

static void
test_damaged (void)
{
  static const char codes_text[] =
    "{\"version\": 1,\n \"new-codes\": [{\"instrument\": \"upbit:KRW-A\", \"successor\": 3,\n"
    "  \"until\": \"yesterday\"}]}";
  g_autofree char *path = jipyo_own_file_path ("new-codes.json");
  g_autofree char *kept = jipyo_own_file_path ("codes-to-keep.json");
  g_autofree char *directory = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, codes_text, -1, NULL));
  g_assert_true (g_file_set_contents (kept, "{\n \"instruments\": [}", -1, NULL));
  JipyoNewCodes *codes = jipyo_new_codes_new_own ();
  const char *problem = jipyo_own_file_get_problem (jipyo_new_codes_get_file (codes));
  const char *kept_problem = jipyo_own_file_get_problem (jipyo_new_codes_get_kept_file (codes));
  g_assert_cmpuint (jipyo_new_codes_get_all (codes)->len, ==, 0);
  assert_put_aside ("new-codes.json", problem);
  g_assert_nonnull (strstr (problem, "new-codes.json:2:"));
  assert_put_aside ("codes-to-keep.json", kept_problem);
  g_assert_nonnull (strstr (kept_problem, "codes-to-keep.json:2:"));
  g_assert_true (jipyo_new_codes_take (codes, &change));
  close_codes (codes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/new-codes/kept", test_kept);
  g_test_add_func ("/app/new-codes/taken-back", test_taken_back);
  g_test_add_func ("/app/new-codes/damaged", test_damaged);
  return g_test_run ();
}
