/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The difference of two readings of one ledger: what a reader of the later one knows that a reader
 * of the earlier one could not.
 */

#pragma once

#include "jipyo-ledger.h"
#include "jipyo-standing.h"

/* In the order of the list. */
typedef enum {
  JIPYO_CHANGE_STANDING, /* a team's standing is another one */
  JIPYO_CHANGE_FIGURE,   /* another figure is shown for the same matter */
  JIPYO_CHANGE_CONFLICT, /* a claim came that contradicts the figure shown */
  JIPYO_CHANGE_EVENT,    /* an event became known */
  JIPYO_CHANGE_PLAN,     /* a plan became known */
  JIPYO_CHANGE_CLAIM,    /* a figure of a matter that had none */
  JIPYO_N_CHANGE_KINDS
} JipyoChangeKind;

/* Only the members of the kind are set; all records are borrowed from the later reading. */
typedef struct {
  JipyoChangeKind kind;
  JipyoDate date;            /* when it became known */
  const JipyoTeam *team;     /* STANDING */
  JipyoStandingState before; /* STANDING */
  JipyoStandingState after;
  const JipyoEvent *event;   /* STANDING, EVENT, PLAN */
  const JipyoClaim *claim;   /* FIGURE, CONFLICT, CLAIM: what came */
  const JipyoClaim *earlier; /* FIGURE: what was shown before; CONFLICT: what it contradicts */
} JipyoChange;

/* Both must be readings of the same ledger. (element-type JipyoChange) (transfer full) */
GArray *jipyo_change_list_compute (const JipyoLedger *earlier, const JipyoLedger *later);
/* "standing", "figure", "conflict", "event", "plan", "claim". */
const char *jipyo_change_kind_id (JipyoChangeKind kind);
const char *jipyo_change_kind_label (JipyoChangeKind kind, JipyoLang lang);
guint jipyo_change_list_count (const GArray *changes, JipyoChangeKind kind);
