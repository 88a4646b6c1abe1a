/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Key figures in rows of equal cards: how many stand side by side, and how many rows have room.
 */

#pragma once

#include "jipyo-tile-layout.h"

typedef struct {
  const GPtrArray *tiles; /* of JipyoTile, borrowed */
  double width;           /* of all */
  double gap;
  guint n_tiles; /* shown */
  guint n_columns;
  double tile_width;
  GArray *heights; /* of double, one a row */
  double stretch;  /* that each row has been given beyond its contents */
} JipyoTileRows;

void jipyo_tile_rows_clear (JipyoTileRows *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JipyoTileRows, jipyo_tile_rows_clear)
/* Sets the results from `tiles`, `width` and `gap`: whole rows that fit into `height`. */
void jipyo_tile_rows_fit (JipyoTileRows *self, const JipyoScene *scene, double height);
/* Makes rows that stand alone taller, within reason, so that they fill `height`. */
void jipyo_tile_rows_stretch (JipyoTileRows *self, double height);
double jipyo_tile_rows_get_height (const JipyoTileRows *self);
/* Relative to the top left corner of the first one. */
JipyoRect jipyo_tile_rows_get_rect (const JipyoTileRows *self, guint index);
