/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which provider is asked for which instruments. Shared by the one refresh of `jipyo quotes`, the
 * stream of `jipyo watch` and the feed.
 */

#pragma once

#include "jipyo-provider-order.h"
#include "jipyo-refresh.h"

typedef struct {
  const char *const *providers;    /* NULL or empty: the first that has the instrument */
  const char *const *instruments;  /* NULL or empty: the watchlist */
  const char *const *watchlist;    /* a person's; NULL or empty: what the record speaks of */
  const JipyoProviderOrder *order; /* NULL: the usual one */
  const JipyoKeys *keys;           /* outlive what is done; or NULL */
  const char *const *endpoints;    /* "upbit=http://127.0.0.1:8080" …; or NULL */
  const char *names;               /* the file that a feed remembers names in; or NULL */
  gint64 now_us;                   /* fixed clock; 0: the real one */
} JipyoQuotesOrder;

typedef struct {
  const JipyoProvider *provider;
  char **instruments;
  const JipyoProvider **fallbacks; /* ends with NULL; none when the provider was named */
} JipyoQuotesGroup;

void jipyo_quotes_group_free (JipyoQuotesGroup *group);
/* The same instruments of the same providers in the same order. */
gboolean jipyo_quotes_group_is_same (const JipyoQuotesGroup *a, const JipyoQuotesGroup *b);
/* (element-type JipyoQuotesGroup) An instrument that nobody has becomes a JipyoFailure in
 * `failures`. NULL with JIPYO_MARKET_ERROR_NOT_FOUND for an unknown provider. (transfer full) */
GPtrArray *jipyo_quotes_plan (const JipyoQuotesOrder *order, GPtrArray *failures, GError **error);
