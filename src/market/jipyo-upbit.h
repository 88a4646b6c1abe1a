/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ticker that Upbit designed and Bithumb adopted.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "jipyo-harvest.h"

typedef struct {
  const char *venue;      /* "upbit" */
  JipyoChangeBasis basis; /* of the change, which is where the two differ */
  gboolean korean_epochs; /* times may be Korean wall clock read as UTC */
} JipyoTickerKind;

gboolean jipyo_ticker_list_parse (JipyoHarvest *harvest,
                                  JsonNode *root,
                                  const JipyoTickerKind *kind,
                                  GError **error);
/* One message of the stream in the same shape, "code" in the place of "market". */
gboolean jipyo_ticker_message_parse (JipyoHarvest *harvest,
                                     JsonNode *root,
                                     const JipyoTickerKind *kind,
                                     GError **error);
/* Sets the error that an {"error":{"name","message"}} answer means; FALSE when it is none. */
gboolean jipyo_ticker_error_parse (JsonNode *root, GError **error);
/* Currency and names from "KRW-BTC". */
void jipyo_quote_set_coin (JipyoQuote *quote, const char *currency, const char *coin);
