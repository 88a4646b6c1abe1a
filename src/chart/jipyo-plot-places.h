/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a figure may stand at its mark.
 */

#pragma once

#include "jipyo-plot-label.h"

/* Rectangles of the label's size, the best first. */
typedef struct {
  JipyoRect rects[12];
  guint n;
} JipyoPlaces;

/* Places outside of the mark, by how its kind has its figures. May colour a label that leaves the
 * segment it belongs to. */
void jipyo_plot_places_list (JipyoPlaces *self,
                             const JipyoPlotLayout *layout,
                             const JipyoPlotShape *shape,
                             JipyoPlotLabel *label);
