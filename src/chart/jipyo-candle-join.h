/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Longer candles where there is no room to tell the given ones apart: a year on a slide is drawn by
 * weeks. Only for pictures, which nobody can zoom into.
 */

#pragma once

#include "jipyo-plot.h"

/* A copy with candles and volumes of weeks, months or hours, the shortest of which there are at
 * most `most`; lines stay as they are. Its subtitle says so. NULL when there is nothing to join.
 * (transfer full) (nullable) */
JipyoPlot *jipyo_plot_join_candles (const JipyoPlot *plot, double most);
