/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What texts keep off: the marks themselves.
 */

#pragma once

#include "jipyo-plot-scene.h"

/* Blocks the marks in the layout's field. Lines are chains of small boxes; where points are many, a
 * box covers as many as lie within a spacing unit. Many shapes are blocked by the small squares of
 * the area that they touch. So the number of boxes is bounded by the size of the area. */
void jipyo_plot_obstacles_add (JipyoPlotLayout *layout, const JipyoPlot *plot);
