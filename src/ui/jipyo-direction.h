/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The style classes of prices: "up" and "down", which style.css colours by the person's convention,
 * "aged" and "suspect". Figures that follow a market set them four times a second: what is so
 * already is left alone, as GTK works out the style of a widget anew with every class that goes or
 * comes.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-known-quote.h"

/* -1 down, 0 neither, 1 up. */
void jipyo_direction_set (GtkWidget *widget, int direction);
void jipyo_direction_set_aged (GtkWidget *widget, gboolean aged);
/* What shows a quote's price, its change and its age: nobody takes one for a price of now that is
 * none. One that is doubtful says so in colour, too. Of none, which is all zero, nothing is left.
 */
void jipyo_direction_set_quote (GtkWidget *price,
                                GtkWidget *change,
                                GtkWidget *age,
                                const JipyoKnownQuote *known);
