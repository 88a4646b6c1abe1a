/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How charts and table share the height of a picture. Pure numbers: what a part needs at least and
 * would like to have goes in, what it gets comes out.
 */

#pragma once

#include "jipyo-rect.h"

typedef struct {
  double minimum;
  double natural;
  double height; /* the result */
  guint first;   /* of the plots in this row */
  guint n_plots;
} JipyoSheetRow;

typedef struct {
  GArray *rows; /* of JipyoSheetRow; the last ones are dropped when there is no room for them */
  gboolean has_grid;
  double grid_minimum;
  double grid_natural;
  double grid_height; /* the result */
  double gap;         /* between rows, and between them and the table */
} JipyoSheetPlan;

void jipyo_sheet_plan_init (JipyoSheetPlan *self, double gap);
void jipyo_sheet_plan_clear (JipyoSheetPlan *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JipyoSheetPlan, jipyo_sheet_plan_clear)

/* Puts `n_plots` into rows of at most `n_columns`, the first one alone if `wide_first`. */
void jipyo_sheet_plan_arrange (JipyoSheetPlan *self,
                               guint n_plots,
                               guint n_columns,
                               gboolean wide_first);
/* The least height with only the first row and no table; 0 without rows. */
double jipyo_sheet_plan_get_least (const JipyoSheetPlan *self);
/* Drops what has no room, last rows first, then the table; shares `height` among the rest. */
void jipyo_sheet_plan_share (JipyoSheetPlan *self, double height);
/* Gives the rows what the table left over. */
void jipyo_sheet_plan_grow (JipyoSheetPlan *self, double height);
