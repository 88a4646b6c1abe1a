/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the columns of a table share its width: figures keep what they need, text gives way, and a
 * column that still has no room is left out rather than cut.
 */

#pragma once

#include "jipyo-sheet.h"

typedef struct {
  JipyoCellAlign align;
  double natural; /* with nothing wrapped or shortened */
  double minimum; /* figures: all of them; text: what still says something */
  double word;    /* text: at which none of its words is broken; 0: not known */
  double width;   /* the result */
} JipyoGridColumn;

/* Sets the widths so that columns and the gaps between them fill `width`, or less when they need
 * much less. Gives how many columns, from the first one, have room. */
guint jipyo_grid_columns_fit (JipyoGridColumn *columns, guint n_columns, double gap, double width);
