/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sharing of the height of a picture among charts and table.
 */

#include "jipyo-sheet-plan.h"

static const double GAP = 10;

static const JipyoSheetRow *
get_row (const JipyoSheetPlan *plan, guint index)
{
  return &g_array_index (plan->rows, JipyoSheetRow, index);
}

static void
set_heights (JipyoSheetPlan *plan, double minimum, double natural)
{
  for (guint i = 0; i < plan->rows->len; i++) {
    g_array_index (plan->rows, JipyoSheetRow, i).minimum = minimum;
    g_array_index (plan->rows, JipyoSheetRow, i).natural = natural;
  }
}

static void
test_arrange (void)
{
  g_auto (JipyoSheetPlan) plan = { 0 };

  jipyo_sheet_plan_init (&plan, GAP);
  jipyo_sheet_plan_arrange (&plan, 3, 2, TRUE);
  g_assert_cmpuint (plan.rows->len, ==, 2);
  g_assert_cmpuint (get_row (&plan, 0)->n_plots, ==, 1);
  g_assert_cmpuint (get_row (&plan, 1)->first, ==, 1);
  g_assert_cmpuint (get_row (&plan, 1)->n_plots, ==, 2);
  jipyo_sheet_plan_arrange (&plan, 5, 2, FALSE);
  g_assert_cmpuint (plan.rows->len, ==, 3);
  g_assert_cmpuint (get_row (&plan, 2)->n_plots, ==, 1);
  jipyo_sheet_plan_arrange (&plan, 0, 2, TRUE);
  g_assert_cmpuint (plan.rows->len, ==, 0);
  jipyo_sheet_plan_share (&plan, 100);
  g_assert_cmpfloat (jipyo_sheet_plan_get_least (&plan), ==, 0);
}

static void
test_share (void)
{
  g_auto (JipyoSheetPlan) plan = { 0 };

  jipyo_sheet_plan_init (&plan, GAP);
  jipyo_sheet_plan_arrange (&plan, 2, 1, FALSE);
  set_heights (&plan, 100, 200);
  plan.has_grid = TRUE;
  plan.grid_minimum = 100;
  plan.grid_natural = 300;
  jipyo_sheet_plan_share (&plan, 520);
  g_assert_true (plan.has_grid);
  /* 200 beyond the least are half of what is wished for. */
  g_assert_cmpfloat_with_epsilon (get_row (&plan, 0)->height, 150, 1e-6);
  g_assert_cmpfloat_with_epsilon (plan.grid_height, 200, 1e-6);
}

static void
test_drop (void)
{
  g_auto (JipyoSheetPlan) plan = { 0 };

  jipyo_sheet_plan_init (&plan, GAP);
  jipyo_sheet_plan_arrange (&plan, 2, 1, FALSE);
  set_heights (&plan, 100, 200);
  plan.has_grid = TRUE;
  plan.grid_minimum = plan.grid_natural = 100;
  jipyo_sheet_plan_share (&plan, 230);
  g_assert_cmpuint (plan.rows->len, ==, 1);
  g_assert_true (plan.has_grid);
  g_assert_cmpfloat_with_epsilon (get_row (&plan, 0)->height + plan.grid_height, 220, 1e-6);
  jipyo_sheet_plan_share (&plan, 120);
  g_assert_cmpuint (plan.rows->len, ==, 1);
  g_assert_false (plan.has_grid);
  g_assert_cmpfloat_with_epsilon (get_row (&plan, 0)->height, 120, 1e-6);
  jipyo_sheet_plan_share (&plan, 90);
  g_assert_cmpuint (plan.rows->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/sheet-plan/arrange", test_arrange);
  g_test_add_func ("/chart/sheet-plan/share", test_share);
  g_test_add_func ("/chart/sheet-plan/drop", test_drop);
  return g_test_run ();
}
