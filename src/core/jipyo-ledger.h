/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record in memory: everything the ledger files say, and readings of it "as known on" a date.
 * Immutable once filled, reference-counted, safe to read from any thread.
 */

#pragma once

#include "jipyo-claim.h"
#include "jipyo-record.h"
#include "jipyo-source.h"

typedef struct _JipyoLedger JipyoLedger;

/* An empty ledger to fill with the take functions; the reader in dataset is the only caller. */
JipyoLedger *jipyo_ledger_new (void);
JipyoLedger *jipyo_ledger_ref (JipyoLedger *ledger);
void jipyo_ledger_unref (JipyoLedger *ledger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoLedger, jipyo_ledger_unref)

/* Each takes ownership. An item whose id is there already replaces the earlier one (overlay). */
void jipyo_ledger_take_source (JipyoLedger *self, JipyoSource *source);
void jipyo_ledger_take_claim (JipyoLedger *self, JipyoClaim *claim);
void jipyo_ledger_take_organisation (JipyoLedger *self, JipyoOrganisation *organisation);
void jipyo_ledger_take_team (JipyoLedger *self, JipyoTeam *team);
void jipyo_ledger_take_event (JipyoLedger *self, JipyoEvent *event);
void jipyo_ledger_take_round (JipyoLedger *self, JipyoRound *round);
void jipyo_ledger_take_model (JipyoLedger *self, JipyoModel *model);
void jipyo_ledger_take_pledge (JipyoLedger *self, JipyoPledge *pledge);
void jipyo_ledger_take_initiative (JipyoLedger *self, JipyoInitiative *initiative);
void jipyo_ledger_take_programme (JipyoLedger *self, JipyoProgramme *programme);
void jipyo_ledger_take_printed_quote (JipyoLedger *self, JipyoPrintedQuote *quote);

/* The ledger as a reader could know it on `date` (claims, events, rounds, models, members published
 * on or before it). An unknown date gives everything. (transfer full) */
JipyoLedger *jipyo_ledger_read_as_of (JipyoLedger *self, JipyoDate date);
/* The date of the reading; unknown for the whole ledger. */
JipyoDate jipyo_ledger_get_as_of (const JipyoLedger *self);
/* The last day on which something in it became known; unknown when nothing in it is dated. */
JipyoDate jipyo_ledger_find_last_day (const JipyoLedger *self);

/* Arrays are borrowed; claims in file order, events by date. */
const GPtrArray *jipyo_ledger_get_sources (const JipyoLedger *self);
const GPtrArray *jipyo_ledger_get_claims (const JipyoLedger *self);
const GPtrArray *jipyo_ledger_get_organisations (const JipyoLedger *self);
const GPtrArray *jipyo_ledger_get_teams (const JipyoLedger *self);
const GPtrArray *jipyo_ledger_get_events (const JipyoLedger *self);
const GPtrArray *jipyo_ledger_get_rounds (const JipyoLedger *self);
const GPtrArray *jipyo_ledger_get_models (const JipyoLedger *self);
const GPtrArray *jipyo_ledger_get_pledges (const JipyoLedger *self);
const GPtrArray *jipyo_ledger_get_initiatives (const JipyoLedger *self);
const GPtrArray *jipyo_ledger_get_printed_quotes (const JipyoLedger *self);
/* The programme tracked, or NULL for an empty ledger. */
const JipyoProgramme *jipyo_ledger_get_programme (const JipyoLedger *self);

/* NULL when not in this reading. */
const JipyoSource *jipyo_ledger_find_source (const JipyoLedger *self, const char *id);
const JipyoClaim *jipyo_ledger_find_claim (const JipyoLedger *self, const char *id);
const JipyoOrganisation *jipyo_ledger_find_organisation (const JipyoLedger *self, const char *id);
const JipyoTeam *jipyo_ledger_find_team (const JipyoLedger *self, const char *id);
const JipyoRound *jipyo_ledger_find_round (const JipyoLedger *self, const char *id);
const JipyoModel *jipyo_ledger_find_model (const JipyoLedger *self, const char *id);

/* What to look for; NULL members match anything. `period` is in the ledger's text form. */
typedef struct {
  const char *subject;
  const char *metric;
  const char *period;
  const char *vintage;
} JipyoClaimQuery;

/* The claim to show: of several that match, the preferred one, else the latest published. NULL:
 * none. */
const JipyoClaim *jipyo_ledger_find_figure (const JipyoLedger *self, const JipyoClaimQuery *query);
/* All that match, in period order. (transfer container) */
GPtrArray *jipyo_ledger_find_claims (const JipyoLedger *self, const JipyoClaimQuery *query);
/* The other claims on the same matter that state another quantity; empty when undisputed.
 * (transfer container) */
GPtrArray *jipyo_ledger_find_conflicts (const JipyoLedger *self, const JipyoClaim *claim);
