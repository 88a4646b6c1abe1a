/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One figure beside an average or a rest, which is no rival of it: neither leads, but how far apart
 * they are can be told. Internal to the facts of a plot.
 */

#pragma once

#include "jipyo-plot-fact.h"

/* The only rival among single marks and the only reference beside it, at a position or, of NULL,
 * anywhere; FALSE for any others. */
gboolean jipyo_plot_reference_find (const JipyoPlot *plot, const double *position, JipyoFact *fact);
