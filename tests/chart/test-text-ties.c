/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which spaces a line may end at.
 */

#include "jipyo-text-ties.h"

#include <glib.h>

static void
assert_tied (const char *text, const char *expected)
{
  g_autofree char *tied = jipyo_text_tie (text);

  g_assert_cmpstr (tied, ==, expected);
}

static void
test_figures (void)
{
  assert_tied ("1.4조 달러, 약 74.3 %", "1.4조\u00A0달러, 약 74.3\u00A0%");
  assert_tied ("at least $1.4 trillion in all", "at least $1.4\u00A0trillion in all");
  assert_tied ("7,500억 개로 가장", "7,500억\u00A0개로 가장");
}

static void
test_dates (void)
{
  assert_tied ("on 18 Aug 2026, out", "on 18\u00A0Aug\u00A02026, out");
  assert_tied ("3 Maybes and Marches 5", "3 Maybes and Marches 5");
}

static void
test_words (void)
{
  assert_tied ("세 번째 AI 모델", "세 번째 AI 모델");
  assert_tied ("", "");
  assert_tied (" % 달러", " % 달러");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/text-ties/figures", test_figures);
  g_test_add_func ("/chart/text-ties/dates", test_dates);
  g_test_add_func ("/chart/text-ties/words", test_words);
  return g_test_run ();
}
