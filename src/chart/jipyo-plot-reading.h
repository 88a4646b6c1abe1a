/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plot as a list to be read point by point. Past a limit nobody listens to single points: then
 * each item is a stretch of a series with its first, last, least and largest figure.
 */

#pragma once

#include "jipyo-plot-state.h"
#include "jipyo-plot.h"

/* Three months of an instrument, with volume and averages, day by day. */
#define JIPYO_PLOT_READINGS_MAX 400

typedef struct {
  guint series;
  guint first; /* datum */
  guint last;  /* the same as `first` for a single one */
  char *text;
} JipyoReading;

/* At most `most` items, by series, then datum; together they cover all data unless there are more
 * series than items. `state` as for the text of a datum, or NULL. (transfer full) (element-type
 * JipyoReading) */
GArray *jipyo_plot_reading_list (const JipyoPlot *plot, const JipyoPlotState *state, guint most);

/* Whether the lists of a plot looked at in both ways read the same: what part of the axis is in
 * view, and which series is looked at alone, makes no difference. */
gboolean jipyo_plot_reading_is_same (const JipyoPlotState *a, const JipyoPlotState *b);
