/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The past of an instrument from the venue's own candles, a page at a time and never in a hurry.
 * Each page is handed over as it comes, the oldest first where a venue can be asked by time: what
 * was kept of a walk that broke off stays, and another walk over the same time changes nothing.
 */

#pragma once

#include "jipyo-candle.h"
#include "jipyo-client.h"
#include "jipyo-missing.h"

/* What is asked for when nobody says from when on; enough for a basket and its studies. */
#define JIPYO_BACKFILL_DAYS 400

typedef struct {
  const char *instrument;
  JipyoResolution resolution; /* not ticks */
  gint64 from_ms;
  const GArray *stretches; /* of JipyoStretch, what is asked for of all from then on, at least one;
                            * NULL: all of it */
  guint pause_ms;          /* between two pages; 0: the usual */
  /* Candles of one page, at least one; `part` is how much of the way is behind, 0 to 1. */
  void (*func) (const JipyoCandleSeries *candles, double part, gpointer user_data);
  gpointer user_data;
} JipyoBackfillOrder;

typedef struct {
  guint n_candles; /* handed over */
  guint n_dropped; /* that cannot be true */
  gint64 first_ms; /* of those handed over, if any */
  gint64 last_ms;
  GError *error; /* JIPYO_MARKET_ERROR: why it ended before the end; or NULL */
  int retry_after_s;
  gboolean had_all; /* nothing was missing, and so nobody was asked */
} JipyoBackfilled;

void jipyo_backfilled_free (JipyoBackfilled *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoBackfilled, jipyo_backfilled_free)

/* FALSE with JIPYO_MARKET_ERROR_NOT_FOUND when nobody gives such candles, or not so many. */
gboolean jipyo_backfill_check (const JipyoBackfillOrder *order, gint64 now_us, GError **error);
/* What is missing of what is ordered, by what is kept at the order's very resolution from its begin
 * on. (element-type JipyoStretch) (transfer full) */
GArray *jipyo_backfill_find_missing (const JipyoBackfillOrder *order,
                                     const JipyoCandleSeries *kept,
                                     gint64 now_us);
/* `order` is copied, and was checked. */
void jipyo_backfill_async (JipyoClient *client,
                           const JipyoBackfillOrder *order,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/* (transfer full) */
JipyoBackfilled *jipyo_backfill_finish (GAsyncResult *result);
