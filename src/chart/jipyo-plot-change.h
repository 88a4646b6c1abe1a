/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How one figure of a series differs from another, in words: for the card at the pointer and for a
 * measured stretch.
 */

#pragma once

#include "jipyo-plot.h"

/* Whether positions follow each other: an axis that is not of bands, or bands named by years. */
gboolean jipyo_plot_is_ordered (const JipyoPlot *plot);
/* The nearest earlier datum of the series with a value; FALSE when there is none, or the positions
 * have no order. */
gboolean jipyo_plot_find_previous (const JipyoPlot *plot, guint series, guint datum, guint *found);
/* "▲13개 (+11.9 %)"; shares and changes in per cent differ by %p, and only positive figures have a
 * ratio. NULL when one has no value. (transfer full) */
char *jipyo_plot_format_change (const JipyoPlot *plot, guint series, guint from, guint to);
/* "30일", "30 days" between two positions of a time axis, of less than a week to the minute where
 * positions are no days: "3시간 25분"; NULL on other axes. (transfer full) */
char *jipyo_plot_format_length (const JipyoPlot *plot, double from, double to);
