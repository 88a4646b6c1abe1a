/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the bars of a series lie within a band: side by side when several series have one there.
 */

#pragma once

#include "jipyo-plot-scene.h"

typedef struct {
  double offset; /* of the bar's centre from the band's */
  double thickness;
} JipyoSlot;

JipyoSlot jipyo_slot_measure (const JipyoPlotLayout *layout, const JipyoPlot *plot, guint series);
