/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pauses between polls.
 */

#include "jipyo-pause.h"

enum {
  JITTER_PERCENT = 10,
  SECOND_MS = 1000,
  AWAY_MAX_MS = 60 * SECOND_MS,
  WRONG_MAX_MS = 300 * SECOND_MS,
  STAND_IN_MAX_MS = 600 * SECOND_MS,
  TLS_MS = 300 * SECOND_MS,
  NOT_FOUND_MS = 3600 * SECOND_MS,
};

/* A host that is away comes back by itself; one that answers something else needs somebody. */
static double
get_most (JipyoMarketError code)
{
  return code == JIPYO_MARKET_ERROR_OFFLINE || code == JIPYO_MARKET_ERROR_TIMED_OUT
             || code == JIPYO_MARKET_ERROR_BAD_STATUS
           ? AWAY_MAX_MS
           : WRONG_MAX_MS;
}

guint
jipyo_pause_after_failure (const JipyoFailure *failure, guint failures, double chance)
{
  double most = MIN (get_most (failure->code), (double) SECOND_MS * (1u << MIN (failures, 16)));

  if (failure->code == JIPYO_MARKET_ERROR_NOT_FOUND)
    return NOT_FOUND_MS;
  if (failure->code == JIPYO_MARKET_ERROR_TLS)
    return TLS_MS;
  if (failure->retry_after_s > 0)
    return (guint) failure->retry_after_s * SECOND_MS + (guint) (SECOND_MS * chance);
  return (guint) MAX (SECOND_MS, most * chance);
}

guint
jipyo_pause_for_stand_in (int interval_ms, int due_ms, double chance)
{
  int wait_ms = MIN (MAX (interval_ms, due_ms), MAX (interval_ms, STAND_IN_MAX_MS));

  return (guint) (wait_ms + wait_ms * JITTER_PERCENT / 100.0 * chance);
}

guint
jipyo_pause_after_answer (int interval_ms, double chance)
{
  double spread = interval_ms * JITTER_PERCENT / 100.0;

  return (guint) (interval_ms + spread * (2 * chance - 1));
}
