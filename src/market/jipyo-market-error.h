/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why quotes did not come, told by what can be done about it. The ids are those of `jipyo quotes`.
 */

#pragma once

#include <glib.h>

#define JIPYO_MARKET_ERROR (jipyo_market_error_quark ())
typedef enum {
  JIPYO_MARKET_ERROR_OFFLINE,      /* no route, no name, refused, reset, address not allowed */
  JIPYO_MARKET_ERROR_TIMED_OUT,    /* silent, or too slow */
  JIPYO_MARKET_ERROR_TLS,          /* certificate not trusted */
  JIPYO_MARKET_ERROR_RATE_LIMITED, /* wait, then ask again */
  JIPYO_MARKET_ERROR_BANNED,       /* the venue refuses this address for some time */
  JIPYO_MARKET_ERROR_BAD_STATUS,
  JIPYO_MARKET_ERROR_BAD_REPLY, /* cut off, not JSON, or not the agreed shape */
  JIPYO_MARKET_ERROR_TOO_LARGE,
  JIPYO_MARKET_ERROR_NOT_FOUND, /* unknown instrument, or nobody who has it */
  JIPYO_MARKET_ERROR_CANCELLED,
  JIPYO_MARKET_ERROR_NO_KEY, /* it wants a key, or another one */
} JipyoMarketError;
GQuark jipyo_market_error_quark (void);

/* "offline", "timed-out" … ; borrowed. */
const char *jipyo_market_error_id (JipyoMarketError code);
gboolean jipyo_market_error_parse (const char *id, JipyoMarketError *code);
/* TRUE when the same request may well succeed soon. */
gboolean jipyo_market_error_is_passing (JipyoMarketError code);
