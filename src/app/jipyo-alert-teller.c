/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules wait by their ids: one may be changed or removed meanwhile.
 */

#include "jipyo-alert-teller.h"

void
jipyo_alert_teller_init (JipyoAlertTeller *self)
{
  *self = (JipyoAlertTeller){ .waiting = g_ptr_array_new_with_free_func (g_free) };
}

void
jipyo_alert_teller_clear (JipyoAlertTeller *self)
{
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
}

JipyoAlertBudgetVerdict
jipyo_alert_teller_ask (JipyoAlertTeller *self, const JipyoAlertRule *rule, gint64 now_us)
{
  if (rule->snoozed_until_us > now_us)
    return JIPYO_ALERT_BUDGET_QUIET;
  if (!self->held)
    return jipyo_alert_budget_take (&self->budget, now_us);
  if (!g_ptr_array_find_with_equal_func (self->waiting, rule->id, g_str_equal, NULL))
    g_ptr_array_add (self->waiting, g_strdup (rule->id));
  return JIPYO_ALERT_BUDGET_QUIET;
}

char *
jipyo_alert_teller_next (JipyoAlertTeller *self)
{
  return self->waiting->len > 0 ? g_ptr_array_steal_index (self->waiting, 0) : NULL;
}
