/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards beside each other where there is room, below each other where there is not, all cards of a
 * row equally high.
 */

#pragma once

#include <gtk/gtk.h>

#define JIPYO_TYPE_CARD_GRID (jipyo_card_grid_get_type ())
G_DECLARE_FINAL_TYPE (JipyoCardGrid, jipyo_card_grid, JIPYO, CARD_GRID, GtkWidget)

/* At most `max_columns` columns, none narrower than `min_width_px` unless there is only one. */
JipyoCardGrid *jipyo_card_grid_new (int min_width_px, int max_columns);
/* A wide card has a row of its own. */
void jipyo_card_grid_append (JipyoCardGrid *self, GtkWidget *card, gboolean wide);
void jipyo_card_grid_clear (JipyoCardGrid *self);

/* How many columns `n_cards` get in `width_px`: as many as fit, evenly filled. Pure. */
int jipyo_card_grid_choose_columns (const JipyoCardGrid *self, int width_px, int n_cards);
