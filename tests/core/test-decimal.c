/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-decimal.h"

typedef struct {
  const char *text;
  const char *canonical; /* NULL: refused */
  int error;
} ParseCase;

static const ParseCase parse_cases[] = {
  { "0", "0", 0 },
  { "-0", "0", 0 },
  { "0.0", "0", 0 },
  { "3198.00", "3198", 0 },
  { "1.4E-7", "0.00000014", 0 },
  { "148737000.00000000", "148737000", 0 },
  { "1e3", "1000", 0 },
  { "12.50e+1", "125", 0 },
  { "9223372036854775807", "9223372036854775807", 0 },
  { "-9223372036854775808", "-9223372036854775808", 0 },
  { "0.100000000000000000000000000", "0.1", 0 },
  { "9223372036854775808", NULL, JIPYO_DECIMAL_ERROR_RANGE },
  { "-9223372036854775809", NULL, JIPYO_DECIMAL_ERROR_RANGE },
  { "9999999999999999999", NULL, JIPYO_DECIMAL_ERROR_RANGE },
  { "18446744073709551616", NULL, JIPYO_DECIMAL_ERROR_RANGE }, /* 0 where nobody looks */
  { "1e400", NULL, JIPYO_DECIMAL_ERROR_RANGE },
  { "1e-400", NULL, JIPYO_DECIMAL_ERROR_RANGE },
  { "0e400", "0", 0 },
  { "0.1234567890123456789", NULL, JIPYO_DECIMAL_ERROR_RANGE },
  { "", NULL, JIPYO_DECIMAL_ERROR_SYNTAX },
  { "010", NULL, JIPYO_DECIMAL_ERROR_SYNTAX },
  { "+1", NULL, JIPYO_DECIMAL_ERROR_SYNTAX },
  { ".5", NULL, JIPYO_DECIMAL_ERROR_SYNTAX },
  { "1.", NULL, JIPYO_DECIMAL_ERROR_SYNTAX },
  { "1,000", NULL, JIPYO_DECIMAL_ERROR_SYNTAX },
  { "0x10", NULL, JIPYO_DECIMAL_ERROR_SYNTAX },
  { "NaN", NULL, JIPYO_DECIMAL_ERROR_SYNTAX },
  { "1e", NULL, JIPYO_DECIMAL_ERROR_SYNTAX },
  { "1 ", NULL, JIPYO_DECIMAL_ERROR_SYNTAX },
};

static JipyoDecimal
dec (const char *text)
{
  JipyoDecimal value;

  g_assert_true (jipyo_decimal_parse (text, -1, &value, NULL));
  return value;
}

static void
assert_text (JipyoDecimal value, const char *expected)
{
  g_autofree char *text = jipyo_decimal_format (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parse_cases); i++) {
    const ParseCase *c = &parse_cases[i];
    JipyoDecimal value = { .digits = 7, .scale = 1 };
    g_autoptr (GError) error = NULL;
    gboolean parsed = jipyo_decimal_parse (c->text, -1, &value, &error);

    g_assert_cmpint (parsed, ==, c->canonical != NULL);
    if (parsed) {
      assert_text (value, c->canonical);
      continue;
    }
    g_assert_error (error, JIPYO_DECIMAL_ERROR, c->error);
    g_assert_cmpint (value.digits, ==, 7);
  }
}

/* What is written is read back as the same number, whatever the digits and the scale. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20250805);

  for (int i = 0; i < 20000; i++) {
    gint64 digits =
      (gint64) (((guint64) g_rand_int (random) << 32) | g_rand_int (random)) >> (i % 60);
    JipyoDecimal value = { .digits = digits, .scale = (guint8) g_rand_int_range (random, 0, 19) };
    g_autofree char *text = jipyo_decimal_format (value);
    JipyoDecimal back;

    g_assert_true (jipyo_decimal_parse (text, -1, &back, NULL));
    g_assert_true (jipyo_decimal_equal (value, back));
  }
}

static void
test_arithmetic (void)
{
  JipyoDecimal out = { .digits = 42, .scale = 0 };

  g_assert_true (jipyo_decimal_add (dec ("0.1"), dec ("0.2"), &out));
  assert_text (out, "0.3");
  g_assert_true (jipyo_decimal_subtract (dec ("3198.00"), dec ("50.25"), &out));
  assert_text (out, "3147.75");
  g_assert_true (jipyo_decimal_multiply (dec ("-1.5"), dec ("0.02"), &out));
  assert_text (out, "-0.03");
  g_assert_true (jipyo_decimal_divide (dec ("50000"), dec ("159800000"), 6, &out));
  assert_text (out, "0.000313");
  g_assert_true (jipyo_decimal_divide (dec ("2"), dec ("3"), 2, &out));
  assert_text (out, "0.67");
  g_assert_true (jipyo_decimal_divide (dec ("-1"), dec ("8"), 2, &out));
  assert_text (out, "-0.13");
  out = dec ("42");
  g_assert_false (jipyo_decimal_divide (dec ("1"), dec ("0"), 2, &out));
  /* Beyond 128 bits on the way; what is left of it would fit. */
  g_assert_false (
    jipyo_decimal_divide (dec ("2927771633508938554"), dec ("4.817571155702759132"), 18, &out));
  g_assert_false (jipyo_decimal_add (dec ("9223372036854775807"), dec ("1"), &out));
  g_assert_false (jipyo_decimal_multiply (dec ("9223372036854775807"), dec ("10"), &out));
  g_assert_false (jipyo_decimal_negate ((JipyoDecimal){ .digits = G_MININT64 }, &out));
  assert_text (out, "42");
}

static void
test_compare_and_round (void)
{
  g_assert_cmpint (jipyo_decimal_compare (dec ("1.50"), dec ("1.5")), ==, 0);
  g_assert_cmpint (
    jipyo_decimal_compare (dec ("-9223372036854775808"), dec ("0.000000000000000001")), <, 0);
  assert_text (jipyo_decimal_round (dec ("2.345"), 2), "2.35");
  assert_text (jipyo_decimal_round (dec ("-2.345"), 2), "-2.35");
  assert_text (jipyo_decimal_round (dec ("2.344999"), 2), "2.34");
  g_assert_cmpuint (jipyo_decimal_get_decimals (dec ("3198.00")), ==, 0);
}

static void
test_fixed (void)
{
  static const struct {
    const char *value;
    guint decimals;
    gboolean commas;
    const char *text;
  } cases[] = {
    { "159850000", 0, TRUE, "159,850,000" },
    { "3198", 2, TRUE, "3,198.00" },
    { "798.6", 2, TRUE, "798.60" },
    { "-0.05", 1, FALSE, "-0.1" },
    { "999.95", 1, TRUE, "1,000.0" },
    { "-0.001", 2, FALSE, "0.00" },
    { "0.05", 3, FALSE, "0.050" },
    { "-9223372036854775808", 0, TRUE, "-9,223,372,036,854,775,808" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text =
      jipyo_decimal_format_fixed (dec (cases[i].value), cases[i].decimals, cases[i].commas);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/decimal/parse", test_parse);
  g_test_add_func ("/core/decimal/round-trip", test_round_trip);
  g_test_add_func ("/core/decimal/arithmetic", test_arithmetic);
  g_test_add_func ("/core/decimal/compare-and-round", test_compare_and_round);
  g_test_add_func ("/core/decimal/fixed", test_fixed);
  return g_test_run ();
}
