/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table in a picture: columns by their contents, whole rows only, figures never shortened. What
 * is left out is counted in a line below.
 */

#pragma once

#include "jipyo-scene.h"
#include "jipyo-sheet.h"

typedef struct _JipyoGridLayout JipyoGridLayout;

/* The width at which nothing is wrapped or shortened. */
double jipyo_grid_measure_width (const JipyoScene *scene, const JipyoGrid *grid);
/* As many rows as `height` holds; the scene gives type and colours and must outlive the layout. */
JipyoGridLayout *
jipyo_grid_layout_new (const JipyoScene *scene, const JipyoGrid *grid, double width, double height);
void jipyo_grid_layout_free (JipyoGridLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoGridLayout, jipyo_grid_layout_free)

guint jipyo_grid_layout_get_n_rows (const JipyoGridLayout *self);
guint jipyo_grid_layout_get_n_columns (const JipyoGridLayout *self);
/* The height it takes, and the one it would take with only so many of its rows. */
double jipyo_grid_layout_get_height (const JipyoGridLayout *self);
double jipyo_grid_layout_get_height_of (const JipyoGridLayout *self, guint n_rows);
/* Spreads the rows to fill `height`, each by at most a share `most` of a row's height; gives the
 * height it takes then. */
double jipyo_grid_layout_fill (JipyoGridLayout *self, double height, double most);
/* Adds the table to the scene with its top left corner there. Once. */
void jipyo_grid_layout_place (JipyoGridLayout *self, JipyoScene *scene, double x, double y);
/* After placing. */
JipyoRect jipyo_grid_layout_get_row_rect (const JipyoGridLayout *self, guint row);
const char *jipyo_grid_layout_find_claim (const JipyoGridLayout *self, double x, double y);
