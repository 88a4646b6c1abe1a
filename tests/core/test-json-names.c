/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of objects that follow each other, mostly alike: one that comes twice in an object is found
 * wherever the object before, or one deeper in between, had which names.
 */

#include "jipyo-json-names.h"

#include <string.h>

static const char *const quoted[] = {
  "\"a\"", "\"b\"", "\"ab\"", "\"abc\"", "\"opening_price\"", "\"opening_pric\"", "\"\"",
};

static gsize
measure (guint name)
{
  return strlen (quoted[name]) - 2;
}

/* As the scanner does; FALSE when the object has it already. */
static gboolean
add (JipyoJsonNames *names, guint name, guint *followed)
{
  const char *end = quoted[name] + strlen (quoted[name]);
  const char *behind = jipyo_json_names_follow (names, quoted[name], end);

  if (behind == NULL)
    return jipyo_json_names_add (names, quoted[name] + 1, measure (name), TRUE);
  g_assert_true (behind == end);
  ++*followed;
  return TRUE;
}

/* Objects of names that are drawn by lot, or those of the object before; what is there is kept
 * beside it in a set of bits. */
static void
test_follows_sets (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  JipyoJsonNames names = { 0 };
  guint before[6] = { 0 };
  guint followed = 0;
  guint refused = 0;

  for (guint object = 0; object < 50000; object++) {
    const gboolean alike = g_rand_int_range (rand, 0, 3) > 0;
    const guint n = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (before) + 1);
    guint seen = 0;

    for (guint i = 0; i < n; i++) {
      if (!alike || g_rand_int_range (rand, 0, 8) == 0)
        before[i] = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (quoted));
      if (add (&names, before[i], &followed) != ((seen >> before[i] & 1) == 0))
        g_error ("object %u: %s", object, quoted[before[i]]);
      if (seen >> before[i] & 1) {
        refused++;
        break;
      }
      seen |= 1u << before[i];
    }
    jipyo_json_names_close (&names);
  }
  g_test_message ("%u followed, %u refused", followed, refused);
  g_assert_cmpuint (followed, >, 10000);
  g_assert_cmpuint (refused, >, 1000);
  jipyo_json_names_clear (&names);
}

/* Its text is not what stands between the quotes, so it tells nothing of the bytes there. */
static void
test_decoded (void)
{
  static const char text[] = "\"a\\\"b\"";
  JipyoJsonNames names = { 0 };

  g_assert_true (jipyo_json_names_add (&names, "a\\", 2, FALSE));
  jipyo_json_names_close (&names);
  g_assert_null (jipyo_json_names_follow (&names, text, text + strlen (text)));
  jipyo_json_names_clear (&names);
}

/* Nothing is read beyond the end of the text. */
static void
test_cut_off (void)
{
  static const char text[] = "\"name\"";
  JipyoJsonNames names = { 0 };

  g_assert_true (jipyo_json_names_add (&names, text + 1, 4, TRUE));
  jipyo_json_names_close (&names);
  for (gsize length = 1; length < strlen (text); length++) {
    g_autofree char *cut = g_memdup2 (text, length);

    g_assert_null (jipyo_json_names_follow (&names, cut, cut + length));
  }
  g_assert_nonnull (jipyo_json_names_follow (&names, text, text + strlen (text)));
  g_assert_null (jipyo_json_names_follow (&names, text, text + strlen (text)));
  g_assert_false (jipyo_json_names_add (&names, text + 1, 4, TRUE));
  jipyo_json_names_clear (&names);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/json-names/follows-sets", test_follows_sets);
  g_test_add_func ("/core/json-names/decoded", test_decoded);
  g_test_add_func ("/core/json-names/cut-off", test_cut_off);
  return g_test_run ();
}
