/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The charts of a page that show each other where they are pointed at, at the same place. Owned by
 * the page and handed down to its cards.
 */

#pragma once

#include "jipyo-chart-view.h"

#define JIPYO_TYPE_CHART_GROUP (jipyo_chart_group_get_type ())
G_DECLARE_FINAL_TYPE (JipyoChartGroup, jipyo_chart_group, JIPYO, CHART_GROUP, GObject)

JipyoChartGroup *jipyo_chart_group_new (void);
/* For as long as both live. Charts with another kind of position axis are left alone. */
void jipyo_chart_group_add (JipyoChartGroup *self, JipyoChartView *chart);
