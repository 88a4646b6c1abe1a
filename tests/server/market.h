/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An invented market in the venues' own shapes: every instrument of the watchlist, at prices that
 * move a little with each answer and times that are now. For trying the window, never for figures.
 */

#pragma once

#include <glib.h>

/* The body of the answer to `request`, a block of header lines; NULL for a path of no venue. `mood`
 * is "live", "closed" (the exchange of shares is shut, coins go on), or "suspect" (Upbit's bitcoin
 * jumps, its ether costs nothing, the index contradicts itself), or "delisting"
 * (MTL is gone from Upbit, which warns of ETC, is careful with XRP and lists no ADA though it has a
 * price; Coinone does not trade IOTA), or "clock" (the price of a coin stands still but for its
 * four decimals, which are the time in tenths of a second: so one sees from a price how old it is).
 * `serial` counts the answers. (transfer full) (nullable) */
char *market_answer (const char *request, const char *mood, guint serial, gint64 now_ms);
typedef struct {
  const char *venue; /* "upbit" */
  const char *coin;  /* "BTC" */
  const char *mood;
  guint serial;
  gint64 now_ms;
} MarketNews;

/* A message of the venue's stream about a coin. (transfer full) */
char *market_message (const MarketNews *news);
/* An answer that is always the same, its times far in the past; "{}" for an unknown path. */
const char *market_shape (const char *request);
