/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What part of all that is stacked at its position a datum is, signs counted by size. The picture
 * and what is read aloud have it from here.
 */

#pragma once

#include "jipyo-plot-state.h"

gboolean jipyo_share_is_stacked (const JipyoPlotSeries *series);
/* Totals by position, without the series that `state` (or NULL) hides; NULL when nothing is
 * stacked. (transfer full) (nullable) */
GHashTable *jipyo_share_sum (const JipyoPlot *plot, const JipyoPlotState *state);
/* Percent of its total; NaN where it has none. */
double jipyo_share_measure (GHashTable *totals, const JipyoDatum *datum);
/* As a share is written. */
double jipyo_share_round (double share);
