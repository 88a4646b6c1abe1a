/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record that comes with the program, packed when it was built.
 */

#include <gio/gio.h>

#include "jipyo-ledger-file.h"
#include "jipyo-ledger-pack.h"
#include "jipyo-shipped-resource.h"

#define PACKED_LEDGER "/io/github/jipyo/Jipyo/ledger.pack"

gboolean
jipyo_ledger_load_shipped (JipyoLedger *into, GPtrArray *problems)
{
  g_autoptr (GBytes) packed =
               g_resource_lookup_data (jipyo_shipped_get_resource (), PACKED_LEDGER, 0, NULL);
  JipyoProblem *problem = NULL;

  if (packed != NULL && jipyo_ledger_unpack (into, packed))
    return TRUE;
  problem = g_new0 (JipyoProblem, 1);
  problem->file = g_strdup (PACKED_LEDGER);
  problem->pointer = g_strdup ("");
  problem->message = g_strdup ("the program is damaged: its record cannot be read");
  g_ptr_array_add (problems, problem);
  return FALSE;
}
