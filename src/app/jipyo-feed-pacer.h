/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How eagerly the feed asks: by whether anybody looks, whether the network is paid by volume and
 * whether power is to be saved. After the network is back, or the machine slept, it asks once.
 */

#pragma once

#include "jipyo-feed-supervisor.h"

#define JIPYO_TYPE_FEED_PACER (jipyo_feed_pacer_get_type ())
G_DECLARE_FINAL_TYPE (JipyoFeedPacer, jipyo_feed_pacer, JIPYO, FEED_PACER, GObject)

/* Tells `feed`, which it holds, by the network and the power profile of this machine. */
JipyoFeedPacer *jipyo_feed_pacer_new (JipyoFeedSupervisor *feed);

void jipyo_feed_pacer_set_visible (JipyoFeedPacer *self, gboolean visible);
/* "metered", "power-saver", or NULL: nothing is to be saved. It is not copied. */
void jipyo_feed_pacer_set_saving (JipyoFeedPacer *self, const char *saving);
void jipyo_feed_pacer_set_available (JipyoFeedPacer *self, gboolean available);
/* What sets the pace now: "visible", "hidden", "metered" or "power-saver". */
const char *jipyo_feed_pacer_get_reason (JipyoFeedPacer *self);
/* To be called each second or so with both clocks: one that ran on alone tells of a sleep. */
void jipyo_feed_pacer_tick (JipyoFeedPacer *self, gint64 real_us, gint64 monotonic_us);
