/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How often a person may be disturbed: six notifications an hour, then one that says there are
 * more.
 */

#pragma once

#include <glib.h>

#define JIPYO_ALERT_BUDGET_PER_HOUR 6

typedef enum {
  JIPYO_ALERT_BUDGET_TELL,
  JIPYO_ALERT_BUDGET_DIGEST, /* the one that says there are more */
  JIPYO_ALERT_BUDGET_QUIET,  /* it is in the list and the log */
} JipyoAlertBudgetVerdict;

typedef struct {
  gint64 told_us[JIPYO_ALERT_BUDGET_PER_HOUR]; /* the last ones, the oldest at `next` */
  guint n_told;
  guint next;
  gboolean digested;
} JipyoAlertBudget;

/* Takes one notification out, if there is one left. */
JipyoAlertBudgetVerdict jipyo_alert_budget_take (JipyoAlertBudget *self, gint64 now_us);
