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
