/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a round of evaluation came to, gathered from a reading: every team that took part with its
 * outcome and whatever of its scores was disclosed.
 */

#pragma once

#include "jipyo-ledger.h"

typedef struct {
  const JipyoTeam *team;
  const JipyoEvent *outcome; /* NULL when none is known */
  const JipyoClaim *total;   /* NULL when not disclosed */
  const JipyoClaim *rank;    /* as stated, or NULL */
  GPtrArray *parts; /* of JipyoClaim, one a criterion of the round, NULL when not disclosed */
} JipyoRoundEntry;

typedef struct {
  const JipyoRound *round;
  GPtrArray *entries; /* of JipyoRoundEntry, best first; undisclosed totals after known ones */
  GPtrArray *average_parts; /* of JipyoClaim, one a criterion, NULL when not disclosed */
  const JipyoClaim *average_total;
  guint n_advanced;
  guint n_out;
} JipyoRoundResult;

/* Everything is borrowed from the ledger. (transfer full) */
JipyoRoundResult *jipyo_round_result_new (const JipyoLedger *ledger, const JipyoRound *round);
void jipyo_round_result_free (JipyoRoundResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoRoundResult, jipyo_round_result_free)

/* NULL when the team took no part. */
const JipyoRoundEntry *jipyo_round_result_find (const JipyoRoundResult *self, const char *team);
/* The score whose parts nobody disclosed: total − known parts. FALSE when the total is not known or
 * nothing is left. */
gboolean
jipyo_round_compute_rest (const JipyoClaim *total, const GPtrArray *parts, JipyoDecimal *rest);
/* TRUE when some part is disclosed. */
gboolean jipyo_round_has_parts (const GPtrArray *parts);
/* The highest score that the round gives. */
int jipyo_round_get_maximum (const JipyoRound *round);
