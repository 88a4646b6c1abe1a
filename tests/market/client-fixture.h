/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real client with short limits and a clock that stands until it is moved, for tests against a
 * loopback exchange.
 */

#pragma once

#include "jipyo-refresh.h"

enum { CLIENT_DEADLINE_MS = 900 };

extern const JipyoFetchLimits client_short_limits;

/* Where the monotonic clock of every client of this file stands; it is for waiting hosts out. */
extern gint64 client_clock_us;

/* No chance: every choice is the shortest. */
JipyoClient *client_new (const char *endpoint, guint attempts);
/* The same with several endpoints, ending with NULL. */
JipyoClient *client_new_with (const char *const *endpoints, guint attempts);
/* Asks once and waits for it. (transfer full) */
JipyoRefresh *
client_refresh (JipyoClient *client, const char *provider, const char *const *instruments);
JipyoRefresh *
client_refresh_one (JipyoClient *client, const char *provider, const char *instrument);
/* The same with the order in hand. (transfer full) */
JipyoRefresh *client_refresh_order (JipyoClient *client, const JipyoRefreshOrder *order);
/* For jipyo_refresh_async: puts the result where `user_data` points. */
void client_refreshed_cb (GObject *object, GAsyncResult *result, gpointer user_data);
