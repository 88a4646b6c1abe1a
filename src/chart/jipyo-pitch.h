/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far apart the data of a series stand on the position axis: what bars and candles may be wide.
 */

#pragma once

#include "jipyo-plot-scene.h"

/* The width of a band; else the least distance between two data, the whole axis if there is no
 * second one. */
double jipyo_pitch_measure (const JipyoPlotLayout *layout, const JipyoPlotSeries *series);
/* The same, but that one in ten may be closer to its neighbour: the candle of a week of two days
 * does not make all others thin. */
double jipyo_pitch_measure_usual (const JipyoPlotLayout *layout, const JipyoPlotSeries *series);
/* The same, but a single datum is about as wide as the stretch that it stands for, where that
 * is known.
 */
double jipyo_pitch_measure_alone (const JipyoPlotLayout *layout,
                                  const JipyoPlot *plot,
                                  const JipyoPlotSeries *series);
