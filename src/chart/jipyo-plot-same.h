/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether two descriptions are of the same chart, so that one that came anew need not be drawn.
 */

#pragma once

#include "jipyo-plot.h"

/* TRUE when everything that can be drawn, read out or asked for is the same; FALSE also of columns
 * that are too long to be compared. */
gboolean jipyo_plot_is_same (const JipyoPlot *a, const JipyoPlot *b);
