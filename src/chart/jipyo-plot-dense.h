/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines whose points are columns. While fewer points are in view than the area is wide, they are
 * laid out as any others, by shapes. Beyond that only the end of the line has a shape,
 * for its name; the line is painted by its extremes and hit by search, and nothing that is done for
 * a frame grows with the number of points.
 */

#pragma once

#include "jipyo-mark.h"

/* The points in view and one to either side. */
JipyoColumnRange jipyo_plot_dense_find_view (const JipyoColumns *columns,
                                             const JipyoScale *position);
/* Appends the shapes of a series of columns. */
void jipyo_plot_dense_place (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index);
/* Where a point lies, whether or not it has a shape. FALSE when it has no place, or when the series
 * is laid out by shapes. */
gboolean jipyo_plot_dense_get_rect (const JipyoPlotLayout *layout,
                                    guint series,
                                    guint point,
                                    JipyoRect *rect);

/* The nearest point of lines without shapes. */
typedef struct {
  double distance; /* in: only nearer ones count */
  guint series;
  guint point;
} JipyoNearest;
gboolean
jipyo_plot_dense_find (const JipyoPlotLayout *layout, const double at[2], JipyoNearest *nearest);

/* The point of one such line that is nearest along the axis of positions; of those within half a
 * unit of it, the nearest. FALSE when none has a place in view. */
gboolean jipyo_plot_dense_find_beside (const JipyoPlotLayout *layout,
                                       const JipyoDense *dense,
                                       const double at[2],
                                       guint *point);
