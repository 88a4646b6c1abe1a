/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Korean particles, whose form follows the last sound of the word before: 한국은, 프랑스는, 12 %로,
 * 3으로. Sentences that views compute need them behind any name or figure.
 */

#pragma once

typedef enum {
  JIPYO_PARTICLE_TOPIC,   /* 은, 는 */
  JIPYO_PARTICLE_SUBJECT, /* 이, 가 */
  JIPYO_PARTICLE_OBJECT,  /* 을, 를 */
  JIPYO_PARTICLE_AND,     /* 과, 와 */
  JIPYO_PARTICLE_TO,      /* 으로, 로 */
} JipyoParticle;

/* The form that follows `word`; static. Digits are read as Sino-Korean numbers, Latin words letter
 * by letter, "%" as 퍼센트. */
const char *jipyo_particle_choose (const char *word, JipyoParticle particle);
/* Word and particle together. (transfer full) */
char *jipyo_particle_attach (const char *word, JipyoParticle particle);
