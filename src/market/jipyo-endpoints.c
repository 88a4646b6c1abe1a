/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The last one that is given for a provider holds.
 */

#include "jipyo-endpoints.h"

#include <string.h>

#include "jipyo-market-error.h"

/* The provider and where it is to be found from now on; NULL when `endpoint` does not say so. */
static const JipyoProvider *
parse_endpoint (const char *endpoint, JipyoOrigin **origin, GError **error)
{
  const char *equals = strchr (endpoint, '=');
  g_autofree char *id = equals != NULL ? g_strndup (endpoint, (gsize) (equals - endpoint)) : NULL;
  const JipyoProvider *provider = jipyo_provider_find (id);

  if (provider == NULL) {
    g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NOT_FOUND,
                 "“%s” does not begin with a provider and “=”", endpoint);
    return NULL;
  }
  *origin = jipyo_origin_new (equals + 1, error);
  return *origin != NULL ? provider : NULL;
}

GHashTable *
jipyo_endpoints_parse (const char *const *endpoints, GError **error)
{
  g_autoptr (GHashTable) self = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                       (GDestroyNotify) jipyo_origin_unref);

  for (guint i = 0; endpoints != NULL && endpoints[i] != NULL; i++) {
    JipyoOrigin *origin = NULL;
    const JipyoProvider *provider = parse_endpoint (endpoints[i], &origin, error);

    if (provider == NULL)
      return NULL;
    g_hash_table_insert (self, (char *) provider->id, origin);
  }
  return g_steal_pointer (&self);
}

JipyoOrigin *
jipyo_endpoints_find (GHashTable *self, const JipyoProvider *provider)
{
  JipyoOrigin *origin = g_hash_table_lookup (self, provider->id);

  return origin != NULL || provider->home == NULL ? origin
                                                  : g_hash_table_lookup (self, provider->home);
}
