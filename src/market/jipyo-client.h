/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one place that talks to the network: total time, retries, how a host that fails or asks for
 * patience is left alone, and where a provider may be found. Clock and chance are injected.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-clock.h"
#include "jipyo-fetch.h"
#include "jipyo-keys.h"
#include "jipyo-provider.h"

#define JIPYO_TYPE_CLIENT (jipyo_client_get_type ())
G_DECLARE_FINAL_TYPE (JipyoClient, jipyo_client, JIPYO, CLIENT, GObject)

typedef struct {
  const char *const *endpoints;      /* "upbit=http://127.0.0.1:8080" …; or NULL */
  const JipyoKeys *keys;             /* outlive the client; or NULL */
  guint deadline_ms;                 /* for one request with its retries; 0: 10 s */
  guint attempts;                    /* 0: 3 */
  guint first_delay_ms;              /* before a retry, doubled each time, then by chance; 0: 1 s */
  gint64 now_us;                     /* fixed clock for the times of quotes; 0: the real one */
  const JipyoFetchLimits *limits;    /* NULL: the usual ones */
  GTlsDatabase *tls_database;        /* whom to trust; NULL: whom the machine trusts */
  gint64 (*get_monotonic_us) (void); /* NULL: the real clock; for waiting hosts out */
  double (*get_chance) (void);       /* from 0 to 1; NULL: real chance */
} JipyoClientOptions;

/* NULL with JIPYO_MARKET_ERROR_NOT_FOUND when an endpoint is not one. */
JipyoClient *jipyo_client_new (const JipyoClientOptions *options, GError **error);
/* Whether a client can be made with these. */
gboolean jipyo_client_check_endpoints (const char *const *endpoints, GError **error);

/* A message of a provider without any key. (transfer full) */
char *jipyo_client_redact (JipyoClient *self, const char *message);

/* Forgets failures, as when the network is back; a wait that a venue asked for stays. */
void jipyo_client_forgive (JipyoClient *self);

/* Microseconds since 1970, by the hosts that answered where this machine's clock is wrong. */
gint64 jipyo_client_get_now (JipyoClient *self);
/* Borrowed. */
const JipyoClock *jipyo_client_get_clock (JipyoClient *self);
/* Until hosts say more. */
void jipyo_client_set_epoch (JipyoClient *self, gint64 epoch_us);
/* TRUE when some base addresses are replaced, but not this provider's: then nothing outside may be
 * reached that was not asked for, so it is no fallback. */
gboolean jipyo_client_is_elsewhere (JipyoClient *self, const JipyoProvider *provider);

/* A provider that others fall back to is asked at its own pace, not at theirs: the
 * milliseconds until the time of a request that was put off, 0 for any other. */
int jipyo_client_get_turn (JipyoClient *self, const JipyoRequest *request);
void jipyo_client_put_off (JipyoClient *self, const JipyoRequest *request, int interval_ms);

/* Opens the stream that the provider has. Its own retries are the caller's. */
void jipyo_client_dial_async (JipyoClient *self,
                              const JipyoProvider *provider,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* Errors are JIPYO_MARKET_ERROR. (transfer full) */
SoupWebsocketConnection *
jipyo_client_dial_finish (JipyoClient *self, GAsyncResult *result, GError **error);

typedef struct {
  const JipyoProvider *provider;
  const char *path;
} JipyoClientRequest;

/* The body of a good answer. Errors are JIPYO_MARKET_ERROR. `request` is copied. */
void jipyo_client_get_async (JipyoClient *self,
                             const JipyoClientRequest *request,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* `retry_after_s` is set in any case: -1 when not known. (transfer full) */
GBytes *jipyo_client_get_finish (JipyoClient *self,
                                 GAsyncResult *result,
                                 int *retry_after_s,
                                 GError **error);
