/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a person is told of an alert that fires: not while it is snoozed, not before an audience,
 * and not more often than anybody reads.
 */

#pragma once

#include "jipyo-alert-budget.h"
#include "jipyo-alert.h"

typedef struct {
  JipyoAlertBudget budget;
  gboolean held;
  GPtrArray *waiting; /* owned: of char *; ids of rules to ask for once not held */
} JipyoAlertTeller;

void jipyo_alert_teller_init (JipyoAlertTeller *self);
void jipyo_alert_teller_clear (JipyoAlertTeller *self);

/* One that is held back waits, once. */
JipyoAlertBudgetVerdict
jipyo_alert_teller_ask (JipyoAlertTeller *self, const JipyoAlertRule *rule, gint64 now_us);
/* The id of a rule that waited, the oldest first; NULL when none does. (transfer full) (nullable)
 */
char *jipyo_alert_teller_next (JipyoAlertTeller *self);
