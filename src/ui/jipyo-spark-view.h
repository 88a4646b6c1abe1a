/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sparkline in a row of the sidebar.
 */

#pragma once

#include "jipyo-look.h"

#define JIPYO_TYPE_SPARK_VIEW (jipyo_spark_view_get_type ())
G_DECLARE_FINAL_TYPE (JipyoSparkView, jipyo_spark_view, JIPYO, SPARK_VIEW, GtkWidget)

GtkWidget *jipyo_spark_view_new (JipyoLook *look);
/* `values` (of double, NaN for gaps) is taken; its colour is that of the change from the first to
 * the last. */
void jipyo_spark_view_take_values (JipyoSparkView *self, GArray *values);
