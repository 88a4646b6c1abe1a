/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes read as the description of a chart and as a way of looking at it, so that a fuzzer that
 * changes bytes changes marks, numbers and texts. Whatever the types allow can come out.
 */

#pragma once

#include <stddef.h>
#include <stdint.h>

#include "jipyo-plot-state.h"
#include "jipyo-plot.h"

/* Past the end of the bytes everything is 0. */
typedef struct {
  const uint8_t *data;
  size_t size;
  size_t at;
} PlotBytes;

/* A number below `n`, which is at most 256. */
guint plot_bytes_take (PlotBytes *self, guint n);
/* Plain ones, hostile ones, and any eight bytes. */
double plot_bytes_take_number (PlotBytes *self);
/* (transfer full) */
JipyoPlot *plot_bytes_take_plot (PlotBytes *self);
JipyoPlotState plot_bytes_take_state (PlotBytes *self);
