/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a team stands, computed from the events of a reading, whatever history they tell: teams may
 * leave by score or by rule, join late, come back.
 */

#pragma once

#include "jipyo-ledger.h"

typedef enum { JIPYO_STANDING_NOT_YET, JIPYO_STANDING_IN, JIPYO_STANDING_OUT } JipyoStandingState;

typedef struct {
  const JipyoTeam *team; /* borrowed from the ledger */
  JipyoStandingState state;
  JipyoDate since;         /* date of the event that put the team there */
  const JipyoEvent *event; /* that event; NULL for not-yet. Its kind tells score from rule. */
  const JipyoClaim *score; /* total of the latest round with a published one, or NULL */
  int rank;                /* by that score among the teams of that round; 0 unknown */
} JipyoStanding;

/* "in", "out", "not-yet". */
const char *jipyo_standing_state_id (JipyoStandingState state);
/* Whether such an event puts a team in play or out: chosen, joined, advanced, out. */
gboolean jipyo_standing_follows_from (JipyoEventKind kind);
/* Teams in play by rank, then those out (latest first), then those not yet in. Teams of whom
 * nothing is known in this reading are left out. (element-type JipyoStanding) (transfer full) */
GArray *jipyo_ledger_compute_standings (const JipyoLedger *ledger);
/* Teams that were in play at the end of `day`. */
guint jipyo_ledger_count_in_play (const JipyoLedger *ledger, JipyoDate day);
/* FALSE when the team is not in this reading. */
gboolean
jipyo_ledger_compute_standing (const JipyoLedger *ledger, const char *team, JipyoStanding *out);
