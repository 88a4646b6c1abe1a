/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Formulas: what they give, to the last digit where that is possible, and what is refused.
 */

#include "jipyo-formula.h"

static gboolean
find (const char *id, JipyoDecimal *value, gpointer user_data)
{
  static const struct {
    const char *id;
    const char *value;
  } figures[] = {
    { "a.2020", "2" },         { "a.2021", "9" },         { "a.2022", "29" },
    { "a.2023", "109" },       { "a.2024", "122" },       { "total-all", "271" },
    { "gpu", "158600000000" }, { "data", "50000000000" }, { "talent", "5000000000" },
    { "zero", "0" },           { "minus", "-3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_strcmp0 (figures[i].id, id) == 0)
      return jipyo_decimal_parse (figures[i].value, -1, value, NULL);
  return FALSE;
}

static gboolean
evaluate (const char *formula, JipyoFormulaValue *value, GError **error)
{
  return jipyo_formula_evaluate (formula, &(JipyoFormulaInputs){ .find = find }, value, error);
}

static void
test_exact (void)
{
  static const char *const cases[][2] = {
    { "a.2020 + a.2021 + a.2022 + a.2023 + a.2024", "271" },
    { "total-all - 128 - 95 - 14", "34" },
    { "total-all − 128", "143" },
    { "gpu + data + talent", "213600000000" },
    { "2 + 3 * 4", "14" },
    { "(2 + 3) × 4", "20" },
    { "10 - 4 - 3", "3" },
    { "100 / 8 / 5", "2.5" },
    { "100 ÷ 8", "12.5" },
    { "2 ^ 10", "1024" },
    { "0.1 + 0.2", "0.3" },
    { "minus * minus", "9" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *text = NULL;
    JipyoFormulaValue value;

    g_assert_true (evaluate (cases[i][0], &value, &error));
    g_assert_no_error (error);
    g_assert_true (value.is_exact);
    text = jipyo_decimal_format (value.exact);
    g_assert_cmpstr (text, ==, cases[i][1]);
    g_assert_cmpfloat_with_epsilon (value.approximate, g_ascii_strtod (text, NULL), 1e-6);
  }
}

static void
test_roots (void)
{
  static const struct {
    const char *formula;
    double value;
    const char *agrees;
    const char *differs;
  } cases[] = {
    { "((a.2024 / a.2020) ^ (1 / 4) - 1) * 100", 179.471966, "179.5", "179.4" },
    { "((a.2024 / a.2020) ^ (1 / 4) - 1) * 100", 179.471966, "179.47", "179.48" },
    { "((104 / 3) ^ (1 / 3) - 1) * 100", 226.06, "226.1", "226.2" },
    { "a.2024 / (1 + 179.5 / 100) ^ 4", 1.99919, "2", "3" },
    { "(a.2024 / a.2023 - 1) * 100", 11.926606, "11.93", "11.92" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    JipyoFormulaValue value;
    JipyoDecimal agrees, differs;

    g_assert_true (evaluate (cases[i].formula, &value, &error));
    g_assert_cmpfloat_with_epsilon (value.approximate, cases[i].value, 0.01);
    g_assert_true (jipyo_decimal_parse (cases[i].agrees, -1, &agrees, NULL));
    g_assert_true (jipyo_decimal_parse (cases[i].differs, -1, &differs, NULL));
    g_assert_true (jipyo_formula_value_agrees (&value, agrees));
    g_assert_false (jipyo_formula_value_agrees (&value, differs));
  }
}

static void
test_refused (void)
{
  static const struct {
    const char *formula;
    int code;
  } cases[] = {
    { "", JIPYO_FORMULA_ERROR_SYNTAX },        { "2 +", JIPYO_FORMULA_ERROR_SYNTAX },
    { "(2", JIPYO_FORMULA_ERROR_SYNTAX },      { "2 2", JIPYO_FORMULA_ERROR_SYNTAX },
    { "1.2.3", JIPYO_FORMULA_ERROR_SYNTAX },   { "2 % 3", JIPYO_FORMULA_ERROR_SYNTAX },
    { "nobody", JIPYO_FORMULA_ERROR_UNKNOWN }, { "a.2024-a.2023", JIPYO_FORMULA_ERROR_UNKNOWN },
    { "1 / zero", JIPYO_FORMULA_ERROR_RANGE }, { "minus ^ 0.5", JIPYO_FORMULA_ERROR_RANGE },
    { "10 ^ 400", JIPYO_FORMULA_ERROR_RANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    JipyoFormulaValue value;

    g_assert_false (evaluate (cases[i].formula, &value, &error));
    g_assert_error (error, JIPYO_FORMULA_ERROR, cases[i].code);
  }
}

static void
test_depth (void)
{
  g_autofree char *open = g_strnfill (100000, '(');
  g_autoptr (GError) error = NULL;
  JipyoFormulaValue value;

  g_assert_false (evaluate (open, &value, &error));
  g_assert_error (error, JIPYO_FORMULA_ERROR, JIPYO_FORMULA_ERROR_SYNTAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/formula/exact", test_exact);
  g_test_add_func ("/dataset/formula/roots", test_roots);
  g_test_add_func ("/dataset/formula/refused", test_refused);
  g_test_add_func ("/dataset/formula/depth", test_depth);
  return g_test_run ();
}
