/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Languages: their codes, and a text in the chosen one.
 */

#include "jipyo-lang.h"

static void
test_parse (void)
{
  JipyoLang lang = JIPYO_LANG_EN;

  g_assert_true (jipyo_lang_parse ("ko", &lang));
  g_assert_cmpint (lang, ==, JIPYO_LANG_KO);
  g_assert_false (jipyo_lang_parse ("fr", &lang));
  g_assert_cmpint (lang, ==, JIPYO_LANG_KO);
  g_assert_cmpint (jipyo_lang_from_locale ("ko_KR.UTF-8"), ==, JIPYO_LANG_KO);
  g_assert_cmpint (jipyo_lang_from_locale ("C.UTF-8"), ==, JIPYO_LANG_EN);
  g_assert_cmpint (jipyo_lang_from_locale (NULL), ==, JIPYO_LANG_EN);
}

static void
test_text (void)
{
  JipyoText text = jipyo_text_new ("지표", NULL);

  g_assert_cmpstr (jipyo_text_get (&text, JIPYO_LANG_EN), ==, "지표");
  g_assert_false (jipyo_text_is_empty (&text));
  jipyo_text_clear (&text);
  g_assert_true (jipyo_text_is_empty (&text));
  g_assert_cmpstr (jipyo_text_get (&text, JIPYO_LANG_KO), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/lang/parse", test_parse);
  g_test_add_func ("/core/lang/text", test_text);
  return g_test_run ();
}
