/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart on a page: its place there, and as much of it as that has room for.
 */

#pragma once

#include "jipyo-plot-draw.h"
#include "jipyo-plot.h"
#include "jipyo-rect.h"

typedef struct {
  JipyoPlot plot;          /* shallow copy, to be stripped of what the page already says */
  JipyoPlot *fewer;        /* owned: the rows or candles that there is room for, when not for all */
  JipyoPlotLayout *layout; /* owned; NULL before it is laid out */
  JipyoRect rect;
} JipyoSheetPlot;

/* Borrows what `plot` holds. */
JipyoSheetPlot *jipyo_sheet_plot_new (const JipyoPlot *plot, JipyoRect rect);
void jipyo_sheet_plot_free (JipyoSheetPlot *self);

/* Candles too narrow to be told from each other give way to longer ones. */
void jipyo_sheet_plot_join_candles (JipyoSheetPlot *self, double label);
/* Rows that cannot all have their names give way to fewer that can; the frame says how many. */
void jipyo_sheet_plot_lay_out (JipyoSheetPlot *self, JipyoPlotFrame *frame);
/* Of what is drawn at a place of the page, or NULL. */
const char *jipyo_sheet_plot_find_claim (const JipyoSheetPlot *self, double x, double y);
