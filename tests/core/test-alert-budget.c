/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-alert-budget.h"

static const gint64 START_US = G_GINT64_CONSTANT (1754357901000000);

static void
test_six_an_hour (void)
{
  JipyoAlertBudget budget = { 0 };
  const gint64 minute_us = 60 * G_USEC_PER_SEC;

  for (int i = 0; i < 6; i++)
    g_assert_cmpint (jipyo_alert_budget_take (&budget, START_US + i * minute_us), ==,
                     JIPYO_ALERT_BUDGET_TELL);
  g_assert_cmpint (jipyo_alert_budget_take (&budget, START_US + 6 * minute_us), ==,
                   JIPYO_ALERT_BUDGET_DIGEST);
  g_assert_cmpint (jipyo_alert_budget_take (&budget, START_US + 7 * minute_us), ==,
                   JIPYO_ALERT_BUDGET_QUIET);
  g_assert_cmpint (jipyo_alert_budget_take (&budget, START_US + 60 * minute_us - 1), ==,
                   JIPYO_ALERT_BUDGET_QUIET);
  g_assert_cmpint (jipyo_alert_budget_take (&budget, START_US + 60 * minute_us), ==,
                   JIPYO_ALERT_BUDGET_TELL);
  g_assert_cmpint (jipyo_alert_budget_take (&budget, START_US + 60 * minute_us + 1), ==,
                   JIPYO_ALERT_BUDGET_DIGEST);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/alert-budget/six-an-hour", test_six_an_hour);
  return g_test_run ();
}
