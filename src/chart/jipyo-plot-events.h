/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happened: lines, spans and event markers at positions, and notes about single points. Their
 * texts come after those of the marks and stand where nothing else is: events in a row above the
 * area, or beside their marker; lines and spans at an end of theirs; a note beside its point, or
 * further off with a leader. A text without room is left out, its line stays; a note has none.
 */

#pragma once

#include "jipyo-plot-scene.h"

/* Height that the texts of events need above the area; 0 where values run right. */
double jipyo_plot_events_measure (const JipyoPlotLayout *layout, const JipyoPlot *plot);
void jipyo_plot_events_add (JipyoPlotLayout *layout, const JipyoPlot *plot);
