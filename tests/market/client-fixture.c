/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The client of the tests.
 */

#include "client-fixture.h"

const JipyoFetchLimits client_short_limits = {
  .connect_ms = 400,
  .slow_window_ms = 300,
  .slow_bytes = 64,
  .redirects = 3,
  .body = { .raw_bytes = 1 << 20, .decoded_bytes = 2 << 20, .ratio = 200 },
};

gint64 client_clock_us;

static gint64
get_clock (void)
{
  return client_clock_us;
}

static double
get_no_chance (void)
{
  return 0;
}

JipyoClient *
client_new (const char *endpoint, guint attempts)
{
  const char *endpoints[] = { endpoint, NULL };

  return client_new_with (endpoints, attempts);
}

JipyoClient *
client_new_with (const char *const *endpoints, guint attempts)
{
  JipyoClientOptions options = {
    .endpoints = endpoints,
    .deadline_ms = CLIENT_DEADLINE_MS,
    .attempts = attempts,
    .first_delay_ms = 1,
    .limits = &client_short_limits,
    .get_monotonic_us = get_clock,
    .get_chance = get_no_chance,
  };
  g_autoptr (GError) error = NULL;
  JipyoClient *client = jipyo_client_new (&options, &error);

  g_assert_no_error (error);
  return client;
}

void
client_refreshed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JipyoRefresh **refresh = user_data;

  *refresh = jipyo_refresh_finish (result);
}

JipyoRefresh *
client_refresh_order (JipyoClient *client, const JipyoRefreshOrder *order)
{
  JipyoRefresh *refresh = NULL;

  jipyo_refresh_async (client, order, NULL, client_refreshed_cb, &refresh);
  while (refresh == NULL)
    g_main_context_iteration (NULL, TRUE);
  return refresh;
}

JipyoRefresh *
client_refresh (JipyoClient *client, const char *provider, const char *const *instruments)
{
  JipyoRefreshOrder order = {
    .provider = jipyo_provider_find (provider),
    .instruments = instruments,
  };

  return client_refresh_order (client, &order);
}

JipyoRefresh *
client_refresh_one (JipyoClient *client, const char *provider, const char *instrument)
{
  const char *instruments[] = { instrument, NULL };

  return client_refresh (client, provider, instruments);
}
