/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plays a chart, on demand and for as long as it is wanted. Whether there is something to play on
 * is the desktop's matter: where it is not, "failed" says so in words, and the sound can still be
 * written to a file (card.export-sound).
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-plot-state.h"

#define JIPYO_TYPE_CHART_SOUND (jipyo_chart_sound_get_type ())
G_DECLARE_FINAL_TYPE (JipyoChartSound, jipyo_chart_sound, JIPYO, CHART_SOUND, GObject)

/* The sound of a chart, which stops when the chart is out of sight, and whose failures are told by
 * a toast, which offers to save it where that can be done. Made when first asked for; the chart's.
 */
JipyoChartSound *jipyo_chart_sound_get (GtkWidget *chart);
/* Signals: "failed" (const char *words, gboolean can_save), for the person to read; "changed" when
 * `playing` did. */
JipyoChartSound *jipyo_chart_sound_new (void);
gboolean jipyo_chart_sound_is_playing (JipyoChartSound *self);
/* Starts from the beginning; what was playing stops. The plot is not kept; `state` may be NULL. */
void
jipyo_chart_sound_play (JipyoChartSound *self, const JipyoPlot *plot, const JipyoPlotState *state);
/* Silent when this returns. FALSE when it was already. */
gboolean jipyo_chart_sound_stop (JipyoChartSound *self);
