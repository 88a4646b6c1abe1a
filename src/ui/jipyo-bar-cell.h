/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A share of the largest figure of its column, as a bar on a hairline.
 */

#pragma once

#include <gtk/gtk.h>

#define JIPYO_TYPE_BAR_CELL (jipyo_bar_cell_get_type ())
G_DECLARE_FINAL_TYPE (JipyoBarCell, jipyo_bar_cell, JIPYO, BAR_CELL, GtkWidget)

JipyoBarCell *jipyo_bar_cell_new (void);
/* 0 … 1; NaN draws nothing. */
void jipyo_bar_cell_set_share (JipyoBarCell *self, double share);
