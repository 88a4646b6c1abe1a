/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A look into the record.
 */

#include "jipyo-basket-members.h"

#include "jipyo-instrument.h"

void
jipyo_basket_members_add_once (GPtrArray *list, char *instrument)
{
  if (g_ptr_array_find_with_equal_func (list, instrument, g_str_equal, NULL))
    g_free (instrument);
  else
    g_ptr_array_add (list, instrument);
}

void
jipyo_basket_members_add (GPtrArray *list, const JipyoLedger *ledger, const char *basket)
{
  const JipyoTeam *team = jipyo_ledger_find_team (ledger, jipyo_instrument_get_symbol (basket));

  for (guint i = 0; team != NULL && i < team->members->len; i++) {
    const JipyoMember *member = g_ptr_array_index (team->members, i);
    const JipyoOrganisation *organisation =
      jipyo_ledger_find_organisation (ledger, member->organisation);

    if (organisation != NULL && organisation->code != NULL)
      jipyo_basket_members_add_once (list, g_strconcat ("krx:", organisation->code, NULL));
  }
}
