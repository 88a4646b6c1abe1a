/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A key figure: label, large number with its bound and unit, a badge when it is disputed, source
 * and date. Pressing it shows where it comes from.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-sheet.h"

#define JIPYO_TYPE_FIGURE_TILE (jipyo_figure_tile_get_type ())
G_DECLARE_FINAL_TYPE (JipyoFigureTile, jipyo_figure_tile, JIPYO, FIGURE_TILE, GtkButton)

/* A dense one has its name before the figure instead of above it. */
GtkWidget *jipyo_figure_tile_new (gboolean dense);
/* Copies what it shows. */
void jipyo_figure_tile_set (JipyoFigureTile *self, const JipyoTile *tile);
