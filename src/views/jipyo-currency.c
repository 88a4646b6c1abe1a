/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Conversion by way of the dollar, the currency that the record's rates are given in.
 */

#include "jipyo-currency.h"

#include "jipyo-figures.h"

static const char METRIC[] = "usd-rate";

/* Units of the currency per dollar, the newest of the reading. */
static const JipyoClaim *
find_rate (JipyoViewDraft *draft, JipyoUnit currency)
{
  const JipyoClaim *rate = jipyo_view_draft_find_metric (draft, jipyo_unit_id (currency), METRIC);

  if (rate == NULL || !jipyo_figure_is_value (&rate->quantity)
      || jipyo_decimal_sign (rate->quantity.value) <= 0)
    return NULL;
  return rate;
}

static gboolean
to_dollars (JipyoViewDraft *draft, JipyoQuantity *quantity, const JipyoClaim **rate)
{
  if (quantity->unit == JIPYO_UNIT_USD)
    return TRUE;
  *rate = find_rate (draft, quantity->unit);
  if (*rate == NULL
      || !jipyo_decimal_divide (quantity->value, (*rate)->quantity.value, 0, &quantity->value))
    return FALSE;
  quantity->unit = JIPYO_UNIT_USD;
  return TRUE;
}

static gboolean
from_dollars (JipyoViewDraft *draft,
              JipyoQuantity *quantity,
              JipyoUnit currency,
              const JipyoClaim **rate)
{
  if (currency == JIPYO_UNIT_USD)
    return TRUE;
  *rate = find_rate (draft, currency);
  if (*rate == NULL
      || !jipyo_decimal_multiply (quantity->value, (*rate)->quantity.value, &quantity->value))
    return FALSE;
  quantity->value = jipyo_decimal_round (quantity->value, 0);
  quantity->unit = currency;
  return TRUE;
}

gboolean
jipyo_currency_convert (JipyoViewDraft *draft,
                        const JipyoQuantity *amount,
                        JipyoUnit currency,
                        JipyoConversion *out)
{
  JipyoConversion result = { .quantity = *amount };

  if (!amount->known || amount->has_upper || !jipyo_unit_is_money (amount->unit))
    return FALSE;
  if (amount->unit == currency) {
    *out = result;
    return TRUE;
  }
  if (!to_dollars (draft, &result.quantity, &result.rates[0])
      || !from_dollars (draft, &result.quantity, currency, &result.rates[1]))
    return FALSE;
  /* A converted amount is never more exact than its rate. */
  if (result.quantity.qualifier == JIPYO_QUALIFIER_EXACT)
    result.quantity.qualifier = JIPYO_QUALIFIER_ABOUT;
  result.converted = TRUE;
  *out = result;
  return TRUE;
}
