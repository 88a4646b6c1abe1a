/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One reader for each kind of record of a ledger file. A reader notes what is wrong in its object
 * and returns what it could read, which is the caller's; whether ids lead anywhere is
 * jipyo-ledger-check's to say.
 */

#pragma once

#include "jipyo-json-reader.h"
#include "jipyo-ledger.h"

JipyoSource *jipyo_ledger_read_source (const JipyoJsonCursor *cursor);
JipyoClaim *jipyo_ledger_read_claim (const JipyoJsonCursor *cursor);

JipyoOrganisation *jipyo_ledger_read_organisation (const JipyoJsonCursor *cursor);
JipyoTeam *jipyo_ledger_read_team (const JipyoJsonCursor *cursor);
JipyoProgramme *jipyo_ledger_read_programme (const JipyoJsonCursor *cursor);
JipyoPledge *jipyo_ledger_read_pledge (const JipyoJsonCursor *cursor);
JipyoInitiative *jipyo_ledger_read_initiative (const JipyoJsonCursor *cursor);

JipyoEvent *jipyo_ledger_read_event (const JipyoJsonCursor *cursor);
JipyoRound *jipyo_ledger_read_round (const JipyoJsonCursor *cursor);
JipyoModel *jipyo_ledger_read_model (const JipyoJsonCursor *cursor);
JipyoPrintedQuote *jipyo_ledger_read_printed_quote (const JipyoJsonCursor *cursor);
