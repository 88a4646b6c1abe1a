/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The classes of failure and their ids.
 */

#include "jipyo-market-error.h"

G_DEFINE_QUARK (jipyo_market_error, jipyo_market_error)

static const char *const ids[] = {
  [JIPYO_MARKET_ERROR_OFFLINE] = "offline",
  [JIPYO_MARKET_ERROR_TIMED_OUT] = "timed-out",
  [JIPYO_MARKET_ERROR_TLS] = "tls",
  [JIPYO_MARKET_ERROR_RATE_LIMITED] = "rate-limited",
  [JIPYO_MARKET_ERROR_BANNED] = "banned",
  [JIPYO_MARKET_ERROR_BAD_STATUS] = "bad-status",
  [JIPYO_MARKET_ERROR_BAD_REPLY] = "bad-reply",
  [JIPYO_MARKET_ERROR_TOO_LARGE] = "too-large",
  [JIPYO_MARKET_ERROR_NOT_FOUND] = "not-found",
  [JIPYO_MARKET_ERROR_CANCELLED] = "cancelled",
  [JIPYO_MARKET_ERROR_NO_KEY] = "no-key",
};

const char *
jipyo_market_error_id (JipyoMarketError code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (ids), "bad-reply");
  return ids[code];
}

gboolean
jipyo_market_error_parse (const char *id, JipyoMarketError *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    if (g_strcmp0 (id, ids[i]) == 0) {
      *code = (JipyoMarketError) i;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
jipyo_market_error_is_passing (JipyoMarketError code)
{
  switch (code) {
  case JIPYO_MARKET_ERROR_OFFLINE:
  case JIPYO_MARKET_ERROR_TIMED_OUT:
  case JIPYO_MARKET_ERROR_BAD_STATUS:
  case JIPYO_MARKET_ERROR_BAD_REPLY:
    return TRUE;
  case JIPYO_MARKET_ERROR_TLS:
  case JIPYO_MARKET_ERROR_RATE_LIMITED:
  case JIPYO_MARKET_ERROR_BANNED:
  case JIPYO_MARKET_ERROR_TOO_LARGE:
  case JIPYO_MARKET_ERROR_NOT_FOUND:
  case JIPYO_MARKET_ERROR_CANCELLED:
  case JIPYO_MARKET_ERROR_NO_KEY:
    return FALSE;
  }
  return FALSE;
}
