/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One instrument of the market strip: name and venue, price, change, age.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-view.h"

#define JIPYO_TYPE_QUOTE_CELL (jipyo_quote_cell_get_type ())
G_DECLARE_FINAL_TYPE (JipyoQuoteCell, jipyo_quote_cell, JIPYO, QUOTE_CELL, GtkButton)

JipyoQuoteCell *jipyo_quote_cell_new (const char *instrument);
/* Looks its instrument up in the context; when nothing is known of it the cell says so. */
void jipyo_quote_cell_show (JipyoQuoteCell *self, const JipyoViewContext *context);
