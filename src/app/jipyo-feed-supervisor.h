/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the feed child alive: starts it, reads its lines as from a stranger, kills it when it falls
 * silent, starts it again when it dies. Nothing here blocks; whatever happens to the child, the
 * caller only sees quotes come later.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-quote.h"

#define JIPYO_TYPE_FEED_SUPERVISOR (jipyo_feed_supervisor_get_type ())
G_DECLARE_FINAL_TYPE (JipyoFeedSupervisor, jipyo_feed_supervisor, JIPYO, FEED_SUPERVISOR, GObject)

typedef struct {
  const char *program;            /* NULL: this very program */
  const char *const *endpoints;   /* handed to the child; or NULL */
  const char *const *instruments; /* NULL or empty: the watchlist */
} JipyoFeedOptions;

/* Signals, all on the thread's default main context:
 *   "quote-received" (gpointer quote): a JipyoQuote, borrowed for the call.
 *   "listed" (char *instrument, int listing): what its venue says of it, a JipyoListing.
 *   "renamed" (char *instrument, char *successor): its venue lists it by another code now.
 *   "failed" (char *provider, char *code, char *message, int retry_after_s): a provider, or "" for
 *       an instrument that nobody has; the code is an id of `jipyo quotes`; -1 when not known.
 *   "candles-received" (gpointer candles): a JipyoCandleSeries, borrowed for the call.
 *   "past-ended" (char *instrument, gboolean complete): the last of them; see _fill.
 *   "clock-heard" (gint64 epoch_us): what the world's time is, see jipyo-clock.h.
 *   "link-changed" (): see jipyo_feed_supervisor_get_link; and before a child is started again. */
JipyoFeedSupervisor *jipyo_feed_supervisor_new (const JipyoFeedOptions *options);

void jipyo_feed_supervisor_start (JipyoFeedSupervisor *self);
void jipyo_feed_supervisor_stop (JipyoFeedSupervisor *self);
/* Asks every provider now. */
void jipyo_feed_supervisor_refresh (JipyoFeedSupervisor *self);
/* Replaces what is watched; NULL or empty: the watchlist. Kept over restarts. */
void jipyo_feed_supervisor_watch (JipyoFeedSupervisor *self, const char *const *instruments);
/* Orders the daily candles of an instrument from `day` ("2025-08-05") on; lost when the child dies.
 */
void
jipyo_feed_supervisor_fill (JipyoFeedSupervisor *self, const char *instrument, const char *day);
/* "visible", "hidden" or "metered". Kept over restarts. */
void jipyo_feed_supervisor_set_pace (JipyoFeedSupervisor *self, const char *pace);
/* Whom to ask, as jipyo_provider_order_format writes it. Kept over restarts, and told at once; a
 * child that runs does not get the keys that the new order needs, though: see below. */
void jipyo_feed_supervisor_set_order (JipyoFeedSupervisor *self, const char *text);
/* Another child in the place of the one that runs, which reads the keys anew. */
void jipyo_feed_supervisor_restart (JipyoFeedSupervisor *self);

/* "off", "connecting", "up" (somebody answers), "retrying" or "offline" (nobody can be reached). */
const char *jipyo_feed_supervisor_get_link (JipyoFeedSupervisor *self);
/* 0 while no child runs. For tests and diagnostics. */
int jipyo_feed_supervisor_get_pid (JipyoFeedSupervisor *self);
/* How many children died so far, those that were killed for their silence included. */
guint jipyo_feed_supervisor_get_deaths (JipyoFeedSupervisor *self);
