/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers in words.
 */

#include "jipyo-words.h"

static const char *const counts_ko[] = { "영",   "한",   "두",   "세",   "네", "다섯",
                                         "여섯", "일곱", "여덟", "아홉", "열" };
static const char *const counts_en[] = { "no",  "one",   "two",   "three", "four", "five",
                                         "six", "seven", "eight", "nine",  "ten" };
static const char *const ordinals_ko[] = { NULL,   "첫",   "두",   "세",   "네", "다섯",
                                           "여섯", "일곱", "여덟", "아홉", "열" };
static const char *const ordinals_en[] = { NULL,    "first",   "second", "third", "fourth", "fifth",
                                           "sixth", "seventh", "eighth", "ninth", "tenth" };

char *
jipyo_words_format_count (guint count, JipyoLang lang)
{
  if (count >= G_N_ELEMENTS (counts_ko))
    return g_strdup_printf ("%u", count);
  return g_strdup (lang == JIPYO_LANG_KO ? counts_ko[count] : counts_en[count]);
}

static const char *
get_ordinal_suffix (guint rank)
{
  if (rank % 100 >= 11 && rank % 100 <= 13)
    return "th";
  return rank % 10 == 1 ? "st" : rank % 10 == 2 ? "nd" : rank % 10 == 3 ? "rd" : "th";
}

char *
jipyo_words_format_ordinal (guint rank, JipyoLang lang)
{
  gboolean in_words = rank > 0 && rank < G_N_ELEMENTS (ordinals_ko);

  if (lang == JIPYO_LANG_KO)
    return in_words ? g_strdup_printf ("%s 번째", ordinals_ko[rank])
                    : g_strdup_printf ("%u번째", rank);
  return in_words ? g_strdup (ordinals_en[rank])
                  : g_strdup_printf ("%u%s", rank, get_ordinal_suffix (rank));
}

char *
jipyo_words_format_fraction (guint parts, JipyoLang lang)
{
  if (lang == JIPYO_LANG_KO)
    return parts == 2 ? g_strdup ("절반") : g_strdup_printf ("%u분의 1", parts);
  if (parts == 2)
    return g_strdup ("half");
  if (parts == 4)
    return g_strdup ("a quarter");
  if (parts > 0 && parts < G_N_ELEMENTS (ordinals_en))
    return g_strdup_printf ("%s %s", parts == 8 ? "an" : "a", ordinals_en[parts]);
  return g_strdup_printf ("1/%u", parts);
}

char *
jipyo_words_format_place (const char *name)
{
  gboolean article = g_str_has_prefix (name, "United ") || g_str_has_prefix (name, "European ")
                     || g_str_equal (name, "Netherlands");

  return g_strconcat (article ? "the " : "", name, NULL);
}

char *
jipyo_words_capitalise (const char *text)
{
  char *copy = g_strdup (text);

  *copy = g_ascii_toupper (*copy);
  return copy;
}
