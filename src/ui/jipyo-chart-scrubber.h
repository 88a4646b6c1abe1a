/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row under a chart while time is held or runs: play, the position in time, its date, speed.
 * It is for the pointer: keys of the chart do the same, so that the chart stays one tab stop.
 */

#pragma once

#include "jipyo-chart-view.h"

#define JIPYO_TYPE_CHART_SCRUBBER (jipyo_chart_scrubber_get_type ())
G_DECLARE_FINAL_TYPE (JipyoChartScrubber, jipyo_chart_scrubber, JIPYO, CHART_SCRUBBER, GtkWidget)

/* For a chart that has a player and will hold this. */
GtkWidget *jipyo_chart_scrubber_new (JipyoChartView *chart);
/* What it says of the position, "" before time was ever held; for tests. */
const char *jipyo_chart_scrubber_get_date (JipyoChartScrubber *self);
