/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Evaluates formulas by recursive descent. Each step is done twice, exactly as long as the exact
 * result fits, and in floating point for roots and for quotients that do not end.
 */

#include "jipyo-formula.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define DEPTH_MAX 32

G_DEFINE_QUARK (jipyo - formula - error - quark, jipyo_formula_error)

typedef struct {
  const char *at;
  const JipyoFormulaInputs *inputs;
  guint depth;
  GError **error;
} Parser;

static gboolean parse_sum (Parser *parser, JipyoFormulaValue *value);

static gboolean
fail (Parser *parser, JipyoFormulaError code, const char *what)
{
  g_set_error (parser->error, JIPYO_FORMULA_ERROR, code, "%s at \"%s\"", what, parser->at);
  return FALSE;
}

/* Steps over the sign, in its ASCII or its printed form, when it comes next. */
static gboolean
accept (Parser *parser, const char *ascii, const char *printed)
{
  parser->at += strspn (parser->at, " ");
  if (g_str_has_prefix (parser->at, ascii)) {
    parser->at += strlen (ascii);
    return TRUE;
  }
  if (printed != NULL && g_str_has_prefix (parser->at, printed)) {
    parser->at += strlen (printed);
    return TRUE;
  }
  return FALSE;
}

static JipyoFormulaValue
value_from_decimal (JipyoDecimal decimal)
{
  return (JipyoFormulaValue){
    .approximate = jipyo_decimal_to_double (decimal),
    .exact = decimal,
    .is_exact = TRUE,
  };
}

static gboolean
parse_number (Parser *parser, JipyoFormulaValue *value)
{
  gsize length = strspn (parser->at, "0123456789.");
  JipyoDecimal decimal;

  if (!jipyo_decimal_parse (parser->at, (gssize) length, &decimal, NULL))
    return fail (parser, JIPYO_FORMULA_ERROR_SYNTAX, _ ("no number"));
  parser->at += length;
  *value = value_from_decimal (decimal);
  return TRUE;
}

static gboolean
parse_id (Parser *parser, JipyoFormulaValue *value)
{
  gsize length = strspn (parser->at, "abcdefghijklmnopqrstuvwxyz0123456789._-");
  g_autofree char *id = g_strndup (parser->at, length);
  JipyoDecimal decimal;

  if (!parser->inputs->find (id, &decimal, parser->inputs->user_data)) {
    g_set_error (parser->error, JIPYO_FORMULA_ERROR, JIPYO_FORMULA_ERROR_UNKNOWN,
                 _ ("\"%s\" is no input with a figure"), id);
    return FALSE;
  }
  parser->at += length;
  *value = value_from_decimal (decimal);
  return TRUE;
}

static gboolean
parse_atom (Parser *parser, JipyoFormulaValue *value)
{
  gboolean done = FALSE;

  if (accept (parser, "(", NULL)) {
    if (++parser->depth > DEPTH_MAX)
      return fail (parser, JIPYO_FORMULA_ERROR_SYNTAX, _ ("too many parentheses"));
    done = parse_sum (parser, value);
    parser->depth--;
    if (done && !accept (parser, ")", NULL))
      return fail (parser, JIPYO_FORMULA_ERROR_SYNTAX, _ ("a closing parenthesis is missing"));
    return done;
  }
  if (g_ascii_isdigit (*parser->at))
    return parse_number (parser, value);
  if (g_ascii_islower (*parser->at))
    return parse_id (parser, value);
  return fail (parser, JIPYO_FORMULA_ERROR_SYNTAX, _ ("expected a number, an id or a parenthesis"));
}

/* Whole exponents from 0 to 64 are worked out exactly, if the result fits. */
static void
raise_exactly (JipyoFormulaValue *base, const JipyoFormulaValue *exponent)
{
  JipyoDecimal power = jipyo_decimal_from_int (1);
  gint64 times = exponent->exact.digits;

  if (!base->is_exact || !exponent->is_exact || exponent->exact.scale != 0 || times < 0
      || times > 64) {
    base->is_exact = FALSE;
    return;
  }
  for (gint64 i = 0; i < times && base->is_exact; i++)
    base->is_exact = jipyo_decimal_multiply (power, base->exact, &power);
  base->exact = power;
}

static gboolean
parse_power (Parser *parser, JipyoFormulaValue *value)
{
  JipyoFormulaValue exponent;

  if (!parse_atom (parser, value))
    return FALSE;
  if (!accept (parser, "^", NULL))
    return TRUE;
  if (!parse_atom (parser, &exponent))
    return FALSE;
  raise_exactly (value, &exponent);
  value->approximate = pow (value->approximate, exponent.approximate);
  return isfinite (value->approximate)
         || fail (parser, JIPYO_FORMULA_ERROR_RANGE, _ ("the power has no finite value"));
}

/* The quotient is exact when it gives the dividend back. */
static void
divide_exactly (JipyoFormulaValue *value, const JipyoFormulaValue *by)
{
  JipyoDecimal quotient, product;

  value->is_exact = value->is_exact && by->is_exact
                    && jipyo_decimal_divide (value->exact, by->exact, 6, &quotient)
                    && jipyo_decimal_multiply (quotient, by->exact, &product)
                    && jipyo_decimal_equal (product, value->exact);
  if (value->is_exact)
    value->exact = quotient;
}

static gboolean
parse_product (Parser *parser, JipyoFormulaValue *value)
{
  if (!parse_power (parser, value))
    return FALSE;
  for (;;) {
    gboolean times = accept (parser, "*", "×");
    JipyoFormulaValue next;

    if (!times && !accept (parser, "/", "÷"))
      return TRUE;
    if (!parse_power (parser, &next))
      return FALSE;
    if (times) {
      value->is_exact = value->is_exact && next.is_exact
                        && jipyo_decimal_multiply (value->exact, next.exact, &value->exact);
      value->approximate *= next.approximate;
      continue;
    }
    if (next.approximate == 0)
      return fail (parser, JIPYO_FORMULA_ERROR_RANGE, _ ("division by zero"));
    divide_exactly (value, &next);
    value->approximate /= next.approximate;
  }
}

static gboolean
parse_sum (Parser *parser, JipyoFormulaValue *value)
{
  if (!parse_product (parser, value))
    return FALSE;
  for (;;) {
    gboolean plus = accept (parser, "+", NULL);
    JipyoFormulaValue next;

    if (!plus && !accept (parser, "-", "−"))
      return TRUE;
    if (!parse_product (parser, &next))
      return FALSE;
    value->is_exact = value->is_exact && next.is_exact
                      && (plus ? jipyo_decimal_add (value->exact, next.exact, &value->exact)
                               : jipyo_decimal_subtract (value->exact, next.exact, &value->exact));
    value->approximate += plus ? next.approximate : -next.approximate;
  }
}

gboolean
jipyo_formula_evaluate (const char *formula,
                        const JipyoFormulaInputs *inputs,
                        JipyoFormulaValue *result,
                        GError **error)
{
  Parser parser = { .at = formula, .inputs = inputs, .error = error };
  JipyoFormulaValue value;

  if (!parse_sum (&parser, &value))
    return FALSE;
  parser.at += strspn (parser.at, " ");
  if (*parser.at != '\0')
    return fail (&parser, JIPYO_FORMULA_ERROR_SYNTAX, _ ("expected the end"));
  *result = value;
  return TRUE;
}

gboolean
jipyo_formula_value_agrees (const JipyoFormulaValue *self, JipyoDecimal stated)
{
  double half = 0.5 * pow (10, -stated.scale);
  double expected = jipyo_decimal_to_double (stated);

  if (self->is_exact)
    return jipyo_decimal_equal (jipyo_decimal_round (self->exact, stated.scale), stated);
  return fabs (self->approximate - expected) <= half + fabs (expected) * 1e-12;
}
