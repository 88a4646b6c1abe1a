/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No share may move so far in a day, and a coin hardly does.
 */

#include "jipyo-price-leap.h"

gboolean
jipyo_price_is_near (JipyoDecimal price, JipyoDecimal other)
{
  JipyoDecimal distance;
  JipyoDecimal twice;

  if (!jipyo_decimal_subtract (price, other, &distance)
      || !jipyo_decimal_multiply (distance, jipyo_decimal_from_int (2), &twice))
    return FALSE;
  if (jipyo_decimal_sign (twice) < 0 && !jipyo_decimal_negate (twice, &twice))
    return FALSE;
  return jipyo_decimal_compare (twice, other) <= 0;
}
