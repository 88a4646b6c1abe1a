/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A checked ledger as bytes that are read without parsing text. Made when the program is built and
 * read when it starts; never kept on a disk or exchanged, so it has no versions.
 */

#pragma once

#include "jipyo-ledger.h"

/* (transfer full) */
GBytes *jipyo_ledger_pack (const JipyoLedger *ledger);
/* FALSE, with nothing laid over, when the bytes are no packed ledger. */
gboolean jipyo_ledger_unpack (JipyoLedger *into, GBytes *packed);
