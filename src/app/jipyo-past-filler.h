/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sees to it that what a person follows has its daily closes: what the history lacks of the last
 * 400 days is ordered of the feed, one instrument at a time, once. What was kept is read first, so
 * a start with nothing missing asks nobody.
 */

#pragma once

#include "jipyo-feed-supervisor.h"
#include "jipyo-quote-keeper.h"
#include "jipyo-watchlist.h"

#define JIPYO_TYPE_PAST_FILLER (jipyo_past_filler_get_type ())
G_DECLARE_FINAL_TYPE (JipyoPastFiller, jipyo_past_filler, JIPYO, PAST_FILLER, GObject)

/* Signal "filled" (string: the instrument): closes were kept that were not there before. */
JipyoPastFiller *jipyo_past_filler_new (JipyoFeedSupervisor *feed,
                                        JipyoQuoteKeeper *keeper,
                                        JipyoWatchlist *watchlist);
/* Once a second, with the monotonic clock and the one of the day. */
void jipyo_past_filler_tick (JipyoPastFiller *self, gint64 monotonic_us, gint64 now_us);
