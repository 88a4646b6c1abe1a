/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One request and its answer, under all the bounds: total time, connect time, least speed, size,
 * redirects, addresses. No retry here and no memory of a host; that is the client's.
 */

#pragma once

#include <libsoup/soup.h>

#include "jipyo-body.h"
#include "jipyo-market-error.h"
#include "jipyo-origin.h"
#include "jipyo-world-time.h"

typedef struct {
  guint connect_ms;
  guint slow_window_ms; /* over which the least speed is averaged */
  gsize slow_bytes;     /* in that window */
  guint redirects;
  JipyoBodyLimits body;
} JipyoFetchLimits;

/* 4 s to connect, 1 KiB/s over 5 s, 3 redirects, 4 MiB sent, 8 MiB read, ratio 200. */
extern const JipyoFetchLimits jipyo_fetch_limits_default;

typedef struct {
  int status;
  GBytes *body;      /* NULL when the status says that it is not what was asked for, or cut off */
  int retry_after_s; /* -1: not said */
  int wait_ms;       /* to leave the host what it counts as left; 0: none */
  char *etag;        /* or NULL, as the next */
  char *modified;
  JipyoDatedAnswer dated; /* by the steady clock; its date is 0 when not said */
} JipyoAnswer;

void jipyo_answer_free (JipyoAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoAnswer, jipyo_answer_free)

typedef struct {
  JipyoOrigin *origin;
  const char *path;
  const char *key;   /* for the header that the exchange wants, or NULL */
  guint deadline_ms; /* for everything */
  const JipyoFetchLimits *limits;
  const char *known_etag; /* of the answer that is there already, or NULL, as the next */
  const char *known_modified;
} JipyoFetch;

/* A session on the diet of this program: no authentication, no decoders, nothing remembered. */
SoupSession *jipyo_fetch_session_new (void);

/* `fetch` is copied. Any status is an answer; no answer is a JIPYO_MARKET_ERROR. */
void jipyo_fetch_async (SoupSession *session,
                        const JipyoFetch *fetch,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
/* (transfer full) */
JipyoAnswer *jipyo_fetch_finish (GAsyncResult *result, GError **error);
