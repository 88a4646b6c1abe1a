/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What assistive technology says of a chart as a whole. GTK 4.8 sends names and descriptions over
 * the bus, of a picture nothing else: the text of a value, made for it, is lost. So the point that
 * the keys have come to becomes the chart's name as long as the focus is on it, and the summary of
 * the plot's shape its description.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-plot.h"

/* Writes the summary of the plot, which is not kept. Tell afterwards. */
void jipyo_chart_voice_set_plot (GtkWidget *chart, const JipyoPlot *plot);
/* `title` of the chart, and the point where keys or pointer are, "" or NULL without. */
void jipyo_chart_voice_tell (GtkWidget *chart, const char *title, const char *point);
/* Of the plot last set, "" before. Borrowed. */
const char *jipyo_chart_voice_get_summary (GtkWidget *chart);
