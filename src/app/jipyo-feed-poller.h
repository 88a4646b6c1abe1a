/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks one provider for its instruments again and again, at a pace, and hears its stream where it
 * has one. What comes goes to the feed.
 */

#pragma once

#include "jipyo-quotes-plan.h"

typedef enum { JIPYO_FEED_VISIBLE, JIPYO_FEED_HIDDEN, JIPYO_FEED_METERED } JipyoFeedPace;

typedef struct _JipyoFeedPoller JipyoFeedPoller;

/* Each may end the poller; see jipyo_feed_poller_has_ended. */
typedef struct {
  /* An answer, or that there was none. Borrowed for the call. */
  void (*refreshed) (JipyoFeedPoller *poller, const JipyoRefresh *refresh, gpointer user_data);
  void (*streamed) (const JipyoQuote *quote, gpointer user_data);
  void (*link_changed) (const JipyoFeedPoller *poller, gpointer user_data);
  /* After `refreshed`, when the next poll is planned. */
  void (*planned) (gpointer user_data);
} JipyoFeedPollerHandlers;

/* Takes `group`. The client must outlive the poller. */
JipyoFeedPoller *jipyo_feed_poller_new (JipyoClient *client,
                                        JipyoQuotesGroup *group,
                                        const JipyoFeedPollerHandlers *handlers,
                                        gpointer user_data);
/* What is under way still comes back, to nobody. */
void jipyo_feed_poller_end (JipyoFeedPoller *self);
/* Whether a handler has ended it, for whoever called the handler from within another. */
gboolean jipyo_feed_poller_has_ended (const JipyoFeedPoller *self);

/* Opens the stream and polls for the first time. */
void jipyo_feed_poller_start (JipyoFeedPoller *self, JipyoFeedPace pace);
void jipyo_feed_poller_set_pace (JipyoFeedPoller *self, JipyoFeedPace pace);
/* Polls now, or a second after the last poll. One under way is left alone. */
void jipyo_feed_poller_hurry (JipyoFeedPoller *self);

const JipyoQuotesGroup *jipyo_feed_poller_get_group (const JipyoFeedPoller *self);
/* "connecting", "up" or "retrying". */
const char *jipyo_feed_poller_get_link (const JipyoFeedPoller *self);
/* By the provider itself: another one that stands in for it says nothing of how it is. */
gboolean jipyo_feed_poller_is_answer (const JipyoFeedPoller *self, const JipyoRefresh *refresh);
