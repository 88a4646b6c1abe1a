/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a chart comes in, once, when it is first seen: its picture, drawn whole, is uncovered from
 * where its marks begin. Nothing moves where animations are off, and nothing in a file.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-plot-draw.h"

typedef struct {
  gboolean begun;
  guint tick_id;   /* 0 while nothing moves */
  gint64 began_us; /* frame time; 0 before the first frame */
  double progress; /* 0 … 1 */
} JipyoChartEntry;

/* To be called with every snapshot; only the first one begins it. */
void jipyo_chart_entry_begin (JipyoChartEntry *self, GtkWidget *chart);
/* The part of the picture that is to be seen now; FALSE when it is all of it. */
gboolean jipyo_chart_entry_get_clip (const JipyoChartEntry *self,
                                     const JipyoPlotLayout *layout,
                                     JipyoRect *clip);
void jipyo_chart_entry_end (JipyoChartEntry *self, GtkWidget *chart);
