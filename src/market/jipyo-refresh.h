/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One provider asked once for some instruments: its requests, its parser, its second way when one
 * unknown instrument spoils the answer, and the providers after it when it fails altogether, each
 * at its own pace.
 */

#pragma once

#include "jipyo-client.h"

typedef struct {
  GPtrArray *quotes;   /* of JipyoQuote, in the order asked for */
  GPtrArray *failures; /* of JipyoFailure */
  int least_ms;        /* before it is asked again, as the venue wants it; 0: it does not say */
  int stand_in_ms;     /* until the provider that stands in is due again; 0: none does */
} JipyoRefresh;

void jipyo_refresh_free (JipyoRefresh *refresh);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoRefresh, jipyo_refresh_free)

typedef struct {
  const JipyoProvider *provider;
  const char *const *instruments;
  const JipyoProvider *const *fallbacks; /* to ask one after the other when it fails, ending with
                                            NULL; or NULL */
  int interval_ms; /* until the next refresh, for the quotes; 0: the provider's */
} JipyoRefreshOrder;

/* Always succeeds; what failed is in the result. `order` is copied. */
void jipyo_refresh_async (JipyoClient *client,
                          const JipyoRefreshOrder *order,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
/* (transfer full) */
JipyoRefresh *jipyo_refresh_finish (GAsyncResult *result);
