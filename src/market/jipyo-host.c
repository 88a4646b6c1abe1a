/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The manners towards one host.
 */

#include "jipyo-host.h"

#include <string.h>

/* With one at a time while it fails, an outage costs five requests until it is noticed, or six when
 * two were under way as it began, however many instruments are asked for. */
enum { MOST_UNDER_WAY = 2, MOST_FAILING = 1 };

JipyoHost *
jipyo_host_new (void)
{
  JipyoHost *self = g_new0 (JipyoHost, 1);

  self->holds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
jipyo_host_free (JipyoHost *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->holds);
  g_free (self);
}

/* "/v1/candles" of "/v1/candles/minutes/1?market=KRW-BTC". (transfer full) */
static char *
find_kind (const char *path)
{
  gsize length = 0;

  for (guint parts = 0; path[length] != '\0' && path[length] != '?'; length++)
    if (path[length] == '/' && ++parts > 2)
      break;
  return g_strndup (path, length);
}

static gint64
find_hold (JipyoHost *self, const char *path)
{
  g_autofree char *kind = find_kind (path);
  const gint64 *until_us = g_hash_table_lookup (self->holds, kind);

  return until_us != NULL ? *until_us : 0;
}

static int
round_up_ms (gint64 left_us)
{
  return (int) MIN ((left_us + 999) / 1000, G_MAXINT);
}

JipyoHostWord
jipyo_host_ask (JipyoHost *self, const char *path, gint64 now_us, int *wait_ms)
{
  gint64 rest_us = self->breaker.wait_until_us - now_us;
  gint64 hold_us = find_hold (self, path) - now_us;
  guint most = self->breaker.failures > 0 ? MOST_FAILING : MOST_UNDER_WAY;

  *wait_ms = 0;
  if (rest_us > 0) {
    *wait_ms = round_up_ms (rest_us);
    return JIPYO_HOST_REST;
  }
  if (self->under_way >= most)
    return JIPYO_HOST_BUSY;
  if (hold_us <= 0)
    return JIPYO_HOST_GO;
  *wait_ms = round_up_ms (hold_us);
  return JIPYO_HOST_WAIT;
}

void
jipyo_host_begin (JipyoHost *self)
{
  self->under_way++;
}

void
jipyo_host_end (JipyoHost *self)
{
  g_return_if_fail (self->under_way > 0);
  self->under_way--;
}

void
jipyo_host_hold (JipyoHost *self, const char *path, gint64 now_us, int wait_ms)
{
  gint64 until_us = now_us + (gint64) wait_ms * 1000;

  if (wait_ms > 0 && until_us > find_hold (self, path))
    g_hash_table_insert (self->holds, find_kind (path), g_memdup2 (&until_us, sizeof until_us));
}
