/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stream of quotes: each provider is polled at its own pace and fails alone. It speaks in lines
 * of JSON, which `jipyo watch` prints and `jipyo feed` sends to the window:
 *
 *   {"instrument":"upbit:KRW-BTC", …}             a quote, as in `jipyo quotes --json`
 *   {"errors":[{"provider","code","message","retry_after_s"}]}
 *   {"listings":[{"instrument","listing"}]}       feed only: what the venues say of them
 *   {"link":"connecting"|"up"|"retrying","provider":"upbit"}   feed only
 *   {"clock":{"state":"slow","by_s":420,"epoch_us":…}}   the machine's clock, when it is found
 *       wrong and when it is right again; to the window, as soon as it is known
 *   {"heartbeat":true}                            feed only, each half second
 *   {"candles":"upbit:KRW-BTC","every":"1d","rows":[…]}    feed only, when it was told to fill
 *   {"filled":"upbit:KRW-BTC","complete":true}    feed only, after the last of them
 */

#pragma once

#include "jipyo-feed-poller.h"

typedef enum {
  JIPYO_FEED_LINE_QUOTE,
  JIPYO_FEED_LINE_ERRORS,
  JIPYO_FEED_LINE_LISTINGS,
  JIPYO_FEED_LINE_LINK,
  JIPYO_FEED_LINE_CLOCK,
  JIPYO_FEED_LINE_CLOCK_RIGHT, /* and nobody was told that it was not */
  JIPYO_FEED_LINE_HEARTBEAT,
  JIPYO_FEED_LINE_PAST,
} JipyoFeedLineKind;

/* `line` has no newline. */
typedef void (*JipyoFeedLineFunc) (JipyoFeedLineKind kind, const char *line, gpointer user_data);

typedef struct _JipyoFeed JipyoFeed;

/* Begins at once. NULL when the order is no good. Its order of providers, until there is another,
 * and its keys must outlive the feed. */
JipyoFeed *jipyo_feed_new (const JipyoQuotesOrder *order,
                           JipyoFeedLineFunc func,
                           gpointer user_data,
                           GError **error);
void jipyo_feed_free (JipyoFeed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoFeed, jipyo_feed_free)

/* Replaces what is watched; NULL or empty: the watchlist. Who is asked for the same as before goes
 * on as before, here as with another order. */
void jipyo_feed_watch (JipyoFeed *self, const char *const *instruments);
/* Whom to ask from now on when nobody is named. It must outlive the feed, as the first one. */
void jipyo_feed_set_order (JipyoFeed *self, const JipyoProviderOrder *order);
/* Asks every provider now that is not being asked. */
void jipyo_feed_refresh (JipyoFeed *self);
/* Asks for the daily candles of an instrument, slowly; not while the network is paid by volume. */
void jipyo_feed_fill (JipyoFeed *self, const char *instrument, gint64 from_ms);
/* What an earlier feed found of the clock (jipyo-clock.h). */
void jipyo_feed_set_epoch (JipyoFeed *self, gint64 epoch_us);
void jipyo_feed_set_pace (JipyoFeed *self, JipyoFeedPace pace);
