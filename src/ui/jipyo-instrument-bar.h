/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row above an instrument's charts: which stretch of time, how prices are drawn, what they are
 * compared with. It holds the options of the view, and builds nothing itself.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_INSTRUMENT_BAR (jipyo_instrument_bar_get_type ())
G_DECLARE_FINAL_TYPE (JipyoInstrumentBar, jipyo_instrument_bar, JIPYO, INSTRUMENT_BAR, GtkWidget)

/* Signal: "changed". Properties, each also an action of the same name ("instrument.range"): "range"
 * and "mark" (string, as the view's options are), "compared" (an instrument, "" for none). */
GtkWidget *jipyo_instrument_bar_new (JipyoSession *session, const char *instrument);
/* Lets the keys of the bar work wherever the focus is in the page: 1 to 6 the ranges, M the next
 * kind of chart, C to compare. The bar has to be in the page. */
void jipyo_instrument_bar_lend_keys (JipyoInstrumentBar *self, GtkWidget *page);
/* Options of the view "instrument". (transfer full) */
GHashTable *jipyo_instrument_bar_build_options (JipyoInstrumentBar *self);
