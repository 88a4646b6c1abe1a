/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Error bars: from the least to the most that a figure may be. One bound alone gives half a
 * whisker, from the figure to the bound; an infinite one runs out of the area and has no cap.
 */

#pragma once

#include "jipyo-mark.h"

/* Sets where the shape's whisker ends, from `low` and `high` of the datum. `shape` has its point.
 */
void
jipyo_whisker_place (const JipyoPlotLayout *layout, const JipyoDatum *datum, JipyoPlotShape *shape);
/* Half the length of a cap. */
double jipyo_whisker_get_cap (const JipyoPlotLayout *layout, const JipyoPlotShape *shape);
/* The whiskers of a series, above its marks, which are `filled` or points. */
void jipyo_whisker_paint_all (cairo_t *cr, const JipyoMarkPaint *paint, gboolean filled);
