/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which spaces a line may end at.
 */

#include "jipyo-text-ties.h"

#include <glib.h>

/* `expected` has a "_" for each space that is tied. */
static void
assert_tied (const char *expected)
{
  g_autofree char *text = g_strdelimit (g_strdup (expected), "_", ' ');
  g_autofree char *found = g_strdup (text);

  for (char *p = found; *p != '\0'; p++)
    if (*p == ' ' && jipyo_text_is_tied (text, text + (p - found)))
      *p = '_';
  g_assert_cmpstr (found, ==, expected);
}

static void
test_figures (void)
{
  assert_tied ("1.4조_달러, 약_74.3_%");
  assert_tied ("at_least_$1.4_trillion in all");
  assert_tied ("7,500억_개로 가장");
  assert_tied ("from 5 teams to 3");
}

static void
test_bounds (void)
{
  assert_tied ("공약한 5만장_이상의 최대_26.3_%");
  assert_tied ("203.9억_달러_이상, 미국의 9분의_1이다");
  assert_tied ("두 거래소 이상에 값이 있는");
  assert_tied ("up_to_26.3_% of the at_least_50,000");
  assert_tied ("add up all, look at it");
}

static void
test_dates (void)
{
  assert_tied ("on 18_Aug_2026, out");
  assert_tied ("3 Maybes and Marches_5");
  assert_tied ("shown_· as_known_on_2026-09-24, on 7");
  assert_tied ("뉴스핌_· 2026-09-24_기준");
}

static void
test_names (void)
{
  assert_tied ("released, K-EXAONE_2.0 is");
  assert_tied ("GLOBALEPIC_2025-08-05, of 9 pledges");
  assert_tied ("at 155.2, LG_AI_Research’s; KOSPI at 125.9");
  assert_tied ("(AI_Index,_2024) NC_AI out, SK_Telecom in, an AI model, a B Team, the GPUs");
}

static void
test_counts (void)
{
  assert_tied ("뉴스핌 2025-07-21_외_30건_· 기준");
  assert_tied ("Newspim_2025-07-21_and_30_more");
  assert_tied ("31 events and 267 new");
  assert_tied ("프랑스_10, 독일_4, 일본_4 포함");
  assert_tied ("총액을 2,139억_원으로 2025년");
}

static void
test_separators (void)
{
  assert_tied ("pledged_· of 9");
  assert_tied ("한국은 1(AI_인덱스_2024년)이다");
  assert_tied ("사용자(전문_15, 국민_10, 그 밖 스물 다섯)");
  assert_tied ("not (closed at all");
  assert_tied ("· *_venue inferred");
  assert_tied ("import FILE --every_1d brings");
}

static void
test_words (void)
{
  assert_tied ("세 번째 AI 모델");
  assert_tied ("");
  assert_tied (" % 달러");
}

static guint
count_attributes (const char *text, double ems)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  jipyo_text_keep_whole (attributes, text, ems);
  GSList *list = pango_attr_list_get_attributes (attributes);
  const guint n = g_slist_length (list);
  g_slist_free_full (list, (GDestroyNotify) pango_attribute_destroy);
  pango_attr_list_unref (attributes);
  return n;
}

/* One attribute a word, one for what is tied; none for what is too wide. */
static void
test_whole (void)
{
  g_assert_cmpuint (count_attributes ("세 번째", 20), ==, 2);
  g_assert_cmpuint (count_attributes ("최대 1,000장", 20), ==, 1);
  g_assert_cmpuint (count_attributes ("최대 1,000장", 5), ==, 2);
  g_assert_cmpuint (count_attributes ("최대 1,000장", 2), ==, 1);
  g_assert_cmpuint (count_attributes ("+350 % · 추정", 4.1), ==, 2);
  g_assert_cmpuint (count_attributes ("+350 % · 추정", 3.5), ==, 3);
  g_assert_cmpuint (count_attributes ("", 20), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/text-ties/figures", test_figures);
  g_test_add_func ("/chart/text-ties/bounds", test_bounds);
  g_test_add_func ("/chart/text-ties/dates", test_dates);
  g_test_add_func ("/chart/text-ties/names", test_names);
  g_test_add_func ("/chart/text-ties/counts", test_counts);
  g_test_add_func ("/chart/text-ties/separators", test_separators);
  g_test_add_func ("/chart/text-ties/words", test_words);
  g_test_add_func ("/chart/text-ties/whole", test_whole);
  return g_test_run ();
}
