/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-instrument.h"

static void
test_parse (void)
{
  static const char *const cases[][2] = {
    { "upbit:KRW-BTC", "upbit:KRW-BTC" },
    { " Upbit:krw-btc ", "upbit:KRW-BTC" },
    { "KRX:035420", "krx:035420" },
    { "krx:kospi200", "krx:KOSPI200" },
    { "Basket:SK-Telecom", "basket:sk-telecom" },
    { "btc", NULL },
    { "krx:", NULL },
    { ":KOSPI", NULL },
    { "krx:-1", NULL },
    { "krx:코스피", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *parsed = jipyo_instrument_parse (cases[i][0]);
    g_assert_cmpstr (parsed, ==, cases[i][1]);
  }
}

static void
test_parts (void)
{
  g_assert_cmpstr (jipyo_instrument_get_symbol ("upbit:KRW-BTC"), ==, "KRW-BTC");
  g_assert_cmpstr (jipyo_instrument_get_symbol ("BTC"), ==, "BTC");
  g_assert_true (jipyo_instrument_is_listed ("krx:KOSPI"));
  g_assert_false (jipyo_instrument_is_listed ("upbit:KRW-BTC"));
  g_assert_true (jipyo_instrument_is_basket ("basket:upstage"));
  g_assert_false (jipyo_instrument_is_basket ("krx:BASKET"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/instrument/parse", test_parse);
  g_test_add_func ("/core/instrument/parts", test_parts);
  return g_test_run ();
}
