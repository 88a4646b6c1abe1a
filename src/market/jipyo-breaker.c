/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The circuit breaker of a host. A whole hour of failure costs it at most 5 + 60 requests.
 */

#include "jipyo-breaker.h"

enum { FAILURES_MAX = 5, REST_S = 60, REST_SPREAD_S = 30 };

void
jipyo_breaker_succeed (JipyoBreaker *self)
{
  *self = (JipyoBreaker){ 0 };
}

void
jipyo_breaker_fail (JipyoBreaker *self, gint64 now_us, double chance)
{
  self->failures++;
  if (self->failures < FAILURES_MAX)
    return;
  self->asked = FALSE;
  self->wait_until_us = now_us + (gint64) ((REST_S + REST_SPREAD_S * chance) * G_USEC_PER_SEC);
}

void
jipyo_breaker_hold (JipyoBreaker *self, gint64 now_us, int seconds)
{
  self->asked = TRUE;
  self->wait_until_us = MAX (self->wait_until_us, now_us + (gint64) seconds * G_USEC_PER_SEC);
}

gboolean
jipyo_breaker_is_probing (const JipyoBreaker *self)
{
  return self->failures >= FAILURES_MAX;
}
