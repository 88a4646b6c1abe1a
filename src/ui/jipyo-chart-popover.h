/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a chart says in a bubble of its own: a summary in words, and its keys.
 */

#pragma once

#include "jipyo-rect.h"

#include <gtk/gtk.h>

/* Each replaces what is open. The chart must call `present` in its size_allocate. */
void jipyo_chart_popover_show (GtkWidget *chart, GtkWidget *content, const char *title);
/* Beside a part of the chart, so that it is not covered; NULL: from its middle. */
void jipyo_chart_popover_show_at (GtkWidget *chart,
                                  const JipyoRect *at,
                                  GtkWidget *content,
                                  const char *title);
void jipyo_chart_popover_show_text (GtkWidget *chart, const char *title, const char *text);
void jipyo_chart_popover_show_help (GtkWidget *chart);
void jipyo_chart_popover_present (GtkWidget *chart);
void jipyo_chart_popover_close (GtkWidget *chart);
/* As Escape does: the keys are the chart's again. For what is pressed in the bubble itself. */
void jipyo_chart_popover_leave (GtkWidget *chart);
