/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An exchange on a loopback port that answers in the shapes of the venues, or misbehaves by script.
 * It writes raw bytes, because a proper server library refuses to do what is tested here. Each
 * connection has a thread of its own.
 */

#pragma once

#include <gio/gio.h>

typedef struct _Exchange Exchange;

/* On 127.0.0.1 and `port`, 0 for any. NULL when it cannot listen. */
Exchange *exchange_new (guint16 port, GError **error);
void exchange_free (Exchange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Exchange, exchange_free)

guint16 exchange_get_port (Exchange *self);
/* "upbit=http://127.0.0.1:PORT". (transfer full) */
char *exchange_format_endpoint (Exchange *self, const char *provider);
/* "ok" or one of exchange_list_scripts; FALSE for another. Starts the count of requests anew. */
gboolean exchange_set_script (Exchange *self, const char *script);
/* "ws-live" or another of stream.h; NULL: it has no stream, as at first. Starts their count anew.
 */
gboolean exchange_set_stream (Exchange *self, const char *script);
guint exchange_count_streams (Exchange *self);
/* NULL-terminated, the names borrowed. (transfer container) */
const char **exchange_list_scripts (void);
/* The body of every answer instead of the built-in ones; NULL: those again. */
void exchange_set_body (Exchange *self, const char *body);
/* How far its clock is ahead of ours: from then on its answers are dated, by that clock, and so are
 * the prices of the invented market. */
void exchange_set_clock (Exchange *self, gint64 ahead_ms);
/* TLS with this certificate from the next connection on; NULL: none. */
void exchange_set_certificate (Exchange *self, GTlsCertificate *certificate);
guint exchange_count_requests (Exchange *self);
/* The last request's header block. (transfer full) (nullable) */
char *exchange_get_last_request (Exchange *self);
