/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The room that figures need beyond the marks, at the ends of the value axis.
 */

#pragma once

#include "jipyo-plot-scene.h"

/* Room at the low and the high end of a value axis of `length` units so that figures beyond bars
 * and points fit: room[0] and room[1]. May decide to leave out the notes. */
void jipyo_plot_room_measure (JipyoPlotLayout *layout,
                              const JipyoPlot *plot,
                              double length,
                              double room[2]);
