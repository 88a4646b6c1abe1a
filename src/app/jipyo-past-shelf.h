/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kept prices within reach of the views: what was read of the history lately. A view is built from
 * what lies here, at once, and again when more has arrived.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-candle-id.h"
#include "jipyo-new-codes.h"
#include "jipyo-past-need.h"
#include "jipyo-quote-keeper.h"

#define JIPYO_TYPE_PAST_SHELF (jipyo_past_shelf_get_type ())
G_DECLARE_FINAL_TYPE (JipyoPastShelf, jipyo_past_shelf, JIPYO, PAST_SHELF, GObject)

/* Signal "arrived": something was read that was not there before or has changed since. */
JipyoPastShelf *jipyo_past_shelf_new (void);
/* What has the history open; from then on it is read by itself, as it is asked for. */
void jipyo_past_shelf_set_keeper (JipyoPastShelf *self, JipyoQuoteKeeper *keeper);
/* What venues have renamed: from then on what was kept by an older code is read with it. */
void jipyo_past_shelf_set_codes (JipyoPastShelf *self, JipyoNewCodes *codes);

/* What is there of `needs` (of JipyoPastNeed) until the instant `end_ms`, one each, NULL for what
 * is not; with a keeper that is read, and what is a minute old is read again. (element-type
 * JipyoCandleSeries) (transfer container: the series until the main loop runs again) */
GPtrArray *jipyo_past_shelf_pick (JipyoPastShelf *self, const GPtrArray *needs, gint64 end_ms);
/* The candle alone in a series, out of what was read lately: with the resolution of what was kept,
 * of which it may be merged. NULL when it is not there. (transfer full) (nullable) */
JipyoCandleSeries *jipyo_past_shelf_find_candle (JipyoPastShelf *self, const JipyoCandleId *id);
/* What is kept of an instrument has changed: it is read again when it is next asked for. */
void jipyo_past_shelf_forget (JipyoPastShelf *self, const char *instrument);
/* Whether the last reading failed. */
gboolean jipyo_past_shelf_has_failed (JipyoPastShelf *self);

/* When the oldest copy was made that was read in place of the history, in milliseconds; 0: none
 * was.
 */
gint64 jipyo_past_shelf_get_copied_ms (JipyoPastShelf *self);

/* Reads all of them now, for a program that has no keeper and can wait. */
void jipyo_past_shelf_read_async (JipyoPastShelf *self,
                                  const GPtrArray *needs,
                                  gint64 end_ms,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* FALSE with an error of JIPYO_PAST_ERROR when one of them cannot be read. */
gboolean jipyo_past_shelf_read_finish (JipyoPastShelf *self, GAsyncResult *result, GError **error);
