/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a claim is about, in words: its subject may be a programme, a team, an organisation, a
 * country, a model, a round or a programme of another country.
 */

#pragma once

#include "jipyo-ledger.h"

/* The subject's name; its id in both languages when the reading does not know it. (transfer full)
 */
JipyoText jipyo_subject_get_name (const JipyoLedger *ledger, const char *subject);
