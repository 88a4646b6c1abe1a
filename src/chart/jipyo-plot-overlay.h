/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What moves with pointer and keys: crosshair, ring, measured stretch, chosen range. Painted over
 * the picture from the same layout, so that the picture itself need not be painted again.
 */

#pragma once

#include "jipyo-plot-card.h"

/* `card` may be NULL. */
void jipyo_plot_overlay_draw (cairo_t *cr,
                              const JipyoPlotLayout *layout,
                              const JipyoPlotPointer *pointer,
                              const JipyoPlotCard *card);
/* What that covers, for a surface no larger than it must be; empty where nothing is painted. */
JipyoRect jipyo_plot_overlay_measure (const JipyoPlotLayout *layout,
                                      const JipyoPlotPointer *pointer,
                                      const JipyoPlotCard *card);
/* A line through a position of the axis, as for a cursor that is elsewhere on the page. */
void jipyo_plot_overlay_draw_cursor (cairo_t *cr, const JipyoPlotLayout *layout, double position);
