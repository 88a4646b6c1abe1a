/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Upbit and Bithumb take one request for all and close after 120 s of silence; Coinone takes one
 * a coin and wants a ping of its own within half an hour. All three answer a ping, and so a quiet
 * night can be told from a dead line.
 */

#include "jipyo-streams.h"

#include <string.h>

enum { PING_MS = 10 * 1000 };

static const char *
symbol_of (const char *instrument)
{
  return strchr (instrument, ':') + 1;
}

static const char *
coin_of (const char *instrument)
{
  return strrchr (instrument, '-') + 1;
}

static void
subscribe_ticker (const char *const *instruments, GPtrArray *messages)
{
  g_autofree char *ticket = g_uuid_string_random ();
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "[{\"ticket\":\"%s\"},{\"type\":\"ticker\",\"codes\":[", ticket);
  for (guint i = 0; instruments[i] != NULL; i++)
    g_string_append_printf (text, "%s\"%s\"", i > 0 ? "," : "", symbol_of (instruments[i]));
  g_string_append (text, "]},{\"format\":\"DEFAULT\"}]");
  g_ptr_array_add (messages, g_string_free (text, FALSE));
}

static char *
make_ticker_hint (const char *instrument)
{
  return g_strdup_printf ("\"%s\"", symbol_of (instrument));
}

static void
subscribe_coinone (const char *const *instruments, GPtrArray *messages)
{
  for (guint i = 0; instruments[i] != NULL; i++)
    g_ptr_array_add (messages,
                     g_strdup_printf ("{\"request_type\":\"SUBSCRIBE\",\"channel\":\"TICKER\","
                                      "\"topic\":{\"quote_currency\":\"KRW\","
                                      "\"target_currency\":\"%s\"}}",
                                      coin_of (instruments[i])));
}

static char *
make_coinone_hint (const char *instrument)
{
  return g_strdup_printf ("\"%s\"", coin_of (instrument));
}

const JipyoStreamKind jipyo_upbit_stream = {
  .base = "https://api.upbit.com",
  .path = "/websocket/v1",
  .ping = "PING",
  .ping_ms = PING_MS,
  .subscribe = subscribe_ticker,
  .make_hint = make_ticker_hint,
  .parse = jipyo_upbit_message_parse,
};

const JipyoStreamKind jipyo_bithumb_stream = {
  .base = "https://ws-api.bithumb.com",
  .path = "/websocket/v1",
  .ping = "PING",
  .ping_ms = PING_MS,
  .subscribe = subscribe_ticker,
  .make_hint = make_ticker_hint,
  .parse = jipyo_bithumb_message_parse,
};

const JipyoStreamKind jipyo_coinone_stream = {
  .base = "https://stream.coinone.co.kr",
  .path = "/",
  .ping = "{\"request_type\":\"PING\"}",
  .ping_ms = PING_MS,
  .subscribe = subscribe_coinone,
  .make_hint = make_coinone_hint,
  .parse = jipyo_coinone_message_parse,
};
