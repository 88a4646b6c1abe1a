/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-particle.h"

#include <glib.h>

static void
test_forms (void)
{
  static const struct {
    const char *word;
    JipyoParticle particle;
    const char *expected;
  } cases[] = {
    { "한국", JIPYO_PARTICLE_TOPIC, "한국은" },
    { "프랑스", JIPYO_PARTICLE_TOPIC, "프랑스는" },
    { "글로벌에픽", JIPYO_PARTICLE_TOPIC, "글로벌에픽은" },
    { "업스테이지", JIPYO_PARTICLE_SUBJECT, "업스테이지가" },
    { "SK텔레콤", JIPYO_PARTICLE_SUBJECT, "SK텔레콤이" },
    { "2,139억 원", JIPYO_PARTICLE_TO, "2,139억 원으로" },
    { "7,500억 개", JIPYO_PARTICLE_TO, "7,500억 개로" },
    { "서울", JIPYO_PARTICLE_TO, "서울로" },
    { "12 %", JIPYO_PARTICLE_TO, "12 %로" },
    { "11.9 %", JIPYO_PARTICLE_SUBJECT, "11.9 %가" },
    { "3", JIPYO_PARTICLE_TO, "3으로" },
    { "1", JIPYO_PARTICLE_TO, "1로" },
    { "10", JIPYO_PARTICLE_OBJECT, "10을" },
    { "K-EXAONE 2.0", JIPYO_PARTICLE_SUBJECT, "K-EXAONE 2.0이" },
    { "Solar Open 2", JIPYO_PARTICLE_SUBJECT, "Solar Open 2가" },
    { "LG", JIPYO_PARTICLE_AND, "LG와" },
    { "NC AI", JIPYO_PARTICLE_TOPIC, "NC AI는" },
    { "SKT", JIPYO_PARTICLE_TOPIC, "SKT는" },
    { "KAIST M", JIPYO_PARTICLE_TOPIC, "KAIST M은" },
    { "‘모두의 AI’", JIPYO_PARTICLE_OBJECT, "‘모두의 AI’를" },
    { "펀드(5년)", JIPYO_PARTICLE_SUBJECT, "펀드(5년)이" },
    { "", JIPYO_PARTICLE_TOPIC, "는" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = jipyo_particle_attach (cases[i].word, cases[i].particle);
    g_assert_cmpstr (text, ==, cases[i].expected);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/particle/forms", test_forms);
  return g_test_run ();
}
