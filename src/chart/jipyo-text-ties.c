/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A space is tied when a figure stands before it and a word that belongs to figures after it, or
 * the name of a month before it and a day or year after it.
 */

#include "jipyo-text-ties.h"

#include <glib.h>
#include <string.h>

static const char *const magnitudes[] = { "만", "억", "조" };
static const char *const units[] = {
  "%",  "원", "달러", "유로", "파운드",  "위안",    "엔",
  "개", "장", "점",   "명",   "billion", "million", "trillion",
};
static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
static const gsize MONTH_LENGTH = 3;

static gboolean
starts_with_any (const char *text, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_has_prefix (text, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
figure_ends_at (const char *text, const char *end)
{
  if (end > text && g_ascii_isdigit (end[-1]))
    return TRUE;
  return end - text >= (gssize) strlen (magnitudes[0])
         && starts_with_any (end - strlen (magnitudes[0]), magnitudes, G_N_ELEMENTS (magnitudes));
}

static gboolean
month_ends_at (const char *text, const char *end)
{
  return end - text >= (gssize) MONTH_LENGTH
         && starts_with_any (end - MONTH_LENGTH, months, G_N_ELEMENTS (months))
         && (end - text == (gssize) MONTH_LENGTH || end[-(gssize) MONTH_LENGTH - 1] == ' ');
}

static gboolean
is_tie (const char *text, const char *space)
{
  const char *next = space + 1;

  if (figure_ends_at (text, space))
    return starts_with_any (next, units, G_N_ELEMENTS (units))
           || (starts_with_any (next, months, G_N_ELEMENTS (months))
               && !g_ascii_isalpha (next[MONTH_LENGTH]));
  return month_ends_at (text, space) && g_ascii_isdigit (*next);
}

char *
jipyo_text_tie (const char *text)
{
  static const char NO_BREAK_SPACE[] = "\u00A0";
  GString *tied = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++) {
    if (*p == ' ' && is_tie (text, p))
      g_string_append (tied, NO_BREAK_SPACE);
    else
      g_string_append_c (tied, *p);
  }
  return g_string_free (tied, FALSE);
}
