/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans against what followed, from the `replaces` links and outcomes of a reading's events.
 */

#include "jipyo-plan.h"

static const JipyoPlanState outcome_states[] = {
  [JIPYO_OUTCOME_DONE] = JIPYO_PLAN_DONE,
  [JIPYO_OUTCOME_CONFIRMED] = JIPYO_PLAN_CONFIRMED,
  [JIPYO_OUTCOME_MOVED] = JIPYO_PLAN_MOVED,
  [JIPYO_OUTCOME_DROPPED] = JIPYO_PLAN_DROPPED,
};

JipyoOutcome
jipyo_plan_get_outcome (const JipyoEvent *successor)
{
  if (successor->outcome != JIPYO_OUTCOME_UNSTATED)
    return successor->outcome;
  return successor->planned ? JIPYO_OUTCOME_MOVED : JIPYO_OUTCOME_DONE;
}

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
    return outcome_states[jipyo_plan_get_outcome (successor)];
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
  case JIPYO_PLAN_CONFIRMED:
    return "confirmed";
  case JIPYO_PLAN_DROPPED:
    return "dropped";
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
    return ko ? "이루어진 계획" : "Plan carried out";
  case JIPYO_PLAN_MOVED:
    return ko ? "옮긴 계획" : "Moved plan";
  case JIPYO_PLAN_CONFIRMED:
    return ko ? "확정된 계획" : "Confirmed plan";
  case JIPYO_PLAN_DROPPED:
    return ko ? "취소된 계획" : "Dropped plan";
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

static char *
format_days (int shift, gboolean exact, JipyoLang lang)
{
  int days = ABS (shift);

  if (lang == JIPYO_LANG_KO)
    return g_strdup_printf ("%s%d일", exact ? "" : "적어도 ", days);
  return g_strdup_printf ("%s%d %s", exact ? "" : "at least ", days, days == 1 ? "day" : "days");
}

/* Of what happened: early or late. Of a new plan: earlier or later. */
static char *
format_shift (const JipyoEvent *plan, const JipyoEvent *after, JipyoLang lang)
{
  static const char *const words[2][2][2] = {
    { { "%s 빠름", "%s early" }, { "%s 늦음", "%s late" } },
    { { "%s 앞당김", "brought forward %s" }, { "%s 연기", "moved back %s" } },
  };
  int shift = jipyo_plan_compute_shift (plan->date, after->date);
  gboolean exact = plan->date.day != 0 && after->date.day != 0;
  g_autofree char *days = format_days (shift, exact, lang);
  const char *form = words[after->planned][shift > 0][lang == JIPYO_LANG_KO ? 0 : 1];
  g_auto (GStrv) parts = g_strsplit (form, "%s", 2);

  return g_strconcat (parts[0], days, parts[1], NULL);
}

char *
jipyo_plan_format_outcome (const JipyoEvent *plan, const JipyoEvent *after, JipyoLang lang)
{
  JipyoOutcome outcome = jipyo_plan_get_outcome (after);
  gboolean ko = lang == JIPYO_LANG_KO;

  if (outcome == JIPYO_OUTCOME_DROPPED)
    return g_strdup (ko ? "취소" : "dropped");
  if (outcome == JIPYO_OUTCOME_CONFIRMED)
    return g_strdup (ko ? "확정" : "confirmed");
  if (jipyo_plan_compute_shift (plan->date, after->date) == 0)
    return g_strdup (ko ? "계획한 때에" : "at the planned time");
  return format_shift (plan, after, lang);
}
