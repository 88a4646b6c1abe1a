/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What became of what was announced: a plan is done, moved, confirmed, dropped, overdue or open,
 * and an event is early, late or on time against the plan that it replaces. Dates may be known to
 * the month only; then the shift is the least that they allow.
 */

#pragma once

#include "jipyo-ledger.h"

typedef enum {
  JIPYO_PLAN_NONE, /* no plan: it happened */
  JIPYO_PLAN_OPEN,
  JIPYO_PLAN_OVERDUE,
  JIPYO_PLAN_DONE,
  JIPYO_PLAN_MOVED,
  JIPYO_PLAN_CONFIRMED, /* by a later plan for the same time */
  JIPYO_PLAN_DROPPED,
} JipyoPlanState;

JipyoPlanState
jipyo_plan_get_state (const JipyoLedger *ledger, const JipyoEvent *event, JipyoDate as_of);
/* "none", "open", "overdue", "done", "moved", "confirmed", "dropped". */
const char *jipyo_plan_state_id (JipyoPlanState state);
/* "남은 계획" / "Open plan". */
const char *jipyo_plan_state_label (JipyoPlanState state, JipyoLang lang);
/* What `successor`, which replaces a plan, does to it; never unstated. */
JipyoOutcome jipyo_plan_get_outcome (const JipyoEvent *successor);
/* The event that settles, moves or drops `plan`; NULL when none does. */
const JipyoEvent *jipyo_plan_find_successor (const JipyoLedger *ledger, const JipyoEvent *plan);
/* The plan that `event` settles, moves or drops; NULL when none. */
const JipyoEvent *jipyo_plan_find_predecessor (const JipyoLedger *ledger, const JipyoEvent *event);
/* Days that `actual` lies after (or, negative, before) all days that `planned` may mean; 0 when
 * they overlap. */
int jipyo_plan_compute_shift (JipyoDate planned, JipyoDate actual);
/* "17일 빠름", "적어도 31일 연기", "계획한 때에", "취소": exact only between two full dates.
 * (transfer full) */
char *jipyo_plan_format_outcome (const JipyoEvent *plan, const JipyoEvent *after, JipyoLang lang);
