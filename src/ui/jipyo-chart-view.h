/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart in the window: one tab stop, arrow keys from figure to figure, Space or Enter for where
 * the figure comes from.
 */

#pragma once

#include "jipyo-look.h"
#include "jipyo-view-result.h"

#define JIPYO_TYPE_CHART_VIEW (jipyo_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (JipyoChartView, jipyo_chart_view, JIPYO, CHART_VIEW, GtkWidget)

JipyoChartView *jipyo_chart_view_new (JipyoLook *look);
/* The plot `index` of the view's sheet. */
void jipyo_chart_view_set_plot (JipyoChartView *self, JipyoViewResult *result, guint index);

/* The focused figure's claim, or NULL; for tests and for copying. */
const char *jipyo_chart_view_get_focused_claim (JipyoChartView *self);
/* Moves the focus by `step` figures; FALSE at either end. */
gboolean jipyo_chart_view_move_focus (JipyoChartView *self, int step);
