/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "claim-fixture.h"

JipyoClaim *
claim_fixture_add (JipyoLedger *ledger, const ClaimSpec *spec)
{
  JipyoClaim *claim = g_new0 (JipyoClaim, 1);

  claim->id = g_strdup (spec->id);
  claim->subject = g_strdup (spec->subject);
  claim->metric = g_strdup (spec->metric);
  claim->vintage = g_strdup (spec->vintage);
  claim->label = jipyo_text_new (spec->id, spec->id);
  g_assert_true (jipyo_period_parse (spec->period, &claim->true_for));
  g_assert_true (jipyo_date_parse ("2026-11-23", &claim->retrieved));
  if (spec->published != NULL)
    g_assert_true (jipyo_date_parse (spec->published, &claim->published));
  if (spec->value != NULL)
    claim->quantity.known = jipyo_decimal_parse (spec->value, -1, &claim->quantity.value, NULL);
  if (spec->unit != NULL)
    g_assert_true (jipyo_unit_parse (spec->unit, &claim->quantity.unit));
  if (spec->qualifier != NULL)
    g_assert_true (jipyo_qualifier_parse (spec->qualifier, &claim->quantity.qualifier));
  if (spec->status != NULL)
    g_assert_true (jipyo_status_parse (spec->status, &claim->status));
  if (spec->inputs != NULL)
    claim->inputs = g_strsplit (spec->inputs, " ", -1);
  claim->preferred = spec->preferred;
  jipyo_ledger_take_claim (ledger, claim);
  return claim;
}

void
claim_fixture_add_all (JipyoLedger *ledger, const ClaimSpec *specs)
{
  for (guint i = 0; specs[i].id != NULL; i++)
    claim_fixture_add (ledger, &specs[i]);
}

void
claim_fixture_add_country (JipyoLedger *ledger, const char *id, const char *ko, const char *en)
{
  JipyoOrganisation *country = g_new0 (JipyoOrganisation, 1);

  country->id = g_strdup (id);
  country->name = jipyo_text_new (ko, en);
  country->kind = JIPYO_ORGANISATION_COUNTRY;
  jipyo_ledger_take_organisation (ledger, country);
}
