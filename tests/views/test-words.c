/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-words.h"

typedef char *(*Format) (guint, JipyoLang);

static void
assert_words (Format format, guint number, const char *ko, const char *en)
{
  g_autofree char *in_ko = format (number, JIPYO_LANG_KO);
  g_autofree char *in_en = format (number, JIPYO_LANG_EN);

  g_assert_cmpstr (in_ko, ==, ko);
  g_assert_cmpstr (in_en, ==, en);
}

static void
test_counts (void)
{
  assert_words (jipyo_words_format_count, 3, "세", "three");
  assert_words (jipyo_words_format_count, 10, "열", "ten");
  assert_words (jipyo_words_format_count, 11, "11", "11");
}

static void
test_ordinals (void)
{
  assert_words (jipyo_words_format_ordinal, 1, "첫 번째", "first");
  assert_words (jipyo_words_format_ordinal, 3, "세 번째", "third");
  assert_words (jipyo_words_format_ordinal, 11, "11번째", "11th");
  assert_words (jipyo_words_format_ordinal, 12, "12번째", "12th");
  assert_words (jipyo_words_format_ordinal, 21, "21번째", "21st");
  assert_words (jipyo_words_format_ordinal, 22, "22번째", "22nd");
  assert_words (jipyo_words_format_ordinal, 33, "33번째", "33rd");
  assert_words (jipyo_words_format_ordinal, 111, "111번째", "111th");
}

static void
test_fractions (void)
{
  assert_words (jipyo_words_format_fraction, 2, "절반", "half");
  assert_words (jipyo_words_format_fraction, 4, "4분의 1", "a quarter");
  assert_words (jipyo_words_format_fraction, 8, "8분의 1", "an eighth");
  assert_words (jipyo_words_format_fraction, 9, "9분의 1", "a ninth");
  assert_words (jipyo_words_format_fraction, 82, "82분의 1", "1/82");
}

static void
test_places (void)
{
  g_autofree char *states = jipyo_words_format_place ("United States");
  g_autofree char *france = jipyo_words_format_place ("France");

  g_assert_cmpstr (states, ==, "the United States");
  g_assert_cmpstr (france, ==, "France");
}

static void
test_capitalise (void)
{
  g_autofree char *text = jipyo_words_capitalise ("three");
  g_autofree char *empty = jipyo_words_capitalise ("");

  g_assert_cmpstr (text, ==, "Three");
  g_assert_cmpstr (empty, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/words/counts", test_counts);
  g_test_add_func ("/views/words/ordinals", test_ordinals);
  g_test_add_func ("/views/words/fractions", test_fractions);
  g_test_add_func ("/views/words/places", test_places);
  g_test_add_func ("/views/words/capitalise", test_capitalise);
  return g_test_run ();
}
