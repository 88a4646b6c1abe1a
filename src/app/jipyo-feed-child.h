/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The process that talks to the world, so that the window does not: `jipyo feed`. Commands come in
 * as lines on standard input, the lines of jipyo-feed.h go out on standard output:
 *
 *   watch INSTRUMENT…          replaces what is watched; none: the watchlist
 *   order CLASS=ID,ID…         whom to ask, first and after a failure, as the option of that name
 *   refresh                    asks everybody now
 *   fill INSTRUMENT DAY        asks for its daily candles from then on
 *   pace visible|hidden|metered
 *   quit                       as does the end of the input
 *
 * An unknown command is ignored.
 */

#pragma once

#include "jipyo-feed.h"

typedef struct _JipyoFeedChild JipyoFeedChild;

/* Gives up what the process will not need: memory beyond 512 MiB, core files, new privileges, the
 * session bus, its directory, and life without its parent. */
void jipyo_feed_child_confine (void);

/* `ended` is called once, when the input ends or the output breaks. */
JipyoFeedChild *jipyo_feed_child_new (const JipyoQuotesOrder *order,
                                      void (*ended) (gpointer user_data),
                                      gpointer user_data,
                                      GError **error);
void jipyo_feed_child_free (JipyoFeedChild *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoFeedChild, jipyo_feed_child_free)
