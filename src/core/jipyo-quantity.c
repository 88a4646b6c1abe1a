/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of units and qualifiers as the ledger and JSON write them.
 */

#include "jipyo-quantity.h"

static const char *const unit_ids[JIPYO_N_UNITS] = {
  [JIPYO_UNIT_NONE] = "",
  [JIPYO_UNIT_KRW] = "KRW",
  [JIPYO_UNIT_USD] = "USD",
  [JIPYO_UNIT_EUR] = "EUR",
  [JIPYO_UNIT_GBP] = "GBP",
  [JIPYO_UNIT_JPY] = "JPY",
  [JIPYO_UNIT_CNY] = "CNY",
  [JIPYO_UNIT_CAD] = "CAD",
  [JIPYO_UNIT_MODELS] = "models",
  [JIPYO_UNIT_GPUS] = "GPUs",
  [JIPYO_UNIT_TEAMS] = "teams",
  [JIPYO_UNIT_ORGANISATIONS] = "organisations",
  [JIPYO_UNIT_COUNTRIES] = "countries",
  [JIPYO_UNIT_PEOPLE] = "people",
  [JIPYO_UNIT_DOWNLOADS] = "downloads",
  [JIPYO_UNIT_PARAMETERS] = "parameters",
  [JIPYO_UNIT_PERCENT] = "percent",
  [JIPYO_UNIT_PERCENT_POINTS] = "percent-points",
  [JIPYO_UNIT_POINTS] = "points",
  [JIPYO_UNIT_RANK] = "rank",
  [JIPYO_UNIT_YEAR] = "year",
  [JIPYO_UNIT_MONTHS] = "months",
  [JIPYO_UNIT_DAYS] = "days",
  [JIPYO_UNIT_GIGAWATTS] = "GW",
  [JIPYO_UNIT_TOKENS] = "tokens",
};

static const char *const qualifier_ids[] = {
  [JIPYO_QUALIFIER_EXACT] = "exact",     [JIPYO_QUALIFIER_ABOUT] = "about",
  [JIPYO_QUALIFIER_AT_MOST] = "at-most", [JIPYO_QUALIFIER_AT_LEAST] = "at-least",
  [JIPYO_QUALIFIER_TARGET] = "target",   [JIPYO_QUALIFIER_PER_YEAR] = "per-year",
};

const char *
jipyo_unit_id (JipyoUnit unit)
{
  g_return_val_if_fail (unit < JIPYO_N_UNITS, "");
  return unit_ids[unit];
}

gboolean
jipyo_unit_parse (const char *id, JipyoUnit *unit)
{
  for (guint i = 0; i < JIPYO_N_UNITS; i++)
    if (g_strcmp0 (unit_ids[i], id) == 0) {
      *unit = i;
      return TRUE;
    }
  return FALSE;
}

gboolean
jipyo_unit_is_money (JipyoUnit unit)
{
  return unit >= JIPYO_UNIT_KRW && unit <= JIPYO_UNIT_CAD;
}

const char *
jipyo_qualifier_id (JipyoQualifier qualifier)
{
  g_return_val_if_fail (qualifier < G_N_ELEMENTS (qualifier_ids), "");
  return qualifier_ids[qualifier];
}

gboolean
jipyo_qualifier_parse (const char *id, JipyoQualifier *qualifier)
{
  for (guint i = 0; i < G_N_ELEMENTS (qualifier_ids); i++)
    if (g_strcmp0 (qualifier_ids[i], id) == 0) {
      *qualifier = i;
      return TRUE;
    }
  return FALSE;
}

gboolean
jipyo_qualifier_is_bound (JipyoQualifier qualifier)
{
  return qualifier == JIPYO_QUALIFIER_AT_MOST || qualifier == JIPYO_QUALIFIER_AT_LEAST
         || qualifier == JIPYO_QUALIFIER_TARGET;
}
