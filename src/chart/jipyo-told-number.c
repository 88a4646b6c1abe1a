/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture shortens; only the digits and some power of ten are the same.
 */

#include "jipyo-told-number.h"

#include <math.h>
#include <string.h>

#include "jipyo-decimal.h"

static const double ROUNDING = 0.005; /* of a figure that a picture shows with four digits */
static const int EXPONENT_MAX = 18;

char *
jipyo_told_number_copy_digits (const char *text)
{
  GString *digits = g_string_new (NULL);
  JipyoDecimal number;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);
    if (c == 0x2212)
      g_string_append_c (digits, '-');
    else if (c != ',' && c != '+')
      g_string_append_unichar (digits, c);
  }
  const gboolean is_number = jipyo_decimal_parse (digits->str, -1, &number, NULL);
  return g_string_free (digits, !is_number);
}

/* The first number in a text, without its sign, and how many decimals it has; NaN when there is
 * none. */
static double
find_number (const char *text, guint *n_decimals)
{
  const char *at = text;
  GString *digits = g_string_new (NULL);
  double number = NAN;

  *n_decimals = 0;

  while (*at != '\0' && !g_ascii_isdigit (*at))
    at++;
  for (; g_ascii_isdigit (*at) || *at == '.' || *at == ','; at++)
    if (*at != ',')
      g_string_append_c (digits, *at);
  if (digits->len > 0)
    number = g_ascii_strtod (digits->str, NULL);
  const char *point = strchr (digits->str, '.');
  if (point != NULL)
    *n_decimals = (guint) strlen (point + 1);
  g_string_free (digits, TRUE);
  return number;
}

/* A picture writes 158600000000 as "1,586" or "₩158.6 billion": the same digits, some power of ten
 * apart. A small one has few digits, and is off by half of the last. A text without them is a name.
 */
gboolean
jipyo_told_number_is (const char *text, double value)
{
  static const double slack = 1e-9;
  guint n_decimals;
  const double number = find_number (text, &n_decimals);

  if (value == 0 || number == 0)
    return value == number;
  if (n_decimals > 0
      && fabs (fabs (value) - number) <= 0.5 * pow (10, -(double) n_decimals) + slack)
    return TRUE;
  const double exponent = log10 (fabs (value) / number);
  const double whole = floor (exponent + 0.5);

  return isfinite (exponent) && fabs (whole) <= EXPONENT_MAX
         && fabs (pow (10, exponent - whole) - 1) <= ROUNDING;
}
