/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A ring of the last six: when the oldest is an hour old there is room again.
 */

#include "jipyo-alert-budget.h"

JipyoAlertBudgetVerdict
jipyo_alert_budget_take (JipyoAlertBudget *self, gint64 now_us)
{
  const gboolean full = self->n_told == JIPYO_ALERT_BUDGET_PER_HOUR
                        && now_us - self->told_us[self->next] < G_TIME_SPAN_HOUR;

  if (full && self->digested)
    return JIPYO_ALERT_BUDGET_QUIET;
  if (full) {
    self->digested = TRUE;
    return JIPYO_ALERT_BUDGET_DIGEST;
  }
  self->digested = FALSE;
  self->told_us[self->next] = now_us;
  self->next = (self->next + 1) % JIPYO_ALERT_BUDGET_PER_HOUR;
  self->n_told = MIN (self->n_told + 1, JIPYO_ALERT_BUDGET_PER_HOUR);
  return JIPYO_ALERT_BUDGET_TELL;
}
