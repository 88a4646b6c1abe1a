/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines and areas over an axis, broken where data is missing.
 */

#pragma once

#include "jipyo-mark.h"

extern const JipyoMarkClass jipyo_mark_line_class;
extern const JipyoMarkClass jipyo_mark_area_class;

/* For other marks that are lines. */
guint32 jipyo_mark_line_get_colour (const JipyoPlotLayout *layout,
                                    const JipyoPlotSeries *series,
                                    const JipyoDatum *datum);
/* Dash and cap of a line of the series that leads to a datum of a kind. */
void jipyo_mark_line_set_dash (cairo_t *cr, const JipyoMarkPaint *paint, JipyoDatumKind kind);
/* Markers where there is room for all, else at the last datum and where one stands alone. */
void jipyo_mark_line_paint_points (cairo_t *cr, const JipyoMarkPaint *paint);
