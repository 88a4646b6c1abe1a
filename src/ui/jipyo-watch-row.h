/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An instrument of the watchlist in the sidebar: name, age, sparkline, price and change. It speaks
 * by the actions watch.remove, watch.move and win.explain.
 */

#pragma once

#include "jipyo-look.h"

#define JIPYO_TYPE_WATCH_ROW (jipyo_watch_row_get_type ())
G_DECLARE_FINAL_TYPE (JipyoWatchRow, jipyo_watch_row, JIPYO, WATCH_ROW, GtkListBoxRow)

GtkWidget *jipyo_watch_row_new (JipyoLook *look, const char *instrument);
const char *jipyo_watch_row_get_instrument (JipyoWatchRow *self);
/* "instrument:upbit:KRW-BTC", the page that it stands for. */
const char *jipyo_watch_row_get_page (JipyoWatchRow *self);
/* The id of what stands behind the price that it shows. */
const char *jipyo_watch_row_get_source (JipyoWatchRow *self);
/* Looks its instrument up in the context; when nothing is known of it the row says so. */
void jipyo_watch_row_show (JipyoWatchRow *self, const JipyoViewContext *context);
/* What was kept of the last days; NULL: not read yet. */
void jipyo_watch_row_show_past (JipyoWatchRow *self, const JipyoCandleSeries *series);
/* The same as values (of double), which are taken. */
void jipyo_watch_row_take_values (JipyoWatchRow *self, GArray *values);
