/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How wide the columns of a table want to be. Internal to its layout.
 */

#pragma once

#include "jipyo-grid-columns.h"
#include "jipyo-scene.h"

/* Borrowed, both. */
typedef struct {
  const JipyoScene *scene;
  const JipyoGrid *grid;
  double size;  /* of the cells' font */
  guint n_rows; /* from the first, that the widths are for */
} JipyoGridMeasure;

/* Sets all of `column` but its width, and how wide its texts are, with a gap; 0 when it has none.
 */
void jipyo_grid_measure_column (const JipyoGridMeasure *self,
                                guint index,
                                JipyoGridColumn *column,
                                double *text_width);
/* Whether a cell has something to show. */
gboolean jipyo_grid_cell_has_text (const JipyoGridCell *cell);
