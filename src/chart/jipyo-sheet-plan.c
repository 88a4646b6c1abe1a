/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sharing of heights. A part gets its least first, then all move towards what they would like in
 * step, then the charts take what is left, for a table gains nothing by height.
 */

#include "jipyo-sheet-plan.h"

static const double WHOLE_GRID_SHARE = 0.45; /* of the height */

void
jipyo_sheet_plan_init (JipyoSheetPlan *self, double gap)
{
  *self = (JipyoSheetPlan){ .rows = g_array_new (FALSE, TRUE, sizeof (JipyoSheetRow)), .gap = gap };
}

void
jipyo_sheet_plan_clear (JipyoSheetPlan *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
}

static JipyoSheetRow *
get_row (const JipyoSheetPlan *self, guint index)
{
  return &g_array_index (self->rows, JipyoSheetRow, index);
}

void
jipyo_sheet_plan_arrange (JipyoSheetPlan *self, guint n_plots, guint n_columns, gboolean wide_first)
{
  guint first = 0;

  g_array_set_size (self->rows, 0);
  while (first < n_plots) {
    const gboolean alone = first == 0 && wide_first;
    const guint left = n_plots - first;
    const JipyoSheetRow row = { .first = first, .n_plots = alone ? 1 : MIN (left, n_columns) };

    g_array_append_val (self->rows, row);
    first += row.n_plots;
  }
}

double
jipyo_sheet_plan_get_least (const JipyoSheetPlan *self)
{
  return self->rows->len > 0 ? get_row (self, 0)->minimum : 0;
}

static double
sum_minimums (const JipyoSheetPlan *self)
{
  double sum = 0;

  for (guint i = 0; i < self->rows->len; i++)
    sum += get_row (self, i)->minimum + (i > 0 ? self->gap : 0);
  if (self->has_grid)
    sum += self->grid_minimum + (self->rows->len > 0 ? self->gap : 0);
  return sum;
}

static void
drop (JipyoSheetPlan *self, double height)
{
  while (self->rows->len > 1 && sum_minimums (self) > height)
    g_array_set_size (self->rows, self->rows->len - 1);
  if (self->has_grid && self->rows->len > 0 && sum_minimums (self) > height)
    self->has_grid = FALSE;
  if (self->rows->len == 1 && sum_minimums (self) > height)
    g_array_set_size (self->rows, 0);
  if (self->has_grid && sum_minimums (self) > height)
    self->has_grid = FALSE;
}

void
jipyo_sheet_plan_share (JipyoSheetPlan *self, double height)
{
  double wish = 0;

  self->grid_height = 0;
  drop (self, height);
  /* A table that is not long has all its rows. */
  if (self->has_grid && self->grid_natural <= WHOLE_GRID_SHARE * height
      && sum_minimums (self) - self->grid_minimum + self->grid_natural <= height)
    self->grid_minimum = self->grid_natural;
  const double extra = height - sum_minimums (self);
  for (guint i = 0; i < self->rows->len; i++)
    wish += MAX (get_row (self, i)->natural - get_row (self, i)->minimum, 0);
  if (self->has_grid)
    wish += MAX (self->grid_natural - self->grid_minimum, 0);
  const double share = wish > 0 ? CLAMP (extra / wish, 0, 1) : 0;
  for (guint i = 0; i < self->rows->len; i++) {
    JipyoSheetRow *row = get_row (self, i);
    row->height = row->minimum + share * MAX (row->natural - row->minimum, 0);
  }
  if (self->has_grid)
    self->grid_height =
      self->grid_minimum + share * MAX (self->grid_natural - self->grid_minimum, 0);
  jipyo_sheet_plan_grow (self, height);
}

void
jipyo_sheet_plan_grow (JipyoSheetPlan *self, double height)
{
  double used = self->has_grid ? self->grid_height : 0;
  double rows = 0;

  if (self->rows->len == 0)
    return;
  used += self->gap * (self->rows->len - (self->has_grid ? 0 : 1));
  for (guint i = 0; i < self->rows->len; i++)
    rows += get_row (self, i)->height;
  if (rows <= 0 || used + rows >= height)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    get_row (self, i)->height *= (height - used) / rows;
}
