/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small multiples: plots of equal axes in a grid, whose data have areas of one size. What an axis
 * says stands once a row, at the left, and once a column, at the bottom.
 */

#pragma once

#include "jipyo-plot-frame.h"
#include "jipyo-sheet-plan.h"

typedef struct {
  guint n;
  guint n_columns;
  JipyoRect area; /* of all of them */
  double gap;     /* between two */
  double upright; /* the width of what the upright axis says */
  double below;   /* the height of what the other says */
} JipyoMultiples;

/* Of a plan that has rows; they begin at the top of `area`, whose height is found by theirs. */
JipyoMultiples jipyo_multiples_new (const JipyoSheetPlan *plan, JipyoRect area);
/* Fills in the last two by the first of the plots, `frame` being that of a plot without its size.
 */
void
jipyo_multiples_measure (JipyoMultiples *self, const JipyoPlot *first, const JipyoPlotFrame *frame);
/* Where a plot goes. */
JipyoRect jipyo_multiples_get_rect (const JipyoMultiples *self, guint index);
/* Tells the frame of a plot which axes are silent. Does nothing where there are no multiples. */
void jipyo_multiples_set_frame (const JipyoMultiples *self, guint index, JipyoPlotFrame *frame);
