/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stacks as shares of their band's total, signs counted by size: what is paid out weighs as much as
 * what comes in. Series that are switched off have no share. What is not stacked has no place on an
 * axis of shares, nor have levels of amounts; that nothing is known of it is said as before. A note
 * stays with its figure.
 */

#pragma once

#include "jipyo-plot-state.h"

/* A copy in which each datum has its index still; NULL when nothing is stacked. `state` may be
 * NULL. (transfer full) (nullable) */
JipyoPlot *jipyo_plot_copy_shares (const JipyoPlot *plot, const JipyoPlotState *state);
