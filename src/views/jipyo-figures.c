/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shares, growth and the compound rate.
 */

#include "jipyo-figures.h"

#include "jipyo-format.h"

#include <math.h>
#include <string.h>

static const gint64 PERCENT = 100;
static const guint SHARE_DECIMALS = 1;

JipyoQuantity
jipyo_figure_new (JipyoDecimal value, JipyoUnit unit)
{
  return (JipyoQuantity){ .value = value, .known = TRUE, .unit = unit };
}

JipyoQuantity
jipyo_figure_new_count (gint64 value, JipyoUnit unit)
{
  return jipyo_figure_new (jipyo_decimal_from_int (value), unit);
}

gboolean
jipyo_figure_is_value (const JipyoQuantity *quantity)
{
  return quantity->known && !quantity->has_upper && !jipyo_qualifier_is_bound (quantity->qualifier);
}

JipyoDecimal
jipyo_figure_round (double value, guint decimals)
{
  const double scaled = value * pow (10, decimals);

  if (!(fabs (scaled) < 9e18))
    return (JipyoDecimal){ 0, 0 };
  return (JipyoDecimal){ llround (scaled), (guint8) decimals };
}

gboolean
jipyo_figure_compute_share (const JipyoQuantity *part,
                            const JipyoQuantity *whole,
                            JipyoQuantity *out)
{
  JipyoDecimal scaled;
  JipyoDecimal share;

  if (!jipyo_figure_is_value (part) || !jipyo_figure_is_value (whole))
    return FALSE;
  if (!jipyo_decimal_multiply (part->value, jipyo_decimal_from_int (PERCENT), &scaled)
      || !jipyo_decimal_divide (scaled, whole->value, SHARE_DECIMALS, &share))
    return FALSE;
  *out = jipyo_figure_new (share, JIPYO_UNIT_PERCENT);
  return TRUE;
}

gboolean
jipyo_figure_compute_growth (const JipyoQuantity *from, const JipyoQuantity *to, JipyoQuantity *out)
{
  JipyoQuantity step = *to;

  if (!jipyo_figure_is_value (from) || !jipyo_figure_is_value (to))
    return FALSE;
  if (!jipyo_decimal_subtract (to->value, from->value, &step.value))
    return FALSE;
  return jipyo_figure_compute_share (&step, from, out);
}

/* A root has no exact decimal; it is rounded to the one decimal that is shown. */
gboolean
jipyo_figure_compute_cagr (const JipyoQuantity *from,
                           const JipyoQuantity *to,
                           guint intervals,
                           JipyoQuantity *out)
{
  double first;
  double last;
  double percent;

  if (!jipyo_figure_is_value (from) || !jipyo_figure_is_value (to) || intervals == 0)
    return FALSE;
  first = jipyo_decimal_to_double (from->value);
  last = jipyo_decimal_to_double (to->value);
  if (first <= 0 || last <= 0)
    return FALSE;
  percent = (pow (last / first, 1.0 / intervals) - 1.0) * PERCENT;
  *out = jipyo_figure_new ((JipyoDecimal){ .digits = llround (percent * 10), .scale = 1 },
                           JIPYO_UNIT_PERCENT);
  return TRUE;
}

char *
jipyo_figure_format_growth (const JipyoQuantity *growth)
{
  JipyoDecimal size = growth->value;
  gboolean negative = jipyo_decimal_sign (size) < 0;
  g_autofree char *number = NULL;
  guint decimals;

  if (negative && !jipyo_decimal_negate (size, &size))
    return g_strdup ("—");
  decimals = jipyo_decimal_compare (size, jipyo_decimal_from_int (PERCENT)) >= 0 ? 0 : 1;
  number = jipyo_decimal_format_fixed (size, decimals, TRUE);
  return g_strdup_printf ("%s%s %%", negative ? "−" : "+", number);
}

char *
jipyo_figure_format_short (const JipyoQuantity *quantity, JipyoLang lang)
{
  static const char *const nouns[] = { " parameters", " parameter" };
  char *text = jipyo_format_quantity (quantity, lang);

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (g_str_has_suffix (text, nouns[i]))
      text[strlen (text) - strlen (nouns[i])] = '\0';
  return text;
}

guint
jipyo_figure_compute_ratio (const JipyoQuantity *a, const JipyoQuantity *b)
{
  JipyoDecimal ratio;

  if (!jipyo_figure_is_value (a) || !jipyo_figure_is_value (b))
    return 0;
  if (!jipyo_decimal_divide (a->value, b->value, 0, &ratio) || ratio.digits < 0
      || ratio.digits > G_MAXUINT)
    return 0;
  return (guint) ratio.digits;
}
