/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What holds between records: ids that lead somewhere, one preferred claim a conflict, formulas
 * that give the figure they stand for.
 */

#pragma once

#include "jipyo-ledger-staging.h"

/* Notes all problems of the staged records, seen together with what they will be laid over. */
void jipyo_ledger_check_references (const JipyoLedgerStaging *staging);
void jipyo_ledger_check_claims (const JipyoLedgerStaging *staging);
