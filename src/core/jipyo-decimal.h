/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Exact decimal numbers: an int64 of digits and a count of decimals. Every price, amount and
 * score is one. Overflow is always reported, never wrapped; doubles are for chart geometry only.
 */

#pragma once

#include <glib.h>

#define JIPYO_DECIMAL_SCALE_MAX 18

typedef struct {
  gint64 digits; /* value = digits × 10^-scale */
  guint8 scale;  /* 0 … JIPYO_DECIMAL_SCALE_MAX */
} JipyoDecimal;

#define JIPYO_DECIMAL_ERROR (jipyo_decimal_error_quark ())
typedef enum {
  JIPYO_DECIMAL_ERROR_SYNTAX, /* not a number by the grammar of RFC 8259 */
  JIPYO_DECIMAL_ERROR_RANGE,  /* a number that int64 digits and 18 decimals cannot hold exactly */
} JipyoDecimalError;
GQuark jipyo_decimal_error_quark (void);

JipyoDecimal jipyo_decimal_from_int (gint64 value);
/* Parses the number grammar of RFC 8259 (exponents allowed, no leading +, no leading zeros), all of
 * the first `length` bytes (-1: NUL-terminated). `out` is untouched on error. */
gboolean jipyo_decimal_parse (const char *text, gssize length, JipyoDecimal *out, GError **error);
/* Canonical text: no exponent, no thousands separator, no trailing zeros, no "-0". (transfer full)
 */
char *jipyo_decimal_format (JipyoDecimal value);
/* Exactly `decimals` decimals, rounded half away from zero, with thousands commas if asked. */
char *jipyo_decimal_format_fixed (JipyoDecimal value, guint decimals, gboolean commas);
/* Number of decimals left once trailing zeros are dropped. */
guint jipyo_decimal_get_decimals (JipyoDecimal value);

int jipyo_decimal_compare (JipyoDecimal a, JipyoDecimal b);
int jipyo_decimal_sign (JipyoDecimal value);
gboolean jipyo_decimal_equal (JipyoDecimal a, JipyoDecimal b);
/* FALSE, with `out` untouched, when the exact result does not fit. */
gboolean jipyo_decimal_add (JipyoDecimal a, JipyoDecimal b, JipyoDecimal *out);
gboolean jipyo_decimal_subtract (JipyoDecimal a, JipyoDecimal b, JipyoDecimal *out);
gboolean jipyo_decimal_multiply (JipyoDecimal a, JipyoDecimal b, JipyoDecimal *out);
/* a / b to `scale` decimals, rounded half away from zero; FALSE for b = 0 or no room. */
gboolean jipyo_decimal_divide (JipyoDecimal a, JipyoDecimal b, guint scale, JipyoDecimal *out);
/* Rounds half away from zero to at most `scale` decimals. */
JipyoDecimal jipyo_decimal_round (JipyoDecimal value, guint scale);
gboolean jipyo_decimal_negate (JipyoDecimal value, JipyoDecimal *out);
/* For geometry and statistics only, never for a figure that is shown. */
double jipyo_decimal_to_double (JipyoDecimal value);
