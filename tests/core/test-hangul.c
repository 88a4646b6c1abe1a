/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-hangul.h"

static void
test_matches (void)
{
  static const struct {
    const char *name;
    const char *needle;
    gboolean found;
  } cases[] = {
    { "업스테이지", "ㅇㅅㅌ", TRUE },
    { "업스테이지", "업ㅅ", TRUE },
    { "업스테이지", "업스ㅌ", TRUE },
    { "업스테이지", "업스테", TRUE },
    { "업스테이지", "테이지", TRUE },
    { "업스테이지", "ㅌㅇㅈ", TRUE },
    { "업스테이지", "업슽", FALSE },
    { "업스테이지", "ㅅㅇ", FALSE },
    { "한국과학기술원", "한구", TRUE },
    { "한국과학기술원", "하국", FALSE },
    { "SK텔레콤", "sk", TRUE },
    { "SK텔레콤", "skㅌㄹ", TRUE },
    { "LG AI연구원", "lgai", TRUE },
    { "LG AI연구원", "ㅇㄱㅇ", TRUE },
    { "Upstage", "STAGE", TRUE },
    { "Upstage", "upstages", FALSE },
    { "Upstage", "", TRUE },
    { "", "a", FALSE },
    { "Upstage", "ㅇ", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (jipyo_hangul_matches (cases[i].name, cases[i].needle) != cases[i].found)
      g_error ("“%s” in “%s”: expected %d", cases[i].needle, cases[i].name, cases[i].found);
}

static void
test_initials (void)
{
  g_autofree char *initials = jipyo_hangul_initials ("업스테이지 (Upstage)");
  g_autofree char *folded = jipyo_hangul_fold ("LG AI연구원");
  g_autofree char *decomposed = jipyo_hangul_fold ("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB"); /* 한 */

  g_assert_cmpstr (initials, ==, "ㅇㅅㅌㅇㅈupstage");
  g_assert_cmpstr (folded, ==, "lgai연구원");
  g_assert_cmpstr (decomposed, ==, "한");
}

static void
test_invalid (void)
{
  g_assert_false (jipyo_hangul_matches ("\xFF\xFE", "a"));
  /* Bytes that are no text are dropped, as punctuation is. */
  g_assert_true (jipyo_hangul_matches ("업", "\xED\xA0\x80업"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/hangul/matches", test_matches);
  g_test_add_func ("/core/hangul/initials", test_initials);
  g_test_add_func ("/core/hangul/invalid", test_invalid);
  return g_test_run ();
}
