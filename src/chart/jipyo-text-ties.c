/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ties are found by looking at the words on both sides of a space. They become attributes, not
 * no-break spaces, so that texts are copied and read aloud as they were written.
 */

#include "jipyo-text-ties.h"

#include <string.h>

static const char WORD_ENDS[] = " \n\t/";
static const glong parentheses_most = 16; /* characters */

static const char *const magnitudes[] = { "만", "억", "조", NULL };
static const char *const units[] = { "%",    "원",      "달러",    "유로",     "파운드",
                                     "위안", "엔",      "개",      "장",       "점",
                                     "명",   "billion", "million", "trillion", NULL };
/* Before a figure, and after one. */
static const char *const bounds[] = { "약", "최대", "최소", "목표", "연", "about", "target", NULL };
static const char *const bounds_after[] = { "이상", "이하", "미만", "초과", NULL };
static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
                                      "Aug", "Sep", "Oct", "Nov", "Dec", NULL };
static const gsize MONTH_LENGTH = 3;

static gboolean
starts_with_any (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (text, *words))
      return TRUE;
  return FALSE;
}

/* The word that ends at `end` is `word`, whatever bracket or quote stands before it. */
static gboolean
word_ends_at (const char *text, const char *end, const char *word)
{
  const gsize length = strlen (word);

  if ((gsize) (end - text) < length || strncmp (end - length, word, length) != 0)
    return FALSE;
  const char *before = end - length;
  return before == text || before[-1] == ' ' || before[-1] == '(';
}

static gboolean
any_word_ends_at (const char *text, const char *end, const char *const *words)
{
  for (; *words != NULL; words++)
    if (word_ends_at (text, end, *words))
      return TRUE;
  return FALSE;
}

static gboolean
figure_ends_at (const char *text, const char *end)
{
  if (end > text && g_ascii_isdigit (end[-1]))
    return TRUE;
  return end - text >= (gssize) strlen (magnitudes[0])
         && starts_with_any (end - strlen (magnitudes[0]), magnitudes);
}

static gboolean
is_figure (const char *text)
{
  static const char *const currencies[] = { "$", "₩", "£", "€", "¥", "C$", NULL };

  return g_ascii_isdigit (*text) || starts_with_any (text, currencies);
}

static const char *
find_word (const char *text, const char *end)
{
  while (end > text && end[-1] != ' ' && end[-1] != '(')
    end--;
  return end;
}

/* "9분의 1" is one figure. */
static gboolean
is_divisor (const char *text, const char *space)
{
  static const char OF[] = "분의";
  const gsize length = strlen (OF);

  return space - text > (gssize) length && g_str_has_prefix (space - length, OF)
         && g_ascii_isdigit (space[-(gssize) length - 1]);
}

/* "about $5", "최대 1,000", "up to 5", "at least 5", "5 달러 이상": each space of them. */
static gboolean
is_bound (const char *text, const char *space)
{
  const char *next = space + 1;

  if (starts_with_any (next, bounds_after)) {
    const char *word = find_word (text, space);
    return g_ascii_isdigit (*word) || starts_with_any (word, units);
  }
  if (is_figure (next))
    return any_word_ends_at (text, space, bounds) || is_divisor (text, space)
           || (space - text >= 5 && g_str_has_prefix (space - 5, "up to"))
           || (space - text >= 8 && g_str_has_prefix (space - 8, "at least"));
  return (word_ends_at (text, space, "up") && g_str_has_prefix (next, "to "))
         || (word_ends_at (text, space, "at") && g_str_has_prefix (next, "least "));
}

/* "외 4건", "and 4 more": how many there are besides, and what they are besides. */
static gboolean
is_count (const char *text, const char *space)
{
  static const char *const besides[] = { "외 ", "and " };
  const char *next = space + 1;
  const gsize n_digits = strspn (next, "0123456789");

  for (guint i = 0; i < G_N_ELEMENTS (besides); i++)
    if (g_str_has_prefix (next, besides[i]) && is_count (text, next + strlen (besides[i]) - 1))
      return TRUE;
  if (n_digits == 0)
    return figure_ends_at (text, space) && g_str_has_prefix (next, "more");
  return word_ends_at (text, space, "외")
         || (word_ends_at (text, space, "and") && g_str_has_prefix (next + n_digits, " more"));
}

/* "독일 4,": of how many each. */
static gboolean
is_own_count (const char *text, const char *space)
{
  const char *word = find_word (text, space);
  const gsize n_digits = strspn (space + 1, "0123456789");

  return g_unichar_get_script (g_utf8_get_char (word)) == G_UNICODE_SCRIPT_HANGUL && n_digits > 0
         && n_digits <= 3 && strchr (" ,)", space[1 + n_digits]) != NULL
         && (space[1 + n_digits] != ',' || !g_ascii_isdigit (space[2 + n_digits]));
}

/* "K-EXAONE 2.0", "Round 2", "GLOBALEPIC 2025-08-05". */
static gboolean
is_named_number (const char *text, const char *space)
{
  const char *word = find_word (text, space);

  if (is_own_count (text, space))
    return TRUE;
  return word < space && g_ascii_isupper (*word) && g_ascii_isalnum (space[-1])
         && g_ascii_isdigit (space[1]);
}

/* "LG AI Research", "SK Telecom": initials and what goes on with a capital are one name. */
static gboolean
is_after_initials (const char *text, const char *space)
{
  static const gssize least = 2, most = 3;
  const char *word = find_word (text, space);

  if (space - word < least || space - word > most || !g_ascii_isupper (space[1]))
    return FALSE;
  while (word < space && g_ascii_isupper (*word))
    word++;
  return word == space;
}

static gboolean
month_ends_at (const char *text, const char *end)
{
  return end - text >= (gssize) MONTH_LENGTH && starts_with_any (end - MONTH_LENGTH, months)
         && (end - text == (gssize) MONTH_LENGTH || end[-(gssize) MONTH_LENGTH - 1] == ' ');
}

static gboolean
is_date (const char *text, const char *space)
{
  const char *next = space + 1;

  if (month_ends_at (text, space))
    return g_ascii_isdigit (*next);
  return figure_ends_at (text, space) && starts_with_any (next, months)
         && !g_ascii_isalpha (next[MONTH_LENGTH]);
}

static gboolean
is_in_short_parentheses (const char *text, const char *space)
{
  const char *open = g_strrstr_len (text, space - text, "(");
  const char *close = strpbrk (space, "()");

  if (open == NULL || close == NULL || *close == '(')
    return FALSE;
  return g_strrstr_len (open, space - open, ")") == NULL
         && g_utf8_strlen (open, close - open) <= parentheses_most;
}

/* "as known on 2026-09-24", "2026-09-24 기준"; a star and what it says; "--every 1d". */
static gboolean
is_remark (const char *text, const char *space)
{
  const char *next = space + 1;

  if (word_ends_at (text, space, "as"))
    return g_str_has_prefix (next, "known on ");
  if (word_ends_at (text, space, "known"))
    return g_str_has_prefix (next, "on ");
  if (word_ends_at (text, space, "known on"))
    return g_ascii_isdigit (*next);
  return word_ends_at (text, space, "*") || g_str_has_prefix (find_word (text, space), "--")
         || (g_ascii_isdigit (space[-1]) && g_str_has_prefix (next, "기준"));
}

gboolean
jipyo_text_is_tied (const char *text, const char *space)
{
  const char *next = space + 1;

  if (*space != ' ' || space == text)
    return FALSE;
  if (figure_ends_at (text, space) && starts_with_any (next, units))
    return TRUE;
  return g_str_has_prefix (next, "· ") || is_bound (text, space) || is_count (text, space)
         || is_named_number (text, space) || is_after_initials (text, space)
         || is_date (text, space) || is_remark (text, space)
         || is_in_short_parentheses (text, space);
}

/* Latin letters are narrower than an em, Hangul syllables nearly as wide. */
static double
estimate_ems (const char *word, gsize length)
{
  static const char narrow[] = " .,:·";
  double ems = 0;

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p)) {
    const gunichar c = g_utf8_get_char (p);
    const double latin = g_utf8_strchr (narrow, -1, c) != NULL ? 0.35 : 0.6;
    ems += c < 0x1100 ? latin : 0.95;
  }
  return ems;
}

void
jipyo_text_join (PangoAttrList *attributes, gsize start, gsize length)
{
  PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

  attribute->start_index = (guint) start;
  attribute->end_index = (guint) (start + length);
  pango_attr_list_insert (attributes, attribute);
}

double
jipyo_text_estimate_word (const char *text)
{
  double widest = 0;

  for (const char *p = text; p != NULL && *p != '\0'; p += strspn (p, WORD_ENDS)) {
    const gsize length = strcspn (p, WORD_ENDS);
    widest = MAX (widest, estimate_ems (p, length));
    p += length;
  }
  return widest;
}

/* Length of the word at `start` and of all that is tied to it and fits. */
static gsize
measure_tie (const char *text, const char *start, double ems)
{
  gsize length = strcspn (start, WORD_ENDS);

  while (start[length] == ' ' && jipyo_text_is_tied (text, start + length)) {
    const gsize next = length + 1 + strcspn (start + length + 1, WORD_ENDS);
    if (estimate_ems (start, next) > ems)
      break;
    length = next;
  }
  return length;
}

void
jipyo_text_keep_whole (PangoAttrList *attributes, const char *text, double ems)
{
  const char *p = text;

  while (*p != '\0') {
    const gsize length = measure_tie (text, p, ems);

    if (length > 0 && estimate_ems (p, length) <= ems)
      jipyo_text_join (attributes, (gsize) (p - text), length);
    p += length;
    p += strspn (p, WORD_ENDS);
  }
}
