/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Children one after the other like words: those that a line has no room for begin the next one.
 */

#pragma once

#include <gtk/gtk.h>

#define JIPYO_TYPE_FLOW_LAYOUT (jipyo_flow_layout_get_type ())
G_DECLARE_FINAL_TYPE (JipyoFlowLayout, jipyo_flow_layout, JIPYO, FLOW_LAYOUT, GtkLayoutManager)

/* With that much between two children and between two lines. */
GtkLayoutManager *jipyo_flow_layout_new (int column_spacing_px, int row_spacing_px);
