/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The feed's part in filling the history: walks the daily candles of one instrument at a time, or,
 * where a venue's days do not begin at midnight UTC as everywhere in the history, its hours; by
 * the same client as the quotes, so that a host is asked for both by one set of manners. What comes
 * goes out as lines; the window decides what it asks for and what it keeps.
 */

#pragma once

#include "jipyo-client.h"

typedef struct _JipyoFeedFiller JipyoFeedFiller;

/* `line` has no newline. */
typedef void (*JipyoFeedFillerFunc) (const char *line, gpointer user_data);

JipyoFeedFiller *
jipyo_feed_filler_new (JipyoClient *client, JipyoFeedFillerFunc func, gpointer user_data);
void jipyo_feed_filler_free (JipyoFeedFiller *self);

/* Each call is answered by lines of candles, then one that it has ended. While one walk is under
 * way another is refused: it ends incomplete at once. */
void jipyo_feed_filler_fill (JipyoFeedFiller *self, const char *instrument, gint64 from_ms);
/* Ends incomplete without having asked. */
void jipyo_feed_filler_refuse (JipyoFeedFiller *self, const char *instrument);
