/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hangul syllables are composed arithmetically (Unicode 15, section 3.12), so initials and a
 * half-typed last syllable need no tables but one of the nineteen initial consonants.
 */

#include "jipyo-hangul.h"

#include <string.h>

enum {
  SYLLABLE_FIRST = 0xAC00,
  SYLLABLE_LAST = 0xD7A3,
  SYLLABLES_PER_INITIAL = 588, /* 21 vowels × 28 finals */
  FINALS = 28,
};

/* Compatibility jamo of the initial consonants, in the order of composition. */
static const gunichar initials[] = {
  0x3131, 0x3132, 0x3134, 0x3137, 0x3138, 0x3139, 0x3141, 0x3142, 0x3143, 0x3145,
  0x3146, 0x3147, 0x3148, 0x3149, 0x314A, 0x314B, 0x314C, 0x314D, 0x314E,
};

static gboolean
is_syllable (gunichar c)
{
  return c >= SYLLABLE_FIRST && c <= SYLLABLE_LAST;
}

static gunichar
initial_of (gunichar c)
{
  return is_syllable (c) ? initials[(c - SYLLABLE_FIRST) / SYLLABLES_PER_INITIAL] : c;
}

char *
jipyo_hangul_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (composed, -1);
  GString *kept = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    /* NFKC turns compatibility jamo into conjoining ones; map them back to what keyboards send. */
    if (c >= 0x1100 && c < 0x1100 + G_N_ELEMENTS (initials))
      g_string_append_unichar (kept, initials[c - 0x1100]);
    else if (g_unichar_isalnum (c))
      g_string_append_unichar (kept, c);
  }
  return g_string_free (kept, FALSE);
}

char *
jipyo_hangul_initials (const char *text)
{
  g_autofree char *folded = jipyo_hangul_fold (text);
  GString *result = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (result, initial_of (g_utf8_get_char (p)));
  return g_string_free (result, FALSE);
}

/* Whether `typed` may become `c` as typing goes on: an initial, or a syllable without its final. */
static gboolean
leads_to (gunichar typed, gunichar c)
{
  if (typed == c || typed == initial_of (c))
    return TRUE;
  return is_syllable (typed) && is_syllable (c) && (typed - SYLLABLE_FIRST) % FINALS == 0
         && (c - SYLLABLE_FIRST) / FINALS == (typed - SYLLABLE_FIRST) / FINALS;
}

/* Initials stand for their syllables anywhere; a syllable must be whole except at the very end. */
static gboolean
begins_with (const char *name, const char *needle)
{
  while (*needle != '\0') {
    gunichar typed = g_utf8_get_char (needle);
    gunichar c = *name != '\0' ? g_utf8_get_char (name) : 0;
    const char *rest = g_utf8_next_char (needle);

    if (c == 0)
      return FALSE;
    if (typed != c && typed != initial_of (c) && (*rest != '\0' || !leads_to (typed, c)))
      return FALSE;
    name = g_utf8_next_char (name);
    needle = rest;
  }
  return TRUE;
}

gboolean
jipyo_hangul_matches (const char *name, const char *needle)
{
  g_autofree char *folded = jipyo_hangul_fold (name);
  g_autofree char *wanted = jipyo_hangul_fold (needle);

  if (*wanted == '\0')
    return *needle == '\0';
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (begins_with (p, wanted))
      return TRUE;
  return FALSE;
}
