/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Coinone's /public/v2/ticker_new: no change is given. The change of this endpoint is against the
 * price of 24 hours ago, "first"; where that is missing, against yesterday's last, whose day the
 * documents do not name.
 */

#include "jipyo-coinone.h"

#include <string.h>

#include "jipyo-parsers.h"
#include "jipyo-upbit.h"

static JipyoMarketError
code_of_error (const char *code)
{
  if (strcmp (code, "108") == 0 || strcmp (code, "109") == 0)
    return JIPYO_MARKET_ERROR_NOT_FOUND;
  if (strcmp (code, "4") == 0 || strcmp (code, "10") == 0)
    return JIPYO_MARKET_ERROR_BANNED;
  return JIPYO_MARKET_ERROR_BAD_REPLY;
}

/* The interface of before calls the code otherwise; its answers are not read, but what it refuses
 * is known by the code all the same. */
static void
refuse (const JipyoFields *outer, const char *result, GError **error)
{
  const char *code = jipyo_fields_find_code (outer, "error_code");
  const char *former = code == NULL ? jipyo_fields_find_code (outer, "errorCode") : NULL;
  const char *message = jipyo_fields_find_string (outer, "error_msg");
  const char *given = code != NULL ? code : former;
  g_autofree char *what = jipyo_reply_clean_text (given != NULL ? given : result);
  g_autofree char *why = message != NULL ? jipyo_reply_clean_text (message) : NULL;

  g_set_error (error, JIPYO_MARKET_ERROR,
               given != NULL ? code_of_error (given) : JIPYO_MARKET_ERROR_BAD_REPLY,
               "the venue answered %s%s%s%s", what,
               former != NULL  ? " by its old interface"
               : given == NULL ? " without a code"
                               : "",
               why != NULL ? ": " : "", why != NULL ? why : "");
}

gboolean
jipyo_coinone_envelope_read (const JipyoFields *outer, GError **error)
{
  const char *result = jipyo_fields_get_string (outer, "result", error);

  if (result == NULL)
    return FALSE;
  if (strcmp (result, "success") == 0
      && g_strcmp0 (jipyo_fields_find_code (outer, "error_code"), "0") == 0)
    return TRUE;
  refuse (outer, result, error);
  return FALSE;
}

static gboolean
read_change (JipyoQuote *quote, const JipyoFields *row, GError **error)
{
  JipyoDecimal base;

  if (jipyo_fields_has (row, "first")) {
    if (!jipyo_fields_get_decimal (row, "first", &base, error))
      return FALSE;
    jipyo_quote_set_change_from (quote, base, JIPYO_BASIS_ROLLING_24H);
  } else if (jipyo_fields_has (row, "yesterday_last")) {
    if (!jipyo_fields_get_decimal (row, "yesterday_last", &base, error))
      return FALSE;
    jipyo_quote_set_change_from (quote, base, JIPYO_BASIS_UNSTATED);
  }
  return TRUE;
}

static gboolean
read_price (JipyoQuote *quote, const JipyoFields *row, GError **error)
{
  gint64 time_ms;

  if (!jipyo_fields_get_decimal (row, "last", &quote->last, error)
      || !jipyo_fields_get_int (row, "timestamp", &time_ms, error))
    return FALSE;
  if (time_ms < G_GINT64_CONSTANT (1000000000000)
      || time_ms > G_GINT64_CONSTANT (253402300799999)) {
    g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                 "%s.timestamp: not milliseconds since 1970", row->where);
    return FALSE;
  }
  quote->venue_time_us = time_ms * 1000;
  return TRUE;
}

static gboolean
read_row (JipyoQuote *quote, const JipyoFields *row, GError **error)
{
  return read_price (quote, row, error) && read_change (quote, row, error);
}

typedef gboolean (*RowReader) (JipyoQuote *quote, const JipyoFields *row, GError **error);

static gboolean
take_row (JipyoHarvest *harvest, const JipyoFields *row, RowReader read, GError **error)
{
  const char *currency = jipyo_fields_get_string (row, "quote_currency", error);
  const char *coin =
    currency != NULL ? jipyo_fields_get_string (row, "target_currency", error) : NULL;
  g_autofree char *symbol = NULL;
  g_autoptr (JipyoQuote) quote = NULL;
  const char *instrument;
  GError *reason = NULL;

  if (coin == NULL)
    return FALSE;
  symbol = g_strconcat (currency, "-", coin, NULL);
  instrument = jipyo_harvest_find_wanted (harvest, "coinone", symbol);
  if (instrument == NULL)
    return TRUE;
  quote = jipyo_harvest_new_quote (harvest, instrument);
  jipyo_quote_set_coin (quote, currency, coin);
  if (read (quote, row, &reason))
    jipyo_harvest_take (harvest, g_steal_pointer (&quote));
  else
    jipyo_harvest_drop (harvest, instrument, reason);
  return TRUE;
}

gboolean
jipyo_coinone_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);
  JipyoFields outer;
  JsonArray *rows;

  if (root == NULL || !jipyo_fields_init (&outer, root, "", error)
      || !jipyo_coinone_envelope_read (&outer, error))
    return FALSE;
  rows = jipyo_fields_get_array (&outer, "tickers", error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (rows); i++) {
    g_autofree char *where = g_strdup_printf ("tickers[%u]", i);
    JipyoFields row;

    if (!jipyo_fields_init (&row, json_array_get_element (rows, i), where, error)
        || !take_row (harvest, &row, read_row, error))
      return FALSE;
  }
  return jipyo_harvest_finish (harvest, error);
}

/* In the stream "first" and "yesterday_last" are of the day that began at 00:00 UTC, in the answers
 * of 24 hours ago: two bases that must not take turns. So a message brings the price alone, and the
 * feed counts the change from the base that the last answer had. */
gboolean
jipyo_coinone_message_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);
  g_autofree char *clean = NULL;
  const char *type;
  const char *message;
  JipyoFields outer;
  JipyoFields row;

  if (root == NULL || !jipyo_fields_init (&outer, root, "", error))
    return FALSE;
  type = jipyo_fields_get_string (&outer, "response_type", error);
  if (type == NULL)
    return FALSE;
  if (strcmp (type, "ERROR") == 0) {
    message = jipyo_fields_find_string (&outer, "message");
    clean = jipyo_reply_clean_text (message != NULL ? message : "no reason given");
    g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY, "the venue answered: %s",
                 clean);
    return FALSE;
  }
  if (strcmp (type, "DATA") != 0)
    return TRUE;
  if (!jipyo_fields_init (&row, json_object_get_member (outer.object, "data"), "data", error)
      || !take_row (harvest, &row, read_price, error))
    return FALSE;
  jipyo_harvest_settle (harvest);
  return TRUE;
}
