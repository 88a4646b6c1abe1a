/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plots that nobody would draw, for the tests that anything can be drawn.
 */

#pragma once

#include "jipyo-plot.h"

/* Any marks, numbers (NaN, infinite, huge) and texts (broken, long, none). (transfer full) */
JipyoPlot *random_plot_new (GRand *rand);
