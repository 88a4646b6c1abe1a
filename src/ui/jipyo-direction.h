/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The style classes "up" and "down", which style.css colours by the person's convention. Figures
 * that follow a market set them four times a second: what is so already is left alone, as GTK works
 * out the style of a widget anew with every class that goes or comes.
 */

#pragma once

#include <gtk/gtk.h>

/* -1 down, 0 neither, 1 up. */
void jipyo_direction_set (GtkWidget *widget, int direction);
