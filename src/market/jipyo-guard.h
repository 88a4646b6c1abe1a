/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Watches an exchange with a host, and may end it: a name that leads to an address that it must
 * not, a certificate that is not trusted, a clock that has run out, a caller who thinks better of
 * it. Shared by requests and streams.
 */

#pragma once

#include <libsoup/soup.h>

#include "jipyo-market-error.h"
#include "jipyo-origin.h"

typedef struct {
  JipyoOrigin *origin; /* owned */
  GCancellable *own;   /* owned; stops the exchange */
  GError *verdict;     /* owned; why `own` was cancelled, a JIPYO_MARKET_ERROR */
  GCancellable *outer; /* owned, may be NULL; the caller's */
  gulong outer_id;
  gboolean proxied; /* found out on the way */
  guint informed;   /* how often the answer was said to be still to come */
} JipyoGuard;

void jipyo_guard_init (JipyoGuard *self, JipyoOrigin *origin);
void jipyo_guard_clear (JipyoGuard *self);
/* Ends the exchange. The first verdict counts: what follows is only its consequence. */
void jipyo_guard_condemn (JipyoGuard *self, JipyoMarketError code, const char *message);
/* The same, as soon as nothing is left to be told of what it has already done: for timers and
 * callers, who come at any moment. On the thread of the exchange. libsoup 3.6 lets go of a message
 * twice that is stopped when its head has been read and this is not told yet. */
void jipyo_guard_call_off (JipyoGuard *self, JipyoMarketError code, const char *message);
/* From now on the caller may call it off; NULL for one who never does. */
void jipyo_guard_heed (JipyoGuard *self, GCancellable *outer);
/* From now on where the message goes is watched, before a byte of it leaves. Behind a proxy the
 * peer is the proxy and the name is resolved over there. One that says for ever that its answer is
 * still to come is not listened to. */
void jipyo_guard_watch (JipyoGuard *self, SoupMessage *message);
/* The library may hold a message for longer than the work it was for. */
void jipyo_guard_unwatch (JipyoGuard *self, SoupMessage *message);
