/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The last sound of a word and the particle that goes with it.
 */

#include "jipyo-particle.h"

#include <glib.h>
#include <string.h>

typedef enum {
  SOUND_VOWEL,
  SOUND_RIEUL, /* counts as a vowel before 으로 */
  SOUND_FINAL,
} Sound;

static const gunichar SYLLABLES_FIRST = 0xAC00;
static const gunichar SYLLABLES_LAST = 0xD7A3;
static const guint FINALS = 28; /* the final consonant varies fastest in the block, 0 is none */
static const guint FINAL_RIEUL = 8;

/* 영 일 이 삼 사 오 육 칠 팔 구. A last zero is never read 영 (십, 백, 천, 만 …), all of which end
 * in a final consonant too. */
static const Sound digit_sounds[] = { SOUND_FINAL, SOUND_RIEUL, SOUND_VOWEL, SOUND_FINAL,
                                      SOUND_VOWEL, SOUND_VOWEL, SOUND_FINAL, SOUND_RIEUL,
                                      SOUND_RIEUL, SOUND_VOWEL };

static Sound
get_sound (gunichar c)
{
  guint final;

  if (c >= '0' && c <= '9')
    return digit_sounds[c - '0'];
  if (c < 0x80)
    return strchr ("LlRr", (int) c) != NULL   ? SOUND_RIEUL
           : strchr ("MmNn", (int) c) != NULL ? SOUND_FINAL
                                              : SOUND_VOWEL;
  if (c < SYLLABLES_FIRST || c > SYLLABLES_LAST)
    return SOUND_VOWEL;
  final = (c - SYLLABLES_FIRST) % FINALS;
  if (final == 0)
    return SOUND_VOWEL;
  return final == FINAL_RIEUL ? SOUND_RIEUL : SOUND_FINAL;
}

/* Quotes, brackets and spaces behind the word are not heard; "%" is. */
static Sound
find_last_sound (const char *word)
{
  const char *at = word + strlen (word);

  while (at > word) {
    gunichar c;

    at = g_utf8_prev_char (at);
    c = g_utf8_get_char (at);
    if (g_unichar_isalnum (c) || c == '%')
      return get_sound (c);
  }
  return SOUND_VOWEL;
}

const char *
jipyo_particle_choose (const char *word, JipyoParticle particle)
{
  Sound sound = find_last_sound (word);

  switch (particle) {
  case JIPYO_PARTICLE_TOPIC:
    return sound == SOUND_VOWEL ? "는" : "은";
  case JIPYO_PARTICLE_SUBJECT:
    return sound == SOUND_VOWEL ? "가" : "이";
  case JIPYO_PARTICLE_OBJECT:
    return sound == SOUND_VOWEL ? "를" : "을";
  case JIPYO_PARTICLE_AND:
    return sound == SOUND_VOWEL ? "와" : "과";
  case JIPYO_PARTICLE_TO:
    return sound == SOUND_FINAL ? "으로" : "로";
  }
  g_assert_not_reached ();
}

char *
jipyo_particle_attach (const char *word, JipyoParticle particle)
{
  return g_strconcat (word, jipyo_particle_choose (word, particle), NULL);
}
