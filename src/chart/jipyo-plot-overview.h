/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small picture of the whole axis, and the brush on it that is the part in view: its ends are
 * taken to widen it, its middle to move it. Places are shares of the whole, 0 … 1.
 */

#pragma once

#include "jipyo-plot-state.h"
#include "jipyo-plot.h"
#include "jipyo-rect.h"
#include "jipyo-theme.h"

#include <cairo.h>

/* Whether the axis is so long that the overview is worth its room before anyone looks closer. */
gboolean jipyo_plot_is_long (const JipyoPlot *plot);
/* The plot with nothing but its marks: no names, texts, axes and annotations; series that are
 * switched off are not in it. (transfer full) */
JipyoPlot *jipyo_plot_copy_overview (const JipyoPlot *plot, const JipyoPlotState *state);

typedef enum {
  JIPYO_BRUSH_LOW,    /* the handle at its low end */
  JIPYO_BRUSH_HIGH,   /* the one at its high end */
  JIPYO_BRUSH_MIDDLE, /* all between them */
  JIPYO_BRUSH_NEW,    /* beside it: another part is chosen from there on */
} JipyoBrushPart;

/* What is taken at a place; `reach` is the share that a handle answers on. The whole has no middle:
 * there is nowhere to move it. */
JipyoBrushPart jipyo_plot_brush_find (JipyoPlotWindow brush, double place, double reach);
/* The brush after its part was taken at `from` and brought to `to`, within the whole. */
JipyoPlotWindow
jipyo_plot_brush_drag (JipyoPlotWindow brush, JipyoBrushPart part, double from, double to);
/* Veils what is out of view and draws the handles; `area` is the whole. */
void jipyo_plot_brush_draw (cairo_t *cr,
                            JipyoPlotWindow brush,
                            const JipyoRect *area,
                            const JipyoTheme *theme);
