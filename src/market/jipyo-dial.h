/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One WebSocket opened, under the bounds of a request: time, addresses, certificate, no redirect,
 * no extension. What comes over it is the stream's business.
 */

#pragma once

#include <libsoup/soup.h>

#include "jipyo-market-error.h"
#include "jipyo-origin.h"

typedef struct {
  JipyoOrigin *origin;
  const char *path;
  guint deadline_ms; /* until it is open */
} JipyoDial;

/* `dial` is copied. */
void jipyo_dial_async (SoupSession *session,
                       const JipyoDial *dial,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
/* Errors are JIPYO_MARKET_ERROR. (transfer full) */
SoupWebsocketConnection *jipyo_dial_finish (GAsyncResult *result, GError **error);

/* Bytes that the kernel has received for it, headers and TLS included; 0 when it cannot tell.
 * libsoup keeps the fragments of an unfinished message to itself, so this alone shows how much. */
guint64 jipyo_dial_count_received (SoupWebsocketConnection *connection);
