/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The formulas of derived claims: + - * / ^ and parentheses over claim ids and numbers. A minus
 * between two ids needs spaces around it, because ids may contain one.
 */

#pragma once

#include "jipyo-decimal.h"

#define JIPYO_FORMULA_ERROR (jipyo_formula_error_quark ())
typedef enum {
  JIPYO_FORMULA_ERROR_SYNTAX,
  JIPYO_FORMULA_ERROR_UNKNOWN, /* an id without a figure */
  JIPYO_FORMULA_ERROR_RANGE,   /* division by zero, a root of a negative number, too large */
} JipyoFormulaError;
GQuark jipyo_formula_error_quark (void);

typedef struct {
  /* FALSE when the id has no figure. */
  gboolean (*find) (const char *id, JipyoDecimal *value, gpointer user_data);
  gpointer user_data;
} JipyoFormulaInputs;

typedef struct {
  double approximate;
  JipyoDecimal exact; /* if is_exact: sums, products, quotients that end */
  gboolean is_exact;
} JipyoFormulaValue;

gboolean jipyo_formula_evaluate (const char *formula,
                                 const JipyoFormulaInputs *inputs,
                                 JipyoFormulaValue *result,
                                 GError **error);
/* TRUE when the result, rounded to the decimals of `stated`, is `stated`. */
gboolean jipyo_formula_value_agrees (const JipyoFormulaValue *self, JipyoDecimal stated);
