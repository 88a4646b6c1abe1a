/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans against what followed, from the `replaces` links of a reading's events.
 */

#include "jipyo-plan.h"

const JipyoEvent *
jipyo_plan_find_successor (const JipyoLedger *ledger, const JipyoEvent *plan)
{
  const GPtrArray *events = jipyo_ledger_get_events (ledger);
  const JipyoEvent *moved = NULL;

  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);

    if (g_strcmp0 (event->replaces, plan->id) != 0)
      continue;
    /* What happened outranks a new plan. */
    if (!event->planned)
      return event;
    moved = event;
  }
  return moved;
}

const JipyoEvent *
jipyo_plan_find_predecessor (const JipyoLedger *ledger, const JipyoEvent *event)
{
  const GPtrArray *events = jipyo_ledger_get_events (ledger);

  for (guint i = 0; event->replaces != NULL && i < events->len; i++) {
    const JipyoEvent *plan = g_ptr_array_index (events, i);

    if (g_str_equal (plan->id, event->replaces))
      return plan;
  }
  return NULL;
}

JipyoPlanState
jipyo_plan_get_state (const JipyoLedger *ledger, const JipyoEvent *event, JipyoDate as_of)
{
  const JipyoEvent *successor;

  if (!event->planned)
    return JIPYO_PLAN_NONE;
  successor = jipyo_plan_find_successor (ledger, event);
  if (successor != NULL)
    return successor->planned ? JIPYO_PLAN_MOVED : JIPYO_PLAN_DONE;
  if (jipyo_date_last_day (event->date) < jipyo_date_first_day (as_of))
    return JIPYO_PLAN_OVERDUE;
  return JIPYO_PLAN_OPEN;
}

const char *
jipyo_plan_state_id (JipyoPlanState state)
{
  switch (state) {
  case JIPYO_PLAN_NONE:
    return "none";
  case JIPYO_PLAN_OPEN:
    return "open";
  case JIPYO_PLAN_OVERDUE:
    return "overdue";
  case JIPYO_PLAN_DONE:
    return "done";
  case JIPYO_PLAN_MOVED:
    return "moved";
  }
  return "";
}

const char *
jipyo_plan_state_label (JipyoPlanState state, JipyoLang lang)
{
  gboolean ko = lang == JIPYO_LANG_KO;

  switch (state) {
  case JIPYO_PLAN_NONE:
    return ko ? "실제" : "Actual";
  case JIPYO_PLAN_OPEN:
    return ko ? "남은 계획" : "Open plan";
  case JIPYO_PLAN_OVERDUE:
    return ko ? "기한 지난 계획" : "Overdue plan";
  case JIPYO_PLAN_DONE:
    return ko ? "매듭지은 계획" : "Settled plan";
  case JIPYO_PLAN_MOVED:
    return ko ? "바뀐 계획" : "Changed plan";
  }
  return "";
}

int
jipyo_plan_compute_shift (JipyoDate planned, JipyoDate actual)
{
  int planned_first = jipyo_date_first_day (planned);
  int planned_last = jipyo_date_last_day (planned);
  int actual_first = jipyo_date_first_day (actual);
  int actual_last = jipyo_date_last_day (actual);

  if (actual_first > planned_last)
    return actual_first - planned_last;
  if (actual_last < planned_first)
    return actual_last - planned_first;
  return 0;
}

char *
jipyo_plan_format_shift (JipyoDate planned, JipyoDate actual, JipyoLang lang)
{
  int shift = jipyo_plan_compute_shift (planned, actual);
  gboolean exact = planned.day != 0 && actual.day != 0;
  gboolean ko = lang == JIPYO_LANG_KO;
  int days = ABS (shift);

  if (shift == 0)
    return g_strdup (ko ? "계획한 때에" : "at the planned time");
  if (ko)
    return g_strdup_printf ("%s%d일 %s", exact ? "" : "적어도 ", days, shift < 0 ? "빠름" : "늦음");
  return g_strdup_printf ("%s%d %s %s", exact ? "" : "at least ", days, days == 1 ? "day" : "days",
                          shift < 0 ? "early" : "late");
}
