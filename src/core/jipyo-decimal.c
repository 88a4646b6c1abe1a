/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fixed-point arithmetic on int64 digits, checked by the compiler's overflow builtins.
 */

#include "jipyo-decimal.h"

#include <string.h>

G_DEFINE_QUARK (jipyo - decimal - error - quark, jipyo_decimal_error)

/* int64 holds 18 full digits and most of a nineteenth. */
static const gint64 powers[JIPYO_DECIMAL_SCALE_MAX + 1] = {
  G_GINT64_CONSTANT (1),
  G_GINT64_CONSTANT (10),
  G_GINT64_CONSTANT (100),
  G_GINT64_CONSTANT (1000),
  G_GINT64_CONSTANT (10000),
  G_GINT64_CONSTANT (100000),
  G_GINT64_CONSTANT (1000000),
  G_GINT64_CONSTANT (10000000),
  G_GINT64_CONSTANT (100000000),
  G_GINT64_CONSTANT (1000000000),
  G_GINT64_CONSTANT (10000000000),
  G_GINT64_CONSTANT (100000000000),
  G_GINT64_CONSTANT (1000000000000),
  G_GINT64_CONSTANT (10000000000000),
  G_GINT64_CONSTANT (100000000000000),
  G_GINT64_CONSTANT (1000000000000000),
  G_GINT64_CONSTANT (10000000000000000),
  G_GINT64_CONSTANT (100000000000000000),
  G_GINT64_CONSTANT (1000000000000000000),
};

/* A number as it stands in text, before it is known to fit. */
typedef struct {
  gboolean negative;
  const char *integer; /* digits before the point */
  gsize n_integer;
  const char *fraction; /* digits after it */
  gsize n_fraction;
  gint64 exponent;
} Lexeme;

JipyoDecimal
jipyo_decimal_from_int (gint64 value)
{
  return (JipyoDecimal){ .digits = value, .scale = 0 };
}

static JipyoDecimal
drop_zeros (JipyoDecimal value)
{
  while (value.scale > 0 && value.digits % 10 == 0) {
    value.digits /= 10;
    value.scale--;
  }
  return value;
}

static gsize
count_digits (const char *text, const char *end)
{
  const char *p = text;

  while (p < end && *p >= '0' && *p <= '9')
    p++;
  return (gsize) (p - text);
}

/* Reads the exponent at `p`, which stands on 'e' or 'E'. Exponents beyond four digits are clamped:
 * they are out of range whatever the digits are. */
static gboolean
read_exponent (const char *p, const char *end, gint64 *exponent)
{
  gboolean negative = FALSE;

  p++;
  if (p < end && (*p == '+' || *p == '-'))
    negative = *p++ == '-';
  if (count_digits (p, end) == 0 || p + count_digits (p, end) != end)
    return FALSE;
  *exponent = 0;
  for (; p < end; p++)
    *exponent = MIN (*exponent * 10 + (*p - '0'), 100000);
  if (negative)
    *exponent = -*exponent;
  return TRUE;
}

static gboolean
read_lexeme (const char *text, const char *end, Lexeme *lexeme)
{
  const char *p = text;

  *lexeme = (Lexeme){ .negative = p < end && *p == '-' };
  if (lexeme->negative)
    p++;
  lexeme->integer = p;
  lexeme->n_integer = count_digits (p, end);
  if (lexeme->n_integer == 0 || (lexeme->n_integer > 1 && *p == '0'))
    return FALSE;
  p += lexeme->n_integer;
  if (p < end && *p == '.') {
    lexeme->fraction = ++p;
    lexeme->n_fraction = count_digits (p, end);
    if (lexeme->n_fraction == 0)
      return FALSE;
    p += lexeme->n_fraction;
  }
  if (p == end)
    return TRUE;
  return (*p == 'e' || *p == 'E') && read_exponent (p, end, &lexeme->exponent);
}

static int
get_digit (const Lexeme *lexeme, gsize i)
{
  return (i < lexeme->n_integer ? lexeme->integer[i] : lexeme->fraction[i - lexeme->n_integer])
         - '0';
}

/* Digits without the zeros at both ends that carry no value, so that "1.500e-3" and ten zeros after
 * the point are no reason to refuse. */
static gboolean
fit_lexeme (const Lexeme *lexeme, JipyoDecimal *out)
{
  gsize n_digits = lexeme->n_integer + lexeme->n_fraction;
  gint64 scale = (gint64) lexeme->n_fraction - lexeme->exponent;
  gint64 value = 0;

  for (; n_digits > 0 && get_digit (lexeme, n_digits - 1) == 0; n_digits--)
    scale--;
  for (gsize i = 0; i < n_digits; i++) {
    int digit = get_digit (lexeme, i);

    if (__builtin_mul_overflow (value, 10, &value)
        || (lexeme->negative ? __builtin_sub_overflow (value, digit, &value)
                             : __builtin_add_overflow (value, digit, &value)))
      return FALSE;
  }
  if (value == 0)
    scale = 0;
  for (; scale < 0; scale++)
    if (__builtin_mul_overflow (value, 10, &value))
      return FALSE;
  if (scale > JIPYO_DECIMAL_SCALE_MAX)
    return FALSE;
  *out = (JipyoDecimal){ .digits = value, .scale = (guint8) scale };
  return TRUE;
}

gboolean
jipyo_decimal_parse (const char *text, gssize length, JipyoDecimal *out, GError **error)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  int shown = (int) MIN (end - text, 40);
  Lexeme lexeme;

  if (!read_lexeme (text, end, &lexeme)) {
    g_autofree char *readable = g_utf8_make_valid (text, shown);

    g_set_error (error, JIPYO_DECIMAL_ERROR, JIPYO_DECIMAL_ERROR_SYNTAX, "“%s” is not a number",
                 readable);
    return FALSE;
  }
  if (!fit_lexeme (&lexeme, out)) {
    g_set_error (error, JIPYO_DECIMAL_ERROR, JIPYO_DECIMAL_ERROR_RANGE,
                 "%.*s is beyond what can be held exactly", shown, text);
    return FALSE;
  }
  return TRUE;
}

char *
jipyo_decimal_format (JipyoDecimal value)
{
  JipyoDecimal shortest = drop_zeros (value);

  return jipyo_decimal_format_fixed (shortest, shortest.scale, FALSE);
}

/* Text of the integer part's digits, with a comma before each group of three. */
static void
append_integer (GString *text, guint64 value, gboolean commas)
{
  char digits[24];
  int n = g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, value);

  for (int i = 0; i < n; i++) {
    if (commas && i > 0 && (n - i) % 3 == 0)
      g_string_append_c (text, ',');
    g_string_append_c (text, digits[i]);
  }
}

char *
jipyo_decimal_format_fixed (JipyoDecimal value, guint decimals, gboolean commas)
{
  JipyoDecimal rounded = jipyo_decimal_round (value, decimals);
  guint64 magnitude = rounded.digits < 0 ? 0 - (guint64) rounded.digits : (guint64) rounded.digits;
  guint64 power = (guint64) powers[rounded.scale];
  GString *text = g_string_new (rounded.digits < 0 ? "-" : "");

  append_integer (text, magnitude / power, commas);
  if (decimals == 0)
    return g_string_free (text, FALSE);
  g_string_append_c (text, '.');
  if (rounded.scale > 0)
    g_string_append_printf (text, "%0*" G_GUINT64_FORMAT, rounded.scale, magnitude % power);
  for (guint i = rounded.scale; i < decimals; i++)
    g_string_append_c (text, '0');
  return g_string_free (text, FALSE);
}

guint
jipyo_decimal_get_decimals (JipyoDecimal value)
{
  return drop_zeros (value).scale;
}

static __int128
widen (JipyoDecimal value, guint8 scale)
{
  return (__int128) value.digits * powers[scale - value.scale];
}

/* The wide value at `scale`, with decimals dropped where they are zeros and room is needed. */
static gboolean
narrow (__int128 digits, guint scale, JipyoDecimal *out)
{
  while (scale > 0 && digits % 10 == 0
         && (scale > JIPYO_DECIMAL_SCALE_MAX || digits > G_MAXINT64 || digits < G_MININT64)) {
    digits /= 10;
    scale--;
  }
  if (scale > JIPYO_DECIMAL_SCALE_MAX || digits > G_MAXINT64 || digits < G_MININT64)
    return FALSE;
  *out = (JipyoDecimal){ .digits = (gint64) digits, .scale = (guint8) scale };
  return TRUE;
}

int
jipyo_decimal_compare (JipyoDecimal a, JipyoDecimal b)
{
  guint8 scale = MAX (a.scale, b.scale);
  __int128 left = widen (a, scale);
  __int128 right = widen (b, scale);

  return left < right ? -1 : left > right;
}

int
jipyo_decimal_sign (JipyoDecimal value)
{
  return value.digits < 0 ? -1 : value.digits > 0;
}

gboolean
jipyo_decimal_equal (JipyoDecimal a, JipyoDecimal b)
{
  return jipyo_decimal_compare (a, b) == 0;
}

gboolean
jipyo_decimal_add (JipyoDecimal a, JipyoDecimal b, JipyoDecimal *out)
{
  guint8 scale = MAX (a.scale, b.scale);

  return narrow (widen (a, scale) + widen (b, scale), scale, out);
}

gboolean
jipyo_decimal_subtract (JipyoDecimal a, JipyoDecimal b, JipyoDecimal *out)
{
  guint8 scale = MAX (a.scale, b.scale);

  return narrow (widen (a, scale) - widen (b, scale), scale, out);
}

gboolean
jipyo_decimal_multiply (JipyoDecimal a, JipyoDecimal b, JipyoDecimal *out)
{
  return narrow ((__int128) a.digits * b.digits, (guint) a.scale + b.scale, out);
}

static __int128
divide_half_away (__int128 dividend, __int128 divisor)
{
  __int128 quotient = dividend / divisor;
  __int128 remainder = dividend % divisor;
  gboolean negative = (dividend < 0) != (divisor < 0);

  if (remainder < 0)
    remainder = -remainder;
  if (divisor < 0)
    divisor = -divisor;
  if (remainder >= divisor - remainder)
    quotient += negative ? -1 : 1;
  return quotient;
}

gboolean
jipyo_decimal_divide (JipyoDecimal a, JipyoDecimal b, guint scale, JipyoDecimal *out)
{
  __int128 dividend = a.digits;
  int shift = (int) scale + b.scale - a.scale;

  if (b.digits == 0 || scale > JIPYO_DECIMAL_SCALE_MAX)
    return FALSE;
  for (int i = 0; i < shift; i++)
    if (__builtin_mul_overflow (dividend, (__int128) 10, &dividend))
      return FALSE;
  if (shift < 0)
    return narrow (divide_half_away (dividend, (__int128) b.digits * powers[-shift]), scale, out);
  return narrow (divide_half_away (dividend, b.digits), scale, out);
}

JipyoDecimal
jipyo_decimal_round (JipyoDecimal value, guint scale)
{
  if (value.scale <= scale)
    return value;
  return (JipyoDecimal){
    .digits = (gint64) divide_half_away (value.digits, powers[value.scale - scale]),
    .scale = (guint8) scale,
  };
}

gboolean
jipyo_decimal_negate (JipyoDecimal value, JipyoDecimal *out)
{
  return narrow (-(__int128) value.digits, value.scale, out);
}

double
jipyo_decimal_to_double (JipyoDecimal value)
{
  return (double) value.digits / (double) powers[value.scale];
}
